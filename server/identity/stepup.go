package identity

import (
	"context"
	"fmt"
	"time"

	"latchkey/ent/predicate"
	"latchkey/ent/session"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// ConfirmPassword is step-up: it proves the viewer's password again and lets
// this session do sensitive acts for StepUp. The token stays the same: it was
// made by us at sign-in and never by a browser, so there is none to be fixed
// beforehand, and a request over a WebSocket has no cookie to renew.
//
// Refusals: UNAUTHENTICATED, VALIDATION_FAILED on "password", RATE_LIMITED.
func (i *Identity) ConfirmPassword(ctx context.Context, password string) (until time.Time, err error) {
	me, err := i.Me(ctx)
	if err != nil {
		return time.Time{}, err
	}
	v, _ := viewer.FromContext(ctx)
	key := "session of " + me.ID.String()
	if err := i.accounts.try(key); err != nil {
		return time.Time{}, err
	}
	right, err := i.passwords.Verify(ctx, me.PasswordHash, canonical(password))
	if err != nil {
		return time.Time{}, fmt.Errorf("confirm password: %w", err)
	}
	if !right {
		return time.Time{}, refusal.Invalid("password", "That is not your password. Try again.")
	}
	i.accounts.forgive(key)
	now := i.clock.Now()
	until = now.Add(StepUp)
	changed, err := i.client.Session.Update().
		Where(session.ID(v.Session), session.UserID(me.ID), session.Not(isOver(now))).SetSteppedUpUntil(until).Save(viewer.System(ctx))
	if err != nil {
		return time.Time{}, fmt.Errorf("confirm password: %w", err)
	}
	if changed == 0 { // ended meanwhile
		return time.Time{}, refusal.Unauthenticated()
	}
	return until, nil
}

// isOver holds for sessions that nobody can act with any more.
func isOver(now time.Time) predicate.Session {
	return session.Or(session.EndedAtNotNil(), session.ExpiresAtLTE(now), session.LastSeenAtLTE(now.Add(-SessionIdle)))
}
