package seal

import (
	"crypto/cipher"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"

	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/crypto/hkdf"
)

// ErrUnsealable says that a sealed value was changed, moved to another place,
// or sealed with another key.
var ErrUnsealable = errors.New("seal: this can't be opened with the server's secret key")

// Box seals values that must be read again, such as the token of a link that
// is to be sent by e-mail.
type Box struct {
	aead cipher.AEAD
	mark []byte // the key of fingerprints
}

// NewBox makes a box from the server's secret key (LATCHKEY_SECRET_KEY), of at least 32 octets.
func NewBox(secret []byte) (*Box, error) {
	if len(secret) < 32 {
		return nil, fmt.Errorf("seal: the secret key has %d octets, it needs at least 32", len(secret))
	}
	key, err := derive(secret, "latchkey sealed values 1", chacha20poly1305.KeySize)
	if err != nil {
		return nil, err
	}
	mark, err := derive(secret, "latchkey fingerprints 1", sha256.Size)
	if err != nil {
		return nil, err
	}
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		return nil, err
	}
	return &Box{aead, mark}, nil
}

// derive makes a key of so many octets for one purpose (RFC 5869).
func derive(secret []byte, purpose string, octets int) ([]byte, error) {
	key := make([]byte, octets)
	_, err := hkdf.New(sha256.New, secret, nil, []byte(purpose)).Read(key)
	return key, err
}

// Fingerprint is what is kept of a value that is too short for a plain hash,
// such as a recovery code: whoever has the database alone can't find it by
// trying all values. place is as for Seal: one value has another fingerprint in
// each place. Compare fingerprints in constant time.
func (b *Box) Fingerprint(value []byte, place string) []byte {
	inPlace := hmac.New(sha256.New, b.mark)
	inPlace.Write([]byte(place)) // a hash never fails to write
	mark := hmac.New(sha256.New, inPlace.Sum(nil))
	mark.Write(value)
	return mark.Sum(nil)
}

// Seal encrypts a value. place says where it is kept (table, column, row id),
// so that a sealed value moved elsewhere can't be opened there.
func (b *Box) Seal(value []byte, place string) []byte {
	nonce := make([]byte, b.aead.NonceSize(), b.aead.NonceSize()+len(value)+b.aead.Overhead())
	if _, err := rand.Read(nonce); err != nil {
		panic("seal: the system gives no random numbers: " + err.Error())
	}
	return b.aead.Seal(nonce, nonce, value, []byte(place))
}

// Open decrypts what Seal made for the same place, or fails with ErrUnsealable.
func (b *Box) Open(sealed []byte, place string) ([]byte, error) {
	n := b.aead.NonceSize()
	if len(sealed) < n {
		return nil, ErrUnsealable
	}
	value, err := b.aead.Open(nil, sealed[:n], sealed[n:], []byte(place))
	if err != nil {
		return nil, ErrUnsealable
	}
	return value, nil
}
