package secondfactor_test

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/descope/virtualwebauthn"

	"latchkey/ent"
	"latchkey/ent/session"
	"latchkey/server/challenge"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/identity"
	"latchkey/server/nodeid"
	"latchkey/server/organization"
	"latchkey/server/seal"
	"latchkey/server/secondfactor"
	"latchkey/server/sharing/sharingtest"
	"latchkey/server/viewer"
)

// world is sharing's, with sessions and second factors.
type world struct {
	*sharingtest.World
	factors  *secondfactor.Factors
	identity *identity.Identity
	post     *post
}

// each runs a test in a world of its own, on both databases.
func each(t *testing.T, f func(t *testing.T, w *world)) {
	t.Helper()
	databasetest.Each(t, func(t *testing.T, s *database.Store) { f(t, newWorld(t, s, "https://mail.acme.example")) })
}

func newWorld(t testing.TB, s *database.Store, publicURL string) *world {
	t.Helper()
	public, err := url.Parse(publicURL)
	if err != nil {
		t.Fatal(err)
	}
	box, err := seal.NewBox([]byte(strings.Repeat("k", 32)))
	if err != nil {
		t.Fatal(err)
	}
	w := &world{World: sharingtest.New(t, s), post: &post{}}
	w.identity = identity.New(identity.Options{Store: s, Passwords: seal.NewPasswords(seal.TestCost), Organizations: organization.New(s)})
	w.factors, err = secondfactor.New(secondfactor.Options{
		Store: s, Box: box, Challenges: challenge.New(s), PublicURL: public, Log: slog.New(slog.DiscardHandler),
		Access: w.Sharing, Postman: w.post, Sessions: w.identity,
	})
	if err != nil {
		t.Fatal(err)
	}
	w.settle()
	return w
}

// settle moves the clock to the beginning of a time step, so that none ends in the middle of a test.
func (w *world) settle() {
	const period = 30 * time.Second
	w.Later(period - time.Duration(w.Now().UnixNano())%period + time.Second)
}

// step is the time step that the clock is in.
func (w *world) step() int64 { return w.Now().Unix() / 30 }

// arrives begins a session in which p has just proved everything.
func (w *world) arrives(p *sharingtest.Person) context.Context {
	w.T.Helper()
	in, err := database.InTx(viewer.System(w.T.Context()), w.Store, func(ctx context.Context, tx *database.Tx) (*identity.SignedIn, error) {
		return w.identity.Begin(ctx, tx, p.User, identity.Device{}, true)
	})
	if err != nil {
		w.T.Fatal(err)
	}
	v := in.Viewer
	v.SteppedUpUntil = w.Now().Add(time.Hour)
	return viewer.NewContext(w.T.Context(), v)
}

// verify is what signing in asks.
func (w *world) verify(p *sharingtest.Person, proof secondfactor.Proof) error {
	return database.Write(viewer.System(w.T.Context()), w.Store, func(ctx context.Context, tx *database.Tx) error {
		return w.factors.Verify(ctx, tx, p.User.ID, proof)
	})
}

// addsApp gives p an authenticator app and returns its secret and the recovery codes.
func (w *world) addsApp(ctx context.Context) (secret string, codes []string) {
	w.T.Helper()
	offer, err := w.factors.StartAuthenticator(ctx)
	if err != nil {
		w.T.Fatal(err)
	}
	codes, err = w.factors.ConfirmAuthenticator(ctx, secondfactor.CodeAt(w.T, offer.Secret, w.step()))
	if err != nil {
		w.T.Fatal(err)
	}
	return offer.Secret, codes
}

// addsPasskey gives the viewer a passkey on a new device.
func (w *world) addsPasskey(ctx context.Context) (d *device, codes []string) {
	w.T.Helper()
	d = newDevice()
	request, options, err := w.factors.StartPasskey(ctx)
	if err != nil {
		w.T.Fatal(err)
	}
	codes, err = w.factors.AddPasskey(ctx, request.Reveal(), d.makes(w.T, options), "Laptop")
	if err != nil {
		w.T.Fatal(err)
	}
	return d, codes
}

// user is p's row as it is now.
func (w *world) user(p *sharingtest.Person) *ent.User {
	w.T.Helper()
	return must(w.T)(w.Store.Client().User.Get(viewer.System(w.T.Context()), p.User.ID))
}

// liveSessions are those of p that have not ended.
func (w *world) liveSessions(p *sharingtest.Person) []*ent.Session {
	w.T.Helper()
	found, err := w.Store.Client().Session.Query().Where(session.UserID(p.User.ID), session.EndedAtIsNil()).All(viewer.System(w.T.Context()))
	if err != nil {
		w.T.Fatal(err)
	}
	return found
}

func must(t testing.TB) func(*ent.User, error) *ent.User {
	return func(u *ent.User, err error) *ent.User {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
}

func want(t testing.TB, doing string, got, refused error) {
	t.Helper()
	if !errors.Is(got, refused) {
		t.Errorf("%s: got %v, want %v", doing, got, refused)
	}
}

// post collects the notices that are to be sent.
type post struct {
	mu      sync.Mutex
	notices []string
}

func (p *post) SendSecurityNotice(_ context.Context, tx *database.Tx, _ nodeid.ID, what string) error {
	tx.AfterCommit(func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.notices = append(p.notices, what)
	})
	return nil
}

func (p *post) wantSent(t testing.TB, notices ...string) {
	t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	if !slices.Equal(p.notices, notices) {
		t.Errorf("notices %v were sent, want %v", p.notices, notices)
	}
}

// device keeps one passkey.
type device struct {
	party virtualwebauthn.RelyingParty
	unit  virtualwebauthn.Authenticator
	key   virtualwebauthn.Credential
}

func newDevice() *device {
	d := &device{
		party: virtualwebauthn.RelyingParty{ID: "mail.acme.example", Name: "Latchkey", Origin: "https://mail.acme.example"},
		unit:  virtualwebauthn.NewAuthenticator(),
	}
	// The library leaves out a coordinate's leading zeros, which RFC 9053 §7.1.1 forbids and no real device does.
	const wholeKey = 77
	for len(d.key.ID) == 0 || len(d.key.Key.AttestationData()) != wholeKey {
		d.key = virtualwebauthn.NewCredential(virtualwebauthn.KeyTypeEC2)
	}
	return d
}

// makes the passkey that a server asks for.
func (d *device) makes(t testing.TB, options json.RawMessage) json.RawMessage {
	t.Helper()
	asked, err := virtualwebauthn.ParseAttestationOptions(string(options))
	if err != nil {
		t.Fatal(err)
	}
	d.unit.Options.UserHandle = []byte(asked.UserID)
	return json.RawMessage(virtualwebauthn.CreateAttestationResponse(d.party, d.unit, d.key, *asked))
}

// answers a request for a passkey; each time its counter goes on.
func (d *device) answers(t testing.TB, options json.RawMessage) json.RawMessage {
	t.Helper()
	asked, err := virtualwebauthn.ParseAssertionOptions(string(options))
	if err != nil {
		t.Fatal(err)
	}
	d.key.Counter++
	return json.RawMessage(virtualwebauthn.CreateAssertionResponse(d.party, d.unit, d.key, *asked))
}
