package graph_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"latchkey/ent"
	"latchkey/ent/member"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/permission"
	"latchkey/server/push/feed"
	"latchkey/server/refusal"
	"latchkey/server/sharing"
	"latchkey/server/viewer"
)

// office is Acme with info@, which Anna owns; Ben is a member, Chloé an outsider.
type office struct {
	*world
	anna, ben, chloe *ent.User
	acme, studio     *ent.Organization
	service          *ent.MailService
	info             *ent.Mailbox
	known            int // people met so far
}

func newOffice(t testing.TB, s *database.Store) *office {
	t.Helper()
	o := &office{world: newWorld(t, s)}
	o.anna, o.ben, o.chloe = o.person("Anna", "anna@acme.example"), o.person("Ben Weber", "ben@acme.example"), o.person("Chloé Martin", "chloe@studio.example")
	o.acme, o.studio = o.organization("Acme", o.anna), o.organization("Studio Chloé", o.chloe)
	o.joins(o.ben, o.acme, member.RoleMEMBER)
	o.service = o.mailService(o.acme, "Acme Mail", "acme.example")
	o.info = o.mailbox(o.service, "info@acme.example")
	return o
}

// sure asks for somebody who proved the password just now.
func (o *office) sure(user *ent.User, query string, variables ...any) answer {
	o.t.Helper()
	ctx := viewer.NewContext(o.t.Context(), viewer.Viewer{User: user.ID, SteppedUpUntil: o.store.Clock().Now().Add(time.Minute)})
	return o.ask(ctx, query, variables...)
}

func (o *office) invites(atoms string) (token string) {
	o.t.Helper()
	a := o.sure(o.anna, `mutation($m: ID!) { createInvitation(input: {mailbox: $m, permissions: [`+atoms+`]}) { link mailbox { pendingInvitationCount } } }`, "m", id(o.info.ID))
	link, _ := a.at("createInvitation.link").(string)
	if a.at("createInvitation.mailbox.pendingInvitationCount") != 1.0 || link == "" {
		o.t.Fatalf("inviting gives %v, %v", a.Data, a.Errors)
	}
	return link[strings.LastIndexByte(link, '/')+1:]
}

const acceptMutation = `mutation($t: String!) { acceptInvitation(input: {token: $t}) {
	grant { user { name } givenBy { name } preset state external canUpdate { allowed } }
	mailbox { address viewerPermissions viewerAccess { organization { name } sharedBy { name } grant { permissions } } canInvite { allowed code reason wayOut } userCount users { totalCount edges { node { __typename } } } } } }`

func TestAnInvitationFromLinkToMailbox(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		o := newOffice(t, s)
		token := o.invites("READ, ORGANIZE, DELETE")
		preview := `query($t: String!) { invitationPreview(token: $t) { state address organizationName invitedByName preset canAccept { allowed code } organizations { name role memberCount } mailbox { address } } }`
		a := o.ask(t.Context(), preview, "t", token)
		if a.at("invitationPreview.preset") != "ORGANIZER" || a.at("invitationPreview.invitedByName") != "Anna" || a.at("invitationPreview.canAccept") != nil {
			t.Errorf("a stranger sees %v, %v", a.Data, a.Errors)
		}
		a = o.as(o.chloe, preview, "t", token)
		if a.at("invitationPreview.canAccept.allowed") != true || a.at("invitationPreview.organizations.0.name") != "Studio Chloé" {
			t.Errorf("Chloé sees %v, %v", a.Data, a.Errors)
		}
		a = o.as(o.chloe, acceptMutation, "t", token)
		for path, want := range map[string]any{
			"grant.user.name": "Chloé Martin", "grant.givenBy.name": "Anna", "grant.preset": "ORGANIZER", "grant.state": "ACTIVE",
			"grant.external": true, "grant.canUpdate.allowed": false,
			"mailbox.address": "info@acme.example", "mailbox.viewerAccess.organization.name": "Studio Chloé",
			"mailbox.viewerAccess.sharedBy.name": "Anna", "mailbox.canInvite.code": "FORBIDDEN",
			"mailbox.userCount": 0.0, "mailbox.users.totalCount": 0.0,
		} {
			if got := a.at("acceptInvitation." + path); got != want {
				t.Errorf("%s is %v, want %v (%v)", path, got, want, a.Errors)
			}
		}
		if way, _ := a.at("acceptInvitation.mailbox.canInvite.wayOut").(string); !strings.Contains(way, "Anna") {
			t.Errorf("the way out is %q, want to ask Anna", way)
		}
		a = o.as(o.chloe, preview, "t", token)
		if a.at("invitationPreview.state") != "ACCEPTED" || a.at("invitationPreview.mailbox.address") != "info@acme.example" {
			t.Errorf("afterwards Chloé sees %v, %v", a.Data, a.Errors)
		}
		if code := o.as(o.ben, preview, "t", token).refusedWith(); code != refusal.CodeInvitationInvalid {
			t.Errorf("Ben is told %q", code)
		}
	})
}

