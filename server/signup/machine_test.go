package signup_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"latchkey/ent"
	"latchkey/ent/session"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/refusal"
	signups "latchkey/server/signup"
	"latchkey/server/viewer"
)

// told is what a test knows about one sign-up: what was really done.
type told struct {
	token                                string
	email                                string
	proven, named, reached, app, passkey bool
	ended                                bool
}

// No order of calls, whichever sign-ups they mix, makes a user without a proven
// address, a password, a phone number, the terms and a second factor, nor a
// session without that factor; and what was all told makes one.
func TestNobodyBecomesAUserWithoutEveryStep(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		run := 0
		rapid.Check(t, func(r *rapid.T) {
			run++
			w.forget()
			w.Later(2 * time.Hour) // the pace begins anew
			m := &machine{w: w, r: r}
			for _, name := range []string{"eva", "zoe"} {
				email := fmt.Sprintf("%s%d@home.example", name, run)
				m.all = append(m.all, &told{token: w.mustStart(email), email: email})
			}
			r.Repeat(map[string]func(*rapid.T){
				"right code":   m.act((*machine).rightCode),
				"wrong code":   m.act((*machine).wrongCode),
				"names":        m.act((*machine).names),
				"bad password": m.act((*machine).badPassword),
				"contact":      m.act((*machine).contact),
				"old terms":    m.act((*machine).oldTerms),
				"app":          m.act((*machine).startApp),
				"passkey":      m.act((*machine).startPasskey),
				"wrong app":    m.act((*machine).wrongApp),
				"finish app":   m.act((*machine).finishApp),
				"finish key":   m.act((*machine).finishPasskey),
				"new code":     m.act((*machine).newCode),
				"":             func(*rapid.T) { m.check() },
			})
		})
	})
}

type machine struct {
	w   *world
	r   *rapid.T
	all []*told
}

// act does something with one of the sign-ups.
func (m *machine) act(do func(*machine, *told)) func(*rapid.T) {
	return func(r *rapid.T) {
		m.r = r
		do(m, rapid.SampledFrom(m.all).Draw(r, "sign-up"))
	}
}

func (m *machine) rightCode(a *told) {
	if a.ended || a.proven {
		return
	}
	_, err := m.w.verify(a.token, m.w.code(a.token))
	a.proven = err == nil
}

func (m *machine) wrongCode(a *told) {
	code := "000000"
	if !a.ended && !a.proven {
		code = m.w.wrong(a.token)
	}
	if _, err := m.w.verify(a.token, code); err == nil && !a.proven {
		m.r.Fatal("a wrong code proved an address")
	}
}

func (m *machine) names(a *told) {
	_, err := m.w.profile(a.token)
	m.expect(err, a.proven && !a.ended, "names")
	a.named = a.named || err == nil
}

func (m *machine) badPassword(a *told) {
	_, err := m.w.signUps.TellProfile(m.w.T.Context(), a.token, signups.Profile{FirstName: "Eva", Password: "short"})
	m.expect(err, false, "a short password")
}

func (m *machine) contact(a *told) {
	_, err := m.w.signUps.TellContact(m.w.T.Context(), a.token, phone)
	m.expect(err, a.named && !a.ended, "contact")
	a.reached = a.reached || err == nil
}

func (m *machine) oldTerms(a *told) {
	_, err := m.w.signUps.TellContact(m.w.T.Context(), a.token, signups.Contact{Phone: phone.Phone, TermsVersion: "old"})
	m.expect(err, false, "old terms")
}

func (m *machine) startApp(a *told) {
	_, err := m.w.signUps.StartAuthenticator(m.w.T.Context(), a.token)
	m.expect(err, a.reached && !a.ended, "set an app up")
	a.app = a.app || err == nil
}

func (m *machine) startPasskey(a *told) {
	_, err := m.w.signUps.StartPasskey(m.w.T.Context(), a.token)
	m.expect(err, a.reached && !a.ended, "begin a passkey")
	a.passkey = a.passkey || err == nil
}

func (m *machine) wrongApp(a *told) {
	_, err := m.w.signUps.ConfirmAuthenticator(m.w.T.Context(), a.token, "000000", home)
	m.expect(err, false, "a wrong code of the app")
}

func (m *machine) finishApp(a *told) {
	_, err := m.w.confirm(a.token)
	m.expect(err, a.app && !a.ended, "finish by an app")
	a.ended = a.ended || err == nil
}

func (m *machine) finishPasskey(a *told) {
	_, err := m.w.signUps.ConfirmPasskey(m.w.T.Context(), a.token, []byte(`"mine"`), "Laptop", home)
	m.expect(err, a.passkey && !a.ended, "finish by a passkey")
	a.ended = a.ended || err == nil
}

func (m *machine) newCode(a *told) {
	m.w.Later(time.Minute)
	_, _ = m.w.signUps.ResendCode(m.w.T.Context(), a.token) // its limits are other tests'
}

// expect tells a right that was refused, unless it was too often, from a wrong that was allowed.
func (m *machine) expect(err error, allowed bool, doing string) {
	if (err == nil) != allowed && !errors.Is(err, refusal.RateLimited(0)) {
		m.r.Fatalf("%s: got %v, allowed is %v", doing, err, allowed)
	}
}

func (m *machine) check() {
	for _, a := range m.all {
		made := m.w.user(a.email)
		if (made != nil) != a.ended {
			m.r.Fatalf("%s is a user: %v, finished: %v", a.email, made != nil, a.ended)
		}
		if made != nil {
			m.checkUser(a, made)
		}
	}
}

func (m *machine) checkUser(a *told, made *ent.User) {
	if !a.proven || !a.named || !a.reached || made.PasswordHash == "" || made.Phone == "" || made.TermsAcceptedAt == nil || !made.SecondFactor {
		m.r.Fatalf("%+v became %+v", a, made)
	}
	begun := m.w.Store.Client().Session.Query().Where(session.UserID(made.ID)).OnlyX(viewer.System(m.w.T.Context()))
	if begun.SecondFactorAt == nil {
		m.r.Fatal("a session without the second factor")
	}
}
