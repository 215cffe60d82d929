package sharing

import (
	"context"
	"fmt"

	"latchkey/ent"
	"latchkey/ent/accessevent"
	"latchkey/ent/grant"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// RevokeGrant takes a grant back: nothing of the mailbox is served to its user
// from the commit on. Repeating it is no error. It returns the ended grant.
//
// Refusals: UNAUTHENTICATED, STEP_UP_REQUIRED, NOT_FOUND, FORBIDDEN.
func (s *Sharing) RevokeGrant(ctx context.Context, id nodeid.ID) (*ent.Grant, error) {
	me, err := viewer.RequireStepUp(ctx, s.Now())
	if err != nil {
		return nil, err
	}
	return perform(ctx, s, me, func(ctx context.Context, a *act) (*ent.Grant, error) {
		g, revoker, err := a.grantToChange(ctx, id)
		if err != nil {
			return nil, err
		}
		if err := mayRevoke(revoker, g); err != nil {
			return nil, err
		}
		return g, a.end(ctx, g, grant.EndedAsREVOKED)
	})
}

// Leave gives up the viewer's own access.
//
// Refusals: UNAUTHENTICATED, NOT_FOUND, FORBIDDEN (an owner or admin, or one's
// own login address).
func (s *Sharing) Leave(ctx context.Context, mailbox nodeid.ID) error {
	me, err := viewer.RequireUser(ctx)
	if err != nil {
		return err
	}
	_, err = perform(ctx, s, me, func(ctx context.Context, a *act) (*ent.Grant, error) {
		if err := a.lock(ctx, mailbox); err != nil {
			return nil, err
		}
		st, err := a.standing(ctx, me, mailbox)
		if err != nil {
			return nil, err
		}
		if st.Administers() {
			return nil, refusal.Forbidden("Your access comes with your role in the organization that owns " + st.Address + ", so you can’t leave it alone.")
		}
		g, err := a.Grant.Query().Where(grant.MailboxID(mailbox), grant.UserID(me), grant.RevokedAtIsNil()).Only(ctx)
		if ent.IsNotFound(err) || err == nil && isOver(g.ExpiresAt, a.now) {
			return nil, refusal.NotFound()
		}
		if err != nil {
			return nil, fmt.Errorf("look for a grant: %w", err)
		}
		if g.Personal {
			return nil, refusal.Forbidden("You sign in with " + g.Address + ", so you can’t leave it.")
		}
		return g, a.end(ctx, g, grant.EndedAsLEFT)
	})
	return err
}

// Each end of a grant has its event and its line in the audit log.
var (
	eventOfEnd = map[grant.EndedAs]accessevent.Kind{
		grant.EndedAsREVOKED: accessevent.KindREVOKED,
		grant.EndedAsEXPIRED: accessevent.KindEXPIRED,
		grant.EndedAsLEFT:    accessevent.KindLEFT,
	}
	actionOfEnd = map[grant.EndedAs]string{
		grant.EndedAsREVOKED: "grant.revoked",
		grant.EndedAsEXPIRED: "grant.expired",
		grant.EndedAsLEFT:    "grant.left",
	}
)

// end ends a grant, once: revoking, leaving and expiry are one path. One
// statement decides a race; who comes second changes nothing.
func (a *act) end(ctx context.Context, g *ent.Grant, as grant.EndedAs) error {
	if as == grant.EndedAsEXPIRED {
		a = a.byTime()
	}
	if err := lockUsers(ctx, a.Tx, []nodeid.ID{g.UserID}); err != nil {
		return err
	}
	announced := g.StartsAt == nil || !g.StartsAt.After(a.now)
	ended, err := a.Grant.Update().Where(grant.ID(g.ID), grant.RevokedAtIsNil()).
		SetRevokedAt(a.now).SetEndedAs(as).ClearClaimID().Save(ctx)
	if err != nil {
		return fmt.Errorf("end a grant: %w", err)
	}
	if ended == 0 {
		return nil
	}
	if announced {
		if err := a.emit(ctx, g.UserID, a.by, eventOfEnd[as], g.MailboxID); err != nil {
			return err
		}
	}
	return a.recordGrant(ctx, actionOfEnd[as], g)
}
