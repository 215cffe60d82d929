package mail_test

import (
	"errors"
	"strings"
	"testing"

	"latchkey/ent/folder"
	"latchkey/ent/mailboxevent"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/mail"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

func TestDeletingMovesToTheTrashAndThenDeletesTheOctets(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, db *database.Store) {
		w := newWorld(t, db)
		large := letter("large", "Large") + strings.Repeat("0123456789abcdef\r\n", 20_000)
		w.deliver(letter("one", "Hello"))
		w.deliver(large)
		w.deliverTo(large, w.support)
		threads := mail.Selection{}
		for _, row := range w.threads(folder.RoleINBOX) {
			threads.Threads = append(threads.Threads, row.ID)
		}
		moved, err := w.mail.DeleteMessages(w.anna, threads)
		must(t, err)
		inbox := w.folder(folder.RoleINBOX)
		if len(moved.Moved) != 2 || len(moved.Deleted) != 0 || moved.Moved[0].From != inbox.ID || inbox.Total != 0 {
			t.Fatalf("first: %+v, inbox %d", moved, inbox.Total)
		}
		gone, err := w.mail.DeleteMessages(w.anna, threads)
		must(t, err)
		if len(gone.Deleted) != 2 || len(gone.GoneThreads) != 2 || len(gone.Threads) != 0 {
			t.Fatalf("then: %+v", gone)
		}
		var raw int
		must(t, db.DB().QueryRow("SELECT count(*) FROM raw_messages").Scan(&raw))
		if raw != 0 {
			t.Errorf("%d raw messages are left", raw)
		}
		_, octets, err := w.mail.Octets(w.anna, w.messages()[0].ID) // support@ still has the large one
		must(t, err)
		if string(octets) != large {
			t.Error("a message of another mailbox lost its octets")
		}
		events, err := w.mail.EventsAfter(w.anna, w.info, 3, 10)
		must(t, err)
		if len(events) != 1 || events[0].Kind != mailboxevent.KindMESSAGES_DELETED || len(events[0].GoneThreadIds) != 2 {
			t.Errorf("events: %v", events)
		}
	})
}

func TestAMoveCanBeUndone(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, db *database.Store) {
		w := newWorld(t, db)
		w.deliver(letter("one", "Hello"))
		id := w.messages()[0].ID
		one := mail.Selection{Messages: []nodeid.ID{id}}
		done, err := w.mail.MoveMessages(w.anna, one, w.folder(folder.RoleARCHIVE).ID)
		must(t, err)
		if len(w.threads(folder.RoleARCHIVE)) != 1 || len(w.threads(folder.RoleINBOX)) != 0 {
			t.Error("it was not moved")
		}
		_, err = w.mail.MoveMessages(w.anna, one, done.Moved[0].From)
		must(t, err)
		if len(w.threads(folder.RoleINBOX)) != 1 {
			t.Error("it was not moved back")
		}
		w.checkCounts(t)
	})
}

func TestEachActNeedsItsPermission(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, db *database.Store) {
		w := newWorld(t, db)
		w.deliver(letter("one", "Hello"))
		anna, _ := viewer.FromContext(w.anna)
		one := mail.Selection{Messages: []nodeid.ID{w.messages()[0].ID}}
		seen := true
		mark := func() error { _, err := w.mail.MarkMessages(w.anna, one, mail.Marks{Seen: &seen}); return err }
		move := func(role folder.Role) func() error {
			return func() error { _, err := w.mail.MoveMessages(w.anna, one, w.folder(role).ID); return err }
		}
		remove := func() error { _, err := w.mail.DeleteMessages(w.anna, one); return err }
		for _, row := range []struct {
			sentence string
			held     permission.Set
			act      func() error
			allowed  bool
		}{
			{"a reader can't mark", permission.Of(permission.Read), mark, false},
			{"an organizer marks", permission.Of(permission.Read, permission.Organize), mark, true},
			{"a reader can't move", permission.Of(permission.Read), move(folder.RoleARCHIVE), false},
			{"moving to the trash is deleting", permission.Of(permission.Read, permission.Organize), move(folder.RoleTRASH), false},
			{"an organizer archives", permission.Of(permission.Read, permission.Organize), move(folder.RoleARCHIVE), true},
			{"organizing does not delete", permission.Of(permission.Read, permission.Organize), remove, false},
			{"deleting deletes", permission.Of(permission.Read, permission.Delete), remove, true},
		} {
			w.rights[anna.User] = row.held
			if err := row.act(); (err == nil) != row.allowed || err != nil && !errors.Is(err, refusal.Forbidden("")) {
				t.Errorf("%s: %v", row.sentence, err)
			}
		}
	})
}

func TestASelectionIsOfOneMailbox(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, db *database.Store) {
		w := newWorld(t, db)
		w.deliverTo(letter("one", "Hello"), w.info, w.support)
		var both mail.Selection
		for _, row := range w.messages() {
			both.Messages = append(both.Messages, row.ID)
		}
		if _, err := w.mail.DeleteMessages(w.anna, both); !errors.Is(err, refusal.Invalid("messages", "")) {
			t.Errorf("two mailboxes: %v", err)
		}
		if _, err := w.mail.DeleteMessages(w.anna, mail.Selection{}); !errors.Is(err, refusal.NotFound()) {
			t.Errorf("nothing: %v", err)
		}
		many := mail.Selection{Messages: make([]nodeid.ID, mail.MaxSelected+1)}
		if _, err := w.mail.DeleteMessages(w.anna, many); !errors.Is(err, refusal.Invalid("messages", "")) {
			t.Errorf("too many: %v", err)
		}
	})
}

