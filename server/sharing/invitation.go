package sharing

import (
	"context"
	"fmt"
	"time"

	"latchkey/ent"
	"latchkey/ent/invitation"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// UpdateInvitation changes a pending invitation. Who raises what it offers
// becomes its inviter, because it gives no more than its inviter holds.
// linkEndsAt nil leaves the link's end as it is.
//
// Refusals: UNAUTHENTICATED, STEP_UP_REQUIRED, NOT_FOUND, FORBIDDEN,
// INVITATION_INVALID (no longer pending), VALIDATION_FAILED, PERMISSION_EXCEEDS_OWN.
func (s *Sharing) UpdateInvitation(ctx context.Context, id nodeid.ID, change Change, linkEndsAt *time.Time) (*ent.Invitation, error) {
	me, err := viewer.RequireStepUp(ctx, s.Now())
	if err != nil {
		return nil, err
	}
	if change.End != nil {
		change.End = &End{At: instant(change.End.At)}
	}
	return perform(ctx, s, me, func(ctx context.Context, a *act) (*ent.Invitation, error) {
		inv, reviser, err := a.pending(ctx, id)
		if err != nil {
			return nil, err
		}
		before := OfferOf(inv)
		after := change.Applied(before)
		if err := revise(reviser, before, after, a.now, endOfOffer); err != nil {
			return nil, err
		}
		ends := inv.ExpiresAt
		if linkEndsAt != nil {
			if ends, err = endOfLink(instant(linkEndsAt), a.now); err != nil {
				return nil, err
			}
		}
		if after.Equal(before) && ends.Equal(inv.ExpiresAt) {
			return inv, nil
		}
		return a.reword(ctx, inv, before, after, ends)
	})
}

func (a *act) reword(ctx context.Context, inv *ent.Invitation, before, after Terms, ends time.Time) (*ent.Invitation, error) {
	write := a.Invitation.UpdateOne(inv).SetPermissions(after.Permissions).
		SetRequiresSecondFactor(after.RequiresSecondFactor).SetExpiresAt(ends)
	if after.EndsAt == nil {
		write.ClearGrantExpiresAt()
	} else {
		write.SetGrantExpiresAt(*after.EndsAt)
	}
	if raises(before, after) {
		write.SetInviterID(a.by)
	}
	changed, err := write.Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("change an invitation: %w", err)
	}
	return changed, a.recordInvitation(ctx, "invitation.changed", changed)
}

// DeleteInvitation withdraws a pending invitation: its link dies. Repeating it
// is no error. It returns the closed invitation.
//
// Refusals: UNAUTHENTICATED, STEP_UP_REQUIRED, NOT_FOUND, FORBIDDEN.
func (s *Sharing) DeleteInvitation(ctx context.Context, id nodeid.ID) (*ent.Invitation, error) {
	me, err := viewer.RequireStepUp(ctx, s.Now())
	if err != nil {
		return nil, err
	}
	return perform(ctx, s, me, func(ctx context.Context, a *act) (*ent.Invitation, error) {
		inv, withdrawer, err := a.invitationToChange(ctx, id)
		if err != nil {
			return nil, err
		}
		if err := covers(withdrawer, OfferOf(inv)); err != nil {
			return nil, err
		}
		_, err = a.close(ctx, inv, invitation.ClosedAsWITHDRAWN)
		return inv, err
	})
}

// actionOfClose is the line in the audit log of each way to close an invitation.
var actionOfClose = map[invitation.ClosedAs]string{
	invitation.ClosedAsACCEPTED:  "invitation.accepted",
	invitation.ClosedAsDECLINED:  "invitation.declined",
	invitation.ClosedAsEXPIRED:   "invitation.expired",
	invitation.ClosedAsWITHDRAWN: "invitation.withdrawn",
}

// close closes an invitation, once, and tells whether it was this call. One
// statement decides a race; what is past its end can only expire.
func (a *act) close(ctx context.Context, inv *ent.Invitation, as invitation.ClosedAs) (won bool, err error) {
	write := a.Invitation.Update().Where(invitation.ID(inv.ID), invitation.ClosedAtIsNil()).
		SetClosedAt(a.now).SetClosedAs(as).ClearClaimID()
	switch as {
	case invitation.ClosedAsACCEPTED:
		write.Where(invitation.ExpiresAtGT(a.now)).SetAcceptedByID(a.by)
	case invitation.ClosedAsDECLINED:
		write.Where(invitation.ExpiresAtGT(a.now))
	}
	closed, err := write.Save(ctx)
	if err != nil {
		return false, fmt.Errorf("close an invitation: %w", err)
	}
	if closed == 0 {
		return false, nil
	}
	return true, a.recordInvitation(ctx, actionOfClose[as], inv)
}

// invitationToChange finds an invitation and where the actor stands with its
// mailbox, who must hold SHARE. It is read again under the lock of its mailbox.
func (a *act) invitationToChange(ctx context.Context, id nodeid.ID) (*ent.Invitation, Standing, error) {
	found, err := a.Invitation.Get(ctx, id)
	if ent.IsNotFound(err) {
		return nil, Standing{}, refusal.NotFound()
	}
	if err != nil {
		return nil, Standing{}, fmt.Errorf("read an invitation: %w", err)
	}
	st, err := a.sharer(ctx, found.MailboxID)
	if err != nil {
		return nil, Standing{}, err
	}
	inv, err := a.Invitation.Query().Where(invitation.ID(id)).Only(ctx)
	if err != nil {
		return nil, Standing{}, fmt.Errorf("read an invitation: %w", err)
	}
	return inv, st, nil
}

// pending is invitationToChange for what only makes sense while it is pending
// and for whoever could have made it.
func (a *act) pending(ctx context.Context, id nodeid.ID) (*ent.Invitation, Standing, error) {
	inv, st, err := a.invitationToChange(ctx, id)
	if err != nil {
		return nil, Standing{}, err
	}
	if inv.ClosedAt != nil || isOver(&inv.ExpiresAt, a.now) {
		return nil, Standing{}, refusal.InvitationInvalid()
	}
	return inv, st, covers(st, OfferOf(inv))
}

// StateOf is an invitation's state at an instant, whether or not the sweep has come by.
func StateOf(inv *ent.Invitation, now time.Time) State {
	switch {
	case inv.ClosedAs != nil:
		return State(*inv.ClosedAs)
	case isOver(&inv.ExpiresAt, now):
		return Expired
	}
	return Pending
}
