package identity_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	entchallenge "latchkey/ent/challenge"
	"latchkey/server/identity"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/secondfactor"
	"latchkey/server/viewer"
)

// model is what a test knows of everybody: what they have, and what was proven
// in which order. It decides what policy allows.
type model struct {
	t        *testing.T
	w        *world
	people   []*person
	sessions []*open
	asked    []*asked
	requests []*request
}

type person struct {
	id        nodeid.ID
	email     string
	password  string
	former    []string
	app, key  bool
	step      int // of the last code taken
	recovered []string
}

func (p *person) hasFactor() bool { return p.app || p.key }

// open is a session.
type open struct {
	of       *person
	id       nodeid.ID
	tokens   []seal.Token // the last is the one that it has now
	replaced time.Time    // when the last but one was
	socket   viewer.Viewer
	ended    bool
	factor   bool
	seen     time.Time
	until    time.Time // of the step-up
	expires  time.Time
}

func (s *open) alive(now time.Time) bool {
	return !s.ended && now.Before(s.expires) && now.Before(s.seen.Add(identity.SessionIdle))
}

// asked is a challenge of a sign-in or a reset.
type asked struct {
	kind    entchallenge.Kind
	of      *person // nil for an address that is nobody's
	token   seal.Token
	code    string
	proven  bool
	over    bool
	tries   int
	expires time.Time
}

func (a *asked) open(now time.Time, kind entchallenge.Kind) bool {
	return a.kind == kind && !a.over && now.Before(a.expires)
}

// request is a ceremony.
type request struct {
	purpose entchallenge.Kind
	of      *person // nil for anybody
	session *open
	token   seal.Token
	over    bool
	expires time.Time
}

func (m *model) now() time.Time { return m.w.store.Clock().Now() }

// agree compares what was done with what policy says. Time passes while
// something is done, so either side of it counts; and whoever has to wait did nothing.
func agree(r *rapid.T, doing string, err error, allowed func(time.Time) bool, before, after time.Time) (done bool) {
	if refused, ok := refusal.As(err); ok && refused.Code == refusal.CodeRateLimited {
		return false
	}
	if _, ok := refusal.As(err); err != nil && !ok {
		r.Fatalf("%s: a fault: %v", doing, err)
	}
	if is := err == nil; is != allowed(before) && is != allowed(after) {
		r.Fatalf("%s: got %v, though allowed is %v", doing, err, allowed(after))
	}
	return err == nil
}

// begun notes a session.
func (m *model) begun(in *identity.SignedIn, of *person, factor bool) {
	m.sessions = append(m.sessions, &open{
		of: of, id: in.Viewer.Session, tokens: []seal.Token{in.Token}, socket: in.Viewer, factor: factor, seen: m.now(), expires: in.ExpiresAt,
	})
}

// endAll notes the end of a person's sessions but one, and of all that was to become one.
func (m *model) endAll(of *person, but *open) {
	for _, s := range m.sessions {
		if s.of == of && s != but {
			s.ended = true
		}
	}
	for _, a := range m.asked {
		a.over = a.over || a.of == of
	}
	for _, q := range m.requests {
		q.over = q.over || q.of == of && q.session == nil
	}
}

// given is a proof and what policy says of it.
type given struct {
	proof *secondfactor.Proof
	// proves says whether it proves the second factor of a person now.
	proves func(of *person, now time.Time) bool
	// use notes that it was taken.
	use func()
}

func never(*person, time.Time) bool { return false }

// draws a proof: right ones, used ones, others' and none at all.
func (m *model) draws(r *rapid.T, of *person) given {
	p := m.whose(r, of)
	switch rapid.SampledFrom([]string{"code", "code", "code", "used code", "recovery code", "passkey", "passkey", "garbage", "two", "none"}).Draw(r, "proof") {
	case "code":
		step := p.step + rapid.IntRange(1, 2).Draw(r, "steps")
		return given{code(p.id, step), func(of *person, _ time.Time) bool { return of == p && p.app }, func() { p.step = step }}
	case "used code":
		return given{code(p.id, p.step), never, nil}
	case "recovery code":
		text := rapid.SampledFrom(recoveryCodes(p.id)).Draw(r, "code")
		return given{&secondfactor.Proof{RecoveryCode: text}, func(of *person, _ time.Time) bool {
			return of == p && p.hasFactor() && !slices.Contains(p.recovered, text)
		}, func() { p.recovered = append(p.recovered, text) }}
	case "passkey":
		q := m.draw(r, entchallenge.KindPASSKEY_SECOND_FACTOR)
		key := byPasskey(q.token, p.id)
		return given{&secondfactor.Proof{Passkey: &key}, func(of *person, now time.Time) bool {
			return of == p && q.answeredBy(p, entchallenge.KindPASSKEY_SECOND_FACTOR, now)
		}, func() { q.over = true }}
	case "two":
		return given{&secondfactor.Proof{Code: code(p.id, p.step+1).Code, Passkey: &secondfactor.PasskeyProof{}}, never, nil}
	case "garbage":
		return given{&secondfactor.Proof{Code: "no code"}, never, nil}
	default:
		return given{nil, never, nil}
	}
}

// whose is mostly who is asked, if anybody is.
func (m *model) whose(r *rapid.T, of *person) *person {
	if of != nil && rapid.IntRange(0, 3).Draw(r, "another") > 0 {
		return of
	}
	return m.who(r)
}

// draw is any ceremony that was begun, mostly for the purpose, or one that never was.
func (m *model) draw(r *rapid.T, purpose entchallenge.Kind) *request {
	if len(m.requests) == 0 {
		return &request{token: seal.NewToken(), over: true}
	}
	return fitting(r, m.requests, "ceremony", func(q *request) bool {
		return q.purpose == purpose && !q.over && m.now().Before(q.expires)
	})
}

// answeredBy says whether a person's device ends the ceremony.
func (q *request) answeredBy(p *person, purpose entchallenge.Kind, now time.Time) bool {
	return !q.over && q.purpose == purpose && now.Before(q.expires) && p.key && (q.of == nil || q.of == p)
}
