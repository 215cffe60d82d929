package sharing

import (
	"context"
	"fmt"
	"slices"

	"latchkey/ent"
	"latchkey/ent/grant"
	"latchkey/ent/invitation"
	"latchkey/server/audit"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/viewer"
)

// Depart takes a user out of sharing, inside the transaction that deletes the
// account: what they hold ends as if they had left it, what they offered is
// withdrawn. rest is the rest of the deletion; it returns what to append to the
// audit log, which comes last, because others wait for it: nothing may follow Depart.
func (s *Sharing) Depart(ctx context.Context, tx *database.Tx, who nodeid.ID, rest func(ctx context.Context) ([]audit.Entry, error)) error {
	_, err := within(viewer.System(ctx), s, tx, who, func(ctx context.Context, a *act) (struct{}, error) {
		var none struct{}
		if err := a.lockAllOf(ctx, who); err != nil {
			return none, err
		}
		if err := a.endAll(ctx, who); err != nil {
			return none, err
		}
		entries, err := rest(ctx)
		*a.entries = append(*a.entries, entries...)
		return none, err
	})
	return err
}

// lockAllOf locks every mailbox that the user has access to or offered, in a
// fixed order, and then the user, so that nothing is added to what was found.
func (a *act) lockAllOf(ctx context.Context, who nodeid.ID) error {
	grants, offers, err := a.openOf(ctx, who)
	if err != nil {
		return err
	}
	var mailboxes []nodeid.ID
	for _, g := range grants {
		mailboxes = append(mailboxes, g.MailboxID)
	}
	for _, inv := range offers {
		mailboxes = append(mailboxes, inv.MailboxID)
	}
	slices.Sort(mailboxes)
	for _, mailbox := range slices.Compact(mailboxes) {
		if err := a.lock(ctx, mailbox); err != nil {
			return err
		}
	}
	return lockUsers(ctx, a.Tx, []nodeid.ID{who})
}

// endAll ends what is open now: it is read anew, under the locks.
func (a *act) endAll(ctx context.Context, who nodeid.ID) error {
	grants, offers, err := a.openOf(ctx, who)
	if err != nil {
		return err
	}
	for _, g := range grants {
		if err := a.end(ctx, g, grant.EndedAsLEFT); err != nil {
			return err
		}
	}
	for _, inv := range offers {
		if _, err := a.close(ctx, inv, invitation.ClosedAsWITHDRAWN); err != nil {
			return err
		}
	}
	return nil
}

// openOf are the user's grants and offers that have not ended.
func (a *act) openOf(ctx context.Context, who nodeid.ID) ([]*ent.Grant, []*ent.Invitation, error) {
	grants, err := a.Grant.Query().Where(grant.UserID(who), grant.RevokedAtIsNil()).Order(ent.Asc(grant.FieldID)).All(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("read a user's grants: %w", err)
	}
	offers, err := a.Invitation.Query().Where(invitation.InviterID(who), invitation.ClosedAtIsNil()).Order(ent.Asc(invitation.FieldID)).All(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("read a user's invitations: %w", err)
	}
	return grants, offers, nil
}
