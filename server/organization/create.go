package organization

import (
	"context"
	"fmt"

	"latchkey/ent"
	"latchkey/ent/member"
	"latchkey/server/audit"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/viewer"
)

// Create makes an organization with its first owner.
//
// Refusals: VALIDATION_FAILED on "organizationName".
func (o *Organizations) Create(ctx context.Context, tx *database.Tx, name string, owner nodeid.ID) (*ent.Organization, error) {
	name, err := Name("organizationName", name)
	if err != nil {
		return nil, err
	}
	ctx = viewer.System(ctx)
	made, err := tx.Organization.Create().SetName(name).SetCreatedAt(o.clock.Now()).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("create organization: %w", err)
	}
	entry := audit.Entry{Action: "organization.created", Actor: owner, Organization: made.ID, Detail: map[string]any{"name": name}}
	if err := audit.Append(ctx, tx, entry); err != nil {
		return nil, err
	}
	_, err = o.AddMember(ctx, tx, made.ID, owner, member.RoleOWNER)
	return made, err
}

// AddMember makes a user a member of an organization.
func (o *Organizations) AddMember(ctx context.Context, tx *database.Tx, organization, user nodeid.ID, role member.Role) (*ent.Member, error) {
	ctx = viewer.System(ctx)
	made, err := tx.Member.Create().SetOrganizationID(organization).SetUserID(user).SetRole(role).
		SetJoinedAt(o.clock.Now()).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("add member: %w", err)
	}
	return made, audit.Append(ctx, tx, audit.Entry{
		Action: "member.added", Organization: organization, Subject: user, Detail: map[string]any{"role": role},
	})
}
