package identity

import (
	"context"
	"fmt"
	"slices"

	"latchkey/ent"
	"latchkey/ent/session"
	"latchkey/server/audit"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// Sessions are those in which the viewer is signed in: this one first, then
// the last used.
//
// Refusals: UNAUTHENTICATED.
func (i *Identity) Sessions(ctx context.Context) ([]*ent.Session, error) {
	me, err := viewer.RequireUser(ctx)
	if err != nil {
		return nil, err
	}
	found, err := i.client.Session.Query().Where(session.UserID(me), session.Not(isOver(i.clock.Now()))).
		Order(ent.Desc(session.FieldLastSeenAt), ent.Desc(session.FieldID)).All(viewer.System(ctx))
	if err != nil {
		return nil, fmt.Errorf("read sessions: %w", err)
	}
	v, _ := viewer.FromContext(ctx)
	if at := slices.IndexFunc(found, func(s *ent.Session) bool { return s.ID == v.Session }); at > 0 {
		found = slices.Concat(found[at:at+1], found[:at], found[at+1:])
	}
	return found, nil
}

// EndSession ends one of the viewer's sessions and its open sockets. Repeating
// it is no error, nor is a session that is not theirs: it changes nothing.
//
// Refusals: UNAUTHENTICATED.
func (i *Identity) EndSession(ctx context.Context, id nodeid.ID) error {
	me, err := viewer.RequireUser(ctx)
	if err != nil {
		return err
	}
	return i.endSome(ctx, me, func(s *ent.Session) bool { return s.ID == id })
}

// EndOtherSessions ends every session of the viewer's but this one.
//
// Refusals: UNAUTHENTICATED.
func (i *Identity) EndOtherSessions(ctx context.Context) error {
	me, err := viewer.RequireUser(ctx)
	if err != nil {
		return err
	}
	v, _ := viewer.FromContext(ctx)
	return i.endSome(ctx, me, func(s *ent.Session) bool { return s.ID != v.Session })
}

// endSome ends those of a user's sessions that are chosen, if the session that acts is not over itself.
func (i *Identity) endSome(ctx context.Context, me nodeid.ID, chosen func(*ent.Session) bool) error {
	v, _ := viewer.FromContext(ctx)
	return database.Write(viewer.System(ctx), i.store, func(ctx context.Context, tx *database.Tx) error {
		now := i.clock.Now()
		if _, err := lockPerson(ctx, tx, me); err != nil {
			return err
		}
		live, err := tx.Session.Query().Where(session.UserID(me), session.Not(isOver(now))).All(ctx)
		if err != nil {
			return fmt.Errorf("read sessions: %w", err)
		}
		if !slices.ContainsFunc(live, func(s *ent.Session) bool { return s.ID == v.Session }) {
			return refusal.Unauthenticated()
		}
		var ids []nodeid.ID
		for _, s := range live {
			if chosen(s) {
				ids = append(ids, s.ID)
			}
		}
		if len(ids) == 0 {
			return nil
		}
		err = tx.Session.Update().Where(session.IDIn(ids...)).SetEndedAt(now).ClearSteppedUpUntil().Exec(ctx)
		if err != nil {
			return fmt.Errorf("end sessions: %w", err)
		}
		tx.AfterCommit(func() {
			for _, id := range ids {
				i.closeSockets(ctx, id)
			}
		})
		for _, id := range ids {
			if err := audit.Append(ctx, tx, audit.Entry{Action: "session.ended", Actor: me, Subject: id}); err != nil {
				return err
			}
		}
		return nil
	})
}
