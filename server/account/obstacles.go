package account

import (
	"context"
	"fmt"
	"strings"

	"latchkey/ent"
	"latchkey/ent/mailbox"
	"latchkey/ent/member"
	"latchkey/ent/organization"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// Obstacle is an organization that would be left without an owner.
type Obstacle struct {
	Organization *ent.Organization
	// OtherMembers are those beside the user.
	OtherMembers int
	Mailboxes    int
}

// Obstacles are what stands in the way of deleting the viewer's account, by name.
//
// Refusals: UNAUTHENTICATED.
func (a *Accounts) Obstacles(ctx context.Context) ([]Obstacle, error) {
	me, err := viewer.RequireUser(ctx)
	if err != nil {
		return nil, err
	}
	obstacles, _, err := leftBehind(viewer.System(ctx), a.client, me)
	return obstacles, err
}

// CanDelete tells whether the viewer's account can be deleted.
//
// Refusals: UNAUTHENTICATED, LAST_OWNER.
func (a *Accounts) CanDelete(ctx context.Context) error {
	obstacles, err := a.Obstacles(ctx)
	if err != nil {
		return err
	}
	return lastOwner(obstacles)
}

// leftBehind reads the organizations that nobody else owns: those that
// somebody or something is left in, and those that would be empty.
func leftBehind(ctx context.Context, client *ent.Client, me nodeid.ID) (obstacles []Obstacle, empty []*ent.Organization, err error) {
	owned, err := client.Organization.Query().Where(
		organization.HasMembersWith(member.UserID(me), member.RoleEQ(member.RoleOWNER)),
		organization.Not(organization.HasMembersWith(member.UserIDNEQ(me), member.RoleEQ(member.RoleOWNER))),
	).Order(ent.Asc(organization.FieldName, organization.FieldID)).All(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("read owned organizations: %w", err)
	}
	ids := make([]nodeid.ID, len(owned))
	for n, o := range owned {
		ids[n] = o.ID
	}
	var members, mailboxes []tally
	err = client.Member.Query().Where(member.OrganizationIDIn(ids...), member.UserIDNEQ(me)).
		GroupBy(member.FieldOrganizationID).Aggregate(ent.Count()).Scan(ctx, &members)
	if err != nil {
		return nil, nil, fmt.Errorf("count members: %w", err)
	}
	err = client.Mailbox.Query().Where(mailbox.OrganizationIDIn(ids...)).
		GroupBy(mailbox.FieldOrganizationID).Aggregate(ent.Count()).Scan(ctx, &mailboxes)
	if err != nil {
		return nil, nil, fmt.Errorf("count mailboxes: %w", err)
	}
	for _, o := range owned {
		left := Obstacle{o, of(members, o.ID), of(mailboxes, o.ID)}
		if left.OtherMembers+left.Mailboxes == 0 {
			empty = append(empty, o)
			continue
		}
		obstacles = append(obstacles, left)
	}
	return obstacles, empty, nil
}

// tally is how many an organization has of something.
type tally struct {
	Organization nodeid.ID `sql:"organization_id"`
	Count        int       `sql:"count"`
}

func of(tallies []tally, organization nodeid.ID) int {
	for _, t := range tallies {
		if t.Organization == organization {
			return t.Count
		}
	}
	return 0
}

// lastOwner refuses while anything stands in the way, and names it.
func lastOwner(obstacles []Obstacle) error {
	if len(obstacles) == 0 {
		return nil
	}
	names := make([]string, len(obstacles))
	for n, o := range obstacles {
		names[n] = o.Organization.Name
	}
	return &refusal.Error{
		Code:    refusal.CodeLastOwner,
		Message: "You are the last owner of " + strings.Join(names, ", ") + ".",
		WayOut:  "Make somebody else an owner first.",
	}
}
