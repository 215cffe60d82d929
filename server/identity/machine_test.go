package identity_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/identity"
	"latchkey/server/viewer"
)

// proof is what a test knows about one session.
type proof struct {
	in      *identity.SignedIn
	viewer  viewer.Viewer // as a socket remembers it, from when it was opened
	ended   bool
	seen    time.Time
	until   time.Time // until when the password was proven in this very session
	expires time.Time
}

func (p *proof) alive(now time.Time) bool {
	return !p.ended && now.Before(p.expires) && now.Before(p.seen.Add(identity.SessionIdle))
}

// No order of signing in and out, confirming, waiting and using old sockets
// gives a stepped-up viewer without the password, proven in that very session
// in the last ten minutes.
func TestNobodyStepsUpWithoutThePassword(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.joins("anna@acme.example")
		rapid.Check(t, func(r *rapid.T) {
			w.id = newWorld(t, s).id // limits begin anew
			m := &machine{t: t, w: w}
			r.Repeat(map[string]func(*rapid.T){
				"sign in": func(*rapid.T) { m.signIn(r, rightPassword) },
				"guess":   func(*rapid.T) { m.signIn(r, wrongPassword) },
				"sign out": m.withOne(func(r *rapid.T, p *proof) {
					if err := m.w.id.SignOut(viewer.NewContext(t.Context(), p.viewer)); err != nil {
						r.Fatal(err)
					}
					p.ended, p.until = true, time.Time{}
				}),
				"confirm": m.withOne(func(r *rapid.T, p *proof) { m.confirm(r, p, rightPassword) }),
				"confirm wrongly": m.withOne(func(r *rapid.T, p *proof) {
					if m.confirm(r, p, rapid.SampledFrom([]string{wrongPassword, "", rightPassword + " "}).Draw(r, "password")) {
						r.Fatal("a wrong password was confirmed")
					}
				}),
				"wait": func(r *rapid.T) {
					minutes := rapid.SampledFrom([]int{1, 4, 9, 11, 60, 31 * 24 * 60}).Draw(r, "minutes")
					s.Clock().Advance(time.Duration(minutes) * time.Minute)
				},
				"": func(r *rapid.T) { m.check(r) },
			})
		})
	})
}

type machine struct {
	t        *testing.T
	w        *world
	sessions []*proof
}

func (m *machine) withOne(act func(*rapid.T, *proof)) func(*rapid.T) {
	return func(r *rapid.T) {
		if len(m.sessions) == 0 {
			r.Skip("nobody has signed in")
		}
		act(r, rapid.SampledFrom(m.sessions).Draw(r, "session"))
	}
}

func (m *machine) signIn(r *rapid.T, password string) {
	in, err := m.w.id.SignIn(m.t.Context(), "anna@acme.example", password, home)
	switch {
	case err == nil && password != rightPassword:
		r.Fatal("a guess signed in")
	case err == nil:
		now := m.w.store.Clock().Now()
		m.sessions = append(m.sessions, &proof{in: in.SignedIn, viewer: in.SignedIn.Viewer, seen: now, expires: in.SignedIn.ExpiresAt})
	}
}

// confirm acts through the viewer that a socket remembers, however old.
func (m *machine) confirm(r *rapid.T, p *proof, password string) (confirmed bool) {
	alive := p.alive(m.w.store.Clock().Now())
	up, err := m.w.id.ConfirmPassword(viewer.NewContext(m.t.Context(), p.viewer), password, false)
	if err != nil {
		return false
	}
	if !alive {
		r.Fatal("a session that is over was stepped up")
	}
	p.until = up.Until
	return true
}

// check asks for every session, as a request with its cookie would.
func (m *machine) check(r *rapid.T) {
	for _, p := range m.sessions {
		before := m.w.store.Clock().Now()
		v, err := m.w.id.Authenticate(m.t.Context(), p.in.Token.Reveal())
		now := m.w.store.Clock().Now()
		if p.alive(now) != (err == nil) && p.alive(before) != (err == nil) {
			r.Fatalf("alive is %v, authenticated: %v", p.alive(now), err)
		}
		if err == nil && now.Sub(p.seen) >= time.Minute {
			p.seen = now
		}
		_, err = viewer.RequireStepUp(viewer.NewContext(m.t.Context(), v), now)
		if steppedUp := err == nil; steppedUp && !now.Before(p.until) {
			r.Fatalf("stepped up at %s, though the password was proven until %s only", now, p.until)
		}
		if err != nil && p.alive(now) && now.Before(p.until) {
			r.Fatalf("not stepped up: %v", err)
		}
	}
}
