package mail_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"latchkey/ent/folder"
	"latchkey/ent/mailbox"
	"latchkey/server/address"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/mail"
	"latchkey/server/nodeid"
	"latchkey/server/topic"
)

func TestADeliveredMessageIsInTheInboxWithItsOctets(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, db *database.Store) {
		w := newWorld(t, db)
		for name, raw := range map[string]string{
			"small": letter("one", "Hello"),
			"large": letter("two", "Large") + strings.Repeat("0123456789abcdef\r\n", 20_000),
			"empty": "",
			"NUL":   "Subject: a\x00b \xff\r\n\r\nc\x00d",
		} {
			before := len(w.messages())
			w.deliver(raw)
			all := w.messages()
			if len(all) != before+1 {
				t.Fatalf("%s: %d messages", name, len(all))
			}
			row, octets, err := w.mail.Octets(w.anna, all[before].ID)
			must(t, err)
			if string(octets) != raw || row.Size != len(raw) {
				t.Errorf("%s: %d octets came back of %d", name, len(octets), len(raw))
			}
		}
		inbox := w.folder(folder.RoleINBOX)
		if inbox.Total != 4 || inbox.Unread != 4 {
			t.Errorf("the inbox counts %d, %d unread", inbox.Total, inbox.Unread)
		}
	})
}

func TestARetriedDeliveryIsOneMessage(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, db *database.Store) {
		w := newWorld(t, db)
		raw := letter("one", "Hello")
		for _, trace := range []string{"", "Received: first\r\n", "Received: second, another time\r\n"} {
			in := mail.Incoming{Mailboxes: []nodeid.ID{w.info, w.info}, ReceivedAt: db.Clock().Now(), TraceBytes: len(trace)}
			for _, err := range w.mail.Deliver(context.Background(), in, []byte(trace+raw)) {
				must(t, err)
			}
		}
		if n := len(w.messages()); n != 1 {
			t.Errorf("%d messages", n)
		}
		if inbox := w.folder(folder.RoleINBOX); inbox.Total != 1 {
			t.Errorf("the inbox counts %d", inbox.Total)
		}
	})
}

func TestAMessageToSeveralMailboxesIsStoredOnceAndTracedApart(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, db *database.Store) {
		w := newWorld(t, db)
		raw := letter("one", "Hello")
		for box, trace := range map[nodeid.ID]string{w.info: "Received: for info\r\n", w.support: "Received: for support\r\n"} {
			in := mail.Incoming{Mailboxes: []nodeid.ID{box}, ReceivedAt: db.Clock().Now(), TraceBytes: len(trace)}
			must(t, errors.Join(w.mail.Deliver(context.Background(), in, []byte(trace+raw))...))
		}
		var copies int
		must(t, db.DB().QueryRow("SELECT count(*) FROM raw_messages").Scan(&copies))
		if copies != 1 {
			t.Errorf("%d raw copies", copies)
		}
		for _, row := range w.messages() {
			name, _, _ := strings.Cut(db.Client().Mailbox.GetX(system(), row.MailboxID).Address, "@")
			if !strings.Contains(string(row.Trace), name) {
				t.Errorf("%s@ has the trace %q", name, row.Trace)
			}
		}
	})
}

func TestOneMessageThatFailsTakesNoOtherAlong(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, db *database.Store) {
		w := newWorld(t, db)
		gone := nodeid.New(nodeid.Mailbox)
		in := mail.Incoming{Mailboxes: []nodeid.ID{w.info, gone, w.support}, ReceivedAt: db.Clock().Now()}
		errs := w.mail.Deliver(context.Background(), in, []byte(letter("one", "Hello")))
		if errs[0] != nil || errs[1] == nil || errs[2] != nil {
			t.Errorf("answers: %v", errs)
		}
		if n := len(w.messages()); n != 2 {
			t.Errorf("%d messages", n)
		}
	})
}

func TestAnAddressIsResolvedExactlyOrWithoutItsSubAddress(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, db *database.Store) {
		w := newWorld(t, db)
		ctx := context.Background()
		db.Client().Mailbox.Update().Where(mailbox.Address("support@acme.example")).
			SetKind(mailbox.KindCONNECTED).ExecX(system())
		for _, row := range []struct {
			to   string
			want nodeid.ID
			err  error
		}{
			{"info@acme.example", w.info, nil},
			{"INFO+fair@Acme.example", w.info, nil},
			{"nobody@acme.example", "", mail.ErrNoSuchMailbox},
			{"support@acme.example", "", mail.ErrNoSuchMailbox}, // lives elsewhere
			{"info@elsewhere.example", "", mail.ErrNotLocal},
		} {
			to, err := address.Parse(row.to)
			must(t, err)
			if got, err := w.mail.Resolve(ctx, to); got != row.want || !errors.Is(err, row.err) {
				t.Errorf("%s: %q, %v", row.to, got, err)
			}
		}
	})
}

func TestDeliveryTellsOpenSessions(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, db *database.Store) {
		w := newWorld(t, db)
		w.deliver(letter("one", "Hello"))
		if got, want := <-w.hints.seen, topic.Mailbox.Of(w.info)+" 1"; got != want {
			t.Errorf("hint %q, want %q", got, want)
		}
		events, err := w.mail.EventsAfter(w.anna, w.info, 0, 10)
		must(t, err)
		head, err := w.mail.Head(w.anna, w.info)
		must(t, err)
		if len(events) != 1 || len(events[0].MessageIds) != 1 || head != 1 {
			t.Errorf("events %v, head %d", events, head)
		}
	})
}

func TestAClosedMailroomRefusesAndLosesNothing(t *testing.T) {
	w := newWorld(t, databasetest.SQLite(t))
	w.mail.Close()
	errs := w.mail.Deliver(context.Background(), mail.Incoming{Mailboxes: []nodeid.ID{w.info}}, []byte("x"))
	if errs[0] == nil {
		t.Error("mail was taken after closing")
	}
}
