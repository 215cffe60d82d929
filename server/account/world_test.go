package account_test

import (
	"context"
	"testing"
	"time"

	"latchkey/server/account"
	"latchkey/server/database"
	"latchkey/server/identity"
	"latchkey/server/organization"
	"latchkey/server/place"
	"latchkey/server/place/placetest"
	"latchkey/server/seal"
	"latchkey/server/sharing/sharingtest"
	"latchkey/server/viewer"
)

var laptop = identity.Device{
	UserAgent:     "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
	RemoteAddress: "192.0.2.1:40000",
}

// world is sharing's, with sessions.
type world struct {
	*sharingtest.World
	people   *identity.Identity
	accounts *account.Accounts
	ended    []string // sessions whose sockets were closed
}

func newWorld(t *testing.T, s *database.Store) *world {
	w := &world{World: sharingtest.New(t, s)}
	w.people = identity.New(identity.Options{
		Store: s, Passwords: seal.NewPasswords(seal.TestCost), Organizations: organization.New(s), Sessions: w,
	})
	places, err := place.Open(placetest.Write(t, map[string]placetest.Map{"192.0.2.0/24": placetest.City("CH", "Zurich")}))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = places.Close() })
	w.accounts = account.New(account.Options{Store: s, People: w.people, Access: w.Sharing, Places: places})
	return w
}

// EndSession notes that a session's sockets are closed.
func (w *world) EndSession(session string) error {
	w.ended = append(w.ended, session)
	return nil
}

// signsIn begins a session; the context is one in which it acts, stepped up.
func (w *world) signsIn(p *sharingtest.Person, from identity.Device) context.Context {
	w.T.Helper()
	in, err := database.InTx(viewer.System(w.T.Context()), w.Store, func(ctx context.Context, tx *database.Tx) (*identity.SignedIn, error) {
		return w.people.Begin(ctx, tx, p.User, from, false)
	})
	if err != nil {
		w.T.Fatal(err)
	}
	acting := in.Viewer
	acting.SteppedUpUntil = w.Now().Add(10 * time.Minute)
	return viewer.NewContext(w.T.Context(), acting)
}

func pointer[V any](value V) *V { return &value }
