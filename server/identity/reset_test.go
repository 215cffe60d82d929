package identity_test

import (
	"context"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"latchkey/ent/auditentry"
	entchallenge "latchkey/ent/challenge"
	"latchkey/server/challenge"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/identity"
	"latchkey/server/organization"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/viewer"
)

const newPassword = "quite another sentence"

func (w *world) mustReset(email string) *identity.Reset {
	w.t.Helper()
	begun, err := w.id.RequestPasswordReset(w.t.Context(), email, entchallenge.LanguageDE, home)
	if err != nil {
		w.t.Fatalf("ask for a reset of %s: %v", email, err)
	}
	return begun
}

// proven is a reset whose code was proven.
func (w *world) proven(email string) string {
	w.t.Helper()
	begun := w.mustReset(email)
	if _, err := w.id.VerifyPasswordReset(w.t.Context(), begun.Challenge.Reveal(), w.mailedCode(begun.Challenge), home); err != nil {
		w.t.Fatalf("prove the code: %v", err)
	}
	return begun.Challenge.Reveal()
}

func TestAMailedCodeAllowsANewPassword(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		anna := w.joins("anna@acme.example")
		old := w.mustSignIn("anna@acme.example")
		in, err := w.id.ResetPassword(t.Context(), w.proven(" Anna@ACME.example"), newPassword, nil, home)
		if err != nil {
			t.Fatal(err)
		}
		w.mustBe(in)
		_, err = w.as(old)
		want(t, err, refusal.Unauthenticated(), "act in a session from before")
		if !slices.Contains(w.ended, old.Viewer.Session.String()) {
			t.Error("its sockets stay open")
		}
		_, err = w.id.SignIn(t.Context(), "anna@acme.example", rightPassword, home)
		want(t, err, refusal.WrongPassword(), "sign in with the old password")
		if _, err := w.id.SignIn(t.Context(), "anna@acme.example", newPassword, home); err != nil {
			t.Errorf("sign in with the new one: %v", err)
		}
		if !slices.Equal(w.mails, []string{"code to anna@acme.example", "password_changed"}) {
			t.Errorf("mailed %q", w.mails)
		}
		ctx := viewer.System(t.Context())
		if !s.Client().AuditEntry.Query().Where(auditentry.Action("password.changed"), auditentry.SubjectID(anna.ID.String())).ExistX(ctx) {
			t.Error("the audit log does not know")
		}
		if s.Client().User.GetX(ctx, anna.ID).PasswordChangedAt == nil {
			t.Error("the account does not know since when")
		}
	})
}

func TestAResetTakesItsStepsInOrder(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.joins("anna@acme.example")
		begun := w.mustReset("anna@acme.example")
		_, err := w.id.ResetPassword(t.Context(), begun.Challenge.Reveal(), newPassword, nil, home)
		want(t, err, refusal.Unauthenticated(), "before the code is proven")
		s.Clock().Advance(time.Minute)
		token := w.proven("anna@acme.example")
		_, err = w.id.ResetPassword(t.Context(), begun.Challenge.Reveal(), newPassword, nil, home)
		want(t, err, refusal.Unauthenticated(), "by another reset that proved none")
		_, err = w.id.ResetPassword(t.Context(), token, "too short", nil, home)
		want(t, err, refusal.Invalid("newPassword", ""), "to a short password")
		if _, err = w.id.ResetPassword(t.Context(), token, newPassword, nil, home); err != nil {
			t.Fatal(err)
		}
		_, err = w.id.ResetPassword(t.Context(), token, rightPassword, nil, home)
		want(t, err, refusal.Unauthenticated(), "once more")
	})
}

