package mail_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"latchkey/ent/folder"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/mail"
	"latchkey/server/nodeid"
)

func TestCountsAgreeWhenAllHappensAtOnce(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, db *database.Store) {
		w := newWorld(t, db)
		w.deliver(letter("first", "First"))
		archive := w.folder(folder.RoleARCHIVE).ID
		var busy sync.WaitGroup
		for n := range 8 {
			busy.Go(func() {
				for i := range 12 {
					id := fmt.Sprintf("%d-%d", n, i)
					raw := letter(id, "Race", answerTo(fmt.Sprintf("%d-%d", rand.IntN(8), i)))
					if i%6 == 5 {
						raw += strings.Repeat("0123456789abcdef\r\n", 16_000)
					}
					w.deliverTo(raw, w.info, w.support)
				}
			})
			busy.Go(func() {
				for range 10 {
					rows := w.messages()
					row := rows[rand.IntN(len(rows))]
					s, seen := mail.Selection{Messages: []nodeid.ID{row.ID}, Threads: []nodeid.ID{row.ThreadID}}, rand.IntN(2) == 0
					_, err := w.mail.MarkMessages(w.anna, s, mail.Marks{Seen: &seen})
					mustOrNotFound(t, err)
					if row.MailboxID == w.info {
						_, err = w.mail.MoveMessages(w.anna, s, archive)
						mustOrNotFound(t, err)
					}
					_, err = w.mail.DeleteMessages(w.anna, mail.Selection{Messages: s.Messages})
					mustOrNotFound(t, err)
				}
			})
		}
		busy.Wait()
		w.checkCounts(t)
		w.checkEvents(t)
		for _, row := range w.messages() { // none lost its octets to a deletion in another mailbox
			_, _, err := w.mail.Octets(w.anna, row.ID)
			must(t, err)
		}
	})
}
