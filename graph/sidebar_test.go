package graph_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/complexity"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"latchkey/ent"
	"latchkey/ent/folder"
	"latchkey/ent/mailbox"
	"latchkey/server/address"
	"latchkey/server/addressclaim"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/permission"
	"latchkey/server/viewer"
)

// sidebar is what Mail asks for when it opens.
const sidebar = `{ viewer { user { name email } steppedUpUntil accessCursor
	organizations { edges { node { id name viewerRole } } }
	mailboxes(first: 1000) { edges { node { id address unread viewerPermissions organization { name }
		viewerAccess { organization { name } sharedBy { name } since until } } } } } }`

// sidebarOf is a world in which Anna may open so many mailboxes: half of them
// are her own organization's, the others were shared by owners of as many others as there are tens.
func sidebarOf(t testing.TB, s *database.Store, mailboxes int) (*world, *ent.User) {
	t.Helper()
	w := newWorld(t, s)
	anna := w.person("Anna", "anna@acme.example")
	acme := w.organization("Acme", anna)
	own := w.mailService(acme, "Acme Mail", "acme.example")
	w.fill(own, "acme.example", mailboxes/2, nil)
	partners := max(mailboxes/10, 1)
	for n := range partners {
		domain := fmt.Sprintf("partner%d.example", n)
		owner := w.person(fmt.Sprintf("Owner %d", n), "owner@"+domain)
		theirs := w.mailService(w.organization(fmt.Sprintf("Partner %d", n), owner), "Mail", domain)
		w.fill(theirs, domain, mailboxes/2/partners, func(g *ent.GrantCreate) {
			g.SetUserID(anna.ID).SetOrganizationID(acme.ID).SetGiverID(owner.ID).SetPermissions(permission.Organizer.Set())
		})
	}
	ctx := viewer.System(t.Context())
	must(t, 0, s.Client().Folder.Update().Where(folder.RoleEQ(folder.RoleINBOX), folder.HasMailboxWith(mailbox.AddressHasPrefix("m1"))).SetUnread(7).Exec(ctx))
	return w, anna
}

// fill makes mailboxes and shares each with whom share says.
func (w *world) fill(service *ent.MailService, domain string, mailboxes int, share func(*ent.GrantCreate)) {
	w.t.Helper()
	write(w, func(ctx context.Context, tx *database.Tx) (any, error) {
		for n := range mailboxes {
			at, err := address.Parse(fmt.Sprintf("m%d@%s", n, domain))
			if err != nil {
				return nil, err
			}
			made, err := w.organizations.CreateMailbox(ctx, tx, service, at)
			if err != nil || share == nil {
				if err != nil {
					return nil, err
				}
				continue
			}
			claim, err := addressclaim.Share(ctx, tx, made.Address)
			if err != nil {
				return nil, err
			}
			given := tx.Grant.Create().SetMailboxID(made.ID).SetAddress(made.Address).SetClaimID(claim).SetGivenAt(w.store.Clock().Now())
			share(given)
			if err := given.Exec(ctx); err != nil {
				return nil, err
			}
		}
		return nil, nil
	})
}

func TestTheSidebarTakesAsManyStatementsForTenMailboxesAsForAThousand(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		few, anna := sidebarOf(t, s, 10)
		ten := few.statements(anna, sidebar)
		var thousand int
		t.Run("a thousand", func(t *testing.T) {
			open := databasetest.SQLite
			if s.Dialect() == "postgres" {
				open = databasetest.PostgreSQL
			}
			many, anna := sidebarOf(t, open(t), 1000)
			thousand = many.statements(anna, sidebar)
			many.mustShowTheSidebar(anna, 1000)
		})
		few.mustShowTheSidebar(anna, 10)
		t.Logf("%d statements", ten)
		if ten != thousand || ten > 12 {
			t.Errorf("%d statements for 10 mailboxes, %d for 1,000; want the same, and few", ten, thousand)
		}
	})
}

// BenchmarkSidebarAmongStrangers opens Mail with 10 mailboxes on a server that
// holds 20,000 of other people.
func BenchmarkSidebarAmongStrangers(b *testing.B) {
	w, anna := sidebarOf(b, databasetest.SQLite(b), 10)
	for n := range 20 {
		domain := fmt.Sprintf("stranger%d.example", n)
		owner := w.person("A stranger", "owner@"+domain)
		w.fill(w.mailService(w.organization("Strangers", owner), "Mail", domain), domain, 1000, nil)
	}
	ctx := viewer.NewContext(b.Context(), viewer.Viewer{User: anna.ID})
	b.Run("SQLite", func(b *testing.B) {
		for b.Loop() {
			if response := w.respond(ctx, sidebar); len(response.Errors) > 0 {
				b.Fatal(response.Errors)
			}
		}
	})
}

// mostComplex is what server/app allows an operation to cost.
const mostComplex = 150_000

func TestAPersonWithFiveThousandMailboxesOpensMail(t *testing.T) {
	w, anna := sidebarOf(t, databasetest.SQLite(t), 5000)
	all := strings.Replace(sidebar, "first: 1000", "first: 5000", 1)
	document, err := gqlparser.LoadQueryWithRules(w.schema.Schema(), all, rules.NewDefaultRules())
	if err != nil {
		t.Fatal(err)
	}
	if cost := complexity.Calculate(t.Context(), w.schema, document.Operations[0], nil); cost > mostComplex {
		t.Errorf("it costs %d, which is refused above %d", cost, mostComplex)
	}
	a := w.as(anna, all)
	if edges, _ := a.at("viewer.mailboxes.edges").([]any); len(edges) != 5000 || len(a.Errors) > 0 {
		t.Errorf("%d mailboxes, want 5,000 (%v)", len(edges), a.Errors)
	}
}

