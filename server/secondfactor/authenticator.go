package secondfactor

import (
	"context"
	"fmt"
	"time"

	"latchkey/ent"
	"latchkey/ent/authenticator"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// offered is how long a secret that was shown can be confirmed.
const offered = time.Hour

// Offer is a secret for an authenticator app.
type Offer struct {
	// Secret is base 32, for typing.
	Secret string
	// URI is otpauth://…, for the QR code.
	URI string
}

// StartAuthenticator offers the viewer a new secret. One that they have holds
// until the new one is confirmed.
//
// Refusals: UNAUTHENTICATED, STEP_UP_REQUIRED.
func (f *Factors) StartAuthenticator(ctx context.Context) (*Offer, error) {
	me, err := viewer.RequireStepUp(ctx, f.clock.Now())
	if err != nil {
		return nil, err
	}
	made, err := database.InTx(viewer.System(ctx), f.store, func(ctx context.Context, tx *database.Tx) (*Offer, error) {
		user, err := lockUser(ctx, tx, me)
		if err != nil {
			return nil, err
		}
		if _, err := tx.Authenticator.Delete().Where(authenticator.UserID(me), authenticator.ConfirmedAtIsNil()).Exec(ctx); err != nil {
			return nil, err
		}
		secret, uri := f.NewAuthenticator(user.Email)
		return &Offer{secret, uri}, f.createAuthenticator(tx, me, secret).Exec(ctx)
	})
	if err != nil {
		return nil, fmt.Errorf("start an authenticator: %w", err)
	}
	return made, nil
}

// ConfirmAuthenticator proves that the app has the secret that was offered,
// which from then on replaces another. codes are new recovery codes; nil when
// the viewer had a second factor before.
//
// Refusals: UNAUTHENTICATED, STEP_UP_REQUIRED, CONFLICT when none was started,
// VALIDATION_FAILED on "code".
func (f *Factors) ConfirmAuthenticator(ctx context.Context, code string) (codes []string, err error) {
	return f.add(ctx, "authenticator", func(ctx context.Context, tx *database.Tx, me nodeid.ID) error {
		since := f.clock.Now().Add(-offered)
		started, err := tx.Authenticator.Query().
			Where(authenticator.UserID(me), authenticator.ConfirmedAtIsNil(), authenticator.CreatedAtGT(since)).Only(ctx)
		if ent.IsNotFound(err) {
			return refusal.Conflict("There is no secret to confirm. Begin again.")
		}
		if err != nil {
			return err
		}
		secret, err := f.openSecret(started)
		if err != nil {
			return err
		}
		step, right := f.CheckCode(secret, code)
		if !right {
			return wrongCode()
		}
		return f.InsertAuthenticator(ctx, tx, me, secret, step)
	})
}

// RemoveAuthenticator forgets the viewer's authenticator app, and with the last
// second factor the access that demands one. Repeating it is no error.
//
// Refusals: UNAUTHENTICATED, STEP_UP_REQUIRED.
func (f *Factors) RemoveAuthenticator(ctx context.Context) error {
	return f.remove(ctx, "authenticator", func(ctx context.Context, tx *database.Tx, me nodeid.ID) (int, error) {
		if _, err := tx.Authenticator.Delete().Where(authenticator.UserID(me), authenticator.ConfirmedAtIsNil()).Exec(ctx); err != nil {
			return 0, err
		}
		return tx.Authenticator.Delete().Where(authenticator.UserID(me)).Exec(ctx)
	})
}

// InsertAuthenticator gives the user an app that has proven to hold the secret
// by the code of step (see CheckCode), in place of any other.
func (f *Factors) InsertAuthenticator(ctx context.Context, tx *database.Tx, user nodeid.ID, secret string, step int64) error {
	ctx = viewer.System(ctx)
	if _, err := tx.Authenticator.Delete().Where(authenticator.UserID(user)).Exec(ctx); err != nil {
		return fmt.Errorf("replace an authenticator: %w", err)
	}
	err := f.createAuthenticator(tx, user, secret).SetConfirmedAt(f.clock.Now()).SetLastStep(step).Exec(ctx)
	if err != nil {
		return fmt.Errorf("keep an authenticator: %w", err)
	}
	return setSecondFactor(ctx, tx, user, true)
}

// useCode takes a code of the user's app, each once: the time step of one that
// was taken is never taken again, nor one before it.
func (f *Factors) useCode(ctx context.Context, tx *database.Tx, user nodeid.ID, code string) error {
	ctx = viewer.System(ctx)
	held, err := tx.Authenticator.Query().Where(authenticator.UserID(user), authenticator.ConfirmedAtNotNil()).Only(ctx)
	if ent.IsNotFound(err) {
		return wrongCode()
	}
	if err != nil {
		return fmt.Errorf("read an authenticator: %w", err)
	}
	secret, err := f.openSecret(held)
	if err != nil {
		return err
	}
	step, right := f.CheckCode(secret, code)
	if !right {
		return wrongCode()
	}
	used, err := tx.Authenticator.Update().Where(authenticator.ID(held.ID), authenticator.LastStepLT(step)).
		SetLastStep(step).SetLastUsedAt(f.clock.Now()).Save(ctx)
	if err != nil {
		return fmt.Errorf("note the use of a code: %w", err)
	}
	if used == 0 {
		return refusal.Invalid("code", "This code was used already. Wait for the next one.")
	}
	return nil
}

func (f *Factors) createAuthenticator(tx *database.Tx, user nodeid.ID, secret string) *ent.AuthenticatorCreate {
	id := nodeid.New(nodeid.Authenticator)
	return tx.Authenticator.Create().SetID(id).SetUserID(user).SetCreatedAt(f.clock.Now()).
		SetSecretSealed(f.box.Seal([]byte(secret), secretPlace(id)))
}

func (f *Factors) openSecret(a *ent.Authenticator) (string, error) {
	secret, err := f.box.Open(a.SecretSealed, secretPlace(a.ID))
	if err != nil {
		return "", fmt.Errorf("open the secret of an authenticator: %w", err)
	}
	return string(secret), nil
}

func secretPlace(id nodeid.ID) string { return "authenticators.secret_sealed " + id.String() }

func wrongCode() error {
	return refusal.Invalid("code", "This code is wrong or over. Type the one that the app shows now.")
}
