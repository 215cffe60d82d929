package graph_test

import (
	"testing"

	"latchkey/ent"
	"latchkey/ent/member"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

func (o *office) proves(user *ent.User) {
	o.t.Helper()
	must(o.t, 0, o.store.Client().User.UpdateOneID(user.ID).SetSecondFactor(true).Exec(viewer.System(o.t.Context())))
}

const demandOf = `mutation($o: ID!, $m: Boolean) { updateSecondFactorPolicy(input: {organization: $o, members: $m}) {
	organization { canAdminister { allowed code } secondFactorPolicy { members guests membersWithout guestsWithout } } } }`

func TestAnOrganizationDemandsASecondFactorOfItsMembers(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		o := newOffice(t, s)
		admin := o.person("Admin", "admin@acme.example")
		o.joins(admin, o.acme, member.RoleADMIN)
		give := `mutation($m: ID!, $u: ID!) { grantAccess(input: {mailbox: $m, user: $u, permissions: [READ]}) { grant { state userHasSecondFactor } } }`
		if a := o.sure(o.anna, give, "m", id(o.info.ID), "u", id(o.ben.ID)); a.at("grantAccess.grant.state") != "ACTIVE" || a.at("grantAccess.grant.userHasSecondFactor") != false {
			t.Errorf("given: %v, %v", a.Data, a.Errors)
		}
		if code := o.sure(o.anna, demandOf, "o", id(o.acme.ID), "m", true).refusedWith(); code != refusal.CodeSecondFactorRequired {
			t.Errorf("without one: %q", code)
		}
		o.proves(o.anna)
		a := o.sure(o.anna, demandOf, "o", id(o.acme.ID), "m", true)
		policy := "updateSecondFactorPolicy.organization.secondFactorPolicy."
		if a.at(policy+"members") != true || a.at(policy+"guests") != false || a.at(policy+"membersWithout") != 2.0 ||
			a.at("updateSecondFactorPolicy.organization.canAdminister.allowed") != true {
			t.Errorf("demanded: %v, %v", a.Data, a.Errors)
		}
		if a := o.as(o.anna, usersQuery); a.at("viewer.mailbox.users.edges.2.node.state") != "NEEDS_SECOND_FACTOR" {
			t.Errorf("the table shows %v", a.Data)
		}
		a = o.as(admin, `query($o: ID!) { viewer { mailboxes { edges { node { id } } } organization(id: $o) { name viewerRole canAdminister { allowed code }
			members { edges { node { user { name } } } } mailServices { edges { node { id } } } secondFactorPolicy { members membersWithout } } } }`, "o", id(o.acme.ID))
		edges, _ := a.at("viewer.mailboxes.edges").([]any)
		services, _ := a.at("viewer.organization.mailServices.edges").([]any)
		members, _ := a.at("viewer.organization.members.edges").([]any)
		if len(edges) != 0 || len(services) != 0 || len(members) != 3 || a.at("viewer.organization.viewerRole") != "ADMIN" ||
			a.at("viewer.organization.canAdminister.code") != "SECOND_FACTOR_REQUIRED" ||
			a.at("viewer.organization.secondFactorPolicy.membersWithout") != 0.0 {
			t.Errorf("an admin without one sees %v, %v", a.Data, a.Errors)
		}
	})
}

func TestPoliciesTakeAsManyStatementsForManyOrganizationsAsForOne(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		o := newOffice(t, s)
		o.proves(o.anna)
		demands := func() {
			must(t, 0, s.Client().Organization.Update().SetMembersNeedSecondFactor(true).Exec(viewer.System(t.Context())))
		}
		query := `{ viewer { organizations { edges { node { canAdminister { allowed } secondFactorPolicy { members membersWithout guestsWithout } } } } } }`
		demands()
		one := o.statements(o.anna, query)
		for range 20 {
			o.organization("Another", o.anna)
		}
		demands()
		if many := o.statements(o.anna, query); many != one {
			t.Errorf("%d statements for one, %d for 21", one, many)
		}
	})
}
