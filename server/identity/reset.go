package identity

import (
	"context"
	"errors"
	"fmt"
	"time"

	"entgo.io/ent/dialect"

	"latchkey/ent"
	entchallenge "latchkey/ent/challenge"
	"latchkey/ent/user"
	"latchkey/server/address"
	"latchkey/server/challenge"
	"latchkey/server/database"
	"latchkey/server/mailedcode"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/viewer"
)

// How many codes an address is sent.
const (
	resetEvery    = time.Minute
	resetsPerHour = 5
)

// Reset is the way to a new password that was begun.
type Reset struct {
	// Challenge names it. It is a secret.
	Challenge seal.Token
	ExpiresAt time.Time
	// ResendAfter is when another code can be asked for.
	ResendAfter time.Time
}

// RequestPasswordReset sends a code to choose a new password with. What it
// answers and how it counts is the same whether anybody signs in with the
// address or not; a challenge of nobody is never met. language is that of the
// e-mail, if the account has none.
//
// Refusals: VALIDATION_FAILED on "email", RATE_LIMITED.
func (i *Identity) RequestPasswordReset(ctx context.Context, email string, language entchallenge.Language, device Device) (*Reset, error) {
	at, err := address.Parse(email)
	if err != nil {
		return nil, refusal.Invalid("email", "Write an e-mail address, such as anna@acme.example.")
	}
	if err := i.resets.try(neighbourhood(device.RemoteAddress)); err != nil {
		return nil, err
	}
	return database.InTx(viewer.System(ctx), i.store, func(ctx context.Context, tx *database.Tx) (*Reset, error) {
		if err := i.mayMail(ctx, tx, at.String()); err != nil {
			return nil, err
		}
		begun, err := i.beginReset(ctx, tx, at.String(), language)
		if err != nil {
			return nil, err
		}
		if err := i.postman.SendResetCode(ctx, tx, begun.ID); err != nil {
			return nil, err
		}
		return &Reset{begun.Token, begun.ExpiresAt, begun.CreatedAt.Add(resetEvery)}, nil
	})
}

// mayMail counts by the challenges that were begun for the address.
//
// Refusals: RATE_LIMITED.
func (i *Identity) mayMail(ctx context.Context, tx *database.Tx, email string) error {
	if tx.Dialect() == dialect.Postgres { // SQLite has one writer
		if _, err := tx.SQL.ExecContext(ctx, "SELECT pg_advisory_xact_lock(hashtext($1))", "latchkey reset "+email); err != nil {
			return fmt.Errorf("wait for others who reset: %w", err)
		}
	}
	now := i.clock.Now()
	sent, err := tx.Challenge.Query().
		Where(entchallenge.KindEQ(entchallenge.KindPASSWORD_RESET), entchallenge.Email(email), entchallenge.CreatedAtGT(now.Add(-time.Hour))).
		Order(ent.Desc(entchallenge.FieldCreatedAt)).Limit(resetsPerHour).All(ctx)
	if err != nil {
		return fmt.Errorf("count the codes sent: %w", err)
	}
	var wait time.Duration
	if len(sent) > 0 {
		wait = sent[0].CreatedAt.Add(resetEvery).Sub(now)
	}
	if len(sent) == resetsPerHour {
		wait = max(wait, sent[resetsPerHour-1].CreatedAt.Add(time.Hour).Sub(now))
	}
	if wait > 0 {
		return refusal.RateLimited(max(wait, time.Second))
	}
	return nil
}

func (i *Identity) beginReset(ctx context.Context, tx *database.Tx, email string, language entchallenge.Language) (challenge.Begun, error) {
	person, err := tx.User.Query().Where(user.Email(email), user.DeletedAtIsNil()).Only(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return challenge.Begun{}, fmt.Errorf("look for an account: %w", err)
	}
	id := nodeid.New(nodeid.Challenge)
	sealed := i.box.Seal([]byte(mailedcode.New()), placeOfCode(id))
	return i.challenges.Begin(ctx, tx, entchallenge.KindPASSWORD_RESET, func(c *ent.ChallengeCreate) {
		c.SetID(id).SetEmail(email).SetLanguage(language).SetCodeSealed(sealed)
		if person != nil {
			c.SetUserID(person.ID)
		}
	})
}

// placeOfCode says where a sealed code is kept, so that it opens nowhere else.
func placeOfCode(id nodeid.ID) string { return "challenges.code_sealed " + id.String() }

// VerifyPasswordReset proves the code that was mailed. It returns how to prove
// the second factor then; nil when the account has none.
//
// Refusals: UNAUTHENTICATED when the challenge is over, VALIDATION_FAILED on "code", RATE_LIMITED.
func (i *Identity) VerifyPasswordReset(ctx context.Context, token, typed string, device Device) (*SecondFactor, error) {
	asked, err := i.challenges.Find(ctx, token, entchallenge.KindPASSWORD_RESET)
	if err != nil {
		return nil, err
	}
	code, err := mailedcode.Read(typed)
	if err != nil {
		return nil, err // nothing was guessed
	}
	right, err := i.tryCode(ctx, asked, token, "code to "+asked.Email, device)
	if err != nil {
		return nil, err
	}
	is, err := mailedcode.Is(i.box, asked.CodeSealed, placeOfCode(asked.ID), code)
	if err != nil {
		return nil, err
	}
	person, err := i.find(ctx, asked.Email) // before a wrong code is refused: the work is the same for everybody
	if err != nil {
		return nil, fmt.Errorf("look for an account: %w", err)
	}
	if !is || person == nil || asked.UserID == nil || person.ID != *asked.UserID {
		return nil, refusal.Invalid("code", "This is not the code of the e-mail. Look again, or ask for another.")
	}
	if err := i.noteProven(ctx, asked.ID); err != nil {
		return nil, err
	}
	right()
	if !person.SecondFactor {
		return nil, nil
	}
	methods, err := i.factors.Methods(viewer.System(ctx), person.ID)
	return &SecondFactor{seal.Token(token), methods, asked.ExpiresAt}, err
}

// noteProven lets the tries of the second factor begin at none, once.
func (i *Identity) noteProven(ctx context.Context, asked nodeid.ID) error {
	err := i.client.Challenge.Update().Where(entchallenge.ID(asked), entchallenge.CodeProven(false)).
		SetCodeProven(true).SetTries(0).Exec(viewer.System(ctx))
	if err != nil {
		return fmt.Errorf("note a proven code: %w", err)
	}
	return nil
}

// provenReset is a reset whose code was proven.
//
// Refusals: UNAUTHENTICATED.
func (i *Identity) provenReset(ctx context.Context, token string) (*ent.Challenge, error) {
	asked, err := i.challenges.Find(ctx, token, entchallenge.KindPASSWORD_RESET)
	if err != nil {
		return nil, err
	}
	if !asked.CodeProven || asked.UserID == nil {
		return nil, refusal.Unauthenticated()
	}
	return asked, nil
}

// asNewPassword is a refusal of a password on the field that a new one has.
func asNewPassword(err error) error {
	if refused, ok := refusal.As(err); ok && errors.Is(err, refusal.Invalid("password", "")) {
		return refusal.Invalid("newPassword", refused.Message)
	}
	return err
}
