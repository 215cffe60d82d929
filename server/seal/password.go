package seal

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"runtime"

	"golang.org/x/crypto/argon2"
)

// Cost is what one hash takes: RFC 9106 §4's second recommendation, or less in tests.
type Cost struct {
	MemoryKiB uint32
	Passes    uint32
}

// DefaultCost takes 64 MiB and about 100 ms of one core.
var DefaultCost = Cost{MemoryKiB: 64 << 10, Passes: 3}

// TestCost is for tests only: it makes a hash in microseconds.
var TestCost = Cost{MemoryKiB: 64, Passes: 1}

const (
	saltSize = 16
	keySize  = 32
)

// Limits that a stored hash may ask for; more would let a forged row exhaust memory.
const (
	maxMemoryKiB = 1 << 20
	maxPasses    = 16
)

// Passwords hashes and checks passwords, a few at a time: each takes much memory.
type Passwords struct {
	cost  Cost
	slots chan struct{}
	dummy string
}

// NewPasswords makes a hasher that uses as many cores as there are.
func NewPasswords(cost Cost) *Passwords {
	p := &Passwords{cost: cost, slots: make(chan struct{}, runtime.GOMAXPROCS(0))}
	p.dummy = p.encode(NewToken().Reveal())
	return p
}

// Hash makes what is stored, in the PHC string format. It waits for a free core.
func (p *Passwords) Hash(ctx context.Context, password string) (string, error) {
	if err := p.acquire(ctx); err != nil {
		return "", err
	}
	defer p.release()
	return p.encode(password), nil
}

// Verify compares a password with what is stored, in constant time. With an
// empty stored hash it does the same work and says no, so that timing does not
// tell whether an account exists.
func (p *Passwords) Verify(ctx context.Context, stored, password string) (bool, error) {
	if err := p.acquire(ctx); err != nil {
		return false, err
	}
	defer p.release()
	known := stored != ""
	if !known {
		stored = p.dummy
	}
	h, err := decodeHash(stored)
	if err != nil {
		return false, err
	}
	key := argon2.IDKey([]byte(password), h.salt, h.passes, h.memoryKiB, 1, uint32(len(h.key)))
	return subtle.ConstantTimeCompare(key, h.key) == 1 && known, nil
}

func (p *Passwords) acquire(ctx context.Context) error {
	select {
	case p.slots <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (p *Passwords) release() { <-p.slots }

func (p *Passwords) encode(password string) string {
	salt := make([]byte, saltSize)
	if _, err := rand.Read(salt); err != nil {
		panic("seal: the system gives no random numbers: " + err.Error())
	}
	key := argon2.IDKey([]byte(password), salt, p.cost.Passes, p.cost.MemoryKiB, 1, keySize)
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=1$%s$%s", argon2.Version, p.cost.MemoryKiB, p.cost.Passes,
		b64.EncodeToString(salt), b64.EncodeToString(key))
}

type passwordHash struct {
	memoryKiB, passes uint32
	salt, key         []byte
}

var errMalformedHash = errors.New("seal: the stored password hash is malformed")

func decodeHash(stored string) (passwordHash, error) {
	var h passwordHash
	var version int
	var salt, key string
	stored = string(replaceDollars(stored))
	if n, err := fmt.Sscanf(stored, " argon2id v=%d m=%d,t=%d,p=1 %s %s", &version, &h.memoryKiB, &h.passes, &salt, &key); err != nil || n != 5 {
		return h, errMalformedHash
	}
	var saltErr, keyErr error
	h.salt, saltErr = base64.RawStdEncoding.DecodeString(salt)
	h.key, keyErr = base64.RawStdEncoding.DecodeString(key)
	if saltErr != nil || keyErr != nil || version != argon2.Version || len(h.key) != keySize ||
		h.memoryKiB > maxMemoryKiB || h.passes == 0 || h.passes > maxPasses {
		return h, errMalformedHash
	}
	return h, nil
}

// replaceDollars lets Sscanf split the PHC format, whose fields hold no spaces.
func replaceDollars(stored string) []byte {
	fields := []byte(stored)
	for i, c := range fields {
		if c == '$' {
			fields[i] = ' '
		}
	}
	return fields
}
