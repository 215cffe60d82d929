package identity

import (
	"context"
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"latchkey/ent"
	"latchkey/ent/user"
	"latchkey/server/address"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/viewer"
)

// Device is where somebody signs in from, as they will see it in the list of their sessions.
type Device struct {
	// UserAgent is the browser's own description; it may be cut.
	UserAgent string
	// RemoteAddress is an IP address, with or without a port.
	RemoteAddress string
}

// SignedIn is a new session.
type SignedIn struct {
	// Token is the secret for the cookie; only its hash is kept.
	Token seal.Token
	// ExpiresAt is when the session ends at the latest.
	ExpiresAt time.Time
	Viewer    viewer.Viewer
	User      *ent.User
}

// SignIn proves a password. It begins a session with a new token, or asks for
// the second factor. It gives the same answer after the same work whether the
// account exists or not. It is no step-up: a browser left open right after it
// can't do sensitive acts.
//
// Refusals: UNAUTHENTICATED, RATE_LIMITED.
func (i *Identity) SignIn(ctx context.Context, email, password string, device Device) (*Entry, error) {
	account, remote := accountKey(email), neighbourhood(device.RemoteAddress)
	key := i.familiar.key(account, remote)
	if err := i.remotes.try(remote); err != nil {
		return nil, err
	}
	if err := i.accounts.try(key); err != nil {
		return nil, err
	}
	person, err := i.prove(ctx, email, password)
	if err != nil {
		return nil, err
	}
	i.remotes.excuse(remote)
	i.accounts.forgive(key)
	i.familiar.remember(account, remote)
	entry, err := i.enter(ctx, person, device)
	if err != nil {
		return nil, fmt.Errorf("sign in: %w", err)
	}
	return entry, nil
}

// prove returns the user with this address and password.
func (i *Identity) prove(ctx context.Context, email, password string) (*ent.User, error) {
	person, err := i.find(ctx, email)
	if err != nil {
		return nil, fmt.Errorf("sign in: %w", err)
	}
	stored := "" // Verify then does the same work and says no
	if person != nil {
		stored = person.PasswordHash
	}
	right, err := i.passwords.Verify(ctx, stored, canonical(password))
	if err != nil {
		return nil, fmt.Errorf("sign in: %w", err)
	}
	if !right || person == nil {
		return nil, refusal.WrongPassword()
	}
	return person, nil
}

// find returns the user with this login identifier; nil when there is none.
func (i *Identity) find(ctx context.Context, email string) (*ent.User, error) {
	at, err := address.Parse(email)
	if err != nil {
		return nil, nil // nobody signs in with it
	}
	person, err := i.client.User.Query().Where(user.Email(at.String()), user.DeletedAtIsNil()).Only(viewer.System(ctx))
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return person, err
}

// accountKey is what tries are counted by: every way to write an address counts as one.
func accountKey(email string) string {
	if at, err := address.Parse(email); err == nil {
		return at.String()
	}
	const enough = 254
	key := strings.ToLower(strings.TrimSpace(email))
	return strings.ToValidUTF8(key[:min(len(key), enough)], "")
}

// canonical is the form in which a password is hashed: keyboards write the
// same letter in different ways (RFC 8265 §4.2).
func canonical(password string) string { return norm.NFC.String(password) }