func TestAResetAsksForTheSecondFactor(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		anna := w.protected("anna@acme.example")
		begun := w.mustReset("anna@acme.example")
		_, err := w.id.RequestSecondFactorPasskey(t.Context(), begun.Challenge.Reveal(), home)
		want(t, err, refusal.Unauthenticated(), "ask for a passkey before the code is proven")
		asked, err := w.id.VerifyPasswordReset(t.Context(), begun.Challenge.Reveal(), w.mailedCode(begun.Challenge), home)
		if err != nil || asked == nil || len(asked.Methods) != 2 || asked.Challenge != begun.Challenge {
			t.Fatalf("asked for %+v, %v", asked, err)
		}
		token := asked.Challenge.Reveal()
		_, err = w.id.ResetPassword(t.Context(), token, newPassword, nil, home)
		want(t, err, refusal.Invalid("proof", ""), "with no second factor")
		_, err = w.id.VerifySecondFactor(t.Context(), token, *code(anna.ID, 1), home)
		want(t, err, refusal.Unauthenticated(), "sign in by the challenge of a reset")
		for range challenge.Tries {
			_, err = w.id.ResetPassword(t.Context(), token, newPassword, code(anna.ID, 0), home)
			want(t, err, refusal.Invalid("code", ""), "with a wrong code")
		}
		_, err = w.id.VerifyPasswordReset(t.Context(), token, w.mailedCode(begun.Challenge), home)
		want(t, err, refusal.Unauthenticated(), "prove the mailed code again, for further tries")
		_, err = w.id.ResetPassword(t.Context(), token, newPassword, code(anna.ID, 1), home)
		want(t, err, refusal.Unauthenticated(), "with the right code after five wrong ones")

		s.Clock().Advance(time.Minute)
		token = w.proven("anna@acme.example")
		made, err := w.id.RequestSecondFactorPasskey(t.Context(), token, home)
		if err != nil {
			t.Fatal(err)
		}
		proof := code(anna.ID, 0)
		key := byPasskey(made.Request, anna.ID)
		proof.Code, proof.Passkey = "", &key
		in, err := w.id.ResetPassword(t.Context(), token, newPassword, proof, home)
		if err != nil {
			t.Fatal(err)
		}
		if s.Client().Session.GetX(viewer.System(t.Context()), in.Viewer.Session).SecondFactorAt == nil {
			t.Error("the session proved no second factor")
		}
	})
}

func TestACodeIsTriedFiveTimesForTenMinutes(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.joins("anna@acme.example")
		begun := w.mustReset("anna@acme.example")
		right := w.mailedCode(begun.Challenge)
		wrong := "000000"
		if right == wrong {
			wrong = "000001"
		}
		for range 3 {
			_, err := w.id.VerifyPasswordReset(t.Context(), begun.Challenge.Reveal(), "no digits", home)
			want(t, err, refusal.Invalid("code", ""), "no code at all, which guesses nothing")
		}
		for range challenge.Tries {
			_, err := w.id.VerifyPasswordReset(t.Context(), begun.Challenge.Reveal(), wrong, home)
			want(t, err, refusal.Invalid("code", ""), "a wrong code")
		}
		_, err := w.id.VerifyPasswordReset(t.Context(), begun.Challenge.Reveal(), right, home)
		want(t, err, refusal.Unauthenticated(), "the right code after five wrong ones")

		s.Clock().Advance(time.Minute)
		begun = w.mustReset("anna@acme.example")
		s.Clock().Advance(challenge.Lifetime)
		_, err = w.id.VerifyPasswordReset(t.Context(), begun.Challenge.Reveal(), w.mailedCode(begun.Challenge), home)
		want(t, err, refusal.Unauthenticated(), "the right code after ten minutes")
	})
}

