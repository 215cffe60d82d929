package identity

import (
	"bytes"
	"context"
	"fmt"
	"time"

	"latchkey/ent"
	"latchkey/ent/predicate"
	"latchkey/ent/session"
	"latchkey/ent/user"
	"latchkey/server/nodeid"
	"latchkey/server/seal"
	"latchkey/server/viewer"
)

// MaxAccounts is how many people can be signed in within one browser.
const MaxAccounts = 6

// Held is a session that a browser holds, perhaps beside those of other people.
type Held struct {
	Token     seal.Token
	ExpiresAt time.Time
	Viewer    viewer.Viewer
	User      *ent.User
}

// Held reads whose sessions a browser's tokens are, in their order. Those that
// are over are left out, and so is all but the first of one user.
func (i *Identity) Held(ctx context.Context, tokens []string) ([]Held, error) {
	parsed := parseTokens(tokens)
	if len(parsed) == 0 {
		return nil, nil
	}
	now := i.clock.Now()
	found, err := i.client.Session.Query().Where(hasToken(parsed, now), session.Not(isOver(now))).
		WithUser(func(q *ent.UserQuery) { q.Where(user.DeletedAtIsNil()) }).All(viewer.System(ctx))
	if err != nil {
		return nil, fmt.Errorf("read the sessions of a browser: %w", err)
	}
	held, seen := make([]Held, 0, len(found)), map[nodeid.ID]bool{}
	for _, token := range parsed {
		s := heldBy(found, token, now)
		if s == nil || s.Edges.User == nil || seen[s.UserID] {
			continue
		}
		seen[s.UserID] = true
		held = append(held, Held{Token: token, ExpiresAt: s.ExpiresAt, Viewer: viewerOf(s), User: s.Edges.User})
	}
	return held, nil
}

// Leave ends sessions that a browser holds no longer, with their open sockets.
// Repeating it is no error.
func (i *Identity) Leave(ctx context.Context, sessions ...nodeid.ID) error {
	if len(sessions) == 0 {
		return nil
	}
	err := i.client.Session.Update().Where(session.IDIn(sessions...), session.EndedAtIsNil()).
		SetEndedAt(i.clock.Now()).ClearSteppedUpUntil().Exec(viewer.System(ctx))
	if err != nil {
		return fmt.Errorf("end sessions: %w", err)
	}
	for _, id := range sessions {
		i.closeSockets(ctx, id)
	}
	return nil
}

// closeSockets never fails what ended the session: the session's end is in the database, which every request asks.
func (i *Identity) closeSockets(ctx context.Context, id nodeid.ID) {
	if i.sessions == nil {
		return
	}
	if err := i.sessions.EndSession(id.String()); err != nil {
		i.log.WarnContext(ctx, "open sockets of a session that ended stay open until they are used", "session", id, "error", err)
	}
}

// parseTokens leaves out what is no token, and what is beyond the most that a browser holds.
func parseTokens(texts []string) []seal.Token {
	tokens := make([]seal.Token, 0, min(len(texts), MaxAccounts))
	for _, text := range texts {
		if token, err := seal.ParseToken(text); err == nil && len(tokens) < MaxAccounts {
			tokens = append(tokens, token)
		}
	}
	return tokens
}

// hasToken holds for sessions with one of the tokens, or with one that was
// replaced a moment ago.
func hasToken(tokens []seal.Token, now time.Time) predicate.Session {
	hashes := make([][]byte, len(tokens))
	for n, token := range tokens {
		hashes[n] = token.Hash()
	}
	return session.Or(session.TokenHashIn(hashes...), session.And(session.PreviousTokenHashIn(hashes...), session.PreviousUntilGT(now)))
}

// heldBy finds a token's session; by a token that was replaced it is not stepped up.
func heldBy(found []*ent.Session, token seal.Token, now time.Time) *ent.Session {
	for _, s := range found {
		if bytes.Equal(s.TokenHash, token.Hash()) {
			return s
		}
	}
	for _, s := range found {
		if bytes.Equal(s.PreviousTokenHash, token.Hash()) && s.PreviousUntil != nil && now.Before(*s.PreviousUntil) {
			plain := *s
			plain.SteppedUpUntil = nil
			return &plain
		}
	}
	return nil
}
