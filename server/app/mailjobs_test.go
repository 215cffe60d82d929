package app

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"latchkey/ent/challenge"
	"latchkey/ent/message"
	"latchkey/server/config"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/jobs"
	"latchkey/server/mail"
	"latchkey/server/nodeid"
	"latchkey/server/notify"
	"latchkey/server/outbound"
	"latchkey/server/permission"
	"latchkey/server/seal"
	"latchkey/server/sharing/sharingtest"
	"latchkey/server/viewer"
)

// relay is where mail to others goes; it may refuse some first.
type relay struct {
	mu       sync.Mutex
	sent     map[string][][]byte
	refusals []outbound.Failure
}

func (r *relay) Send(_ context.Context, _ string, to []string, raw []byte) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.refusals) > 0 {
		failed := r.refusals[0]
		r.refusals = r.refusals[1:]
		failed.Recipient = to[0]
		return &outbound.Error{Failed: []outbound.Failure{failed}}
	}
	if r.sent == nil {
		r.sent = map[string][][]byte{}
	}
	r.sent[to[0]] = append(r.sent[to[0]], raw)
	return nil
}

func (r *relay) to(address string) [][]byte {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.sent[address])
}

// mailing is what of a server sends mail, in a small world. anna@acme.example
// reads her mail here, chloe@studio.example elsewhere.
type mailing struct {
	*App
	*sharingtest.World
	relay relay
	t     *testing.T
}

func eachMailing(t *testing.T, body func(t *testing.T, m *mailing)) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		box, err := seal.NewBox([]byte(strings.Repeat("k", 32)))
		if err != nil {
			t.Fatal(err)
		}
		m := &mailing{World: sharingtest.New(t, s), t: t}
		log := slog.New(slog.NewTextHandler(io.Discard, nil))
		m.App = &App{config: &config.Config{}, log: log, clock: s.Clock(), store: s, box: box}
		if m.mail, err = mail.Open(s, mail.Options{Authority: m.Sharing, BlobDir: t.TempDir(), Log: log}); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(m.mail.Close)
		m.courier = &notify.Courier{
			From: "latchkey@acme.example", PublicURL: "https://mail.acme.example", Store: s, Box: box, Letters: m.Sharing, Clock: s.Clock(), Log: log,
			Sender: outbound.Route{Local: mailroom{m.mail, s.Clock(), nil}, Outside: &m.relay},
		}
		m.open()
		t.Cleanup(func() { _ = m.queue.Stop(context.Background()) })
		body(t, m)
	})
}

// open makes the queue as a process does that begins.
func (m *mailing) open() {
	m.t.Helper()
	var err error
	if m.queue, err = jobs.New(m.t.Context(), m.store, jobs.Options{}); err != nil {
		m.t.Fatal(err)
	}
	registerMails(m.queue, m.courier)
}

func (m *mailing) write(f func(ctx context.Context, tx *database.Tx) error) {
	m.t.Helper()
	if err := database.Write(viewer.System(m.t.Context()), m.store, f); err != nil {
		m.t.Fatal(err)
	}
}

// state changes jobs as time, or a killed process, would.
func (m *mailing) state(statement string) {
	m.t.Helper()
	m.write(func(ctx context.Context, tx *database.Tx) error {
		_, err := tx.SQL.ExecContext(ctx, statement)
		return err
	})
}

func (m *mailing) start() {
	m.t.Helper()
	if err := m.queue.Start(m.t.Context()); err != nil {
		m.t.Fatal(err)
	}
}

// done waits until no job is left to run.
func (m *mailing) done() {
	m.t.Helper()
	for end := time.Now().Add(30 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		depths, err := m.queue.Depths(m.t.Context())
		if err != nil {
			m.t.Fatal(err)
		}
		if depths["available"]+depths["running"]+depths["retryable"]+depths["scheduled"] == 0 {
			return
		}
		if time.Now().After(end) {
			m.t.Fatalf("jobs are left: %v", depths)
		}
	}
}

// subjects are those of the mail that Anna has, in her own mailbox here.
func (m *mailing) subjects() []string {
	m.t.Helper()
	list, err := m.store.Client().Message.Query().Where(message.MailboxID(m.AnnasOwn.ID)).
		Select(message.FieldSubject).Strings(viewer.System(m.t.Context()))
	if err != nil {
		m.t.Fatal(err)
	}
	return list
}

