package graph_test

import (
	"fmt"
	"testing"

	"latchkey/ent"
	"latchkey/ent/member"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/refusal"
)

// acme is a world with an organization: Anna owns it, Ben is a member, and Chloé has her own.
type acme struct {
	*world
	anna, ben, chloe *ent.User
	acme, studio     *ent.Organization
	service          *ent.MailService
	info             *ent.Mailbox
}

func newAcme(t testing.TB, s *database.Store) *acme {
	a := &acme{world: newWorld(t, s)}
	a.anna, a.ben = a.person("Anna", "anna@acme.example"), a.person("Ben Weber", "ben@acme.example")
	a.chloe = a.person("Chloé Martin", "chloe@studio.example")
	a.acme, a.studio = a.organization("Acme", a.anna), a.organization("Studio Chloé", a.chloe)
	a.joins(a.ben, a.acme, member.RoleMEMBER)
	a.service = a.mailService(a.acme, "Acme Mail", "acme.example", "acme.test")
	a.info = a.mailbox(a.service, "info@acme.example")
	a.mailbox(a.service, "ben@acme.example")
	return a
}

func TestTheManagerShowsServicesAndAddresses(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newAcme(t, s)
		const manager = `query($org: ID!) { viewer { organization(id: $org) { name viewerRole memberCount canAdminister { allowed code reason wayOut }
			mailServices { totalCount edges { node { name domains defaultPermissions organization { name }
				mailboxes { totalCount edges { node { address mailService { name } } } } } } } } } }`
		a := w.as(w.anna, manager, "org", id(w.acme.ID))
		for path, want := range map[string]any{
			"viewer.organization.canAdminister.allowed":                                             true,
			"viewer.organization.memberCount":                                                       2.0,
			"viewer.organization.mailServices.edges.0.node.domains":                                 "[acme.example acme.test]",
			"viewer.organization.mailServices.edges.0.node.mailboxes.totalCount":                    2.0,
			"viewer.organization.mailServices.edges.0.node.mailboxes.edges.0.node.address":          "ben@acme.example",
			"viewer.organization.mailServices.edges.0.node.mailboxes.edges.1.node.mailService.name": "Acme Mail",
			"viewer.organization.mailServices.edges.0.node.organization.name":                       "Acme",
			"viewer.organization.mailServices.edges.0.node.defaultPermissions.0":                    "READ",
			"viewer.organization.mailServices.totalCount":                                           1.0,
		} {
			if got := a.at(path); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%s is %v, want %v (%v)", path, got, want, a.Errors)
			}
		}
		b := w.as(w.ben, manager, "org", id(w.acme.ID))
		if b.at("viewer.organization.canAdminister.code") != "FORBIDDEN" || b.at("viewer.organization.canAdminister.wayOut") == nil {
			t.Errorf("Ben may administer: %v, %v", b.Data, b.Errors)
		}
		if c := w.as(w.chloe, manager, "org", id(w.acme.ID)); c.at("viewer.organization") != nil {
			t.Errorf("Chloé sees %v", c.Data)
		}
	})
}

