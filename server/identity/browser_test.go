package identity_test

import (
	"slices"
	"testing"
	"time"

	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/identity"
	"latchkey/server/refusal"
	"latchkey/server/seal"
)

func TestABrowserHoldsOneLiveSessionOfEachPerson(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.joins("anna@acme.example")
		w.joins("ben@acme.example")
		anna, ben, again := w.mustSignIn("anna@acme.example"), w.mustSignIn("ben@acme.example"), w.mustSignIn("anna@acme.example")
		tokens := []string{ben.Token.Reveal(), "", "forged", seal.NewToken().Reveal(), anna.Token.Reveal(), again.Token.Reveal()}
		held := func() []string {
			t.Helper()
			found, err := w.id.Held(t.Context(), tokens)
			if err != nil {
				t.Fatal(err)
			}
			var emails []string
			for _, h := range found {
				emails = append(emails, h.User.Email)
			}
			return emails
		}
		if got := held(); !slices.Equal(got, []string{"ben@acme.example", "anna@acme.example"}) {
			t.Errorf("got %v", got)
		}
		if err := w.id.Leave(t.Context(), ben.Viewer.Session); err != nil {
			t.Fatal(err)
		}
		if got := held(); !slices.Equal(got, []string{"anna@acme.example"}) {
			t.Errorf("after Ben left: %v", got)
		}
		if !slices.Contains(w.ended, ben.Viewer.Session.String()) {
			t.Error("the sockets of a session that was left stay open")
		}
		s.Clock().Advance(identity.SessionIdle)
		if got := held(); len(got) != 0 {
			t.Errorf("sessions that are over: %v", got)
		}
	})
}

func TestAReplacedTokenIsHeldForAMinuteWithoutStepUp(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.joins("anna@acme.example")
		in := w.mustSignIn("anna@acme.example")
		up, err := w.id.ConfirmPassword(w.mustBe(in), rightPassword, true)
		if err != nil {
			t.Fatal(err)
		}
		old, err := w.id.Held(t.Context(), []string{in.Token.Reveal()})
		if err != nil || len(old) != 1 || !old[0].Viewer.SteppedUpUntil.IsZero() {
			t.Errorf("the old token: %+v, %v", old, err)
		}
		fresh, err := w.id.Held(t.Context(), []string{up.Token.Reveal()})
		if err != nil || len(fresh) != 1 || fresh[0].Viewer.SteppedUpUntil.IsZero() {
			t.Errorf("the new token: %+v, %v", fresh, err)
		}
		s.Clock().Advance(time.Minute)
		if old, _ := w.id.Held(t.Context(), []string{in.Token.Reveal()}); len(old) != 0 {
			t.Errorf("the old token after a minute: %+v", old)
		}
	})
}

func TestANewPasswordEndsEverySessionAndBeginsOne(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.joins("anna@acme.example")
		here, elsewhere := w.mustSignIn("anna@acme.example"), w.mustSignIn("anna@acme.example")
		const next = "a better sentence to remember"
		for _, c := range []struct {
			sentence, current, next string
			refused                 error
		}{
			{"a wrong current password", wrongPassword, next, refusal.Invalid("currentPassword", "")},
			{"a short new one", rightPassword, "short", refusal.Invalid("newPassword", "")},
		} {
			_, err := w.id.ChangePassword(w.mustBe(here), c.current, c.next, home)
			want(t, err, c.refused, c.sentence)
		}
		w.mustBe(elsewhere)
		acting := w.mustBe(here)
		in, err := w.id.ChangePassword(acting, rightPassword, next, home)
		if err != nil {
			t.Fatal(err)
		}
		for _, old := range []*identity.SignedIn{here, elsewhere} {
			_, err := w.as(old)
			want(t, err, refusal.Unauthenticated(), "a session of the old password")
			if !slices.Contains(w.ended, old.Viewer.Session.String()) {
				t.Error("the sockets of a session of the old password stay open")
			}
		}
		w.mustBe(in)
		if !slices.Contains(w.mails, "password_changed") {
			t.Errorf("mailed %v", w.mails)
		}
		_, err = w.id.ChangePassword(acting, rightPassword, next, home)
		want(t, err, refusal.Invalid("currentPassword", ""), "a request that was on its way")
		_, err = w.id.SignIn(t.Context(), "anna@acme.example", rightPassword, home)
		want(t, err, refusal.Unauthenticated(), "the old password")
	})
}

func TestTheCurrentPasswordIsNotGuessedInASessionLeftOpen(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.joins("anna@acme.example")
		acting := w.mustBe(w.mustSignIn("anna@acme.example"))
		for range 10 {
			_, err := w.id.ChangePassword(acting, wrongPassword, "a better sentence to remember", home)
			want(t, err, refusal.Invalid("currentPassword", ""), "a guess")
		}
		_, err := w.id.ChangePassword(acting, rightPassword, "a better sentence to remember", home)
		want(t, err, refusal.RateLimited(0), "after ten guesses")
		_, err = w.id.ConfirmPassword(acting, rightPassword, true)
		want(t, err, refusal.RateLimited(0), "step-up after ten guesses")
	})
}
