package identity_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"latchkey/ent/session"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/identity"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/viewer"
)

func TestAPasswordBeginsASession(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		anna := w.joins("anna@acme.example")
		in := w.mustSignIn("  ANNA@Acme.Example ")
		ctx := w.mustBe(in)
		if me, err := viewer.RequireUser(ctx); err != nil || me != anna.ID {
			t.Errorf("the session acts as %q, %v; want %q", me, err, anna.ID)
		}
		if _, err := viewer.RequireStepUp(ctx, s.Clock().Now()); err == nil {
			t.Error("signing in is a step-up already")
		}
	})
}

func TestAWrongPasswordAndAnUnknownAccountGetTheSameAnswer(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.joins("anna@acme.example")
		for _, email := range []string{"anna@acme.example", "nobody@acme.example", "not an address", "", strings.Repeat("é", 5000)} {
			_, err := w.id.SignIn(t.Context(), email, wrongPassword, home)
			want(t, err, refusal.WrongPassword(), "sign in as "+cutTo(email, 20))
			if err != nil && err.Error() != refusal.WrongPassword().Error() {
				t.Errorf("the sentence tells accounts apart: %q", err)
			}
		}
	})
}

func TestATokenIsKeptAsAHashOnly(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.joins("anna@acme.example")
		in := w.mustSignIn("anna@acme.example")
		row := s.Client().Session.Query().OnlyX(viewer.System(t.Context()))
		if string(row.TokenHash) == in.Token.Reveal() || len(row.TokenHash) != 32 {
			t.Error("the token itself is stored")
		}
	})
}

func TestEachSignInMakesANewToken(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.joins("anna@acme.example")
		first, second := w.mustSignIn("anna@acme.example"), w.mustSignIn("anna@acme.example")
		if first.Token == second.Token {
			t.Error("two sessions share a token")
		}
	})
}

func TestGarbageIsNobody(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		for _, token := range []string{"", "x", strings.Repeat("A", 43), strings.Repeat("\x00", 43), seal.NewToken().Reveal(), strings.Repeat("A", 1<<20)} {
			_, err := w.id.Authenticate(t.Context(), token)
			want(t, err, refusal.Unauthenticated(), "authenticate with garbage")
		}
	})
}

func TestASessionEndsByItself(t *testing.T) {
	for name, step := range map[string]struct {
		times int
		by    time.Duration
		alive bool
	}{
		"one that is used lives for long":        {times: 80, by: 24 * time.Hour, alive: true},
		"one that is used ends after 90 days":    {times: 91, by: 24 * time.Hour},
		"one that nobody uses ends after 30":     {times: 1, by: identity.SessionIdle},
		"one that nobody uses lasts nearly that": {times: 1, by: identity.SessionIdle - time.Second*2, alive: true},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, databasetest.SQLite(t))
			w.joins("anna@acme.example")
			in := w.mustSignIn("anna@acme.example")
			var err error
			for range step.times {
				w.store.Clock().Advance(step.by)
				_, err = w.as(in)
			}
			if (err == nil) != step.alive {
				t.Errorf("alive is %v, want %v", err == nil, step.alive)
			}
		})
	}
}

func TestAuthenticatingIsOneStatement(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.joins("anna@acme.example")
		in := w.mustSignIn("anna@acme.example")
		for range 3 {
			ctx, count := database.CountStatements(t.Context())
			if _, err := w.id.Authenticate(ctx, in.Token.Reveal()); err != nil || count() != 1 {
				t.Errorf("%d statements, %v; want 1", count(), err)
			}
		}
		s.Clock().Advance(2 * time.Minute)
		before := s.Client().Session.Query().OnlyX(viewer.System(t.Context())).LastSeenAt
		w.mustBe(in)
		if !s.Client().Session.Query().OnlyX(viewer.System(t.Context())).LastSeenAt.After(before) {
			t.Error("the session's use was not written down")
		}
	})
}

func TestSigningOutEndsTheSessionAndItsSockets(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.joins("anna@acme.example")
		here, there := w.mustSignIn("anna@acme.example"), w.mustSignIn("anna@acme.example")
		for range 2 { // repeating it is no error
			if err := w.id.Leave(t.Context(), here.Viewer.Session); err != nil {
				t.Fatal(err)
			}
		}
		_, err := w.as(here)
		want(t, err, refusal.Unauthenticated(), "use a session after signing out")
		if len(w.ended) == 0 || w.ended[0] != here.Viewer.Session.String() {
			t.Errorf("sockets closed: %v, want those of %s", w.ended, here.Viewer.Session)
		}
		w.mustBe(there)
		if err := w.id.Leave(t.Context()); err != nil {
			t.Errorf("nobody signs out: %v", err)
		}
	})
}

func TestSigningInClearsOldSessionsAway(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		anna := w.joins("anna@acme.example")
		w.mustSignIn("anna@acme.example")
		s.Clock().Advance(identity.SessionLifetime)
		w.mustSignIn("anna@acme.example")
		if n := s.Client().Session.Query().Where(session.UserID(anna.ID)).CountX(viewer.System(context.Background())); n != 1 {
			t.Errorf("%d sessions are kept, want 1", n)
		}
	})
}

func cutTo(text string, n int) string { return text[:min(len(text), n)] }
