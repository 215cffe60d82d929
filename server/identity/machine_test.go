package identity_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	entchallenge "latchkey/ent/challenge"
	"latchkey/ent/session"
	"latchkey/ent/user"
	"latchkey/server/challenge"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/identity"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/viewer"
)

// No order of signing in by any way, of resets, step-up, changes of password
// and second factors, waiting, and using what is old or another's, reaches a
// session or a step-up without what policy demands at that moment. And what it
// allows works.
func TestNoOrderOfCallsReachesMoreThanPolicyAllows(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		round := 0
		rapid.Check(t, func(r *rapid.T) {
			round++
			w := newWorld(t, s) // limits begin anew
			m := &model{t: t, w: w}
			for _, name := range []string{"anna", "ben"} {
				email := fmt.Sprintf("%s%d@acme.example", name, round)
				m.joins(r, email)
			}
			r.Repeat(map[string]func(*rapid.T){
				"sign in":           m.signIn,
				"second factor":     m.verifySecondFactor,
				"ask for a passkey": m.requestPasskey,
				"passkey":           m.signInWithPasskey,
				"confirm password":  m.confirmPassword,
				"confirm passkey":   m.confirmPasskey,
				"ask for a reset":   m.requestReset,
				"prove the code":    m.verifyReset,
				"reset":             m.reset,
				"sign out":          m.signOut,
				"end others":        m.endOthers,
				"add a factor":      m.addFactor,
				"remove a factor":   m.removeFactor,
				"wait":              m.wait,
				"":                  m.check,
			})
		})
	})
}

// joins makes somebody, perhaps with second factors.
func (m *model) joins(r *rapid.T, email string) {
	p := &person{id: m.w.joins(email).ID, email: email, password: rightPassword}
	m.people = append(m.people, p)
	if p.app = rapid.Bool().Draw(r, "app"); p.app {
		m.w.gainsAuthenticator(p.id, "")
	}
	if p.key = rapid.Bool().Draw(r, "passkey"); p.key {
		m.w.gainsPasskey(p.id, "")
	}
}

// codeKinds are the challenges that a second factor is asked for with.
var codeKinds = []entchallenge.Kind{entchallenge.KindSIGN_IN, entchallenge.KindPASSWORD_RESET}

func (m *model) who(r *rapid.T) *person { return rapid.SampledFrom(m.people).Draw(r, "who") }

func (m *model) one(r *rapid.T) *open {
	return fitting(r, m.sessions, "session", func(s *open) bool { return s.alive(m.now()) })
}

// challenge draws one, mostly of the kind that fits and not over.
func (m *model) challenge(r *rapid.T, kind entchallenge.Kind) *asked {
	return fitting(r, m.asked, "challenge", func(a *asked) bool { return a.open(m.now(), kind) })
}

// fitting draws one of a list, mostly the latest that fits.
func fitting[T any](r *rapid.T, list []T, label string, fits func(T) bool) T {
	if len(list) == 0 {
		r.Skip("there is no " + label)
	}
	if rapid.IntRange(0, 4).Draw(r, "any "+label) > 0 {
		for _, one := range slices.Backward(list) {
			if fits(one) {
				return one
			}
		}
	}
	return rapid.SampledFrom(list).Draw(r, label)
}

func (m *model) signIn(r *rapid.T) {
	p := m.who(r)
	password := rapid.SampledFrom(append([]string{p.password, p.password, p.password, wrongPassword}, p.former...)).Draw(r, "password")
	before := m.now()
	entry, err := m.w.id.SignIn(m.t.Context(), p.email, password, home)
	right := func(time.Time) bool { return password == p.password }
	switch done := agree(r, "sign in", err, right, before, m.now()); {
	case !done:
	case p.hasFactor() != (entry.SecondFactor != nil) || p.hasFactor() == (entry.SignedIn != nil):
		r.Fatalf("with a second factor: %v; got %+v", p.hasFactor(), entry)
	case entry.SecondFactor != nil:
		m.asked = append(m.asked, &asked{kind: entchallenge.KindSIGN_IN, of: p, token: entry.SecondFactor.Challenge, expires: entry.SecondFactor.ExpiresAt})
	default:
		m.begun(entry.SignedIn, p, false)
	}
}

