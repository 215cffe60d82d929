package organization

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"latchkey/ent"
	"latchkey/ent/mailbox"
	"latchkey/ent/maildomain"
	"latchkey/ent/member"
	"latchkey/server/address"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// Roles returns the viewer's role in each of these organizations; those that
// the viewer is no member of are left out.
func (o *Organizations) Roles(ctx context.Context, organizations []nodeid.ID) (map[nodeid.ID]member.Role, error) {
	me, err := viewer.RequireUser(ctx)
	if err != nil {
		return nil, err
	}
	mine, err := o.client.Member.Query().Where(member.UserID(me), member.OrganizationIDIn(organizations...)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read roles: %w", err)
	}
	roles := make(map[nodeid.ID]member.Role, len(mine))
	for _, m := range mine {
		roles[m.OrganizationID] = m.Role
	}
	return roles, nil
}

// MayAdminister refuses whoever may not change an organization's mail
// services and addresses. role is the viewer's, empty for a guest; secondFactor
// says whether the viewer has one, which counts where it is demanded of members.
//
// Refusals: FORBIDDEN, SECOND_FACTOR_REQUIRED.
func MayAdminister(organization *ent.Organization, role member.Role, secondFactor bool) error {
	if role == member.RoleOWNER || role == member.RoleADMIN {
		if organization.MembersNeedSecondFactor && !secondFactor {
			return refusal.SecondFactorRequired()
		}
		return nil
	}
	return &refusal.Error{
		Code:    refusal.CodeForbidden,
		Message: "Only owners and admins of " + organization.Name + " may administer it.",
		WayOut:  "Ask one of them to do it, or to make you an admin.",
	}
}

// MemberCounts returns how many members each of these organizations has; those
// that the viewer is no member of are left out.
func (o *Organizations) MemberCounts(ctx context.Context, organizations []nodeid.ID) (map[nodeid.ID]int, error) {
	var rows []struct {
		Organization nodeid.ID `sql:"organization_id"`
		Count        int       `sql:"count"`
	}
	err := o.client.Member.Query().Where(member.OrganizationIDIn(organizations...)).
		GroupBy(member.FieldOrganizationID).Aggregate(ent.Count()).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("count members: %w", err)
	}
	counts := make(map[nodeid.ID]int, len(rows))
	for _, row := range rows {
		counts[row.Organization] = row.Count
	}
	return counts, nil
}

// Domains returns the domains of each of these mail services by name, in their ASCII form.
func (o *Organizations) Domains(ctx context.Context, services []nodeid.ID) (map[nodeid.ID][]string, error) {
	found, err := o.client.MailDomain.Query().Where(maildomain.MailServiceIDIn(services...)).
		Order(maildomain.ByName(sql.OrderAsc())).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read mail domains: %w", err)
	}
	domains := make(map[nodeid.ID][]string, len(services))
	for _, d := range found {
		domains[d.MailServiceID] = append(domains[d.MailServiceID], d.Name)
	}
	return domains, nil
}

// Mailbox finds a mailbox in the viewer's sight by its address; nil when there is none.
func (o *Organizations) Mailbox(ctx context.Context, typed string) (*ent.Mailbox, error) {
	at, err := address.Parse(typed)
	if err != nil {
		return nil, nil // nobody has it
	}
	found, err := o.client.Mailbox.Query().Where(mailbox.Address(at.String())).Only(ctx)
	if ent.IsNotFound(err) {
		return nil, nil
	}
	return wrap(found, err)("find mailbox")
}
