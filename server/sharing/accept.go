package sharing

import (
	"context"
	"fmt"

	"latchkey/ent"
	"latchkey/ent/invitation"
	"latchkey/ent/member"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/viewer"
)

// Accept turns the invitation behind a link into a grant for the viewer, once.
// It gives what the invitation offers as far as its inviter holds that now.
// organization is where the viewer finds the mailbox; empty when they have only one.
//
// Refusals: UNAUTHENTICATED, INVITATION_INVALID, INVITATION_FOR_ANOTHER_ADDRESS,
// ALREADY_HAS_ACCESS, SECOND_FACTOR_REQUIRED, NOT_A_MEMBER, VALIDATION_FAILED (organization).
func (s *Sharing) Accept(ctx context.Context, token string, organization nodeid.ID) (*ent.Grant, error) {
	me, err := viewer.RequireUser(ctx)
	if err != nil {
		return nil, err
	}
	return perform(ctx, s, me, func(ctx context.Context, a *act) (*ent.Grant, error) {
		inv, err := a.opened(ctx, token)
		if err != nil {
			return nil, err
		}
		if StateOf(inv, a.now) != Pending {
			return nil, a.whyClosed(ctx, inv)
		}
		giver, terms, err := a.offered(ctx, inv)
		if err != nil {
			return nil, err
		}
		if err := a.forMe(ctx, inv); err != nil {
			return nil, err
		}
		if err := a.refuseAccess(ctx, me, inv.MailboxID); err != nil {
			return nil, err
		}
		if err := a.hasWhatIsDemanded(ctx, inv.MailboxID, terms); err != nil {
			return nil, err
		}
		under, err := a.attach(ctx, organization)
		if err != nil {
			return nil, err
		}
		won, err := a.close(ctx, inv, invitation.ClosedAsACCEPTED)
		if err != nil {
			return nil, err
		}
		if !won {
			return nil, refusal.InvitationInvalid()
		}
		if err := a.tellInviter(ctx, inv); err != nil {
			return nil, err
		}
		return a.give(ctx, giver, me, under, terms)
	})
}

// Decline closes the invitation behind a link: the link dies.
//
// Refusals: UNAUTHENTICATED, INVITATION_INVALID, INVITATION_FOR_ANOTHER_ADDRESS.
func (s *Sharing) Decline(ctx context.Context, token string) error {
	me, err := viewer.RequireUser(ctx)
	if err != nil {
		return err
	}
	_, err = perform(ctx, s, me, func(ctx context.Context, a *act) (bool, error) {
		inv, err := a.opened(ctx, token)
		if err != nil {
			return false, err
		}
		if StateOf(inv, a.now) != Pending {
			return false, refusal.InvitationInvalid()
		}
		if err := a.forMe(ctx, inv); err != nil {
			return false, err
		}
		won, err := a.close(ctx, inv, invitation.ClosedAsDECLINED)
		if err == nil && !won {
			err = refusal.InvitationInvalid()
		}
		return won, err
	})
	return err
}

// opened finds the invitation behind a token and locks its mailbox. What was
// never made answers as what is over.
func (a *act) opened(ctx context.Context, text string) (*ent.Invitation, error) {
	token, err := seal.ParseToken(text)
	if err != nil {
		return nil, refusal.InvitationInvalid()
	}
	byToken := invitation.TokenHash(token.Hash())
	found, err := a.Invitation.Query().Where(byToken).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, refusal.InvitationInvalid()
	}
	if err != nil {
		return nil, fmt.Errorf("look for an invitation: %w", err)
	}
	if err := a.lock(ctx, found.MailboxID); err != nil {
		return nil, err
	}
	inv, err := a.Invitation.Query().Where(byToken).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for an invitation: %w", err)
	}
	return inv, nil
}

// whyClosed tells whoever accepted an invitation, and accepts it again, that
// they have the access; everybody else learns nothing.
func (a *act) whyClosed(ctx context.Context, inv *ent.Invitation) error {
	if inv.AcceptedByID != nil && *inv.AcceptedByID == a.by {
		if err := a.refuseAccess(ctx, a.by, inv.MailboxID); err != nil {
			return err
		}
	}
	return refusal.InvitationInvalid()
}

// offered is what an invitation gives now, and who answers for it.
func (a *act) offered(ctx context.Context, inv *ent.Invitation) (giver Standing, terms Terms, err error) {
	giver, err = a.standing(ctx, inv.InviterID, inv.MailboxID)
	if err != nil {
		return Standing{}, Terms{}, err
	}
	terms, ok := backedBy(giver, inv)
	if !ok || isOver(terms.EndsAt, a.now) {
		return Standing{}, Terms{}, refusal.InvitationInvalid()
	}
	return giver, terms, nil
}

// backedBy is what remains of an invitation by what its inviter holds now; ok
// is false when that is nothing, or when the inviter may no longer share.
func backedBy(inviter Standing, inv *ent.Invitation) (terms Terms, ok bool) {
	terms = OfferOf(inv).Within(inviter)
	return terms, inviter.Permissions.Has(permission.Share) && terms.Permissions.Has(permission.Read)
}

// forMe refuses an invitation that is bound to another's address.
func (a *act) forMe(ctx context.Context, inv *ent.Invitation) error {
	if !inv.Bound {
		return nil
	}
	me, err := a.User.Get(ctx, a.by)
	if err != nil {
		return fmt.Errorf("read a user: %w", err)
	}
	if me.Email != *inv.Email {
		return refusal.InvitationForAnotherAddress()
	}
	return nil
}

// tellInviter queues the e-mail that says that an invitation was accepted.
func (a *act) tellInviter(ctx context.Context, inv *ent.Invitation) error {
	if a.sharing.postman == nil {
		return nil
	}
	if err := a.sharing.postman.SendInvitationAccepted(ctx, a.Tx, inv.ID); err != nil {
		return fmt.Errorf("queue the e-mail of an acceptance: %w", err)
	}
	return nil
}

// hasWhatIsDemanded refuses an actor without the second factor that the terms
// or the owning organization demand. It follows refuseAccess, which locked the
// actor's row: the factor is still there at the commit.
func (a *act) hasWhatIsDemanded(ctx context.Context, mailbox nodeid.ID, terms Terms) error {
	st, err := a.standing(ctx, a.by, mailbox)
	if err == nil && st.lacks(terms.RequiresSecondFactor) {
		err = refusal.SecondFactorRequired()
	}
	return err
}

// attach chooses the organization under which the actor finds a mailbox.
func (a *act) attach(ctx context.Context, asked nodeid.ID) (nodeid.ID, error) {
	mine, err := a.Member.Query().Where(member.UserID(a.by)).All(ctx)
	if err != nil {
		return "", fmt.Errorf("read memberships: %w", err)
	}
	if asked == "" && len(mine) > 1 {
		return "", refusal.Invalid("organization", "Choose the organization under which you want to find this mailbox.")
	}
	for _, m := range mine {
		if asked == "" || m.OrganizationID == asked {
			return m.OrganizationID, nil
		}
	}
	return "", refusal.NotAMember("You are not a member of this organization. Choose one of yours.")
}