func TestALeftOutEndStaysAndANullEndGoes(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		o := newOffice(t, s)
		a := o.sure(o.anna, `mutation($m: ID!, $u: ID!, $e: Time) { grantAccess(input: {mailbox: $m, user: $u, permissions: [READ], expiresAt: $e}) { grant { id expiresAt } } }`,
			"m", id(o.info.ID), "u", id(o.ben.ID), "e", s.Clock().Now().Add(time.Hour).Format(time.RFC3339))
		grant, end := a.at("grantAccess.grant.id"), a.at("grantAccess.grant.expiresAt")
		if grant == nil || end == nil {
			t.Fatal(a.Data, a.Errors)
		}
		a = o.sure(o.anna, `mutation($g: ID!) { updateGrant(input: {grant: $g, permissions: [READ, ORGANIZE]}) { grant { expiresAt permissions } } }`, "g", grant)
		if a.at("updateGrant.grant.expiresAt") != end || a.at("updateGrant.grant.permissions.1") != "ORGANIZE" {
			t.Errorf("left out: %v, %v", a.Data, a.Errors)
		}
		a = o.sure(o.anna, `mutation($g: ID!) { updateGrant(input: {grant: $g, expiresAt: null}) { grant { expiresAt permissions } } }`, "g", grant)
		if a.at("updateGrant.grant.expiresAt") != nil || a.at("updateGrant.grant.permissions.1") != "ORGANIZE" {
			t.Errorf("null: %v, %v", a.Data, a.Errors)
		}
		if code := o.as(o.anna, `mutation($g: ID!) { revokeGrant(input: {grant: $g}) { revokedGrantId } }`, "g", grant).refusedWith(); code != refusal.CodeStepUpRequired {
			t.Errorf("without step-up: %q", code)
		}
		a = o.sure(o.anna, `mutation($g: ID!) { revokeGrant(input: {grant: $g}) { revokedGrantId mailbox { userCount } } }`, "g", grant)
		if a.at("revokeGrant.revokedGrantId") != grant || a.at("revokeGrant.mailbox.userCount") != 1.0 {
			t.Errorf("revoked: %v, %v", a.Data, a.Errors)
		}
		if a := o.as(o.ben, `{ viewer { mailbox(address: "info@acme.example") { address } } }`); a.at("viewer.mailbox") != nil {
			t.Errorf("Ben still sees %v", a.Data)
		}
	})
}

const usersQuery = `{ viewer { mailbox(address: "info@acme.example") { userCount users(first: 200) { totalCount pageInfo { hasNextPage } edges { node { __typename
	... on Member { role user { name email } }
	... on Grant { user { name email } givenBy { name } permissions state external requiresSecondFactor userHasSecondFactor personal canUpdate { allowed reason } canRevoke { allowed reason } mailbox { address } }
	... on Invitation { email permissions invitationState: state invitedBy { name } canUpdate { allowed reason } } } } } } } }`

// crowds gives so many people access and invites as many, by different givers.
func (o *office) crowds(people int) {
	o.t.Helper()
	for range people {
		o.known++
		var users []*ent.User
		for _, who := range []string{"giver", "guest"} {
			u := o.person(who, fmt.Sprintf("%s%d@acme.example", who, o.known))
			o.joins(u, o.acme, member.RoleMEMBER)
			users = append(users, u)
		}
		gives := func(from, to *ent.User, terms sharing.Terms) {
			ctx := viewer.NewContext(o.t.Context(), viewer.Viewer{User: from.ID, SteppedUpUntil: o.store.Clock().Now().Add(time.Minute)})
			g, err := o.resolver.Sharing.GrantAccess(ctx, o.info.ID, to.ID, terms)
			must(o.t, g, err)
			inv, _, err := o.resolver.Sharing.CreateInvitation(ctx, o.info.ID, sharing.Offer{Terms: terms, Email: "x-" + to.Email})
			must(o.t, inv, err)
		}
		gives(o.anna, users[0], sharing.Terms{Permissions: permission.All})
		gives(users[0], users[1], sharing.Terms{Permissions: permission.Reader.Set()})
	}
}

func TestTheUsersTableTakesAsManyStatementsForManyAsForFew(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		o := newOffice(t, s)
		o.crowds(1)
		few := o.statements(o.anna, usersQuery)
		o.crowds(30)
		many := o.statements(o.anna, usersQuery)
		t.Logf("%d statements", many)
		if few != many || many > 20 {
			t.Errorf("%d statements for few, %d for many", few, many)
		}
		a := o.as(o.anna, usersQuery)
		edges, _ := a.at("viewer.mailbox.users.edges").([]any)
		if len(edges) != 125 || a.at("viewer.mailbox.users.totalCount") != 125.0 || a.at("viewer.mailbox.userCount") != 63.0 {
			t.Errorf("%d rows of %v, %v people (%v)", len(edges), a.at("viewer.mailbox.users.totalCount"), a.at("viewer.mailbox.userCount"), a.Errors)
		}
	})
}

