package identity_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/identity"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

func TestSteppingUpMakesTheTokenAnew(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.joins("anna@acme.example")
		in := w.mustSignIn("anna@acme.example")
		before := *in
		up, err := w.id.ConfirmPassword(w.mustBe(in), rightPassword, true)
		if err != nil {
			t.Fatal(err)
		}
		in.Token = up.Token
		if _, err := viewer.RequireStepUp(w.mustBe(in), s.Clock().Now()); err != nil || in.Token == before.Token {
			t.Errorf("the new token does not step up: %v", err)
		}
		_, err = viewer.RequireStepUp(w.mustBe(&before), s.Clock().Now())
		want(t, err, refusal.StepUpRequired(), "a sensitive act by the old token")
		s.Clock().Advance(time.Minute)
		_, err = w.as(&before)
		want(t, err, refusal.Unauthenticated(), "the old token after a minute")
		w.mustBe(in)
	})
}

func TestOverASocketTheTokenStays(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.joins("anna@acme.example")
		in := w.mustSignIn("anna@acme.example")
		up, err := w.id.ConfirmPassword(w.mustBe(in), rightPassword, false)
		if err != nil || up.Token != "" {
			t.Fatalf("got %+v, %v", up, err)
		}
		if _, err := viewer.RequireStepUp(w.mustBe(in), s.Clock().Now()); err != nil {
			t.Errorf("not stepped up: %v", err)
		}
	})
}

func TestASessionThatIsOverIsNotRenewed(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.joins("anna@acme.example")
		in := w.mustSignIn("anna@acme.example")
		ctx := w.mustBe(in)
		if err := w.id.Leave(t.Context(), in.Viewer.Session); err != nil {
			t.Fatal(err)
		}
		err := database.Write(viewer.System(t.Context()), s, func(ctx context.Context, tx *database.Tx) error {
			_, err := w.id.Renew(ctx, tx, in.Viewer.Session)
			return err
		})
		want(t, err, refusal.Unauthenticated(), "renew")
		_, err = w.id.ConfirmPassword(ctx, rightPassword, true)
		want(t, err, refusal.Unauthenticated(), "step up")
	})
}

func TestASessionFromAnUnfamiliarDeviceIsTold(t *testing.T) {
	firefox := "Mozilla/5.0 (X11; Linux x86_64; rv:151.0) Gecko/20100101 Firefox/151.0"
	newer := "Mozilla/5.0 (X11; Linux x86_64; rv:152.0) Gecko/20100101 Firefox/152.0"
	for sentence, row := range map[string]struct {
		device identity.Device
		after  time.Duration
		told   bool
	}{
		"the same device":                   {identity.Device{UserAgent: firefox, RemoteAddress: "2001:db8:1:2::3"}, 0, false},
		"a neighbouring address":            {identity.Device{UserAgent: firefox, RemoteAddress: "2001:db8:1:2::9"}, 0, false},
		"a newer browser":                   {identity.Device{UserAgent: newer, RemoteAddress: "2001:db8:1:2::3"}, 0, false},
		"another address":                   {identity.Device{UserAgent: firefox, RemoteAddress: "198.51.100.7"}, 0, true},
		"another browser":                   {identity.Device{UserAgent: "Other/1.0", RemoteAddress: "2001:db8:1:2::3"}, 0, true},
		"another browser after half a year": {identity.Device{UserAgent: "Other/1.0", RemoteAddress: "2001:db8:1:2::3"}, 4400 * time.Hour, true},
		"the same device after half a year": {identity.Device{UserAgent: firefox, RemoteAddress: "2001:db8:1:2::3"}, 4400 * time.Hour, false},
	} {
		t.Run(sentence, func(t *testing.T) {
			w := newWorld(t, databasetest.SQLite(t))
			w.joins("anna@acme.example")
			home := identity.Device{UserAgent: firefox, RemoteAddress: "2001:db8:1:2::3"}
			first, err := w.id.SignIn(t.Context(), "anna@acme.example", rightPassword, home)
			if err != nil || len(w.mails) > 0 {
				t.Fatalf("the first sign-in of all: %v, mailed %q", err, w.mails)
			}
			if err := w.id.Leave(t.Context(), first.SignedIn.Viewer.Session); err != nil {
				t.Fatal(err)
			}
			w.store.Clock().Advance(row.after)
			if _, err := w.id.SignIn(t.Context(), "anna@acme.example", rightPassword, row.device); err != nil {
				t.Fatal(err)
			}
			if told := slices.Contains(w.mails, "new sign-in"); told != row.told {
				t.Errorf("told is %v, want %v", told, row.told)
			}
		})
	}
}

func TestADeletedAccountNeverSignsIn(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		anna := w.joins("anna@acme.example")
		s.Client().User.UpdateOneID(anna.ID).SetDeletedAt(s.Clock().Now()).ExecX(viewer.System(t.Context()))
		_, err := w.id.SignIn(t.Context(), "anna@acme.example", rightPassword, home)
		want(t, err, refusal.WrongPassword(), "sign in with the right password")
		begun := w.mustReset("anna@acme.example")
		_, err = w.id.VerifyPasswordReset(t.Context(), begun.Challenge.Reveal(), w.mailedCode(begun.Challenge), home)
		want(t, err, refusal.Invalid("code", ""), "reset the password")
		err = database.Write(viewer.System(t.Context()), s, func(ctx context.Context, tx *database.Tx) error {
			_, err := w.id.Begin(ctx, tx, anna, home, true)
			return err
		})
		want(t, err, refusal.Unauthenticated(), "begin a session")
		if len(w.mails) > 0 {
			t.Errorf("mailed %q", w.mails)
		}
	})
}
