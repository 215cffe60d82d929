package app_test

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"latchkey/ent/accessevent"
	"latchkey/ent/mailboxevent"
	"latchkey/graph"
	"latchkey/server/app/apptest"
	"latchkey/server/clock"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/viewer"
)

// accessChanges and mailChanges are how much happens while sockets are cut.
const (
	accessChanges = 30
	mailChanges   = 40
)

// TestACutSocketMissesNothingOfAccess changes Chloé's access at random while
// her socket is cut at random, and compares what she saw with the database.
func TestACutSocketMissesNothingOfAccess(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, s *apptest.Server) {
		anna, chloe := s.SignIn(t, "anna@acme.example"), s.SignIn(t, "chloe@studio.example")
		anna.StepUp(t)
		me := chloe.Must(t, `{ viewer { user { id } accessCursor organizations { edges { node { id } } } } }`, nil)
		user := nodeid.ID(me.Text("viewer", "user", "id"))
		home := me.Text("viewer", "organizations", "edges", "node", "id")
		boxes := []string{mailboxID(t, anna, "info@acme.example"), mailboxID(t, anna, "support@acme.example"), mailboxID(t, anna, "billing@acme.example")}
		begin, _ := graph.SequenceAt(me.Text("viewer", "accessCursor"), user)

		acts := &acting{grants: map[string]string{}, anna: anna, chloe: chloe, home: home}
		var done sync.WaitGroup
		done.Go(func() {
			for range accessChanges {
				acts.change(t, boxes[rand.IntN(len(boxes))])
			}
		})
		cut := &cutting{browser: chloe, query: accessStream, field: "mailboxAccess", cursor: me.Text("viewer", "accessCursor")}
		cut.follow(t, func() bool { return len(cut.seen) == accessChanges })
		done.Wait()

		var want []string
		read(t, s, func(ctx context.Context, store *database.Store) error {
			rows, err := store.Client().AccessEvent.Query().Where(accessevent.UserID(user), accessevent.SequenceGT(int64(begin))).
				Order(accessevent.BySequence()).All(ctx)
			for _, row := range rows {
				want = append(want, fmt.Sprint(row.Sequence, " ", row.Kind))
			}
			return err
		})
		cut.compare(t, user, want)
	})
}

// acting is what Anna and Chloé do.
type acting struct {
	anna, chloe *apptest.Browser
	home        string
	grants      map[string]string // by mailbox
}

// change makes one change of Chloé's access to a mailbox: whatever is possible now.
func (a *acting) change(t *testing.T, box string) {
	grant, has := a.grants[box]
	v := map[string]any{"grant": grant, "mailbox": box}
	switch {
	case !has:
		token := invite(t, a.anna, box, "READ", "ORGANIZE")
		accepted := a.chloe.Must(t, acceptance, map[string]any{"token": token, "organization": a.home})
		a.grants[box] = accepted.Text("acceptInvitation", "grant", "id")
		return
	case rand.IntN(3) == 0:
		a.anna.Must(t, `mutation($grant: ID!) { revokeGrant(input: { grant: $grant }) { revokedGrantId } }`, v)
	case rand.IntN(4) == 0:
		a.chloe.Must(t, `mutation($mailbox: ID!) { leaveMailbox(input: { mailbox: $mailbox }) { leftMailboxId } }`, v)
	default:
		// Always another set than before, or nothing would have changed.
		have := a.anna.Must(t, `query($grant: ID!) { node(id: $grant) { ... on Grant { permissions } } }`, v)
		v["permissions"] = []string{"READ"}
		if len(have.At("node", "permissions").([]any)) == 1 {
			v["permissions"] = []string{"READ", "ORGANIZE", "DELETE"}
		}
		a.anna.Must(t, `mutation($grant: ID!, $permissions: [Permission!]) { updateGrant(input: { grant: $grant, permissions: $permissions }) { grant { id } } }`, v)
		return
	}
	delete(a.grants, box)
}

