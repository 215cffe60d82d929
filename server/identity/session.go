package identity

import (
	"context"
	"fmt"
	"strings"
	"time"

	"latchkey/ent"
	"latchkey/ent/session"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/viewer"
)

// What is kept of a device, in octets, as the columns are.
const (
	maxUserAgent     = 400
	maxRemoteAddress = 64
)

// begin makes a session. Its token is always new: one that a browser brought
// along is never taken over. Sessions of the user that are over are cleared away.
func (i *Identity) begin(ctx context.Context, person *ent.User, device Device) (*SignedIn, error) {
	token, now := seal.NewToken(), i.clock.Now()
	begun, err := database.InTx(viewer.System(ctx), i.store, func(ctx context.Context, tx *database.Tx) (*ent.Session, error) {
		_, err := tx.Session.Delete().Where(session.UserID(person.ID), isOver(now)).Exec(ctx)
		if err != nil {
			return nil, fmt.Errorf("clear sessions that are over: %w", err)
		}
		return i.insertSession(ctx, tx, token, person.ID, device, now)
	})
	if err != nil {
		return nil, err
	}
	return signedIn(token, begun, person), nil
}

func (i *Identity) insertSession(ctx context.Context, tx *database.Tx, token seal.Token, person nodeid.ID, device Device, now time.Time) (*ent.Session, error) {
	begun, err := tx.Session.Create().SetTokenHash(token.Hash()).SetUserID(person).
		SetCreatedAt(now).SetLastSeenAt(now).SetExpiresAt(now.Add(SessionLifetime)).
		SetUserAgent(cut(device.UserAgent, maxUserAgent)).SetRemoteAddress(cut(device.RemoteAddress, maxRemoteAddress)).
		Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("begin session: %w", err)
	}
	return begun, nil
}

func signedIn(token seal.Token, begun *ent.Session, person *ent.User) *SignedIn {
	return &SignedIn{Token: token, ExpiresAt: begun.ExpiresAt, Viewer: viewerOf(begun), User: person}
}

// Authenticate says who acts with the token of a cookie. It is one indexed
// query; once a minute the session's use is written down, too.
//
// Refusals: UNAUTHENTICATED, for an unknown, ended or expired token alike.
func (i *Identity) Authenticate(ctx context.Context, token string) (viewer.Viewer, error) {
	parsed, err := seal.ParseToken(token)
	if err != nil {
		return viewer.Viewer{}, refusal.Unauthenticated()
	}
	ctx = viewer.System(ctx)
	found, err := i.client.Session.Query().Where(session.TokenHash(parsed.Hash())).Only(ctx)
	if ent.IsNotFound(err) {
		return viewer.Viewer{}, refusal.Unauthenticated()
	}
	if err != nil {
		return viewer.Viewer{}, fmt.Errorf("authenticate: %w", err)
	}
	now := i.clock.Now()
	if found.EndedAt != nil || !now.Before(found.ExpiresAt) || !now.Before(found.LastSeenAt.Add(SessionIdle)) {
		return viewer.Viewer{}, refusal.Unauthenticated()
	}
	if now.Sub(found.LastSeenAt) >= seenEvery {
		i.noteUse(ctx, found.ID, now)
	}
	return viewerOf(found), nil
}

// noteUse never fails the request that it belongs to. Of several at the same time one writes.
func (i *Identity) noteUse(ctx context.Context, id nodeid.ID, now time.Time) {
	err := i.client.Session.Update().
		Where(session.ID(id), session.LastSeenAtLTE(now.Add(-seenEvery))).SetLastSeenAt(now).Exec(ctx)
	if err != nil && ctx.Err() == nil {
		i.log.WarnContext(ctx, "a session's use was not written down", "session", id, "error", err)
	}
}

// SignOut ends the viewer's session and its open sockets. Repeating it is no error.
func (i *Identity) SignOut(ctx context.Context) error {
	v, _ := viewer.FromContext(ctx)
	if v.Session == "" {
		return nil
	}
	err := i.client.Session.Update().Where(session.ID(v.Session), session.EndedAtIsNil()).
		SetEndedAt(i.clock.Now()).ClearSteppedUpUntil().Exec(viewer.System(ctx))
	if err != nil {
		return fmt.Errorf("sign out: %w", err)
	}
	if i.sessions == nil {
		return nil
	}
	if err := i.sessions.EndSession(v.Session.String()); err != nil {
		i.log.WarnContext(ctx, "open sockets of a session that ended stay open until they are used", "session", v.Session, "error", err)
	}
	return nil
}

func viewerOf(s *ent.Session) viewer.Viewer {
	v := viewer.Viewer{User: s.UserID, Session: s.ID, ExpiresAt: s.ExpiresAt}
	if s.SteppedUpUntil != nil {
		v.SteppedUpUntil = *s.SteppedUpUntil
	}
	return v
}

// cut shortens a text to so many octets, on a whole character.
func cut(text string, octets int) string {
	return strings.ToValidUTF8(text[:min(len(text), octets)], "")
}
