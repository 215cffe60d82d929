package signup

import (
	"context"
	"fmt"
	"time"

	"latchkey/ent"
	"latchkey/server/database"
	"latchkey/server/mailedcode"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// ResendCode sends a new code; the old one dies. To a proven address it sends none.
//
// Refusals: NOT_FOUND, RATE_LIMITED: once a minute, and five times.
func (s *SignUps) ResendCode(ctx context.Context, token string) (*ent.SignUp, error) {
	row, err := s.Find(ctx, token)
	if err != nil || row.EmailProvenAt != nil {
		return row, err
	}
	return database.InTx(viewer.System(ctx), s.store, func(ctx context.Context, tx *database.Tx) (*ent.SignUp, error) {
		return s.resend(ctx, tx, row)
	})
}

func (s *SignUps) resend(ctx context.Context, tx *database.Tx, row *ent.SignUp) (*ent.SignUp, error) {
	if err := s.alone(ctx, tx, row.Email); err != nil {
		return nil, err
	}
	row, err := tx.SignUp.Get(ctx, row.ID)
	if ent.IsNotFound(err) {
		return nil, refusal.NotFound()
	}
	if err != nil {
		return nil, fmt.Errorf("read a sign-up: %w", err)
	}
	now := s.clock.Now()
	switch next := ResendAfter(row); {
	case row.EmailProvenAt != nil:
		return row, nil
	case next == nil: // no more for this sign-up: another can be begun when it is over
		return nil, refusal.RateLimited(row.ExpiresAt.Sub(now))
	case now.Before(*next):
		return nil, refusal.RateLimited(max(next.Sub(now), time.Second))
	}
	if err := s.checkAddress(ctx, tx, row.Email); err != nil {
		return nil, err
	}
	changed, err := tx.SignUp.UpdateOne(row).SetCodeSealed(s.newCode(row.ID)).SetCodeSentAt(now).
		AddCodeCount(1).SetTries(0).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("make another code: %w", err)
	}
	return changed, s.postman.SendSignUpCode(ctx, tx, row.ID)
}

// newCode makes a code, sealed: only the mail shows it.
func (s *SignUps) newCode(id nodeid.ID) []byte {
	return s.box.Seal([]byte(mailedcode.New()), placeOfCode(id))
}
