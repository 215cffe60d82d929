package identity_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"latchkey/server/database/databasetest"
	"latchkey/server/identity"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

var tooOften = refusal.RateLimited(time.Minute)

func TestGuessingAtOneAccountIsSlowedDown(t *testing.T) {
	w := newWorld(t, databasetest.SQLite(t))
	w.joins("anna@acme.example")
	guess := func(n int) error {
		far := identity.Device{RemoteAddress: fmt.Sprintf("198.51.100.%d", n%250)}
		_, err := w.id.SignIn(t.Context(), "anna@acme.example", wrongPassword, far)
		return err
	}
	for n := range 10 {
		want(t, guess(n), refusal.WrongPassword(), "one of the first guesses")
	}
	for _, wait := range []time.Duration{30 * time.Second, time.Minute, 2 * time.Minute, 4 * time.Minute, 8 * time.Minute, 15 * time.Minute, 15 * time.Minute} {
		refused, ok := refusal.As(guess(99))
		if !ok || refused.Code != refusal.CodeRateLimited {
			t.Fatalf("got %v, want RATE_LIMITED", refused)
		}
		if refused.RetryAfter > wait || refused.RetryAfter < wait-5*time.Second {
			t.Errorf("told to wait %s, want about %s", refused.RetryAfter, wait)
		}
		w.store.Clock().Advance(refused.RetryAfter + time.Second) // as told
		want(t, guess(99), refusal.WrongPassword(), "a guess after the wait")
	}
	w.store.Clock().Advance(15 * time.Minute)
	w.mustSignIn("anna@acme.example") // nobody is locked out for good
}

func TestAStrangersGuessesDoNotKeepAnnaOut(t *testing.T) {
	w := newWorld(t, databasetest.SQLite(t))
	w.joins("anna@acme.example")
	w.mustSignIn("anna@acme.example")
	far := identity.Device{RemoteAddress: "198.51.100.7"}
	for range 20 {
		_, _ = w.id.SignIn(t.Context(), "anna@acme.example", wrongPassword, far)
	}
	w.mustSignIn("anna@acme.example") // from where she signed in before
	_, err := w.id.SignIn(t.Context(), "anna@acme.example", rightPassword, far)
	want(t, err, tooOften, "the stranger's right guess during the wait")
}

func TestGuessingAtManyAccountsIsSlowedDown(t *testing.T) {
	for name, addressOf := range map[string]func(n int) string{
		"from one address":                func(int) string { return "198.51.100.7:1234" },
		"from many addresses of one host": func(n int) string { return fmt.Sprintf("[2001:db8:1:2::%x]:443", n) },
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, databasetest.SQLite(t))
			var last error
			for n := range 60 {
				_, last = w.id.SignIn(t.Context(), fmt.Sprintf("person%d@acme.example", n), wrongPassword, identity.Device{RemoteAddress: addressOf(n)})
			}
			want(t, last, tooOften, "the 60th account")
		})
	}
}

func TestConfirmingAPasswordIsSlowedDown(t *testing.T) {
	w := newWorld(t, databasetest.SQLite(t))
	w.joins("anna@acme.example")
	ctx := w.mustBe(w.mustSignIn("anna@acme.example"))
	var last error
	for range 12 {
		_, last = w.id.ConfirmPassword(ctx, wrongPassword, false)
	}
	want(t, last, tooOften, "the 12th wrong password")
	if v, _ := viewer.FromContext(ctx); !v.SteppedUpUntil.IsZero() {
		t.Error("stepped up")
	}
}

func TestAThousandGuessesAtOnceCountAsAThousand(t *testing.T) {
	w := newWorld(t, databasetest.SQLite(t))
	results := make(chan error, 200)
	for range cap(results) {
		go func() {
			_, err := w.id.SignIn(t.Context(), "anna@acme.example", wrongPassword, home)
			results <- err
		}()
	}
	passed := 0
	for range cap(results) {
		if err := <-results; !errors.Is(err, tooOften) {
			passed++
		}
	}
	if passed > 10 {
		t.Errorf("%d guesses were tried, want 10 at most", passed)
	}
}