func (m *model) verifySecondFactor(r *rapid.T) {
	a := m.challenge(r, entchallenge.KindSIGN_IN)
	g := m.draws(r, a.of)
	if g.proof == nil {
		r.Skip("the API asks for one")
	}
	before := m.now()
	allowed := func(now time.Time) bool {
		return a.open(now, entchallenge.KindSIGN_IN) && a.tries < challenge.Tries && g.proves(a.of, now)
	}
	in, err := m.w.id.VerifySecondFactor(m.t.Context(), a.token.Reveal(), *g.proof, home)
	if agree(r, "prove the second factor", err, allowed, before, m.now()) {
		g.use()
		a.over = true
		m.begun(in, a.of, true)
	} else {
		a.tried(err)
	}
}

// tried notes a try that was counted.
func (a *asked) tried(err error) {
	if refused, ok := refusal.As(err); ok && refused.Code == refusal.CodeValidationFailed {
		a.tries++
	}
}

func (m *model) requestPasskey(r *rapid.T) {
	ctx, before := m.t.Context(), m.now()
	var made *identity.PasskeyRequest
	var err error
	q := &request{}
	allowed := func(time.Time) bool { return true }
	switch rapid.SampledFrom([]string{"sign in", "second factor", "step up"}).Draw(r, "purpose") {
	case "sign in":
		q.purpose = entchallenge.KindPASSKEY_SIGN_IN
		made, err = m.w.id.RequestSignInPasskey(ctx, home)
	case "second factor":
		a := m.challenge(r, rapid.SampledFrom(codeKinds).Draw(r, "kind"))
		q.purpose, q.of = entchallenge.KindPASSKEY_SECOND_FACTOR, a.of
		made, err = m.w.id.RequestSecondFactorPasskey(ctx, a.token.Reveal(), home)
		allowed = func(now time.Time) bool {
			return a.of != nil && a.of.key && (a.open(now, entchallenge.KindSIGN_IN) || a.proven && a.open(now, entchallenge.KindPASSWORD_RESET))
		}
	default:
		s := m.one(r)
		if s.ended || !s.alive(before) {
			r.Skip("a request would be nobody's")
		}
		q.purpose, q.of, q.session = entchallenge.KindPASSKEY_STEP_UP, s.of, s
		made, err = m.w.id.RequestStepUpPasskey(viewer.NewContext(ctx, s.socket))
		allowed = func(time.Time) bool { return s.of.key }
	}
	if agree(r, "ask for a passkey", err, allowed, before, m.now()) {
		q.token, q.expires = made.Request, m.now().Add(challenge.Lifetime)
		m.requests = append(m.requests, q)
	}
}

func (m *model) signInWithPasskey(r *rapid.T) {
	q := m.draw(r, entchallenge.KindPASSKEY_SIGN_IN)
	p := m.whose(r, q.of)
	before := m.now()
	in, err := m.w.id.SignInWithPasskey(m.t.Context(), byPasskey(q.token, p.id), home)
	allowed := func(now time.Time) bool { return q.answeredBy(p, entchallenge.KindPASSKEY_SIGN_IN, now) }
	if agree(r, "sign in with a passkey", err, allowed, before, m.now()) {
		q.over = true
		m.begun(in, p, true)
	}
}

// confirmPassword acts through the viewer that a socket remembers, however
// old, or with any token that the session ever had.
func (m *model) confirmPassword(r *rapid.T) {
	s := m.one(r)
	ctx, renew := m.acting(r, s)
	password := rapid.SampledFrom([]string{s.of.password, s.of.password, wrongPassword, ""}).Draw(r, "password")
	before := m.now()
	up, err := m.w.id.ConfirmPassword(ctx, password, renew)
	allowed := func(now time.Time) bool { return s.alive(now) && password == s.of.password }
	if agree(r, "confirm the password", err, allowed, before, m.now()) {
		m.steppedUp(s, up, renew)
	}
}

