// Package challenge keeps what somebody still has to prove in the middle of
// signing in, of choosing a new password, or of using a passkey. A challenge is
// named by a token of which only the hash is kept, lives for minutes, and is met once.
package challenge

import (
	"context"
	"fmt"
	"time"

	"latchkey/ent"
	"latchkey/ent/challenge"
	"latchkey/server/clock"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/viewer"
)

const (
	// Lifetime is how long a challenge can be met.
	Lifetime = 10 * time.Minute
	// Tries is how many wrong answers end it.
	Tries = 5
	// sweepAfter keeps rows for the count of codes sent to an address.
	sweepAfter = 24 * time.Hour
)

// Challenges is the domain. It is safe for use by many goroutines.
type Challenges struct {
	store *database.Store
	clock *clock.Clock
}

// New makes the domain.
func New(store *database.Store) *Challenges { return &Challenges{store, store.Clock()} }

// Begun is a new challenge and the token that names it.
type Begun struct {
	*ent.Challenge
	Token seal.Token
}

// Begin keeps a challenge; set adds what it is about. It commits with tx or vanishes with it.
func (c *Challenges) Begin(ctx context.Context, tx *database.Tx, kind challenge.Kind, set func(*ent.ChallengeCreate)) (Begun, error) {
	token, now := seal.NewToken(), c.clock.Now()
	create := tx.Challenge.Create().SetTokenHash(token.Hash()).SetKind(kind).SetCreatedAt(now).SetExpiresAt(now.Add(Lifetime))
	set(create)
	made, err := create.Save(viewer.System(ctx))
	if err != nil {
		return Begun{}, fmt.Errorf("begin challenge: %w", err)
	}
	return Begun{made, token}, nil
}

// Try counts an answer to the challenge behind a token before it is looked
// at, so that a thousand at the same time are not more than Tries. It commits
// by itself: a wrong answer counts although what it is part of does not happen.
//
// Refusals: UNAUTHENTICATED when there is no such challenge or it is over.
func (c *Challenges) Try(ctx context.Context, token string, kind challenge.Kind) (*ent.Challenge, error) {
	found, err := c.Find(ctx, token, kind)
	if err != nil {
		return nil, err
	}
	counted, err := c.store.Client().Challenge.Update().
		Where(challenge.ID(found.ID), challenge.TriesLT(Tries)).AddTries(1).Save(viewer.System(ctx))
	if err != nil {
		return nil, fmt.Errorf("count an answer: %w", err)
	}
	if counted == 0 {
		return nil, refusal.Unauthenticated()
	}
	found.Tries++
	return found, nil
}

// Find reads the challenge behind a token, by the same work whether it has a user or not.
//
// Refusals: UNAUTHENTICATED when there is none, when it is over, and when it is
// of another session than the viewer's.
func (c *Challenges) Find(ctx context.Context, token string, kind challenge.Kind) (*ent.Challenge, error) {
	parsed, err := seal.ParseToken(token)
	if err != nil {
		return nil, refusal.Unauthenticated()
	}
	found, err := c.store.Client().Challenge.Query().
		Where(challenge.TokenHash(parsed.Hash()), challenge.KindEQ(kind), challenge.ExpiresAtGT(c.clock.Now())).
		Only(viewer.System(ctx))
	if ent.IsNotFound(err) {
		return nil, refusal.Unauthenticated()
	}
	if err != nil {
		return nil, fmt.Errorf("look for a challenge: %w", err)
	}
	if v, _ := viewer.FromContext(ctx); found.SessionID != nil && *found.SessionID != v.Session {
		return nil, refusal.Unauthenticated()
	}
	return found, nil
}

// Meet ends a challenge as met, in the transaction of what it allows: of two
// who meet it at the same time one does.
//
// Refusals: UNAUTHENTICATED when it was met already.
func (c *Challenges) Meet(ctx context.Context, tx *database.Tx, id nodeid.ID) error {
	met, err := tx.Challenge.Delete().Where(challenge.ID(id)).Exec(viewer.System(ctx))
	if err != nil {
		return fmt.Errorf("meet a challenge: %w", err)
	}
	if met == 0 {
		return refusal.Unauthenticated()
	}
	return nil
}

// Sweep forgets what was over long ago.
func (c *Challenges) Sweep(ctx context.Context) error {
	_, err := c.store.Client().Challenge.Delete().
		Where(challenge.ExpiresAtLT(c.clock.Now().Add(-sweepAfter))).Exec(viewer.System(ctx))
	if err != nil {
		return fmt.Errorf("forget challenges: %w", err)
	}
	return nil
}
