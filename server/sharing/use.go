package sharing

import (
	"context"
	"fmt"
	"sync"
	"time"

	"latchkey/ent/grant"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/viewer"
)

const (
	// useEvery is how exact "last used" is.
	useEvery = 5 * time.Minute
	// usesKept bounds the memory of who used what; beyond it some writes are repeated.
	usesKept = 50_000
	// flushEvery is how often uses are written down.
	flushEvery = time.Second
)

// use is one user's use of one mailbox.
type use struct{ user, mailbox nodeid.ID }

// uses collects who used what, so that a read of mail never waits for a write.
type uses struct {
	mu      sync.Mutex
	noted   map[use]time.Time // when it was last noted on this node
	pending map[use]time.Time
}

// Touch notes that the viewer uses a mailbox, at most every five minutes. It
// only takes a lock in memory; RunUses writes it down.
func (s *Sharing) Touch(ctx context.Context, mailbox nodeid.ID) {
	v, ok := viewer.FromContext(ctx)
	if !ok || v.User == "" {
		return
	}
	s.uses.note(use{v.User, mailbox}, s.Now())
}

func (u *uses) note(key use, now time.Time) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if at, known := u.noted[key]; known && now.Sub(at) < useEvery {
		return
	}
	if u.noted == nil || len(u.noted) >= usesKept {
		u.noted = map[use]time.Time{}
	}
	if u.pending == nil {
		u.pending = map[use]time.Time{}
	}
	u.noted[key] = now
	u.pending[key] = now
}

func (u *uses) take() map[use]time.Time {
	u.mu.Lock()
	defer u.mu.Unlock()
	taken := u.pending
	u.pending = nil
	return taken
}

// RunUses writes uses down until ctx is done, and then what is left.
func (s *Sharing) RunUses(ctx context.Context) {
	ticker := time.NewTicker(flushEvery)
	defer ticker.Stop()
	for running := true; running; {
		select {
		case <-ctx.Done():
			running = false
		case <-ticker.C:
		}
		if err := s.FlushUses(context.WithoutCancel(ctx)); err != nil {
			s.log.ErrorContext(ctx, "sharing: some uses were not noted", "error", err)
		}
	}
}

// FlushUses writes down what Touch collected, in one transaction.
func (s *Sharing) FlushUses(ctx context.Context) error {
	taken := s.uses.take()
	if len(taken) == 0 {
		return nil
	}
	err := database.Write(viewer.System(ctx), s.store, func(ctx context.Context, tx *database.Tx) error {
		for key, at := range taken {
			err := tx.Grant.Update().Where(
				grant.MailboxID(key.mailbox), grant.UserID(key.user), grant.RevokedAtIsNil(),
				grant.Or(grant.LastUsedAtIsNil(), grant.LastUsedAtLTE(at.Add(-useEvery))),
			).SetLastUsedAt(at).Exec(ctx)
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("note when mailboxes were used: %w", err)
	}
	return nil
}
