package graph

import (
	"context"

	"latchkey/graph/model"
	"latchkey/server/sharing"
)

// preview shows what the invitation behind a link offers.
func (r *Resolver) preview(ctx context.Context, p *sharing.Preview) (*model.InvitationPreview, error) {
	inv := p.Invitation
	out := &model.InvitationPreview{
		State: model.InvitationState(p.State), Address: inv.Address,
		OrganizationName: inv.Edges.Mailbox.Edges.Organization.Name,
		InvitedByName:    inv.Edges.Inviter.Name, InvitedByEmail: inv.Edges.Inviter.Email,
		Permissions: p.Terms.Permissions.Atoms(), Preset: presetOf(p.Terms.Permissions),
		Note: orNil(inv.Note), ExpiresAt: inv.ExpiresAt, GrantExpiresAt: p.Terms.EndsAt,
		RequiresSecondFactor: p.Terms.RequiresSecondFactor,
		Organizations:        []*model.InvitationOrganization{},
	}
	if !p.SignedIn {
		return out, nil
	}
	for _, m := range p.Memberships {
		out.Organizations = append(out.Organizations, &model.InvitationOrganization{
			ID: m.OrganizationID, Name: m.Edges.Organization.Name, Role: m.Role, MemberCount: p.Members[m.OrganizationID],
		})
	}
	var err error
	if out.CanAccept, err = eligibility(p.Refused); err != nil || !p.HasAccess {
		return out, err
	}
	out.Mailbox, err = r.loaders(ctx).mailboxes.load(ctx, inv.MailboxID)
	return out, err
}
