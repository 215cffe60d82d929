package identity

import (
	"context"
	"fmt"

	"latchkey/server/address"
	"latchkey/server/clock"
	"latchkey/server/nodeid"
)

// HashPassword checks a new password of somebody with this address, and hashes
// it. That takes long: do it before a transaction.
//
// Refusals: VALIDATION_FAILED on "password".
func (i *Identity) HashPassword(ctx context.Context, password string, email address.Address) (hash string, err error) {
	if err := checkPassword(password, email); err != nil {
		return "", err
	}
	if hash, err = i.passwords.Hash(ctx, canonical(password)); err != nil {
		return "", fmt.Errorf("hash password: %w", err)
	}
	return hash, nil
}

// Registered is a person whose parts were checked and hashed one by one. id is
// what the user will have; empty for a new one.
func Registered(id nodeid.ID, name string, email address.Address, passwordHash string) Person {
	return Person{id: id, email: email, name: name, passwordHash: passwordHash}
}

// Limiter slows down what strangers may try, by the remote address they come
// from: after a number of tries each further one waits twice as long.
type Limiter struct{ tries *limiter }

// NewLimiter makes a limiter that lets so many tries of a remote address pass at once.
func NewLimiter(clk *clock.Clock, free int) *Limiter { return &Limiter{newLimiter(clk, free)} }

// Try counts a try before it is made. The neighbours of a host with IPv6 count as one.
//
// Refusals: RATE_LIMITED.
func (l *Limiter) Try(from Device) error { return l.tries.try(neighbourhood(from.RemoteAddress)) }
