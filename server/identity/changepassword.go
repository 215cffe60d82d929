package identity

import (
	"context"
	"fmt"

	"latchkey/ent/session"
	"latchkey/server/address"
	"latchkey/server/database"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// ChangePassword sets a new password after the current one was proven. Every
// session of the account ends, this one too: the browser goes on with the one
// that is returned, which keeps the second factor that was proven in the old.
//
// Refusals: UNAUTHENTICATED, VALIDATION_FAILED (currentPassword, newPassword), RATE_LIMITED.
func (i *Identity) ChangePassword(ctx context.Context, current, next string, device Device) (*SignedIn, error) {
	me, err := i.Me(ctx)
	if err != nil {
		return nil, err
	}
	if err := i.ProveAgain(ctx, me, "currentPassword", current); err != nil {
		return nil, err
	}
	email, err := address.Parse(me.Email)
	if err != nil {
		return nil, fmt.Errorf("read the address of a user: %w", err)
	}
	hash, err := i.HashPassword(ctx, next, email)
	if err != nil {
		return nil, asNewPassword(err)
	}
	v, _ := viewer.FromContext(ctx)
	return database.InTx(viewer.System(ctx), i.store, func(ctx context.Context, tx *database.Tx) (*SignedIn, error) {
		live, err := lockPerson(ctx, tx, me.ID)
		if err != nil {
			return nil, err
		}
		old, err := tx.Session.Query().Where(session.ID(v.Session), session.UserID(me.ID), session.Not(isOver(i.clock.Now()))).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("read the session that acts: %w", err)
		}
		// What was proven is the old password: of two who change it one does.
		if len(old) == 0 || live.PasswordHash != me.PasswordHash || live.SecondFactor && old[0].SecondFactorAt == nil {
			return nil, refusal.Unauthenticated()
		}
		in, err := i.replacePassword(ctx, tx, live, hash, device)
		if err != nil || old[0].SecondFactorAt == nil {
			return in, err
		}
		err = tx.Session.UpdateOneID(in.Viewer.Session).SetSecondFactorAt(*old[0].SecondFactorAt).Exec(ctx)
		if err != nil {
			return nil, fmt.Errorf("keep a second factor: %w", err)
		}
		return in, nil
	})
}
