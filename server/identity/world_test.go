package identity_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"latchkey/ent"
	"latchkey/server/challenge"
	"latchkey/server/database"
	"latchkey/server/identity"
	"latchkey/server/nodeid"
	"latchkey/server/organization"
	"latchkey/server/seal"
	"latchkey/server/viewer"
)

const (
	rightPassword = "a sentence to remember"
	wrongPassword = "another sentence altogether"
)

var home = identity.Device{UserAgent: "Test/1.0", RemoteAddress: "192.0.2.1:40000"}

// world is a new server, on which nobody can sign in yet.
type world struct {
	t     testing.TB
	store *database.Store
	box   *seal.Box
	id    *identity.Identity
	ended []string // sessions whose sockets were closed
	mails []string // what was mailed
}

func newWorld(t testing.TB, s *database.Store) *world {
	box, err := seal.NewBox([]byte(strings.Repeat("k", 32)))
	if err != nil {
		t.Fatal(err)
	}
	w := &world{t: t, store: s, box: box}
	w.id = identity.New(identity.Options{
		Store: s, Passwords: seal.NewPasswords(seal.TestCost), Organizations: organization.New(s),
		Box: box, Postman: w, Sessions: w, SetUpCode: "abcd-efgh-ijkl-mnop",
	})
	w.id.SetFactors(&factors{s, challenge.New(s)})
	return w
}

// SendResetCode, SendNewSignIn and SendSecurityNotice note what is mailed.
func (w *world) SendResetCode(ctx context.Context, tx *database.Tx, id nodeid.ID) error {
	if asked := tx.Challenge.GetX(ctx, id); asked.UserID != nil {
		w.mails = append(w.mails, "code to "+asked.Email)
	}
	return nil
}

func (w *world) SendNewSignIn(context.Context, *database.Tx, nodeid.ID) error {
	w.mails = append(w.mails, "new sign-in")
	return nil
}

func (w *world) SendSecurityNotice(_ context.Context, _ *database.Tx, _ nodeid.ID, what string) error {
	w.mails = append(w.mails, what)
	return nil
}

// EndSession notes that a session's sockets are closed.
func (w *world) EndSession(session string) error {
	w.ended = append(w.ended, session)
	return nil
}

// joins makes somebody who signs in with this address and rightPassword.
func (w *world) joins(email string) *ent.User {
	w.t.Helper()
	person, err := w.id.NewPerson(w.t.Context(), "Anna", email, rightPassword)
	if err != nil {
		w.t.Fatal(err)
	}
	made, err := database.InTx(viewer.System(w.t.Context()), w.store, func(ctx context.Context, tx *database.Tx) (*ent.User, error) {
		return w.id.CreateUser(ctx, tx, person)
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return made
}

func (w *world) mustSignIn(email string) *identity.SignedIn {
	w.t.Helper()
	entry, err := w.id.SignIn(w.t.Context(), email, rightPassword, home)
	if err != nil || entry.SignedIn == nil {
		w.t.Fatalf("sign in as %s: %v, %v", email, entry, err)
	}
	return entry.SignedIn
}

// as is a request that brings the token of a session.
func (w *world) as(in *identity.SignedIn) (context.Context, error) {
	v, err := w.id.Authenticate(w.t.Context(), in.Token.Reveal())
	return viewer.NewContext(w.t.Context(), v), err
}

func (w *world) mustBe(in *identity.SignedIn) context.Context {
	w.t.Helper()
	ctx, err := w.as(in)
	if err != nil {
		w.t.Fatalf("authenticate: %v", err)
	}
	return ctx
}

func want(t testing.TB, got, refused error, doing string) {
	t.Helper()
	if !errors.Is(got, refused) {
		t.Errorf("%s: got %v, want %v", doing, got, refused)
	}
}
