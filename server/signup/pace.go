package signup

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect"

	"latchkey/ent"
	"latchkey/ent/signup"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
)

// checkPace bounds how much mail an address gets, and how much a link causes.
//
// Refusals: RATE_LIMITED.
func (s *SignUps) checkPace(ctx context.Context, tx *database.Tx, email string, inv nodeid.ID) error {
	if err := s.alone(ctx, tx, email); err != nil {
		return err
	}
	if err := s.checkAddress(ctx, tx, email); err != nil {
		return err
	}
	now := s.clock.Now()
	earlier, err := tx.SignUp.Query().Where(signup.InvitationID(inv), signup.CreatedAtGT(now.Add(-startsWithin))).
		Order(ent.Desc(signup.FieldCreatedAt)).Offset(startsPerInvitation - 1).Limit(1).All(ctx)
	if err != nil {
		return fmt.Errorf("count the sign-ups of an invitation: %w", err)
	}
	if len(earlier) == 0 {
		return nil
	}
	return refusal.RateLimited(max(earlier[0].CreatedAt.Add(startsWithin).Sub(now), time.Second))
}

// checkAddress bounds how many codes an address is sent: more codes are more to guess, too.
func (s *SignUps) checkAddress(ctx context.Context, tx *database.Tx, email string) error {
	now := s.clock.Now()
	recent, err := tx.SignUp.Query().Where(signup.Email(email), signup.CodeSentAtGT(now.Add(-codesWithin))).
		Order(ent.Asc(signup.FieldCodeSentAt)).All(ctx)
	if err != nil {
		return fmt.Errorf("count the codes of an address: %w", err)
	}
	sent := 0
	for _, row := range recent {
		sent += row.CodeCount
	}
	var wait time.Duration
	for _, row := range recent {
		if sent < codesPerAddress {
			break
		}
		sent -= row.CodeCount
		wait = row.CodeSentAt.Add(codesWithin).Sub(now)
	}
	if wait > 0 {
		return refusal.RateLimited(max(wait, time.Second))
	}
	return nil
}

// alone has others wait who are about to send a code to the same address, so
// that each counts those before it. SQLite has one writer anyway.
func (s *SignUps) alone(ctx context.Context, tx *database.Tx, email string) error {
	if tx.Dialect() != dialect.Postgres {
		return nil
	}
	_, err := tx.SQL.ExecContext(ctx, "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", "sign_ups "+email)
	if err != nil {
		return fmt.Errorf("wait for other sign-ups: %w", err)
	}
	return nil
}