func TestAnOutsiderWhoMayShareSeesTheWholeTable(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		o := newOffice(t, s)
		o.crowds(1)
		ctx := viewer.NewContext(t.Context(), viewer.Viewer{User: o.anna.ID, SteppedUpUntil: s.Clock().Now().Add(time.Minute)})
		_, link, err := o.resolver.Sharing.CreateInvitation(ctx, o.info.ID, sharing.Offer{Terms: sharing.Terms{Permissions: permission.All}})
		must(t, link, err)
		g, err := o.resolver.Sharing.Accept(viewer.NewContext(t.Context(), viewer.Viewer{User: o.chloe.ID}), link[strings.LastIndexByte(link, '/')+1:], "")
		must(t, g, err)
		a := o.as(o.chloe, usersQuery)
		if len(a.Errors) > 0 || a.at("viewer.mailbox.users.edges.0.node.user.name") != "Anna" || a.at("viewer.mailbox.users.totalCount") != 6.0 {
			t.Errorf("Chloé sees %v, %v", a.Data, a.Errors)
		}
	})
}

const addressesQuery = `query($s: ID!) { node(id: $s) { ... on MailService { mailboxes(first: 200) { totalCount edges { node {
	address userCount pendingInvitationCount loginIdentifierOf { name } canInvite { allowed code reason wayOut } viewerPermissions } } } } } }`

func TestTheAddressesTableTakesAsManyStatementsFor200AsFor2(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		o := newOffice(t, s)
		own := o.mailbox(o.service, "anna@acme.example")
		o.crowds(1)
		few := o.statements(o.anna, addressesQuery, "s", id(o.service.ID))
		for n := range 198 {
			o.mailbox(o.service, fmt.Sprintf("m%d@acme.example", n))
		}
		many := o.statements(o.anna, addressesQuery, "s", id(o.service.ID))
		t.Logf("%d statements", many)
		if few != many || many > 15 {
			t.Errorf("%d statements for few, %d for many", few, many)
		}
		a := o.as(o.anna, addressesQuery, "s", id(o.service.ID))
		for path, want := range map[string]any{
			"0.node.address": own.Address, "0.node.loginIdentifierOf.name": "Anna", "0.node.canInvite.code": "ADDRESS_IS_LOGIN_IDENTIFIER",
			"1.node.address": o.info.Address, "1.node.canInvite.allowed": true, "1.node.userCount": 3.0, "1.node.pendingInvitationCount": 2.0,
		} {
			if got := a.at("node.mailboxes.edges." + path); got != want {
				t.Errorf("%s is %v, want %v", path, got, want)
			}
		}
	})
}

func TestAnAccessEventShowsTheMailboxWhileItIsInSight(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		o := newOffice(t, s)
		sure := viewer.NewContext(t.Context(), viewer.Viewer{User: o.anna.ID, SteppedUpUntil: s.Clock().Now().Add(time.Minute)})
		g, err := o.resolver.Sharing.GrantAccess(sure, o.info.ID, o.ben.ID, sharing.Terms{Permissions: permission.Reader.Set()})
		must(t, g, err)
		shown := func(n int) answer {
			events, err := o.resolver.Sharing.EventsAfter(t.Context(), o.ben.ID, 0, 10)
			must(t, events, err)
			ctx := viewer.NewContext(t.Context(), viewer.Viewer{User: o.ben.ID})
			return o.ask(feed.NewContext(ctx, &feed.Showing{Payload: events[n]}),
				`subscription { mailboxAccess { cursor kind actorName address permissions mailboxId mailbox { address viewerPermissions } } }`)
		}
		if a := shown(0); a.at("mailboxAccess.kind") != "GRANTED" || a.at("mailboxAccess.actorName") != "Anna" ||
			a.at("mailboxAccess.mailbox.viewerPermissions.0") != "READ" {
			t.Errorf("granted: %v, %v", a.Data, a.Errors)
		}
		_, err = o.resolver.Sharing.RevokeGrant(sure, g.ID)
		must(t, 0, err)
		a := shown(1)
		if a.at("mailboxAccess.kind") != "REVOKED" || a.at("mailboxAccess.mailbox") != nil || a.at("mailboxAccess.address") != o.info.Address {
			t.Errorf("revoked: %v, %v", a.Data, a.Errors)
		}
	})
}

func TestAForgedCursorIsAnErrorNotAFault(t *testing.T) {
	o := newOffice(t, databasetest.SQLite(t))
	for _, forged := range []string{"", "x", "gqF2vm000000000000000000000000000000000000000aF2vA0000000000000000000000000000000000000"} {
		a := o.as(o.anna, `query($after: Cursor) { viewer { mailbox(address: "info@acme.example") { users(after: $after) { totalCount } } } }`, "after", forged)
		if len(a.Errors) == 0 || strings.Contains(a.Errors[0].Message, "panic") || strings.Contains(a.Errors[0].Message, "system error") {
			t.Errorf("%q gives %v", forged, a.Errors)
		}
	}
}

func TestPresetsAreListedInRisingOrder(t *testing.T) {
	o := newOffice(t, databasetest.SQLite(t))
	if a := o.ask(context.Background(), `{ presets { preset permissions } }`); a.at("presets.0.preset") != "READER" || a.at("presets.4.permissions.18") != "SHARE" {
		t.Errorf("got %v, %v", a.Data, a.Errors)
	}
}
