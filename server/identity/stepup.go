package identity

import (
	"context"
	"fmt"
	"time"

	entchallenge "latchkey/ent/challenge"
	"latchkey/ent/predicate"
	"latchkey/ent/session"
	"latchkey/server/database"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/secondfactor"
	"latchkey/server/viewer"
)

// SteppedUp is a session that may do sensitive acts.
type SteppedUp struct {
	Until time.Time
	// Token is the session's new one; empty when there was no way to hand one over.
	Token seal.Token
	// ExpiresAt is when the session ends at the latest.
	ExpiresAt time.Time
}

// ConfirmPassword is step-up: it proves the viewer's password again and lets
// this session do sensitive acts for StepUp. renew makes its token anew, for a
// browser that can be given a cookie; over a WebSocket there is none to renew.
//
// Refusals: UNAUTHENTICATED, VALIDATION_FAILED on "password", RATE_LIMITED.
func (i *Identity) ConfirmPassword(ctx context.Context, password string, renew bool) (*SteppedUp, error) {
	me, err := i.Me(ctx)
	if err != nil {
		return nil, err
	}
	if err := i.ProveAgain(ctx, me, "password", password); err != nil {
		return nil, err
	}
	v, _ := viewer.FromContext(ctx)
	up, err := database.InTx(viewer.System(ctx), i.store, func(ctx context.Context, tx *database.Tx) (*SteppedUp, error) {
		return i.stepUp(ctx, tx, v, renew, false)
	})
	if err != nil {
		return nil, fmt.Errorf("confirm password: %w", err)
	}
	return up, nil
}

// ConfirmPasskey is step-up by a passkey of the viewer: see ConfirmPassword.
//
// Refusals: UNAUTHENTICATED, VALIDATION_FAILED on "passkey", RATE_LIMITED.
func (i *Identity) ConfirmPasskey(ctx context.Context, proof secondfactor.PasskeyProof, renew bool) (*SteppedUp, error) {
	me, err := viewer.RequireUser(ctx)
	if err != nil {
		return nil, err
	}
	key := "session of " + me.String()
	if err := i.accounts.try(key); err != nil {
		return nil, err
	}
	v, _ := viewer.FromContext(ctx)
	up, err := database.InTx(ctx, i.store, func(ctx context.Context, tx *database.Tx) (*SteppedUp, error) {
		// As the viewer: the request was made for this session alone.
		person, err := i.factors.VerifyPasskey(ctx, tx, entchallenge.KindPASSKEY_STEP_UP, proof)
		if _, refused := refusal.As(err); refused || err == nil && person != me {
			return nil, refusal.Invalid("passkey", "This passkey was not accepted. Try again.")
		}
		if err != nil {
			return nil, err
		}
		return i.stepUp(viewer.System(ctx), tx, v, renew, true)
	})
	if err != nil {
		return nil, fmt.Errorf("confirm passkey: %w", err)
	}
	i.accounts.forgive(key)
	return up, nil
}

// stepUp writes it down. factor says that a second factor was proven with it.
//
// Refusals: UNAUTHENTICATED when the session has ended meanwhile.
func (i *Identity) stepUp(ctx context.Context, tx *database.Tx, v viewer.Viewer, renew, factor bool) (*SteppedUp, error) {
	now := i.clock.Now()
	up := &SteppedUp{Until: now.Add(StepUp), ExpiresAt: v.ExpiresAt}
	update := tx.Session.Update().Where(session.ID(v.Session), session.UserID(v.User), session.Not(isOver(now))).SetSteppedUpUntil(up.Until)
	if factor {
		update.SetSecondFactorAt(now)
	}
	changed, err := update.Save(ctx)
	if err != nil {
		return nil, err
	}
	if changed == 0 {
		return nil, refusal.Unauthenticated()
	}
	if renew {
		up.Token, err = i.Renew(ctx, tx, v.Session)
	}
	return up, err
}

// isOver holds for sessions that nobody can act with any more.
func isOver(now time.Time) predicate.Session {
	return session.Or(session.EndedAtNotNil(), session.ExpiresAtLTE(now), session.LastSeenAtLTE(now.Add(-SessionIdle)))
}
