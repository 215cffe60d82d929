package graph_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"latchkey/ent"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/mail"
	"latchkey/server/nodeid"
	"latchkey/server/push/feed"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// inbox is what Mail asks for to show a list of threads.
const inbox = `query($address: String!, $first: Int, $after: Cursor) { viewer { mailbox(address: $address) {
	id unread folders { id role name total unread }
	folder(role: INBOX) { id threads(first: $first, after: $after) {
		pageInfo { hasNextPage hasPreviousPage endCursor }
		edges { cursor node { id subject snippet unread starred folderIds participants { name address } mailbox { address }
			messages { id thread { id } folder { role } bodyUrl rawUrl size seen attachments { url viewable } } } }
	} } } } }`

// letters delivers so many messages, each a thread of its own.
func (w *world) letters(box *ent.Mailbox, n int) {
	w.t.Helper()
	for i := range n {
		raw := fmt.Sprintf("From: Dora <dora@fields.example>\r\nSubject: Letter %d\r\nMessage-ID: <%d@fields.example>\r\n"+
			"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nText\r\n"+
			"--b\r\nContent-Type: image/png; name=\"a b.png\"\r\nContent-Disposition: attachment\r\n\r\nx\r\n--b--\r\n", i, i)
		in := mail.Incoming{Mailboxes: []nodeid.ID{box.ID}, ReceivedAt: w.store.Clock().Now()}
		must(w.t, 0, w.resolver.Mail.Deliver(w.t.Context(), in, []byte(raw))[0])
	}
}

// mailOf is a world in which Anna owns info@ with so many letters in it.
func mailOf(t testing.TB, s *database.Store, letters int) (*world, *ent.User, *ent.Mailbox) {
	t.Helper()
	w := newWorld(t, s)
	anna := w.person("Anna", "anna@acme.example")
	info := w.mailbox(w.mailService(w.organization("Acme", anna), "Acme Mail", "acme.example"), "info@acme.example")
	w.letters(info, letters)
	return w, anna, info
}

func TestAListOfThreadsTakesAsManyStatementsForTwoAsForForty(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w, anna, _ := mailOf(t, s, 40)
		few := w.statements(anna, inbox, "address", "info@acme.example", "first", 2)
		many := w.statements(anna, inbox, "address", "info@acme.example", "first", 40)
		if few != many {
			t.Errorf("%d statements for 2 threads, %d for 40", few, many)
		}
	})
}

func TestThreadsArePagedAndShowWhereTheirContentsAre(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w, anna, _ := mailOf(t, s, 3)
		first := w.as(anna, inbox, "address", "info@acme.example", "first", 2)
		threads := "viewer.mailbox.folder.threads."
		if len(first.Errors) > 0 || first.at("viewer.mailbox.unread") != 3.0 || first.at(threads+"edges.0.node.subject") != "Letter 2" ||
			first.at(threads+"pageInfo.hasNextPage") != true {
			t.Fatalf("the first page: %v %v", first.Data, first.Errors)
		}
		message := threads + "edges.0.node.messages.0."
		id := first.at(message + "id").(string)
		if first.at(message+"bodyUrl") != "/mail/body/"+id ||
			first.at(message+"attachments.0.url") != "/mail/attachment/"+id+"/2/a%20b.png" {
			t.Errorf("addresses: %v", first.at(threads+"edges.0.node.messages"))
		}
		second := w.as(anna, inbox, "address", "info@acme.example", "first", 2, "after", first.at(threads+"pageInfo.endCursor"))
		if second.at(threads+"edges.0.node.subject") != "Letter 0" || second.at(threads+"pageInfo.hasNextPage") != false {
			t.Errorf("the second page: %v %v", second.Data, second.Errors)
		}
		for _, cursor := range []string{"!", "gaFp", strings.Repeat("A", 5000)} {
			if broken := w.as(anna, inbox, "address", "info@acme.example", "after", cursor); len(broken.Errors) == 0 {
				t.Errorf("the cursor %.10q was taken", cursor)
			}
		}
	})
}

func TestMarkedMovedAndDeletedThreadsComeBackAsTheyAre(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w, anna, _ := mailOf(t, s, 1)
		page := w.as(anna, inbox, "address", "info@acme.example")
		id := page.at("viewer.mailbox.folder.threads.edges.0.node.id")
		archive := page.at("viewer.mailbox.folders.3.id")
		marked := w.as(anna, `mutation($t: [ID!]) { markMessages(input: {threads: $t, seen: true, starred: true}) {
			messages { seen thread { starred } } threads { unread starred } folders { role unread } } }`, "t", []any{id})
		if marked.at("markMessages.threads.0.unread") != 0.0 || marked.at("markMessages.messages.0.seen") != true ||
			marked.at("markMessages.folders.0.unread") != 0.0 || marked.at("markMessages.messages.0.thread.starred") != true {
			t.Errorf("marked: %v %v", marked.Data, marked.Errors)
		}
		moved := w.as(anna, `mutation($t: [ID!], $f: ID!) { moveMessages(input: {threads: $t, folder: $f}) {
			moved { messageId fromFolderId } threads { folderIds } folders { role total } } }`, "t", []any{id}, "f", archive)
		if moved.at("moveMessages.threads.0.folderIds.0") != archive || moved.at("moveMessages.moved.0.fromFolderId") == archive {
			t.Errorf("moved: %v %v", moved.Data, moved.Errors)
		}
		remove := `mutation($t: [ID!]) { deleteMessages(input: {threads: $t}) { moved { messageId } deletedMessageIds goneThreadIds threads { id } folders { id } } }`
		w.as(anna, remove, "t", []any{id})
		gone := w.as(anna, remove, "t", []any{id})
		if gone.at("deleteMessages.goneThreadIds.0") != id || gone.at("deleteMessages.moved.0") != nil {
			t.Errorf("deleted: %v %v", gone.Data, gone.Errors)
		}
		if code := w.as(anna, remove, "t", []any{id}).refusedWith(); code != refusal.CodeNotFound {
			t.Errorf("once more: %v", code)
		}
		if code := w.as(anna, `mutation { markMessages(input: {messages: []}) { threads { id } } }`).refusedWith(); code != refusal.CodeValidationFailed {
			t.Errorf("nothing to mark: %v", code)
		}
	})
}

func TestAnEventShowsItsMessagesWithoutAskingWhoLooks(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w, anna, info := mailOf(t, s, 1)
		events, err := w.resolver.Mail.EventsAfter(viewer.System(t.Context()), info.ID, 0, 10)
		must(t, events, err)
		showing := &feed.Showing{Payload: events[0], Class: "{READ}"}
		ctx := feed.NewContext(viewer.NewContext(context.Background(), viewer.Viewer{User: anna.ID}), showing)
		shown := w.ask(ctx, `subscription($m: ID!) { mailboxActivity(mailbox: $m) { cursor kind mailboxId
			messages { subject from { address } } threads { subject folderIds } folders { role unread } goneThreadIds } }`, "m", info.ID.String())
		if shown.at("mailboxActivity.messages.0.subject") != "Letter 0" || shown.at("mailboxActivity.folders.0.unread") != 1.0 {
			t.Errorf("shown: %v %v", shown.Data, shown.Errors)
		}
	})
}
