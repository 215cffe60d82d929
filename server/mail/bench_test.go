package mail_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"latchkey/ent"
	"latchkey/ent/folder"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/mail"
	"latchkey/server/nodeid"
)

func onBoth(b *testing.B, f func(b *testing.B, db *database.Store)) {
	b.Run("SQLite", func(b *testing.B) { f(b, databasetest.SQLite(b)) })
	b.Run("PostgreSQL", func(b *testing.B) { f(b, databasetest.PostgreSQL(b)) })
}

// BenchmarkDelivery compares one commit for all that waits with one commit a
// message, in turn, for 4 KB messages from so many connections.
func BenchmarkDelivery(b *testing.B) {
	for _, connections := range []int{1, 10, 100} {
		b.Run(fmt.Sprint("connections=", connections), func(b *testing.B) {
			onBoth(b, func(b *testing.B, db *database.Store) {
				w := newWorld(b, db)
				messages := max(100, 5*connections)
				var spent [2]time.Duration
				sent, round := 0, 0
				for b.Loop() {
					for mode := range spent {
						w.mail.Close()
						w.open()
						if mode == 1 {
							w.mail.CommitEach()
						}
						spent[mode] += w.burst(connections, messages, fmt.Sprint(round, "-", mode))
					}
					sent += messages
					round++
				}
				b.ReportMetric(float64(sent)/spent[0].Seconds(), "messages/s-together")
				b.ReportMetric(float64(sent)/spent[1].Seconds(), "messages/s-each")
				b.ReportMetric(spent[1].Seconds()/spent[0].Seconds(), "times-faster")
			})
		})
	}
}

// burst delivers so many different messages of 4 KB and says how long it took.
func (w *world) burst(connections, messages int, name string) time.Duration {
	filling := strings.Repeat("A line of text that says nothing of interest.\r\n", 80)
	queue := make(chan int, messages)
	for n := range messages {
		queue <- n
	}
	close(queue)
	begun := time.Now()
	var busy sync.WaitGroup
	for range connections {
		busy.Go(func() {
			for n := range queue {
				raw := letter(fmt.Sprint(name, "-", n), fmt.Sprint("Subject ", name, n)) + filling
				in := mail.Incoming{Mailboxes: []nodeid.ID{w.info}, ReceivedAt: w.db.Clock().Now()}
				if err := w.mail.Deliver(context.Background(), in, []byte(raw))[0]; err != nil {
					w.t.Error(err)
				}
			}
		})
	}
	busy.Wait()
	return time.Since(begun)
}

// listed is how many threads the long list holds, a few more than its depth.
const listed = 100_200

// BenchmarkListDepth compares the first page of a folder with the one after
// 100,000 threads, in turn.
func BenchmarkListDepth(b *testing.B) {
	onBoth(b, func(b *testing.B, db *database.Store) {
		w := newWorld(b, db)
		w.deliver(letter("one", "One"))
		inbox := w.folder(folder.RoleINBOX).ID
		w.fill(b, inbox)
		deep := w.cursorAt(b, inbox, 100_000)
		pages := []mail.Page{{First: 50}, {First: 50, After: &deep}}
		var spent [2]time.Duration
		n := 0
		for b.Loop() {
			for i, page := range pages {
				begun := time.Now()
				list, err := w.mail.FolderThreads(w.anna, inbox, page)
				spent[i] += time.Since(begun)
				must(b, err)
				if len(list.Rows) != 50 {
					b.Fatalf("%d rows", len(list.Rows))
				}
			}
			n++
		}
		b.ReportMetric(float64(spent[0].Microseconds())/float64(n), "µs-first")
		b.ReportMetric(float64(spent[1].Microseconds())/float64(n), "µs-deep")
		b.ReportMetric(spent[1].Seconds()/spent[0].Seconds(), "deep/first")
	})
}

func (w *world) fill(b *testing.B, inbox nodeid.ID) {
	must(b, database.Write(system(), w.db, func(ctx context.Context, tx *database.Tx) error {
		at := w.db.Clock().Now()
		for n := 0; n < listed; n += 500 {
			var threads, lists []any
			for i := range 500 {
				id := nodeid.New(nodeid.Thread).String()
				when := at.Add(-time.Duration(n+i) * time.Minute)
				threads = append(threads, id, w.info.String(), "Subject", "Snippet", "[]", 1, when)
				lists = append(lists, inbox.String(), id, when, 1)
			}
			_, err := tx.SQL.ExecContext(ctx, tx.Rebind(`INSERT INTO threads(id, mailbox_id, subject, snippet, participants, message_count, last_message_at) VALUES `+
				strings.Repeat(", (?, ?, ?, ?, ?, ?, ?)", 500)[2:]), threads...)
			if err != nil {
				return err
			}
			_, err = tx.SQL.ExecContext(ctx, tx.Rebind(`INSERT INTO folder_threads(folder_id, thread_id, last_at, message_count) VALUES `+
				strings.Repeat(", (?, ?, ?, ?)", 500)[2:]), lists...)
			if err != nil {
				return err
			}
		}
		return nil
	}))
	if w.db.Dialect() == "postgres" {
		_, err := w.db.DB().Exec("ANALYZE")
		must(b, err)
	}
}

// cursorAt is the cursor of the thread that so many stand above.
func (w *world) cursorAt(b *testing.B, inbox nodeid.ID, depth int) ent.Cursor {
	row := w.db.DB().QueryRow(w.db.Rebind(`SELECT thread_id FROM folder_threads WHERE folder_id = ?
		ORDER BY last_at DESC, thread_id DESC LIMIT 1 OFFSET ?`), inbox.String(), depth)
	var id nodeid.ID
	must(b, row.Scan(&id))
	return mail.Cursor(w.db.Client().Thread.GetX(system(), id))
}