func TestEachMailIsSentOnceHoweverOftenItIsAskedFor(t *testing.T) {
	eachMailing(t, func(t *testing.T, m *mailing) {
		p := postman{m.App}
		given := m.Anna.MustGive(m.Ben, m.Info, permission.Reader.Set())
		inv, token := m.Anna.MustInvite(m.Support, permission.Reader.Set())
		m.Chloe.MustAccept(token, m.Studio)
		m.write(func(ctx context.Context, tx *database.Tx) error {
			now, hash := m.Now(), func() seal.TokenHash { return seal.NewToken().Hash() }
			begun := tx.SignUp.Create().SetTokenHash(hash()).SetInvitationID(inv.ID).SetEmail("paul@other.example").
				SetCodeSentAt(now).SetCreatedAt(now).SetExpiresAt(now.Add(time.Hour)).SaveX(ctx)
			begun = begun.Update().SetCodeSealed(m.box.Seal([]byte("123456"), "sign_ups.code_sealed "+begun.ID.String())).SaveX(ctx)
			asked := tx.Challenge.Create().SetTokenHash(hash()).SetKind(challenge.KindPASSWORD_RESET).SetUserID(m.Chloe.User.ID).
				SetCreatedAt(now).SetExpiresAt(now.Add(time.Minute)).SaveX(ctx)
			asked = asked.Update().SetCodeSealed(m.box.Seal([]byte("123456"), "challenges.code_sealed "+asked.ID.String())).SaveX(ctx)
			session := tx.Session.Create().SetTokenHash(hash()).SetUserID(m.Anna.User.ID).
				SetCreatedAt(now).SetLastSeenAt(now).SetExpiresAt(now.Add(time.Hour)).SaveX(ctx)
			for range 2 {
				for _, ask := range []func() error{
					func() error { return p.SendSignUpCode(ctx, tx, begun.ID) },
					func() error { return p.SendResetCode(ctx, tx, asked.ID) },
					func() error { return p.SendNewSignIn(ctx, tx, session.ID) },
					func() error { return p.SendInvitationAccepted(ctx, tx, inv.ID) },
					func() error { return p.SendAccessChanged(ctx, tx, given.UserID, 1) },
				} {
					if err := ask(); err != nil {
						return err
					}
				}
			}
			return p.SendSecurityNotice(ctx, tx, m.Anna.User.ID, notify.PasswordChanged)
		})
		m.state("UPDATE river_job SET state = 'available', scheduled_at = CURRENT_TIMESTAMP WHERE state = 'scheduled'")
		m.start()
		m.done()
		for _, address := range []string{"paul@other.example", "chloe@studio.example", "ben@acme.example"} {
			if got := m.relay.to(address); len(got) != 1 {
				t.Errorf("%s is sent %d mails, want 1", address, len(got))
			}
		}
		got := m.subjects()
		slices.Sort(got)
		if want := []string{"Chloé Martin can now use support@acme.example", "New sign-in to your account", "Your password was changed"}; !slices.Equal(got, want) {
			t.Errorf("Anna has %q, want %q", got, want)
		}
		if got := m.relay.to("anna@acme.example"); len(got) != 0 {
			t.Errorf("%d mails to a mailbox of ours went through the relay", len(got))
		}
	})
}

func TestAMailSurvivesAKillAndIsThereOnce(t *testing.T) {
	eachMailing(t, func(t *testing.T, m *mailing) {
		m.write(func(ctx context.Context, tx *database.Tx) error {
			for _, user := range []nodeid.ID{m.Anna.User.ID, m.Chloe.User.ID} {
				if err := (postman{m.App}).SendSecurityNotice(ctx, tx, user, notify.PasswordChanged); err != nil {
					return err
				}
			}
			return nil
		})
		if err := m.queue.Stop(t.Context()); err != nil { // the process ended before it sent anything
			t.Fatal(err)
		}
		for range 2 { // and then after it had sent, before it noted that
			m.open()
			m.start()
			m.done()
			if err := m.queue.Stop(t.Context()); err != nil {
				t.Fatal(err)
			}
			m.state("UPDATE river_job SET state = 'available', finalized_at = NULL")
		}
		if got := m.subjects(); !slices.Equal(got, []string{"Your password was changed"}) {
			t.Errorf("Anna has %q, want it once", got)
		}
		got := m.relay.to("chloe@studio.example")
		if len(got) != 2 || !bytes.Equal(got[0], got[1]) {
			t.Errorf("elsewhere come %d mails, which are not the same to the octet", len(got))
		}
	})
}

func TestAMailIsTriedAgainOnlyIfThatCanHelp(t *testing.T) {
	for name, c := range map[string]struct {
		permanent bool
		want      int
	}{"the relay is down for a moment": {false, 1}, "there is no such address": {true, 0}} {
		t.Run(name, func(t *testing.T) {
			eachMailing(t, func(t *testing.T, m *mailing) {
				m.relay.refusals = []outbound.Failure{{Permanent: c.permanent, Text: "not now"}}
				m.write(func(ctx context.Context, tx *database.Tx) error {
					return postman{m.App}.SendSecurityNotice(ctx, tx, m.Chloe.User.ID, notify.SecondFactorAdded)
				})
				m.start()
				m.done()
				if got := m.relay.to("chloe@studio.example"); len(got) != c.want {
					t.Errorf("sent %d mails, want %d", len(got), c.want)
				}
			})
		})
	}
}

func TestAMailOfATransactionThatFailsIsNeverSent(t *testing.T) {
	eachMailing(t, func(t *testing.T, m *mailing) {
		_ = database.Write(viewer.System(t.Context()), m.store, func(ctx context.Context, tx *database.Tx) error {
			if err := (postman{m.App}).SendSecurityNotice(ctx, tx, m.Chloe.User.ID, notify.PasswordChanged); err != nil {
				t.Error(err)
			}
			return context.Canceled
		})
		m.start()
		m.done()
		if got := m.relay.to("chloe@studio.example"); len(got) != 0 {
			t.Errorf("sent %d mails", len(got))
		}
	})
}
