package sharing

import (
	"context"
	"fmt"

	"latchkey/ent"
	"latchkey/ent/grant"
	"latchkey/ent/invitation"
	"latchkey/ent/member"
	"latchkey/ent/user"
	"latchkey/server/nodeid"
	"latchkey/server/viewer"
)

// The counts and names that lists of mailboxes show beside each address. Each
// takes a constant number of statements and leaves out what has none. They
// read as the system: the caller decides whom it shows them to.

// GrantCounts counts the grants that stand in the Users tables of mailboxes:
// not those of owners and admins, who stand there by their role.
func (s *Sharing) GrantCounts(ctx context.Context, mailboxes []nodeid.ID) (map[nodeid.ID]int, error) {
	var rows []countRow
	err := s.store.Client().Grant.Query().Where(grant.MailboxIDIn(mailboxes...), s.listed(), notOfAdmins()).
		GroupBy(grant.FieldMailboxID).Aggregate(ent.Count()).Scan(viewer.System(ctx), &rows)
	if err != nil {
		return nil, fmt.Errorf("count grants: %w", err)
	}
	return countsOf(rows), nil
}

// InvitationCounts counts the pending invitations of mailboxes.
func (s *Sharing) InvitationCounts(ctx context.Context, mailboxes []nodeid.ID) (map[nodeid.ID]int, error) {
	var rows []countRow
	err := s.store.Client().Invitation.Query().Where(invitation.MailboxIDIn(mailboxes...), s.open()).
		GroupBy(invitation.FieldMailboxID).Aggregate(ent.Count()).Scan(viewer.System(ctx), &rows)
	if err != nil {
		return nil, fmt.Errorf("count invitations: %w", err)
	}
	return countsOf(rows), nil
}

// AdminCounts counts the owners and admins of organizations.
func (s *Sharing) AdminCounts(ctx context.Context, organizations []nodeid.ID) (map[nodeid.ID]int, error) {
	var rows []struct {
		Organization nodeid.ID `json:"organization_id"`
		Count        int       `json:"count"`
	}
	err := s.store.Client().Member.Query().Where(member.OrganizationIDIn(organizations...), isAdmin()).
		GroupBy(member.FieldOrganizationID).Aggregate(ent.Count()).Scan(viewer.System(ctx), &rows)
	if err != nil {
		return nil, fmt.Errorf("count owners and admins: %w", err)
	}
	counts := make(map[nodeid.ID]int, len(rows))
	for _, row := range rows {
		counts[row.Organization] = row.Count
	}
	return counts, nil
}

// OwnersOf names somebody to ask for each organization: its first owner.
func (s *Sharing) OwnersOf(ctx context.Context, organizations []nodeid.ID) (map[nodeid.ID]string, error) {
	owners, err := s.store.Client().Member.Query().
		Where(member.OrganizationIDIn(organizations...), member.RoleEQ(member.RoleOWNER)).
		WithUser().Order(ent.Desc(member.FieldJoinedAt, member.FieldID)).All(viewer.System(ctx))
	if err != nil {
		return nil, fmt.Errorf("find owners: %w", err)
	}
	names := make(map[nodeid.ID]string, len(organizations))
	for _, o := range owners { // the first to have joined comes last and stays
		names[o.OrganizationID] = o.Edges.User.Name
	}
	return names, nil
}

// LoginIdentifiers finds the users who sign in with these very addresses.
func (s *Sharing) LoginIdentifiers(ctx context.Context, addresses []string) (map[string]*ent.User, error) {
	users, err := s.store.Client().User.Query().Where(user.EmailIn(addresses...)).All(viewer.System(ctx))
	if err != nil {
		return nil, fmt.Errorf("find users by address: %w", err)
	}
	byEmail := make(map[string]*ent.User, len(users))
	for _, u := range users {
		byEmail[u.Email] = u
	}
	return byEmail, nil
}

type countRow struct {
	Mailbox nodeid.ID `json:"mailbox_id"`
	Count   int       `json:"count"`
}

func countsOf(rows []countRow) map[nodeid.ID]int {
	counts := make(map[nodeid.ID]int, len(rows))
	for _, row := range rows {
		counts[row.Mailbox] = row.Count
	}
	return counts
}