func (m *model) confirmPasskey(r *rapid.T) {
	s, q := m.one(r), m.draw(r, entchallenge.KindPASSKEY_STEP_UP)
	p := m.whose(r, q.of)
	ctx, renew := m.acting(r, s)
	before := m.now()
	up, err := m.w.id.ConfirmPasskey(ctx, byPasskey(q.token, p.id), renew)
	allowed := func(now time.Time) bool {
		return s.alive(now) && p == s.of && q.session == s && q.answeredBy(p, entchallenge.KindPASSKEY_STEP_UP, now)
	}
	if agree(r, "confirm a passkey", err, allowed, before, m.now()) {
		q.over = true
		m.steppedUp(s, up, renew)
	}
}

// acting is a request with some token of the session, or its socket.
func (m *model) acting(r *rapid.T, s *open) (ctx context.Context, renew bool) {
	if rapid.Bool().Draw(r, "over a socket") {
		return viewer.NewContext(m.t.Context(), s.socket), false
	}
	token := rapid.SampledFrom(s.tokens).Draw(r, "token")
	before := m.now()
	v, err := m.w.id.Authenticate(m.t.Context(), token.Reveal())
	if err != nil {
		r.Skip("nobody acts")
	}
	s.used(before, m.now())
	return viewer.NewContext(m.t.Context(), v), true
}

// used notes what Authenticate writes down at most once a minute.
func (s *open) used(before, after time.Time) {
	if before.Sub(s.seen) >= time.Minute {
		s.seen = after
	}
}

func (m *model) steppedUp(s *open, up *identity.SteppedUp, renew bool) {
	s.until = up.Until
	if renew {
		s.renewed(up.Token, m.now())
	}
}

func (s *open) renewed(token seal.Token, now time.Time) {
	s.tokens, s.replaced = append(s.tokens, token), now
}

func (m *model) requestReset(r *rapid.T) {
	email, of := "nobody@acme.example", (*person)(nil)
	if rapid.IntRange(0, 4).Draw(r, "somebody") > 0 {
		of = m.who(r)
		email = of.email
	}
	before := m.now()
	begun, err := m.w.id.RequestPasswordReset(m.t.Context(), email, entchallenge.LanguageEN, home)
	if agree(r, "ask for a reset", err, func(time.Time) bool { return true }, before, m.now()) {
		a := &asked{kind: entchallenge.KindPASSWORD_RESET, of: of, token: begun.Challenge, expires: begun.ExpiresAt}
		a.code = m.w.mailedCode(begun.Challenge)
		m.asked = append(m.asked, a)
	}
}

func (m *model) verifyReset(r *rapid.T) {
	a := m.challenge(r, entchallenge.KindPASSWORD_RESET)
	typed := rapid.SampledFrom([]string{a.code, a.code, "000000", "999 999"}).Draw(r, "code")
	before := m.now()
	allowed := func(now time.Time) bool {
		return a.open(now, entchallenge.KindPASSWORD_RESET) && a.tries < challenge.Tries && a.of != nil && typed == a.code
	}
	asks, err := m.w.id.VerifyPasswordReset(m.t.Context(), a.token.Reveal(), typed, home)
	if !agree(r, "prove the code", err, allowed, before, m.now()) {
		if typed != "" { // a challenge to sign in has none: nothing was guessed
			a.tried(err)
		}
		return
	}
	if a.tries++; !a.proven {
		a.proven, a.tries = true, 0
	}
	if (asks != nil) != a.of.hasFactor() {
		r.Fatalf("with a second factor: %v; got %+v", a.of.hasFactor(), asks)
	}
}

func (m *model) reset(r *rapid.T) {
	a := m.challenge(r, entchallenge.KindPASSWORD_RESET)
	g := m.draws(r, a.of)
	password := rapid.SampledFrom([]string{rightPassword, "a third sentence, quite new", "short"}).Draw(r, "new password")
	before := m.now()
	allowed := func(now time.Time) bool {
		return a.of != nil && a.proven && a.open(now, entchallenge.KindPASSWORD_RESET) && password != "short" &&
			(g.proof == nil || a.tries < challenge.Tries) && (!a.of.hasFactor() || g.proves(a.of, now))
	}
	in, err := m.w.id.ResetPassword(m.t.Context(), a.token.Reveal(), password, g.proof, home)
	if !agree(r, "reset", err, allowed, before, m.now()) {
		if g.proof != nil && password != "short" {
			a.tried(err)
		}
		return
	}
	if a.of.hasFactor() {
		g.use()
	}
	a.of.former, a.of.password = append(a.of.former, a.of.password), password
	a.of.former = without(a.of.former, password)
	m.endAll(a.of, nil)
	m.begun(in, a.of, a.of.hasFactor())
}

