package identity

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"time"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"

	"latchkey/ent"
	"latchkey/ent/challenge"
	"latchkey/ent/session"
	"latchkey/ent/user"
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

// renewed is how long the token before a new one still names its session:
// requests that were on their way already don't fail.
const renewed = time.Minute

// Begin makes a session inside a transaction. Its token is always new: one
// that a browser brought along is never taken over. secondFactor says that one
// was proven just now. Sessions of the user whose time is over are cleared away.
//
// Refusals: UNAUTHENTICATED for a deleted account, and without a second factor
// for an account that has one, whatever the caller thought it had.
//
// Who signs in from where they never did is told so by mail.
func (i *Identity) Begin(ctx context.Context, tx *database.Tx, person *ent.User, device Device, secondFactor bool) (*SignedIn, error) {
	ctx = viewer.System(ctx)
	live, err := lockPerson(ctx, tx, person.ID)
	if err != nil {
		return nil, err
	}
	if live.SecondFactor && !secondFactor {
		return nil, refusal.Unauthenticated()
	}
	unfamiliar, err := i.isUnfamiliar(ctx, tx, live.ID, device)
	if err != nil {
		return nil, err
	}
	now := i.clock.Now()
	_, err = tx.Session.Delete().Where(session.UserID(live.ID), session.ExpiresAtLTE(now)).Exec(ctx)
	if err != nil {
		return nil, fmt.Errorf("clear sessions that are over: %w", err)
	}
	token := seal.NewToken()
	create := tx.Session.Create().SetTokenHash(token.Hash()).SetUserID(live.ID).
		SetCreatedAt(now).SetLastSeenAt(now).SetExpiresAt(now.Add(SessionLifetime)).
		SetUserAgent(cut(device.UserAgent, maxUserAgent)).SetRemoteAddress(cut(device.RemoteAddress, maxRemoteAddress))
	if secondFactor {
		create.SetSecondFactorAt(now)
	}
	begun, err := create.Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("begin session: %w", err)
	}
	if unfamiliar {
		if err := i.postman.SendNewSignIn(ctx, tx, begun.ID); err != nil {
			return nil, err
		}
	}
	return signedIn(token, begun, live), nil
}

// EndSessions ends all sessions of a user but one (none when except is empty),
// and whatever was about to become one. Their sockets close once the
// transaction is committed.
func (i *Identity) EndSessions(ctx context.Context, tx *database.Tx, person, except nodeid.ID) error {
	ctx = viewer.System(ctx)
	if _, err := lockRow(ctx, tx, person); err != nil { // a deleted account's sessions end, too
		return fmt.Errorf("end sessions: %w", err)
	}
	ended, err := tx.Session.Query().Where(session.UserID(person), session.IDNEQ(except), session.EndedAtIsNil()).IDs(ctx)
	if err != nil {
		return fmt.Errorf("look for sessions to end: %w", err)
	}
	err = tx.Session.Update().Where(session.IDIn(ended...)).SetEndedAt(i.clock.Now()).ClearSteppedUpUntil().Exec(ctx)
	if err != nil {
		return fmt.Errorf("end sessions: %w", err)
	}
	_, err = tx.Challenge.Delete().Where(challenge.UserID(person), challenge.SessionIDIsNil()).Exec(ctx)
	if err != nil {
		return fmt.Errorf("end sessions that were about to begin: %w", err)
	}
	tx.AfterCommit(func() {
		for _, id := range ended {
			i.closeSockets(ctx, id)
		}
	})
	return nil
}

// Renew gives a session a new token, as every change of privilege does. For
// a minute the old one still names the session, without step-up.
//
// Refusals: UNAUTHENTICATED when the session is over.
func (i *Identity) Renew(ctx context.Context, tx *database.Tx, id nodeid.ID) (seal.Token, error) {
	token, now := seal.NewToken(), i.clock.Now()
	changed, err := tx.Session.Update().Where(session.ID(id), session.Not(isOver(now))).
		SetTokenHash(token.Hash()).SetPreviousUntil(now.Add(renewed)).
		Modify(func(u *sql.UpdateBuilder) {
			u.Set(session.FieldPreviousTokenHash, sql.Expr(session.FieldTokenHash)) // as it was
		}).Save(viewer.System(ctx))
	if err != nil {
		return "", fmt.Errorf("renew a session's token: %w", err)
	}
	if changed == 0 {
		return "", refusal.Unauthenticated()
	}
	return token, nil
}

// lockPerson is lockRow for who may sign in.
//
// Refusals: UNAUTHENTICATED for a deleted account.
func lockPerson(ctx context.Context, tx *database.Tx, id nodeid.ID) (*ent.User, error) {
	found, err := lockRow(ctx, tx, id)
	if ent.IsNotFound(err) || err == nil && found.DeletedAt != nil {
		return nil, refusal.Unauthenticated()
	}
	if err != nil {
		return nil, fmt.Errorf("read a user: %w", err)
	}
	return found, nil
}

// lockRow reads a user, and keeps others from changing them until the
// transaction ends: a password and what it allows don't pass each other.
func lockRow(ctx context.Context, tx *database.Tx, id nodeid.ID) (*ent.User, error) {
	query := tx.User.Query().Where(user.ID(id))
	if tx.Dialect() == dialect.Postgres { // SQLite has one writer
		query.ForUpdate()
	}
	return query.Only(ctx)
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
	now, hash := i.clock.Now(), parsed.Hash()
	found, err := i.client.Session.Query().Where(session.Or(
		session.TokenHash(hash), session.And(session.PreviousTokenHash(hash), session.PreviousUntilGT(now)),
	)).Only(ctx)
	if ent.IsNotFound(err) {
		return viewer.Viewer{}, refusal.Unauthenticated()
	}
	if err != nil {
		return viewer.Viewer{}, fmt.Errorf("authenticate: %w", err)
	}
	if found.EndedAt != nil || !now.Before(found.ExpiresAt) || !now.Before(found.LastSeenAt.Add(SessionIdle)) {
		return viewer.Viewer{}, refusal.Unauthenticated()
	}
	if now.Sub(found.LastSeenAt) >= seenEvery {
		i.noteUse(ctx, found.ID, now)
	}
	if !bytes.Equal(found.TokenHash, hash) {
		found.SteppedUpUntil = nil // the step-up is the new token's only
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
