package mail_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"pgregory.net/rapid"

	"latchkey/ent/folder"
	"latchkey/ent/mailbox"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/mail"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
)

func TestCountsAgreeWhateverHappens(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, db *database.Store) {
		w := newWorld(t, db)
		w.deliver(letter("first", "First"))
		n := 0
		rapid.Check(t, func(r *rapid.T) {
			for range rapid.IntRange(3, 10).Draw(r, "acts") {
				n++
				w.actAtRandom(r, n)
			}
			w.checkCounts(r)
			w.checkEvents(r)
		})
	})
}

func (w *world) actAtRandom(r *rapid.T, n int) {
	switch rapid.SampledFrom([]string{"deliver", "deliver", "deliver", "mark", "move", "delete"}).Draw(r, "act") {
	case "deliver":
		id := rapid.IntRange(n, n+8).Draw(r, "id") // repeats deliver nothing new, or join threads
		refers := rapid.SliceOfN(rapid.IntRange(max(0, n-6), n+8), 0, 3).Draw(r, "references")
		references := "References:"
		for _, to := range refers {
			references += fmt.Sprintf(" <%d@fields.example>", to)
		}
		raw := letter(fmt.Sprint(id), rapid.SampledFrom([]string{"Re: Plan", "Plan", "Other"}).Draw(r, "subject"), references)
		at := w.db.Clock().Now().Add(-time.Duration(rapid.IntRange(0, 1).Draw(r, "late")) * time.Hour)
		flags := mail.Flags{Seen: rapid.Bool().Draw(r, "seen"), Starred: rapid.Bool().Draw(r, "starred")}
		role := rapid.SampledFrom([]folder.Role{folder.RoleINBOX, folder.RoleINBOX, folder.RoleSENT}).Draw(r, "role")
		must(r, w.mail.Append(w.anna, w.info, role, []byte(raw), at, flags))
	case "mark":
		seen, starred := rapid.Bool().Draw(r, "seen"), rapid.Bool().Draw(r, "starred")
		_, err := w.mail.MarkMessages(w.anna, w.someMessages(r), mail.Marks{Seen: &seen, Starred: &starred})
		mustOrNotFound(r, err)
	case "move":
		to := rapid.SampledFrom([]folder.Role{folder.RoleINBOX, folder.RoleARCHIVE, folder.RoleSPAM}).Draw(r, "to")
		_, err := w.mail.MoveMessages(w.anna, w.someMessages(r), w.folder(to).ID)
		mustOrNotFound(r, err)
	case "delete":
		_, err := w.mail.DeleteMessages(w.anna, w.someMessages(r))
		mustOrNotFound(r, err)
	}
}

func (w *world) someMessages(r *rapid.T) (s mail.Selection) {
	rows := w.messages()
	for range min(rapid.IntRange(1, 4).Draw(r, "selected"), len(rows)) {
		row := rows[rapid.IntRange(0, len(rows)-1).Draw(r, "which")]
		if rapid.Bool().Draw(r, "thread") {
			s.Threads = append(s.Threads, row.ThreadID)
		} else {
			s.Messages = append(s.Messages, row.ID)
		}
	}
	return s
}

func mustOrNotFound(t reporter, err error) {
	t.Helper()
	if !errors.Is(err, refusal.NotFound()) {
		must(t, err)
	}
}

// checkEvents: their numbers have no gap, and the mailbox knows the newest.
func (w *world) checkEvents(t reporter) {
	t.Helper()
	var after int64
	for {
		events, err := w.mail.EventsAfter(w.anna, w.info, after, 100)
		must(t, err)
		for _, e := range events {
			if after++; e.Sequence != after {
				t.Fatalf("event %d follows %d", e.Sequence, after-1)
			}
		}
		if len(events) < 100 {
			break
		}
	}
	if box := w.db.Client().Mailbox.Query().Where(mailbox.ID(w.info)).OnlyX(system()); box.EventSequence != after {
		t.Errorf("the newest event is %d, the mailbox says %d", after, box.EventSequence)
	}
}

func TestThreadsAreTheSameInAnyOrderOfArrival(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, db *database.Store) {
		w := newWorld(t, db)
		letters := []string{
			letter("a", "Plan"), letter("b", "Re: Plan", answerTo("a")), letter("c", "Re: Plan", answerTo("b")),
			letter("d", "Another"), letter("e", "Re: Another", answerTo("d")),
		}
		for range 12 {
			rand.Shuffle(len(letters), func(i, j int) { letters[i], letters[j] = letters[j], letters[i] })
			for _, raw := range letters {
				w.deliver(raw)
			}
			threads := w.threads(folder.RoleINBOX)
			sizes := map[int]int{}
			var all []nodeid.ID
			for _, row := range threads {
				sizes[row.MessageCount]++
				all = append(all, row.ID)
			}
			if len(threads) != 2 || sizes[3] != 1 || sizes[2] != 1 {
				t.Fatalf("threads of %v", sizes)
			}
			w.checkCounts(t)
			for range 2 { // to the trash, then for good
				_, err := w.mail.DeleteMessages(w.anna, mail.Selection{Threads: all})
				must(t, err)
			}
			if n := db.Client().Thread.Query().CountX(system()); n != 0 {
				t.Fatalf("%d threads are left of nothing", n)
			}
		}
	})
}