func without(list []string, one string) (left []string) {
	for _, other := range list {
		if other != one {
			left = append(left, other)
		}
	}
	return left
}

func (m *model) signOut(r *rapid.T) {
	s := m.one(r)
	if err := m.w.id.Leave(m.t.Context(), s.id); err != nil {
		r.Fatal(err)
	}
	s.ended = true
}

func (m *model) endOthers(r *rapid.T) {
	s := m.one(r)
	err := database.Write(viewer.System(m.t.Context()), m.w.store, func(ctx context.Context, tx *database.Tx) error {
		return m.w.id.EndSessions(ctx, tx, s.of.id, s.id)
	})
	if err != nil {
		r.Fatal(err)
	}
	m.endAll(s.of, s)
}

func (m *model) addFactor(r *rapid.T) {
	s := m.one(r)
	if !s.alive(m.now()) {
		r.Skip("nobody acts")
	}
	p, first := s.of, !s.of.hasFactor()
	add := m.w.gainsPasskey
	switch {
	case !p.app && (p.key || rapid.Bool().Draw(r, "app")):
		p.app, p.step, add = true, 0, m.w.gainsAuthenticator
	case p.key:
		r.Skip("there is nothing more to add")
	default:
		p.key = true
	}
	token := add(p.id, s.id)
	if first {
		p.recovered = nil
		m.endAll(p, s)
		s.factor = true
		s.renewed(token, m.now())
	}
}

func (m *model) removeFactor(r *rapid.T) {
	p := m.who(r)
	if rapid.Bool().Draw(r, "kept") {
		r.Skip("they keep it")
	}
	app := rapid.Bool().Draw(r, "app")
	m.w.losesFactors(p.id, app, !app)
	p.app, p.key = p.app && !app, p.key && app
}

func (m *model) wait(r *rapid.T) {
	seconds := rapid.SampledFrom([]int{5, 61, 61, 61, 240, 300, 660, 3600, 31 * 24 * 3600}).Draw(r, "seconds")
	m.w.store.Clock().Advance(time.Duration(seconds) * time.Second)
}

// check asks for every session by every token that it had, as requests would.
func (m *model) check(r *rapid.T) {
	for _, s := range m.sessions {
		for n, token := range s.tokens {
			before := m.now()
			v, err := m.w.id.Authenticate(m.t.Context(), token.Reveal())
			after := m.now()
			latest, former := n == len(s.tokens)-1, n == len(s.tokens)-2
			agree(r, "authenticate", err, func(now time.Time) bool {
				return s.alive(now) && (latest || former && now.Before(s.replaced.Add(time.Minute)))
			}, before, after)
			if err == nil {
				s.used(before, after)
			}
			_, err = viewer.RequireStepUp(viewer.NewContext(m.t.Context(), v), after)
			agree(r, "use a step-up", err, func(now time.Time) bool { return latest && s.alive(now) && now.Before(s.until) }, before, after)
		}
	}
	unproven := m.w.store.Client().Session.Query().Where(session.EndedAtIsNil(), session.SecondFactorAtIsNil(),
		session.HasUserWith(user.SecondFactor(true), user.EmailIn(m.people[0].email, m.people[1].email)),
	).ExistX(viewer.System(m.t.Context()))
	if unproven {
		r.Fatal("somebody with a second factor has a session that proved none")
	}
}

// mailedCode is what the e-mail of a reset says.
func (w *world) mailedCode(token seal.Token) string {
	w.t.Helper()
	row := w.store.Client().Challenge.Query().Where(entchallenge.TokenHash(token.Hash())).OnlyX(viewer.System(w.t.Context()))
	opened, err := w.box.Open(row.CodeSealed, "challenges.code_sealed "+row.ID.String())
	if err != nil || len(opened) != 6 || strings.Trim(string(opened), "0123456789") != "" {
		w.t.Fatalf("the code is %q, %v", opened, err)
	}
	return string(opened)
}
