// Package seal makes, hashes, compares and seals secrets. Passwords are hashed
// with argon2id, tokens with SHA-256 (they are random already), and what must
// be read again is sealed with XChaCha20-Poly1305.
package seal

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"errors"
)

// tokenSize is 256 bits: no guess succeeds.
const tokenSize = 32

// ErrMalformedToken says that a text was never made by NewToken.
var ErrMalformedToken = errors.New("seal: not a token")

// Token is a secret handed to one person: a session's cookie or an invitation's link.
type Token string

// TokenHash is what is kept of a token. Looking a token up by its hash leaks
// nothing by timing, because an attacker can't choose the hash's first octets.
type TokenHash []byte

// NewToken makes a token of 256 random bits, 43 characters that stand in a URL as they are.
func NewToken() Token {
	var random [tokenSize]byte
	if _, err := rand.Read(random[:]); err != nil {
		panic("seal: the system gives no random numbers: " + err.Error())
	}
	return Token(base64.RawURLEncoding.EncodeToString(random[:]))
}

// ParseToken checks the form of a token before it is looked up.
func ParseToken(text string) (Token, error) {
	if len(text) != base64.RawURLEncoding.EncodedLen(tokenSize) {
		return "", ErrMalformedToken
	}
	if _, err := base64.RawURLEncoding.Strict().DecodeString(text); err != nil {
		return "", ErrMalformedToken
	}
	return Token(text), nil
}

// Hash is what is stored in a token's place.
func (t Token) Hash() TokenHash {
	sum := sha256.Sum256([]byte(t))
	return sum[:]
}

// String hides the token, so that no log shows one by accident; Reveal gives it.
func (t Token) String() string { return "token(hidden)" }

// GoString hides the token from %#v.
func (t Token) GoString() string { return t.String() }

// Reveal gives the secret, for the one response or message it is made for.
func (t Token) Reveal() string { return string(t) }