func TestMembersAreFoundByNameAndAddress(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newAcme(t, s)
		w.joins(w.person("Émile 100%", "e_mile@acme.example"), w.acme, member.RoleADMIN)
		for filter, want := range map[string]string{
			"":                  "[Anna Ben Weber Émile 100%]",
			"WEBER":             "[Ben Weber]",
			"ben@":              "[Ben Weber]",
			"émile":             "[Émile 100%]",
			"ÉMILE":             "[Émile 100%]",
			"100%":              "[Émile 100%]",
			"%":                 "[Émile 100%]",
			"e_m":               "[Émile 100%]",
			"a_n":               "[]",
			`\`:                 "[]",
			" anna ":            "[Anna]",
			"nobody' OR '1'='1": "[]",
		} {
			a := w.as(w.anna, `query($f: String) { viewer { organizations { edges { node { members(filter: $f) { totalCount edges { node { user { name } role organization { name } } } } } } } } }`, "f", filter)
			var names []string
			edges, _ := a.at("viewer.organizations.edges.0.node.members.edges").([]any)
			for n := range edges {
				names = append(names, fmt.Sprint(a.at(fmt.Sprintf("viewer.organizations.edges.0.node.members.edges.%d.node.user.name", n))))
			}
			if fmt.Sprint(names) != want || a.at("viewer.organizations.edges.0.node.members.totalCount") != float64(len(names)) {
				t.Errorf("%q finds %v, want %v (%v)", filter, names, want, a.Errors)
			}
		}
	})
}

func TestAStrangerSeesNoMembers(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newAcme(t, s)
		w.guest(w.chloe, w.info)
		a := w.as(w.chloe, `{ viewer { mailboxes { edges { node { organization { name viewerRole memberCount canAdminister { allowed }
			members { totalCount edges { node { user { name } } } }
			mailServices { edges { node { name domains mailboxes { totalCount edges { node { address } } } } } } } } } } } }`)
		const there = "viewer.mailboxes.edges.0.node.organization."
		for path, want := range map[string]any{
			"name": "Acme", "viewerRole": nil, "memberCount": nil, "canAdminister.allowed": false,
			"members.totalCount": 0.0, "members.edges": "[]",
			"mailServices.edges.0.node.domains": "[]", "mailServices.edges.0.node.mailboxes.totalCount": 1.0,
		} {
			if got := a.at(there + path); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%s is %v, want %v (%v)", path, got, want, a.Errors)
			}
		}
	})
}

func TestListsAreReadPageByPage(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newAcme(t, s)
		for n := range 5 {
			name := []string{"zoe", "Adam", "anna", "Yves", "émile"}[n]
			w.joins(w.person(name, fmt.Sprintf("p%d@acme.example", n)), w.acme, member.RoleMEMBER)
			w.mailbox(w.service, fmt.Sprintf("m%d@acme.example", n))
			w.organization([]string{"beta", "Alpha", "acme", "Zeta", "alpha"}[n], w.anna)
		}
		for list, query := range map[string]string{
			"organizations": `query($n: Int, $after: Cursor) { viewer { page: organizations(first: $n, after: $after) { pageInfo { hasNextPage hasPreviousPage endCursor } rows: edges { node { id } } totalCount } } }`,
			"mailboxes":     `query($n: Int, $after: Cursor) { viewer { page: mailboxes(first: $n, after: $after) { pageInfo { hasNextPage hasPreviousPage endCursor } rows: edges { node { id } } totalCount } } }`,
			"members":       `query($n: Int, $after: Cursor) { viewer: node(id: "` + id(w.acme.ID) + `") { ... on Organization { page: members(first: $n, after: $after) { pageInfo { hasNextPage hasPreviousPage endCursor } rows: edges { node { id } } totalCount } } } }`,
		} {
			whole := w.ids(w.as(w.anna, query, "n", 100))
			for size := 1; size <= 3; size++ {
				var joined []string
				for after := any(nil); ; {
					a := w.as(w.anna, query, "n", size, "after", after)
					joined = append(joined, w.ids(a)...)
					if a.at("viewer.page.hasPreviousPage") == true && after == nil {
						t.Errorf("%s: something before the beginning", list)
					}
					if a.at("viewer.page.totalCount") != float64(len(whole)) {
						t.Fatalf("%s: %v in all, want %d (%v)", list, a.at("viewer.page.totalCount"), len(whole), a.Errors)
					}
					if after = a.at("viewer.page.pageInfo.endCursor"); a.at("viewer.page.pageInfo.hasNextPage") != true {
						break
					}
				}
				if fmt.Sprint(joined) != fmt.Sprint(whole) || len(whole) < 6 {
					t.Errorf("%s by %d: %v, want %v", list, size, joined, whole)
				}
			}
		}
	})
}

func (w *world) ids(a answer) (ids []string) {
	rows, _ := a.at("viewer.page.rows").([]any)
	for n := range rows {
		ids = append(ids, fmt.Sprint(a.at(fmt.Sprintf("viewer.page.rows.%d.node.id", n))))
	}
	return ids
}

func TestListsRefuseWhatMakesNoSense(t *testing.T) {
	w := newAcme(t, databasetest.SQLite(t))
	foreign := w.as(w.anna, `{ viewer { organizations { pageInfo { endCursor } } } }`).at("viewer.organizations.pageInfo.endCursor")
	for why, arguments := range map[string]string{
		"a negative number":              `first: -1`,
		"more than is given at once":     `first: 5001`,
		"a cursor of another list":       fmt.Sprintf(`after: %q`, foreign),
		"a filter longer than addresses": fmt.Sprintf(`filter: "%0300d"`, 0),
	} {
		a := w.as(w.anna, `{ viewer { mailboxes(`+arguments+`) { edges { node { id } } } } }`)
		if a.refusedWith() != refusal.CodeValidationFailed {
			t.Errorf("%s: got %v, %v", why, a.Data, a.Errors)
		}
	}
	for _, cursor := range []string{"", "x", "====", "gqFp2gAA", "3" + fmt.Sprint(foreign)} {
		a := w.as(w.anna, `query($c: Cursor) { viewer { mailboxes(after: $c) { edges { node { id } } } } }`, "c", cursor)
		if len(a.Errors) == 0 {
			t.Errorf("cursor %q is taken: %v", cursor, a.Data)
		}
	}
}

func TestFirstZeroAsksForNoRows(t *testing.T) {
	w := newAcme(t, databasetest.SQLite(t))
	a := w.as(w.anna, `{ viewer { mailboxes(first: 0) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } } }`)
	if fmt.Sprint(a.at("viewer.mailboxes.edges")) != "[]" || a.at("viewer.mailboxes.pageInfo.hasNextPage") != true || a.at("viewer.mailboxes.totalCount") != 2.0 {
		t.Errorf("got %v, %v", a.Data, a.Errors)
	}
}