func (w *world) mustShowTheSidebar(anna *ent.User, mailboxes int) {
	w.t.Helper()
	a := w.as(anna, sidebar)
	edges, _ := a.at("viewer.mailboxes.edges").([]any)
	if len(edges) != mailboxes || len(a.Errors) > 0 {
		w.t.Fatalf("%d mailboxes, want %d (%v)", len(edges), mailboxes, a.Errors)
	}
	shared := 0
	for n := range edges {
		there := fmt.Sprintf("viewer.mailboxes.edges.%d.node.", n)
		if a.at(there+"viewerAccess.sharedBy.name") != nil {
			shared++
			if a.at(there+"organization.name") == "Acme" || a.at(there+"viewerAccess.organization.name") != "Acme" {
				w.t.Errorf("a shared mailbox is shown as %v", a.at(there[:len(there)-1]))
			}
		}
		if len(a.at(there+"viewerPermissions").([]any)) < 3 {
			w.t.Errorf("%v allows nothing", a.at(there+"address"))
		}
	}
	if shared != mailboxes/2 {
		w.t.Errorf("%d are shared, want %d", shared, mailboxes/2)
	}
	if a.at("viewer.mailboxes.edges.0.node.unread") != 0.0 || a.at("viewer.mailboxes.edges.2.node.unread") == nil {
		w.t.Errorf("unread is %v", a.at("viewer.mailboxes.edges.0.node.unread"))
	}
}

// bareSidebar is the same answer in SQL: what a program would ask that needs
// no privacy policy, no types and no API. now and me are the arguments.
var bareSidebar = []struct {
	query     string
	arguments func(me, now any) []any
}{
	{`SELECT name, email, access_sequence FROM users WHERE id = ?`, func(me, _ any) []any { return []any{me} }},
	{`SELECT o.id, o.name, p.role FROM members p JOIN organizations o ON o.id = p.organization_id
	  WHERE p.user_id = ? ORDER BY lower(o.name), o.id LIMIT 51`, func(me, _ any) []any { return []any{me} }},
	{`SELECT m.id, m.address, f.unread, g.permissions, p.role, o.name, h.name, u.name, g.given_at, g.expires_at
	  FROM mailboxes m
	  JOIN organizations o ON o.id = m.organization_id
	  JOIN folders f ON f.mailbox_id = m.id AND f.role = 'INBOX'
	  LEFT JOIN members p ON p.organization_id = m.organization_id AND p.user_id = ?
	  LEFT JOIN grants g ON g.mailbox_id = m.id AND g.user_id = ? AND g.revoked_at IS NULL
	    AND (g.starts_at IS NULL OR g.starts_at <= ?) AND (g.expires_at IS NULL OR g.expires_at > ?)
	  LEFT JOIN organizations h ON h.id = g.organization_id
	  LEFT JOIN users u ON u.id = g.giver_id
	  WHERE g.id IS NOT NULL OR p.role IN ('OWNER', 'ADMIN')
	  ORDER BY m.address LIMIT 1001`, func(me, now any) []any { return []any{me, me, now, now} }},
}

// readBare runs the bare statements, reads every value, and says how many rows there were.
func (w *world) readBare(ctx context.Context, me *ent.User) (rows int, err error) {
	for _, b := range bareSidebar {
		n, err := w.readAll(ctx, w.store.Rebind(b.query), b.arguments(me.ID, w.store.Clock().Now())...)
		if err != nil {
			return 0, err
		}
		rows += n
	}
	return rows, nil
}

func (w *world) readAll(ctx context.Context, query string, arguments ...any) (n int, err error) {
	rows, err := w.store.DB().QueryContext(ctx, query, arguments...)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return 0, err
	}
	values, into := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		into[i] = &values[i]
	}
	for ; rows.Next(); n++ {
		if err := rows.Scan(into...); err != nil {
			return 0, err
		}
	}
	return n, rows.Err()
}

// BenchmarkSidebar opens Mail. It reports the statements that takes, and how
// many times as long as the bare SQL of the same answer, in the same run.
func BenchmarkSidebar(b *testing.B) {
	for name, open := range map[string]func(testing.TB) *database.Store{"SQLite": databasetest.SQLite, "PostgreSQL": databasetest.PostgreSQL} {
		for _, mailboxes := range []int{10, 1000} {
			b.Run(fmt.Sprintf("%s/mailboxes=%d", name, mailboxes), func(b *testing.B) {
				w, anna := sidebarOf(b, open(b), mailboxes)
				ctx := viewer.NewContext(b.Context(), viewer.Viewer{User: anna.ID})
				statements := w.statements(anna, sidebar)
				b.ReportAllocs() // unlike times, the same on a busy machine
				for b.Loop() {
					if response := w.respond(ctx, sidebar); len(response.Errors) > 0 {
						b.Fatal(response.Errors)
					}
				}
				api := b.Elapsed() / time.Duration(b.N)
				begun := time.Now()
				for range b.N {
					if rows, err := w.readBare(ctx, anna); err != nil || rows < mailboxes {
						b.Fatal(rows, err)
					}
				}
				bare := time.Since(begun) / time.Duration(b.N)
				b.ReportMetric(float64(statements), "statements")
				b.ReportMetric(float64(bare.Microseconds()), "bare-µs")
				b.ReportMetric(float64(api)/float64(bare), "×bare")
			})
		}
	}
}
