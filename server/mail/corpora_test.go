package mail_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"sync"
	"testing"

	"latchkey/ent"
	"latchkey/ent/mailbox"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/mail"
	"latchkey/server/mail/corpustest"
	"latchkey/server/nodeid"
)

// senders is how many connections deliver at once.
const senders = 32

func TestEveryMessageOfTheCorporaIsDeliveredAndComesBackWhole(t *testing.T) {
	t.Run("SQLite", func(t *testing.T) { deliverCorpora(t, databasetest.SQLite(t), 1) })
	t.Run("PostgreSQL", func(t *testing.T) { deliverCorpora(t, databasetest.PostgreSQL(t), 5) })
}

// deliverCorpora delivers one of so many messages.
func deliverCorpora(t *testing.T, db *database.Store, oneOf int) {
	w := newWorld(t, db)
	expected := map[[32]byte][]byte{}
	var bytesExpected int64
	var all [][]byte
	for i, file := range corpustest.Messages(t) {
		if i%oneOf != 0 {
			continue
		}
		if digest := sha256.Sum256(file.Raw); expected[digest] == nil {
			expected[digest] = file.Raw
			bytesExpected += int64(len(file.Raw))
		}
		all = append(all, file.Raw)
	}
	w.deliverAll(all)
	must(t, w.mail.Index(context.Background()))

	rows := w.messages()
	if len(rows) != len(expected) {
		t.Fatalf("%d messages of %d", len(rows), len(expected))
	}
	for _, row := range rows {
		_, octets, err := w.mail.Octets(w.anna, row.ID)
		must(t, err)
		if want := expected[[32]byte(row.Digest)]; !bytes.Equal(octets, want) {
			t.Fatalf("message %s: %d octets came back of %d", row.ID, len(octets), len(want))
		}
	}
	box := db.Client().Mailbox.Query().Where(mailbox.ID(w.info)).OnlyX(system())
	if box.StoredBytes != bytesExpected {
		t.Errorf("%d octets are counted, %d are stored", box.StoredBytes, bytesExpected)
	}
	w.checkCounts(t)
}

// deliverAll delivers from many connections at once.
func (w *world) deliverAll(all [][]byte) {
	w.t.Helper()
	queue := make(chan []byte)
	var busy sync.WaitGroup
	for range senders {
		busy.Go(func() {
			for raw := range queue {
				in := mail.Incoming{Mailboxes: []nodeid.ID{w.info}, ReceivedAt: w.db.Clock().Now()}
				if err := w.mail.Deliver(context.Background(), in, raw)[0]; err != nil {
					w.t.Error(err)
				}
			}
		})
	}
	for _, raw := range all {
		queue <- raw
	}
	close(queue)
	busy.Wait()
}

// checkCounts compares everything that is counted with what is there.
func (w *world) checkCounts(t reporter) {
	t.Helper()
	type count struct{ total, unread, starred int }
	type listed struct{ folder, thread nodeid.ID }
	folders, threads, lists := map[nodeid.ID]count{}, map[nodeid.ID]count{}, map[listed]count{}
	newest := map[nodeid.ID]*ent.Message{}
	for _, row := range w.messages() {
		add := count{1, 0, 0}
		if !row.Seen {
			add.unread = 1
		}
		if row.Starred {
			add.starred = 1
		}
		plus := func(c count) count {
			return count{c.total + add.total, c.unread + add.unread, c.starred + add.starred}
		}
		folders[row.FolderID] = plus(folders[row.FolderID])
		threads[row.ThreadID] = plus(threads[row.ThreadID])
		at := listed{row.FolderID, row.ThreadID}
		lists[at] = plus(lists[at])
		newest[row.ThreadID] = row
	}
	c := w.db.Client()
	for _, f := range c.Folder.Query().AllX(system()) {
		if want := folders[f.ID]; f.Total != want.total || f.Unread != want.unread {
			t.Errorf("folder %s counts %d, %d unread; has %d, %d", f.Name, f.Total, f.Unread, want.total, want.unread)
		}
	}
	for _, row := range c.Thread.Query().AllX(system()) {
		want := threads[row.ID]
		if got := (count{row.MessageCount, row.Unread, row.StarredCount}); got != want {
			t.Errorf("thread %q counts %v, has %v", row.Subject, got, want)
		}
		if (want.total == 0) != (row.MergedIntoID != nil) {
			t.Errorf("thread %q has %d messages and is merged into %v", row.Subject, want.total, row.MergedIntoID)
		}
		if last := newest[row.ID]; last != nil && (!row.LastMessageAt.Equal(last.ReceivedAt) || row.Snippet != last.Snippet) {
			t.Errorf("thread %q does not show its newest message", row.Subject)
		}
	}
	w.checkLists(t, func(folder, thread nodeid.ID) (total, unread int) {
		at := listed{folder, thread}
		found := lists[at]
		delete(lists, at)
		return found.total, found.unread
	})
	if len(lists) > 0 {
		t.Errorf("%d threads are missing in lists", len(lists))
	}
}

func (w *world) checkLists(t reporter, want func(folder, thread nodeid.ID) (total, unread int)) {
	t.Helper()
	rows, err := w.db.DB().Query(`SELECT l.folder_id, l.thread_id, l.message_count, l.unread,
		CASE WHEN l.last_at = t.last_message_at THEN 1 ELSE 0 END
		FROM folder_threads l JOIN threads t ON t.id = l.thread_id`)
	must(t, err)
	defer rows.Close()
	for rows.Next() {
		var folder, thread nodeid.ID
		var total, unread, inTime int
		must(t, rows.Scan(&folder, &thread, &total, &unread, &inTime))
		if wantTotal, wantUnread := want(folder, thread); total != wantTotal || unread != wantUnread || inTime != 1 {
			t.Errorf("a list counts %d, %d unread; has %d, %d; in order: %d", total, unread, wantTotal, wantUnread, inTime)
		}
	}
	must(t, rows.Err())
}
