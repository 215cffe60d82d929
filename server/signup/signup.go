// Package signup makes a user of somebody who was invited, step by step: the
// e-mail address is proven by a code, then come names and a password, a phone
// number and the terms, and a second factor. What was told so far is kept for a
// day under a token, so that it can be left and gone on with; the account comes
// into being whole, in one transaction, at the very end.
//
// An address that somebody signs in with already gets the same answers after
// the same work as any other: only its mail, which its owner reads, tells.
package signup

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/go-webauthn/webauthn/webauthn"

	"latchkey/ent"
	"latchkey/ent/signup"
	"latchkey/server/address"
	"latchkey/server/clock"
	"latchkey/server/database"
	"latchkey/server/identity"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/sharing"
	"latchkey/server/viewer"
)

const (
	// Lifetime is how long a sign-up can be gone on with.
	Lifetime = 24 * time.Hour
	// TermsVersion names the terms in force. Whoever accepted others is asked again.
	TermsVersion = "2026-11-01"

	// startTries is how often a remote address may begin before waits begin.
	startTries = 30
	// answerTries is the same for codes that are typed.
	answerTries = 50
	// startsPerInvitation bounds how much mail one link can cause within startsWithin, whoever holds it.
	startsPerInvitation = 20
	startsWithin        = time.Hour
)

// invitations shows what is behind a link: sharing.
type invitations interface {
	Preview(ctx context.Context, token string) (*sharing.Preview, error)
}

// people makes users and their sessions: identity.
type people interface {
	HashPassword(ctx context.Context, password string, email address.Address) (hash string, err error)
	CreateUser(ctx context.Context, tx *database.Tx, p identity.Person) (*ent.User, error)
	Begin(ctx context.Context, tx *database.Tx, user *ent.User, device identity.Device, secondFactor bool) (*identity.SignedIn, error)
}

// organizations makes the organization of their own: organization.
type organizations interface {
	Create(ctx context.Context, tx *database.Tx, name string, owner nodeid.ID) (*ent.Organization, error)
}

// factors proves and keeps second factors: secondfactor.
type factors interface {
	NewAuthenticator(account string) (secret, uri string)
	CheckCode(secret, code string) (step int64, ok bool)
	OfferPasskey(user nodeid.ID, email, name string, exclude ...webauthn.Credential) (options json.RawMessage, data []byte, err error)
	AttestPasskey(user nodeid.ID, data []byte, credential json.RawMessage) (*webauthn.Credential, error)
	InsertAuthenticator(ctx context.Context, tx *database.Tx, user nodeid.ID, secret string, step int64) error
	InsertPasskey(ctx context.Context, tx *database.Tx, user nodeid.ID, credential *webauthn.Credential, name string) (*ent.Passkey, error)
	InsertRecoveryCodes(ctx context.Context, tx *database.Tx, user nodeid.ID) ([]string, error)
}

// postman queues the mail with a sign-up's code, or, to somebody who has an
// account, the mail that says so. It commits with the transaction.
type postman interface {
	SendSignUpCode(ctx context.Context, tx *database.Tx, signUp nodeid.ID) error
}

// Options are what sign-ups work with.
type Options struct {
	Store         *database.Store
	Box           *seal.Box
	Invitations   invitations
	People        people
	Organizations organizations
	Factors       factors
	Postman       postman
}

// SignUps is the domain. It is safe for use by many goroutines.
type SignUps struct {
	store         *database.Store
	client        *ent.Client
	clock         *clock.Clock
	box           *seal.Box
	invitations   invitations
	people        people
	organizations organizations
	factors       factors
	postman       postman

	starts  *identity.Limiter // by remote address
	answers *identity.Limiter
}

// New makes the domain.
func New(o Options) *SignUps {
	clk := o.Store.Clock()
	return &SignUps{
		store: o.Store, client: o.Store.Client(), clock: clk, box: o.Box, invitations: o.Invitations, people: o.People,
		organizations: o.Organizations, factors: o.Factors, postman: o.Postman,
		starts: identity.NewLimiter(clk, startTries), answers: identity.NewLimiter(clk, answerTries),
	}
}

// Find returns the sign-up behind a token.
//
// Refusals: NOT_FOUND, for one that never was, is finished or is over, alike.
func (s *SignUps) Find(ctx context.Context, token string) (*ent.SignUp, error) {
	parsed, err := seal.ParseToken(token)
	if err != nil {
		return nil, refusal.NotFound()
	}
	found, err := s.client.SignUp.Query().
		Where(signup.TokenHash(parsed.Hash()), signup.ExpiresAtGT(s.clock.Now())).Only(viewer.System(ctx))
	if ent.IsNotFound(err) {
		return nil, refusal.NotFound()
	}
	if err != nil {
		return nil, fmt.Errorf("look for a sign-up: %w", err)
	}
	return found, nil
}

// at returns the sign-up behind a token when all steps before one are done.
//
// Refusals: NOT_FOUND, CONFLICT.
func (s *SignUps) at(ctx context.Context, token string, step Step) (*ent.SignUp, error) {
	found, err := s.Find(ctx, token)
	if err != nil {
		return nil, err
	}
	return found, reached(found, step)
}

// change writes what somebody told, and returns the sign-up as it is then.
//
// Refusals: NOT_FOUND when it was finished or swept meanwhile.
func (s *SignUps) change(ctx context.Context, id nodeid.ID, set func(*ent.SignUpUpdate)) (*ent.SignUp, error) {
	ctx = viewer.System(ctx)
	write := s.client.SignUp.Update().Where(signup.ID(id), signup.ExpiresAtGT(s.clock.Now()))
	set(write)
	changed, err := write.Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("write a sign-up: %w", err)
	}
	if changed == 0 {
		return nil, refusal.NotFound()
	}
	found, err := s.client.SignUp.Get(ctx, id)
	if ent.IsNotFound(err) {
		return nil, refusal.NotFound()
	}
	if err != nil {
		return nil, fmt.Errorf("read a sign-up: %w", err)
	}
	return found, nil
}

// Sweep forgets sign-ups whose time is over.
func (s *SignUps) Sweep(ctx context.Context) error {
	_, err := s.client.SignUp.Delete().Where(signup.ExpiresAtLTE(s.clock.Now())).Exec(viewer.System(ctx))
	if err != nil {
		return fmt.Errorf("forget sign-ups: %w", err)
	}
	return nil
}