func TestWhoMayNotReadGetsNothing(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, db *database.Store) {
		w := newWorld(t, db)
		w.deliver(letter("one", "Hello"))
		must(t, w.mail.Index(system()))
		message := w.messages()[0]
		seen := true
		_, err := w.mail.MarkMessages(w.anna, mail.Selection{Messages: []nodeid.ID{message.ID}}, mail.Marks{Starred: &seen})
		must(t, err)

		one := mail.Selection{Messages: []nodeid.ID{message.ID}, Threads: []nodeid.ID{message.ThreadID}}
		page := mail.Page{First: 10}
		length := map[string]int{}
		note := func(what string, n int, err error) {
			must(t, err)
			length[what] = n
		}
		list, err := w.mail.FolderThreads(w.ben, message.FolderID, page)
		note("folder", len(list.Rows), err)
		list, err = w.mail.Starred(w.ben, w.info, page)
		note("starred", len(list.Rows), err)
		list, err = w.mail.Search(w.ben, w.info, "hello", page)
		note("search", len(list.Rows), err)
		messages, err := w.mail.MessagesOf(w.ben, []nodeid.ID{message.ThreadID})
		note("messages of a thread", len(messages), err)
		byID, err := w.mail.MessagesByID(w.ben, []nodeid.ID{message.ID})
		note("messages", len(byID), err)
		folders, err := w.mail.Folders(w.ben, []nodeid.ID{w.info})
		note("folders", len(folders), err)
		unread, err := w.mail.Unread(w.ben, []nodeid.ID{w.info})
		note("unread", len(unread), err)
		places, err := w.mail.FolderIDs(w.ben, []nodeid.ID{message.ThreadID})
		note("folder ids", len(places), err)
		heads, err := w.mail.Heads(w.ben, []nodeid.ID{w.info})
		note("heads", len(heads), err)
		for what, n := range length {
			if n != 0 {
				t.Errorf("%s: %d", what, n)
			}
		}
		_, _, readErr := w.mail.Octets(w.ben, message.ID)
		_, eventsErr := w.mail.EventsAfter(w.ben, w.info, 0, 10)
		_, headErr := w.mail.Head(w.ben, w.info)
		_, markErr := w.mail.MarkMessages(w.ben, one, mail.Marks{Seen: &seen})
		_, moveErr := w.mail.MoveMessages(w.ben, one, message.FolderID)
		_, deleteErr := w.mail.DeleteMessages(w.ben, one)
		for _, err := range []error{readErr, eventsErr, headErr, markErr, moveErr, deleteErr} {
			if !errors.Is(err, refusal.NotFound()) {
				t.Errorf("got %v, want NOT_FOUND", err)
			}
		}
	})
}

func TestOldEventsAskToReadAgain(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, db *database.Store) {
		w := newWorld(t, db)
		for _, id := range []string{"a", "b", "c"} {
			w.deliver(letter(id, id))
		}
		db.Client().MailboxEvent.Delete().Where(mailboxevent.SequenceLTE(2)).ExecX(system())
		events, err := w.mail.EventsAfter(w.anna, w.info, 0, 10)
		must(t, err)
		if len(events) != 1 || events[0].Kind != mailboxevent.KindRESYNC || events[0].Sequence != 2 {
			t.Fatalf("from the start: %v", events)
		}
		events, err = w.mail.EventsAfter(w.anna, w.info, 2, 10)
		must(t, err)
		if len(events) != 1 || events[0].Kind != mailboxevent.KindMESSAGE_DELIVERED {
			t.Errorf("after that: %v", events)
		}
	})
}

func TestArchivingAConversationLeavesWhatWasSentInSent(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, db *database.Store) {
		w := newWorld(t, db)
		w.deliver(letter("question", "Trays?"))
		sent := letter("answer", "Re: Trays?", answerTo("question"))
		must(t, w.mail.Append(t.Context(), w.info, folder.RoleSENT, []byte(sent), db.Clock().Now(), mail.Flags{Seen: true}))
		thread := mail.Selection{Threads: []nodeid.ID{w.threads(folder.RoleINBOX)[0].ID}}

		_, err := w.mail.MoveMessages(w.anna, thread, w.folder(folder.RoleARCHIVE).ID)
		must(t, err)
		if inbox, archive, sent := w.folder(folder.RoleINBOX).Total, w.folder(folder.RoleARCHIVE).Total, w.folder(folder.RoleSENT).Total; inbox != 0 || archive != 1 || sent != 1 {
			t.Errorf("archived: inbox %d, archive %d, sent %d", inbox, archive, sent)
		}
		_, err = w.mail.DeleteMessages(w.anna, thread)
		must(t, err)
		if trash := w.folder(folder.RoleTRASH).Total; trash != 2 {
			t.Errorf("deleting the conversation put %d messages into the trash, want both", trash)
		}
	})
}