func TestAnAddressIsSentACodeAMinuteAndFiveAnHour(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.joins("anna@acme.example")
		for _, email := range []string{"anna@acme.example", "nobody@acme.example"} {
			w.mustReset(email)
			_, err := w.id.RequestPasswordReset(t.Context(), email, entchallenge.LanguageEN, home)
			if refused, ok := refusal.As(err); !ok || refused.RetryAfter > time.Minute || refused.RetryAfter < 55*time.Second {
				t.Errorf("%s at once again: %v, want RATE_LIMITED for a minute", email, err)
			}
			for range 4 {
				s.Clock().Advance(time.Minute)
				w.mustReset(email)
			}
			s.Clock().Advance(time.Minute)
			_, err = w.id.RequestPasswordReset(t.Context(), email, entchallenge.LanguageEN, home)
			refused, ok := refusal.As(err)
			if !ok || refused.RetryAfter > 55*time.Minute || refused.RetryAfter < 54*time.Minute {
				t.Fatalf("%s for the sixth time: %v, want RATE_LIMITED for 55 minutes", email, err)
			}
			s.Clock().Advance(refused.RetryAfter + time.Second)
			w.mustReset(email)
		}
	})
}

func TestOfManyWhoAskAtOnceOneIsSentACode(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		errs := make([]error, 6)
		var all sync.WaitGroup
		for n := range errs {
			all.Go(func() {
				_, errs[n] = w.id.RequestPasswordReset(t.Context(), "nobody@acme.example", entchallenge.LanguageEN, home)
			})
		}
		all.Wait()
		sent := 0
		for _, err := range errs {
			if err == nil {
				sent++
			} else {
				want(t, err, tooOften, "one of those at the same time")
			}
		}
		if sent != 1 {
			t.Errorf("%d were sent, want 1", sent)
		}
	})
}

func TestAskingForManyAddressesIsSlowedDown(t *testing.T) {
	w := newWorld(t, databasetest.SQLite(t))
	var last error
	for n := range 25 {
		_, last = w.id.RequestPasswordReset(t.Context(), string(rune('a'+n))+"@acme.example", entchallenge.LanguageEN, home)
	}
	want(t, last, tooOften, "the 25th address")
}

// An account that does not exist is answered alike, after the same statements
// and the same hashing; the code that nobody was sent proves nothing.
func TestNothingTellsWhetherAnAccountExists(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		const hashKiB = 16 << 10
		costly := seal.NewPasswords(seal.Cost{MemoryKiB: hashKiB, Passes: 1})
		w.id = identity.New(identity.Options{Store: s, Passwords: costly, Organizations: organization.New(s), Box: w.box, Postman: w})
		w.joins("anna@acme.example")
		signIns, resets, verifies := map[int]bool{}, map[int]bool{}, map[int]bool{}
		for _, email := range []string{"anna@acme.example", "nobody@acme.example"} {
			statements, hashed := measured(t, func(ctx context.Context) {
				_, err := w.id.SignIn(ctx, email, wrongPassword, home)
				want(t, err, refusal.WrongPassword(), "sign in as "+email)
			})
			if signIns[statements] = true; hashed < hashKiB<<10 {
				t.Errorf("%s: no password was hashed", email)
			}
			var begun *identity.Reset
			statements, _ = measured(t, func(ctx context.Context) {
				begun, _ = w.id.RequestPasswordReset(ctx, email, entchallenge.LanguageEN, home)
			})
			resets[statements] = true
			statements, _ = measured(t, func(ctx context.Context) {
				typed := "000000"
				if email == "nobody@acme.example" {
					typed = w.mailedCode(begun.Challenge) // right, had anybody been sent it
				}
				_, err := w.id.VerifyPasswordReset(ctx, begun.Challenge.Reveal(), typed, home)
				want(t, err, refusal.Invalid("code", ""), "prove a code to "+email)
			})
			verifies[statements] = true
		}
		if len(signIns) != 1 || len(resets) != 1 || len(verifies) != 1 {
			t.Errorf("statements of signing in: %v, of asking for a code: %v, of a wrong code: %v; want one number each", signIns, resets, verifies)
		}
	})
}

// measured is how many statements f takes, and how many octets of memory.
func measured(t *testing.T, f func(ctx context.Context)) (statements int, octets uint64) {
	t.Helper()
	ctx, count := database.CountStatements(t.Context())
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f(ctx)
	runtime.ReadMemStats(&after)
	return count(), after.TotalAlloc - before.TotalAlloc
}