// TestACutSocketMissesNothingOfMail does the same while mail comes and is marked.
func TestACutSocketMissesNothingOfMail(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, s *apptest.Server) {
		anna, ben := s.SignIn(t, "anna@acme.example"), s.SignIn(t, "ben@acme.example")
		found := anna.Must(t, `{ viewer { mailbox(address: "info@acme.example") { id activityCursor folder(role: INBOX) { threads(first: 9) { edges { node { id } } } } } } }`, nil)
		box, cursor := nodeid.ID(found.Text("viewer", "mailbox", "id")), found.Text("viewer", "mailbox", "activityCursor")
		begin, _ := graph.SequenceAt(cursor, box)
		thread := found.At("viewer", "mailbox", "folder", "threads", "edges", "node", "id")

		var done sync.WaitGroup
		done.Go(func() {
			for i := range mailChanges / 2 {
				deliver(t, s, "info@acme.example", fmt.Sprint("Number ", i))
			}
		})
		done.Go(func() {
			for i := range mailChanges / 2 {
				ben.Must(t, `mutation($t: [ID!], $starred: Boolean) { markMessages(input: { threads: $t, starred: $starred }) { threads { id } } }`,
					map[string]any{"t": []any{thread}, "starred": i%2 == 0})
			}
		})
		cut := &cutting{
			browser: anna, query: mailStream, field: "mailboxActivity", cursor: cursor, variables: map[string]any{"mailbox": box},
		}
		var last sync.WaitGroup
		last.Go(func() {
			done.Wait()
			deliver(t, s, "info@acme.example", "The last one")
		})
		cut.follow(t, func() bool {
			return len(cut.seen) > 0 && cut.seen[len(cut.seen)-1].Text("mailboxActivity", "messages", "subject") == "The last one"
		})
		last.Wait()
		var want []string
		read(t, s, func(ctx context.Context, store *database.Store) error {
			rows, err := store.Client().MailboxEvent.Query().Where(mailboxevent.MailboxID(box), mailboxevent.SequenceGT(int64(begin))).
				Order(mailboxevent.BySequence()).All(ctx)
			for _, row := range rows {
				want = append(want, fmt.Sprint(row.Sequence, " ", row.Kind))
			}
			return err
		})
		cut.compare(t, box, want)
	})
}

// cutting is a reader whose socket is cut again and again, and who goes on from their last cursor.
type cutting struct {
	browser              *apptest.Browser
	query, field, cursor string
	variables            map[string]any
	seen                 []apptest.Answer
}

// follow reads events until there were enough.
func (c *cutting) follow(t *testing.T, enough func() bool) {
	t.Helper()
	for !enough() {
		variables := map[string]any{"after": c.cursor}
		maps.Copy(variables, c.variables)
		stream := c.browser.Subscribe(t, c.query, variables)
		for range rand.IntN(5) {
			if enough() {
				break
			}
			event := stream.Next(t)
			c.cursor = event.Text(c.field, "cursor")
			c.seen = append(c.seen, event)
		}
		time.Sleep(time.Duration(rand.IntN(10)) * time.Millisecond) // more may be under way when it is cut
		stream.Close()
	}
}

// compare holds what was seen against the database's own sequence.
func (c *cutting) compare(t *testing.T, topic nodeid.ID, want []string) {
	t.Helper()
	var got []string
	for _, event := range c.seen {
		sequence, ok := graph.SequenceAt(event.Text(c.field, "cursor"), topic)
		if !ok {
			t.Fatalf("no cursor of %s: %v", topic, event)
		}
		got = append(got, fmt.Sprint(sequence, " ", event.Text(c.field, "kind")))
	}
	if !slices.Equal(got, want) {
		t.Errorf("seen:\n%s\nhappened:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// read looks into the server's database.
func read(t *testing.T, s *apptest.Server, look func(context.Context, *database.Store) error) {
	t.Helper()
	store, err := database.Open(t.Context(), s.DatabaseURL, clock.System(), database.Unmigrated())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if err := look(viewer.System(t.Context()), store); err != nil {
		t.Fatal(err)
	}
}
