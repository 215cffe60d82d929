package signup

import (
	"context"
	"errors"
	"fmt"

	"latchkey/ent"
	"latchkey/ent/signup"
	"latchkey/ent/user"
	"latchkey/server/audit"
	"latchkey/server/database"
	"latchkey/server/identity"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// Finished is a new user, signed in.
type Finished struct {
	*identity.SignedIn
	// RecoveryCodes open the account once each. They are never shown again.
	RecoveryCodes []string
}

// factor is a second factor that was proven and is to be kept.
type factor struct {
	kind   string // as the audit log has it
	insert func(ctx context.Context, tx *database.Tx, user nodeid.ID) error
}

// finish makes the account of a sign-up, whole or not at all: the user under an
// id (empty: a new one), the organization of their own, the second factor with
// its recovery codes, and the session. The sign-up is gone with it, so that of
// two calls one makes an account. Whether the address is shared is decided
// here, by its claim, against whoever shares it at the same moment.
//
// Refusals: NOT_FOUND, CONFLICT, ADDRESS_IS_SHARED.
func (s *SignUps) finish(ctx context.Context, told *ent.SignUp, id nodeid.ID, from identity.Device, f factor) (*Finished, error) {
	return database.InTx(viewer.System(ctx), s.store, func(ctx context.Context, tx *database.Tx) (*Finished, error) {
		row, err := s.close(ctx, tx, told.ID)
		if err != nil {
			return nil, err
		}
		made, err := s.createUser(ctx, tx, row, id)
		if err != nil {
			return nil, err
		}
		if _, err := s.organizations.Create(ctx, tx, organizationName(row.Language, made.Name), made.ID); err != nil {
			return nil, err
		}
		codes, err := s.secure(ctx, tx, made.ID, f)
		if err != nil {
			return nil, err
		}
		in, err := s.people.Begin(ctx, tx, made, from, true)
		if err != nil {
			return nil, err
		}
		return &Finished{SignedIn: in, RecoveryCodes: codes}, audit.Append(ctx, tx, audit.Entry{
			Action: "second_factor.added", Actor: made.ID, Subject: made.ID, Detail: map[string]any{"kind": f.kind, "first": true},
		})
	})
}

// close takes a sign-up away and returns what it held. Whoever comes second,
// or while it is being told more, waits and then finds none.
func (s *SignUps) close(ctx context.Context, tx *database.Tx, id nodeid.ID) (*ent.SignUp, error) {
	if _, err := tx.SignUp.Update().Where(signup.ID(id)).AddTries(0).Save(ctx); err != nil { // locks the row
		return nil, fmt.Errorf("lock a sign-up: %w", err)
	}
	row, err := tx.SignUp.Query().Where(signup.ID(id), signup.ExpiresAtGT(s.clock.Now())).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, refusal.NotFound()
	}
	if err != nil {
		return nil, fmt.Errorf("read a sign-up: %w", err)
	}
	if err := reached(row, StepSecondFactor); err != nil {
		return nil, err
	}
	if err := tx.SignUp.DeleteOne(row).Exec(ctx); err != nil {
		return nil, fmt.Errorf("close a sign-up: %w", err)
	}
	return row, nil
}

func (s *SignUps) createUser(ctx context.Context, tx *database.Tx, row *ent.SignUp, id nodeid.ID) (*ent.User, error) {
	email, err := emailOf(row)
	if err != nil {
		return nil, err
	}
	made, err := s.people.CreateUser(ctx, tx, identity.Registered(id, fullName(row), email, row.PasswordHash))
	if errors.Is(err, refusal.Conflict("")) {
		return nil, refusal.Conflict("You have an account with " + email.Display() + " already. Sign in with it, then open the invitation again.")
	}
	if err != nil {
		return nil, err
	}
	return tx.User.UpdateOne(made).SetPhone(row.Phone).SetLanguage(user.Language(row.Language)).
		SetTermsVersion(row.TermsVersion).SetNillableTermsAcceptedAt(row.TermsAcceptedAt).Save(ctx)
}

// secure keeps the second factor and makes its recovery codes.
func (s *SignUps) secure(ctx context.Context, tx *database.Tx, user nodeid.ID, f factor) ([]string, error) {
	if err := f.insert(ctx, tx, user); err != nil {
		return nil, err
	}
	return s.factors.InsertRecoveryCodes(ctx, tx, user)
}
