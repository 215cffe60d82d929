package mail_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"latchkey/ent"
	"latchkey/ent/folder"
	"latchkey/ent/mailbox"
	"latchkey/ent/member"
	"latchkey/server/database"
	"latchkey/server/mail"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// world is one organization with two mailboxes, info@ and support@, Anna who
// owns it, and Ben who may do nothing unless said otherwise.
type world struct {
	t             testing.TB
	db            *database.Store
	mail          *mail.Mail
	dir           string
	rights        rights
	hints         hints
	info, support nodeid.ID
	anna, ben     context.Context
}

// rights stand for sharing: what each user may do with every mailbox.
type rights map[nodeid.ID]permission.Set

func (r rights) Require(ctx context.Context, _ nodeid.ID, needed permission.Permission) error {
	user, err := viewer.RequireUser(ctx)
	switch {
	case err != nil:
		return err
	case r[user].Empty():
		return refusal.NotFound()
	case !r[user].Has(needed):
		return refusal.Forbidden("You may not do this.")
	}
	return nil
}

type hints struct{ seen chan string }

func (h hints) Hint(topic string, sequence uint64) {
	select {
	case h.seen <- fmt.Sprint(topic, " ", sequence):
	default:
	}
}

func newWorld(t testing.TB, db *database.Store) *world {
	t.Helper()
	w := &world{t: t, db: db, dir: t.TempDir(), rights: rights{}, hints: hints{make(chan string, 64)}}
	w.populate()
	w.open()
	t.Cleanup(func() { w.mail.Close() })
	return w
}

func (w *world) open() {
	w.t.Helper()
	m, err := mail.Open(w.db, mail.Options{Authority: w.rights, Hints: w.hints, BlobDir: w.dir})
	must(w.t, err)
	w.mail = m
}

func (w *world) populate() {
	w.t.Helper()
	ctx, c, now := system(), w.db.Client(), w.db.Clock().Now()
	organization := c.Organization.Create().SetName("Acme").SetCreatedAt(now).SaveX(ctx)
	service := c.MailService.Create().SetName("Acme Mail").SetOrganizationID(organization.ID).SetCreatedAt(now).SaveX(ctx)
	c.MailDomain.Create().SetName("acme.example").SetMailServiceID(service.ID).SetCreatedAt(now).SaveX(ctx)
	create := func(address string) nodeid.ID {
		return c.Mailbox.Create().SetAddress(address).SetOrganizationID(organization.ID).SetMailServiceID(service.ID).
			SetCreatedAt(now).SaveX(ctx).ID
	}
	w.info, w.support = create("info@acme.example"), create("support@acme.example")
	anna, ben := w.user("anna@acme.example"), w.user("ben@acme.example")
	c.Member.Create().SetOrganizationID(organization.ID).SetUserID(anna).SetRole(member.RoleOWNER).SetJoinedAt(now).SaveX(ctx)
	w.rights[anna] = permission.All
	w.anna = viewer.NewContext(context.Background(), viewer.Viewer{User: anna})
	w.ben = viewer.NewContext(context.Background(), viewer.Viewer{User: ben})
}

func (w *world) user(email string) nodeid.ID {
	ctx, c := system(), w.db.Client()
	claim := c.AddressClaim.Create().SetID("login:" + email).SetAddress(email).SaveX(ctx)
	return c.User.Create().SetEmail(email).SetName(email).SetPasswordHash("x").SetClaimID(claim.ID).
		SetCreatedAt(w.db.Clock().Now()).SaveX(ctx).ID
}

// deliver puts a message into info@ and fails the test if it is not taken.
func (w *world) deliver(raw string) {
	w.t.Helper()
	w.deliverTo(raw, w.info)
}

func (w *world) deliverTo(raw string, boxes ...nodeid.ID) {
	w.t.Helper()
	for _, err := range w.mail.Deliver(context.Background(), mail.Incoming{Mailboxes: boxes, ReceivedAt: w.db.Clock().Now()}, []byte(raw)) {
		must(w.t, err)
	}
}

func (w *world) folder(role folder.Role) *ent.Folder {
	w.t.Helper()
	found, err := w.db.Client().Folder.Query().
		Where(folder.RoleEQ(role), folder.HasMailboxWith(mailbox.ID(w.info))).Only(system())
	must(w.t, err)
	return found
}

// threads lists a folder as Anna sees it.
func (w *world) threads(role folder.Role) []*ent.Thread {
	w.t.Helper()
	page, err := w.mail.FolderThreads(w.anna, w.folder(role).ID, mail.Page{First: mail.MaxPage})
	must(w.t, err)
	return page.Rows
}

func (w *world) messages() []*ent.Message {
	w.t.Helper()
	return w.db.Client().Message.Query().Order(ent.Asc("received_at", "id")).AllX(system())
}

func system() context.Context { return viewer.System(context.Background()) }

// reporter is what testing.TB and rapid.T have in common.
type reporter interface {
	Helper()
	Errorf(format string, args ...any)
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

func must(t reporter, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// letter writes a message: "Key: value" fields, an empty line, a body.
func letter(id, subject string, more ...string) string {
	lines := []string{
		"From: Dora Field <dora@fields.example>", "To: info@acme.example",
		"Date: " + time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC).Format(time.RFC1123Z),
		"Message-ID: <" + id + "@fields.example>", "Subject: " + subject,
	}
	lines = append(lines, more...)
	return strings.Join(append(lines, "", "Text of "+id+"."), "\r\n") + "\r\n"
}

func answerTo(id string) string {
	return "In-Reply-To: <" + id + "@fields.example>\r\nReferences: <" + id + "@fields.example>"
}
