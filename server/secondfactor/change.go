package secondfactor

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect"

	"latchkey/ent"
	"latchkey/ent/accessevent"
	"latchkey/ent/authenticator"
	"latchkey/ent/passkey"
	"latchkey/ent/session"
	"latchkey/ent/user"
	"latchkey/server/audit"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// add gives the viewer a second factor of a kind by insert. With the first one
// come recovery codes, this session counts as one that proved it, and all
// others end: they never did.
func (f *Factors) add(ctx context.Context, kind string, insert func(ctx context.Context, tx *database.Tx, me nodeid.ID) error) (codes []string, err error) {
	me, err := viewer.RequireStepUp(ctx, f.clock.Now())
	if err != nil {
		return nil, err
	}
	v, _ := viewer.FromContext(ctx)
	codes, err = database.InTx(viewer.System(ctx), f.store, func(ctx context.Context, tx *database.Tx) (codes []string, err error) {
		err = f.follow(ctx, tx, me, func(ctx context.Context) error {
			before, err := lockUser(ctx, tx, me)
			if err != nil {
				return err
			}
			if err := insert(ctx, tx, me); err != nil || before.SecondFactor {
				return err
			}
			if err := f.upgrade(ctx, tx, v); err != nil {
				return err
			}
			codes, err = f.InsertRecoveryCodes(ctx, tx, me)
			return err
		})
		if err != nil {
			return nil, err
		}
		return codes, f.tell(ctx, tx, me, "second_factor_added", audit.Entry{
			Action: "second_factor.added", Detail: map[string]any{"kind": kind, "first": codes != nil},
		})
	})
	if err != nil {
		return nil, fmt.Errorf("add a second factor: %w", err)
	}
	return codes, nil
}

// remove takes second factors of a kind from the viewer by take, which says
// how many there were. With the last one go the recovery codes and the access
// that demands one.
func (f *Factors) remove(ctx context.Context, kind string, take func(ctx context.Context, tx *database.Tx, me nodeid.ID) (int, error)) error {
	me, err := viewer.RequireStepUp(ctx, f.clock.Now())
	if err != nil {
		return err
	}
	err = database.Write(viewer.System(ctx), f.store, func(ctx context.Context, tx *database.Tx) error {
		taken, last := 0, false
		err := f.follow(ctx, tx, me, func(ctx context.Context) (err error) {
			if _, err := lockUser(ctx, tx, me); err != nil {
				return err
			}
			if taken, err = take(ctx, tx, me); err != nil || taken == 0 {
				return err
			}
			last, err = f.loseIfLast(ctx, tx, me)
			return err
		})
		if err != nil || taken == 0 {
			return err
		}
		return f.tell(ctx, tx, me, "second_factor_removed", audit.Entry{
			Action: "second_factor.removed", Detail: map[string]any{"kind": kind, "last": last},
		})
	})
	if err != nil {
		return fmt.Errorf("remove a second factor: %w", err)
	}
	return nil
}

// loseIfLast notes that the user has no second factor, if so.
func (f *Factors) loseIfLast(ctx context.Context, tx *database.Tx, me nodeid.ID) (last bool, err error) {
	passkeys, err := tx.Passkey.Query().Where(passkey.UserID(me)).Exist(ctx)
	if err != nil || passkeys {
		return false, err
	}
	app, err := tx.Authenticator.Query().Where(authenticator.UserID(me), authenticator.ConfirmedAtNotNil()).Exist(ctx)
	if err != nil || app {
		return false, err
	}
	if err := setSecondFactor(ctx, tx, me, false); err != nil {
		return true, err
	}
	return true, deleteRecoveryCodes(ctx, tx, me)
}

// upgrade makes the acting session one that has proven a second factor, and the only one.
func (f *Factors) upgrade(ctx context.Context, tx *database.Tx, v viewer.Viewer) error {
	changed, err := tx.Session.Update().Where(session.ID(v.Session), session.UserID(v.User), session.EndedAtIsNil()).
		SetSecondFactorAt(f.clock.Now()).Save(ctx)
	if err != nil {
		return err
	}
	if changed == 0 { // ended meanwhile
		return refusal.Unauthenticated()
	}
	return f.sessions.EndSessions(ctx, tx, v.User, v.Session)
}

// follow runs a change of the user's second factors, and tells them which access came or went with it.
func (f *Factors) follow(ctx context.Context, tx *database.Tx, user nodeid.ID, change func(ctx context.Context) error) error {
	reason := accessevent.ReasonSECOND_FACTOR
	return f.access.Follow(ctx, tx, user, []nodeid.ID{user}, &reason, change)
}

// tell mails a notice and appends to the audit log: the last of a transaction.
func (f *Factors) tell(ctx context.Context, tx *database.Tx, me nodeid.ID, notice string, entry audit.Entry) error {
	if err := f.postman.SendSecurityNotice(ctx, tx, me, notice); err != nil {
		return err
	}
	entry.Actor, entry.Subject = me, me
	return audit.Append(ctx, tx, entry)
}

// lockUser reads a user who may sign in, and keeps others from changing what
// they sign in with until the transaction ends: of two last factors that are
// removed at the same time, the second sees that the first is gone.
//
// Refusals: UNAUTHENTICATED for a deleted account.
func lockUser(ctx context.Context, tx *database.Tx, id nodeid.ID) (*ent.User, error) {
	query := tx.User.Query().Where(user.ID(id), user.DeletedAtIsNil())
	if tx.Dialect() == dialect.Postgres { // SQLite has one writer
		query.ForUpdate()
	}
	found, err := query.Only(viewer.System(ctx))
	if ent.IsNotFound(err) {
		return nil, refusal.Unauthenticated()
	}
	if err != nil {
		return nil, fmt.Errorf("lock a user: %w", err)
	}
	return found, nil
}

func setSecondFactor(ctx context.Context, tx *database.Tx, user nodeid.ID, has bool) error {
	if err := tx.User.UpdateOneID(user).SetSecondFactor(has).Exec(ctx); err != nil {
		return fmt.Errorf("note whether a user has a second factor: %w", err)
	}
	return nil
}
