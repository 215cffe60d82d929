package sharing

import (
	"context"
	"errors"
	"fmt"
	"time"

	"latchkey/ent"
	"latchkey/ent/accessevent"
	"latchkey/ent/grant"
	"latchkey/ent/invitation"
	"latchkey/server/nodeid"
	"latchkey/server/viewer"
)

const (
	// sweepEvery is how long the sweep sleeps at most: the clock of the
	// demonstration can jump, and nobody wakes it.
	sweepEvery = time.Second
	// dueAtOnce is how many are read in one statement; each is a transaction of its own.
	dueAtOnce = 200
)

// RunExpiry tells open sessions what time ends and begins, until ctx is done.
// Nothing depends on it but the telling: what is over gives nothing from its
// second on, swept or not. Several nodes may run it.
func (s *Sharing) RunExpiry(ctx context.Context) {
	for {
		if err := s.ExpireDue(ctx); err != nil && ctx.Err() == nil {
			s.log.ErrorContext(ctx, "sharing: what is due waits for the next sweep", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(s.untilNext(ctx)):
		}
	}
}

// ExpireDue ends grants and invitations whose time has come, and announces
// grants that begin.
func (s *Sharing) ExpireDue(ctx context.Context) error {
	ctx = viewer.System(ctx)
	return errors.Join(
		s.sweep(ctx, s.dueStarts, (*act).begin),
		s.sweep(ctx, s.dueEnds, (*act).expireGrant),
		s.sweep(ctx, s.dueLinks, (*act).expireInvitation),
	)
}

// sweep does to each due row what is due, each in its own transaction, so that
// one that fails stops no other.
func (s *Sharing) sweep(ctx context.Context, due func(context.Context, time.Time, nodeid.ID) ([]nodeid.ID, error),
	do func(*act, context.Context, nodeid.ID) error) error {
	var failed error
	after := nodeid.ID("")
	for now := s.Now(); ; {
		ids, err := due(ctx, now, after)
		if err != nil {
			return errors.Join(failed, fmt.Errorf("read what is due: %w", err))
		}
		for _, id := range ids {
			_, err := perform(ctx, s, "", func(ctx context.Context, a *act) (struct{}, error) { return struct{}{}, do(a, ctx, id) })
			if err != nil {
				failed = errors.Join(failed, fmt.Errorf("%s: %w", id, err))
			}
		}
		if len(ids) < dueAtOnce || ctx.Err() != nil {
			return failed
		}
		after = ids[len(ids)-1]
	}
}

func (s *Sharing) dueStarts(ctx context.Context, now time.Time, after nodeid.ID) ([]nodeid.ID, error) {
	return s.store.Client().Grant.Query().Where(grant.RevokedAtIsNil(), grant.StartsAtLTE(now), grant.IDGT(after)).
		Order(ent.Asc(grant.FieldID)).Limit(dueAtOnce).IDs(ctx)
}

func (s *Sharing) dueEnds(ctx context.Context, now time.Time, after nodeid.ID) ([]nodeid.ID, error) {
	return s.store.Client().Grant.Query().Where(grant.RevokedAtIsNil(), grant.ExpiresAtLTE(now), grant.IDGT(after)).
		Order(ent.Asc(grant.FieldID)).Limit(dueAtOnce).IDs(ctx)
}

func (s *Sharing) dueLinks(ctx context.Context, now time.Time, after nodeid.ID) ([]nodeid.ID, error) {
	return s.store.Client().Invitation.Query().
		Where(invitation.ClosedAtIsNil(), invitation.ExpiresAtLTE(now), invitation.IDGT(after)).
		Order(ent.Asc(invitation.FieldID)).Limit(dueAtOnce).IDs(ctx)
}

// begin announces a grant that has begun. Its start is cleared, which is how
// the next sweep knows.
func (a *act) begin(ctx context.Context, id nodeid.ID) error {
	g, err := a.lockedGrant(ctx, id)
	if err != nil {
		return err
	}
	if err := lockUsers(ctx, a.Tx, []nodeid.ID{g.UserID}); err != nil {
		return err
	}
	begun, err := a.Grant.Update().Where(grant.ID(id), grant.RevokedAtIsNil(), grant.StartsAtLTE(a.now)).
		ClearStartsAt().Save(ctx)
	if err != nil || begun == 0 || isOver(g.ExpiresAt, a.now) {
		return err
	}
	if err := a.emit(ctx, g.UserID, a.by, accessevent.KindGRANTED, g.MailboxID); err != nil {
		return err
	}
	return a.recordGrant(ctx, "grant.begun", g)
}

func (a *act) expireGrant(ctx context.Context, id nodeid.ID) error {
	g, err := a.lockedGrant(ctx, id)
	if err != nil || !isOver(g.ExpiresAt, a.now) { // prolonged meanwhile
		return err
	}
	return a.end(ctx, g, grant.EndedAsEXPIRED)
}

func (a *act) expireInvitation(ctx context.Context, id nodeid.ID) error {
	inv, err := a.Invitation.Get(ctx, id)
	if err != nil {
		return err
	}
	if err := a.lock(ctx, inv.MailboxID); err != nil {
		return err
	}
	if inv, err = a.Invitation.Query().Where(invitation.ID(id)).Only(ctx); err != nil || !isOver(&inv.ExpiresAt, a.now) {
		return err
	}
	_, err = a.close(ctx, inv, invitation.ClosedAsEXPIRED)
	return err
}

// lockedGrant reads a grant under the lock of its mailbox.
func (a *act) lockedGrant(ctx context.Context, id nodeid.ID) (*ent.Grant, error) {
	g, err := a.Grant.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	if err := a.lock(ctx, g.MailboxID); err != nil {
		return nil, err
	}
	return a.Grant.Query().Where(grant.ID(id)).Only(ctx)
}

// untilNext is how long to sleep: until the next end or start, a second at
// most. When that can't be read, the sweep itself will say why.
func (s *Sharing) untilNext(ctx context.Context) time.Duration {
	ctx, now, wait := viewer.System(ctx), s.Now(), sweepEvery
	grants := func() *ent.GrantQuery { return s.store.Client().Grant.Query().Where(grant.RevokedAtIsNil()) }
	if g, err := grants().Where(grant.ExpiresAtGT(now)).Order(ent.Asc(grant.FieldExpiresAt)).First(ctx); err == nil {
		wait = min(wait, g.ExpiresAt.Sub(now))
	}
	if g, err := grants().Where(grant.StartsAtGT(now)).Order(ent.Asc(grant.FieldStartsAt)).First(ctx); err == nil {
		wait = min(wait, g.StartsAt.Sub(now))
	}
	return max(wait, time.Millisecond)
}
