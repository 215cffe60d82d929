package sharing

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"latchkey/ent"
	"latchkey/ent/grant"
	"latchkey/ent/invitation"
	"latchkey/ent/member"
	"latchkey/ent/organization"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/viewer"
)

// Preview is what somebody sees who opens a link.
type Preview struct {
	// Invitation with its inviter, its mailbox and the mailbox's organization.
	Invitation *ent.Invitation
	State      State
	// Terms are what accepting would give now. They require a second factor
	// also where the owning organization demands one of this viewer.
	Terms Terms
	// SignedIn says that the following three are known.
	SignedIn bool
	// Refused is why the viewer may not accept it; nil when they may.
	Refused error
	// Memberships of the viewer, each with its organization: those they own
	// first, then by name.
	Memberships []*ent.Member
	// Members counts the members of those organizations.
	Members map[nodeid.ID]int
	// HasAccess says that the viewer has this mailbox already.
	HasAccess bool
}

// Preview shows what the invitation behind a link offers, to whoever holds the
// link, signed in or not. It changes nothing.
//
// Refusals: INVITATION_INVALID for what was never made, is over, or is no
// longer backed by its inviter, alike. Only the person it was meant for learns which.
func (s *Sharing) Preview(ctx context.Context, token string) (*Preview, error) {
	parsed, err := seal.ParseToken(token)
	if err != nil {
		return nil, refusal.InvitationInvalid()
	}
	system := viewer.System(ctx)
	inv, err := s.store.Client().Invitation.Query().Where(invitation.TokenHash(parsed.Hash())).
		WithInviter().WithMailbox(func(q *ent.MailboxQuery) { q.WithOrganization() }).Only(system)
	if ent.IsNotFound(err) {
		return nil, refusal.InvitationInvalid()
	}
	if err != nil {
		return nil, fmt.Errorf("look for an invitation: %w", err)
	}
	p := &Preview{Invitation: inv, State: StateOf(inv, s.Now()), Terms: OfferOf(inv)}
	if err := s.backed(ctx, p); err != nil {
		return nil, err
	}
	p.Terms.RequiresSecondFactor = inv.RequiresSecondFactor || inv.Edges.Mailbox.Edges.Organization.GuestsNeedSecondFactor
	me, err := s.reader(ctx)
	if err != nil {
		return nil, err
	}
	if p.State != Pending && !meantFor(inv, me) {
		return nil, refusal.InvitationInvalid()
	}
	if me != nil {
		err = s.previewFor(system, p, me)
	}
	return p, err
}

// backed narrows a pending offer to what its inviter holds now. One that is
// not backed any more looks withdrawn.
func (s *Sharing) backed(ctx context.Context, p *Preview) error {
	if p.State != Pending {
		return nil
	}
	inviter, _, err := s.standing(ctx, s.store.DB(), p.Invitation.InviterID, p.Invitation.MailboxID, s.Now())
	if err != nil {
		return err
	}
	terms, ok := backedBy(inviter, p.Invitation)
	switch {
	case !ok:
		p.State = State(invitation.ClosedAsWITHDRAWN)
	case isOver(terms.EndsAt, s.Now()):
		p.State = Expired
	default:
		p.Terms = terms
	}
	return nil
}

// reader is the user who looks; nil when nobody is signed in.
func (s *Sharing) reader(ctx context.Context) (*ent.User, error) {
	me, err := viewer.RequireUser(ctx)
	if errors.Is(err, refusal.Unauthenticated()) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	u, err := s.store.Client().User.Get(ctx, me)
	if err != nil {
		return nil, fmt.Errorf("read a user: %w", err)
	}
	return u, nil
}

// meantFor tells whether an invitation was made for this user, or accepted by them.
func meantFor(inv *ent.Invitation, me *ent.User) bool {
	if me == nil {
		return false
	}
	return inv.AcceptedByID != nil && *inv.AcceptedByID == me.ID ||
		inv.AcceptedByID == nil && inv.Email != nil && *inv.Email == me.Email
}

func (s *Sharing) previewFor(ctx context.Context, p *Preview, me *ent.User) error {
	st, _, err := s.standing(ctx, s.store.DB(), me.ID, p.Invitation.MailboxID, s.Now())
	if err != nil {
		return err
	}
	p.SignedIn, p.HasAccess = true, !st.Permissions.Empty()
	p.Terms.RequiresSecondFactor = p.Invitation.RequiresSecondFactor || st.Demanded
	listed, err := s.store.Client().Grant.Query().
		Where(grant.MailboxID(p.Invitation.MailboxID), grant.UserID(me.ID), s.listed()).Exist(ctx)
	if err != nil {
		return fmt.Errorf("look for a grant: %w", err)
	}
	switch {
	case st.Asleep:
		p.Refused = refusal.SecondFactorRequired()
	case p.HasAccess || listed:
		p.Refused = refusal.AlreadyYours()
	case p.State != Pending:
		p.Refused = refusal.InvitationInvalid()
	case p.Invitation.Bound && *p.Invitation.Email != me.Email:
		p.Refused = refusal.InvitationForAnotherAddress()
	case st.lacks(p.Terms.RequiresSecondFactor):
		p.Refused = refusal.SecondFactorRequired()
	}
	return s.places(ctx, p, me.ID)
}

// places finds the organizations that the viewer can attach the mailbox to, those
// they own first: what is offered first is what most people take.
func (s *Sharing) places(ctx context.Context, p *Preview, me nodeid.ID) (err error) {
	p.Memberships, err = s.store.Client().Member.Query().Where(member.UserID(me)).WithOrganization().
		Order(member.ByOrganizationField(organization.FieldName), member.ByID()).All(ctx)
	if err != nil {
		return fmt.Errorf("read memberships: %w", err)
	}
	slices.SortStableFunc(p.Memberships, func(a, b *ent.Member) int {
		return cmp.Compare(notOwner(a), notOwner(b))
	})
	organizations := make([]nodeid.ID, len(p.Memberships))
	for i, m := range p.Memberships {
		organizations[i] = m.OrganizationID
	}
	var counted []struct {
		Organization nodeid.ID `json:"organization_id"`
		Count        int       `json:"count"`
	}
	err = s.store.Client().Member.Query().Where(member.OrganizationIDIn(organizations...)).
		GroupBy(member.FieldOrganizationID).Aggregate(ent.Count()).Scan(ctx, &counted)
	if err != nil {
		return fmt.Errorf("count members: %w", err)
	}
	p.Members = make(map[nodeid.ID]int, len(counted))
	for _, c := range counted {
		p.Members[c.Organization] = c.Count
	}
	return nil
}

func notOwner(m *ent.Member) int {
	if m.Role == member.RoleOWNER {
		return 0
	}
	return 1
}
