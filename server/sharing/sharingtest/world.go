// Package sharingtest is a small world to test sharing in: Anna owns Acme with
// its mailboxes, Ben is a member of it, and Chloé is an outsider with two
// organizations of her own.
package sharingtest

import (
	"context"
	"strings"
	"testing"
	"time"

	"latchkey/ent"
	"latchkey/ent/grant"
	"latchkey/ent/member"
	"latchkey/server/addressclaim"
	"latchkey/server/database"
	"latchkey/server/seal"
	"latchkey/server/sharing"
	"latchkey/server/viewer"
)

// World is what a test begins with.
type World struct {
	T       testing.TB
	Store   *database.Store
	Sharing *sharing.Sharing
	Hints   *Hints
	Post    *Post

	Anna, Ben, Chloe      *Person
	Acme, Studio, Atelier *ent.Organization
	// Info and Support can be shared; AnnasOwn is what Anna signs in with.
	Info, Support, AnnasOwn *ent.Mailbox

	service *ent.MailService
}

// New builds the world in an empty database.
func New(t testing.TB, store *database.Store) *World {
	t.Helper()
	box, err := seal.NewBox([]byte(strings.Repeat("k", 32)))
	if err != nil {
		t.Fatal(err)
	}
	w := &World{T: t, Store: store, Hints: &Hints{}, Post: &Post{}}
	w.Sharing = sharing.New(sharing.Options{
		Store: store, Box: box, PublicURL: "http://localhost:8080", Hints: w.Hints, Postman: w.Post,
	})
	w.Anna = w.Person("Anna", "anna@acme.example")
	w.Ben = w.Person("Ben Weber", "ben@acme.example")
	w.Chloe = w.Person("Chloé Martin", "chloe@studio.example")
	w.Acme = w.Organization("Acme", w.Anna, member.RoleOWNER)
	w.Joins(w.Ben, w.Acme, member.RoleMEMBER)
	w.Studio = w.Organization("Studio Chloé", w.Chloe, member.RoleOWNER)
	w.Atelier = w.Organization("Atelier", w.Chloe, member.RoleOWNER)
	w.write(func(ctx context.Context, tx *database.Tx) (err error) {
		w.service, err = tx.MailService.Create().SetOrganizationID(w.Acme.ID).SetName("Acme Mail").SetCreatedAt(w.Now()).Save(ctx)
		return err
	})
	w.Info, w.Support = w.Mailbox("info@acme.example"), w.Mailbox("support@acme.example")
	w.AnnasOwn = w.Mailbox("anna@acme.example")
	return w
}

// Now is the world's time.
func (w *World) Now() time.Time { return w.Store.Clock().Now() }

// In is an instant so far ahead, as inputs have it.
func (w *World) In(ahead time.Duration) *time.Time {
	at := w.Now().Add(ahead)
	return &at
}

// Later moves the clock forward.
func (w *World) Later(by time.Duration) { w.Store.Clock().Advance(by) }

// Person makes somebody who can sign in.
func (w *World) Person(name, email string) *Person {
	w.T.Helper()
	p := &Person{w: w}
	w.write(func(ctx context.Context, tx *database.Tx) error {
		claim, err := addressclaim.Login(ctx, tx, email)
		if err != nil {
			return err
		}
		p.User, err = tx.User.Create().SetName(name).SetEmail(email).SetClaimID(claim).
			SetPasswordHash("none").SetCreatedAt(w.Now()).Save(ctx)
		return err
	})
	return p
}

// Newcomer is a person with an organization of their own.
func (w *World) Newcomer(name, email string) *Person {
	w.T.Helper()
	p := w.Person(name, email)
	w.Organization(name+"’s", p, member.RoleOWNER)
	return p
}

// Organization makes one with its first member.
func (w *World) Organization(name string, first *Person, role member.Role) *ent.Organization {
	w.T.Helper()
	var made *ent.Organization
	w.write(func(ctx context.Context, tx *database.Tx) (err error) {
		made, err = tx.Organization.Create().SetName(name).SetCreatedAt(w.Now()).Save(ctx)
		return err
	})
	w.Joins(first, made, role)
	return made
}

// Joins makes a person a member.
func (w *World) Joins(p *Person, o *ent.Organization, role member.Role) {
	w.T.Helper()
	w.write(func(ctx context.Context, tx *database.Tx) error {
		return tx.Member.Create().SetOrganizationID(o.ID).SetUserID(p.User.ID).SetRole(role).SetJoinedAt(w.Now()).Exec(ctx)
	})
}

// Mailbox makes one of Acme's.
func (w *World) Mailbox(address string) *ent.Mailbox {
	w.T.Helper()
	var made *ent.Mailbox
	w.write(func(ctx context.Context, tx *database.Tx) (err error) {
		made, err = tx.Mailbox.Create().SetOrganizationID(w.Acme.ID).SetMailServiceID(w.service.ID).
			SetAddress(address).SetCreatedAt(w.Now()).Save(ctx)
		return err
	})
	return made
}

// LiveGrants are the grants of a mailbox that nobody took back.
func (w *World) LiveGrants(m *ent.Mailbox) []*ent.Grant {
	w.T.Helper()
	found, err := w.Store.Client().Grant.Query().Where(grant.MailboxID(m.ID), grant.RevokedAtIsNil()).All(viewer.System(w.T.Context()))
	if err != nil {
		w.T.Fatal(err)
	}
	return found
}

// Actions are what the audit log says was done, in order.
func (w *World) Actions() []string {
	w.T.Helper()
	entries, err := w.Store.Client().AuditEntry.Query().Order(ent.Asc("id")).All(viewer.System(w.T.Context()))
	if err != nil {
		w.T.Fatal(err)
	}
	actions := make([]string, len(entries))
	for i, e := range entries {
		actions[i] = e.Action
	}
	return actions
}

func (w *World) write(f func(ctx context.Context, tx *database.Tx) error) {
	w.T.Helper()
	if err := database.Write(viewer.System(w.T.Context()), w.Store, f); err != nil {
		w.T.Fatal(err)
	}
}

// Token is the secret at the end of a link.
func Token(link string) string { return link[strings.LastIndexByte(link, '/')+1:] }
