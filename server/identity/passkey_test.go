package identity_test

import (
	"testing"

	"latchkey/ent/session"
	"latchkey/server/challenge"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/viewer"
)

func (w *world) signInCeremony() seal.Token {
	w.t.Helper()
	made, err := w.id.RequestSignInPasskey(w.t.Context(), home)
	if err != nil {
		w.t.Fatal(err)
	}
	return made.Request
}

func TestAPasskeyAloneIsBothFactors(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		anna := w.protected("anna@acme.example")
		in, err := w.id.SignInWithPasskey(t.Context(), byPasskey(w.signInCeremony(), anna.ID), home)
		if err != nil {
			t.Fatal(err)
		}
		ctx := w.mustBe(in)
		if !s.Client().Session.Query().Where(session.ID(in.Viewer.Session), session.SecondFactorAtNotNil()).ExistX(ctx) {
			t.Error("the session proved no second factor")
		}
		if _, err := viewer.RequireStepUp(ctx, s.Clock().Now()); err == nil {
			t.Error("signing in is a step-up already")
		}
	})
}

func TestAPasskeyThatIsRefusedSaysNothing(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		anna, ben := w.protected("anna@acme.example"), w.joins("ben@acme.example")
		gone := w.protected("gone@acme.example")
		s.Client().User.UpdateOneID(gone.ID).SetDeletedAt(s.Clock().Now()).ExecX(viewer.System(t.Context()))
		used, late := w.signInCeremony(), w.signInCeremony()
		if _, err := w.id.SignInWithPasskey(t.Context(), byPasskey(used, anna.ID), home); err != nil {
			t.Fatal(err)
		}
		forStepUp, err := w.id.RequestStepUpPasskey(w.mustBe(mustVerify(t, w, anna.ID)))
		if err != nil {
			t.Fatal(err)
		}
		s.Clock().Advance(challenge.Lifetime)
		for sentence, proof := range map[string]struct {
			request seal.Token
			owner   string
		}{
			"of a used ceremony":   {used, anna.ID.String()},
			"of an old ceremony":   {late, anna.ID.String()},
			"of none":              {seal.NewToken(), anna.ID.String()},
			"of a step-up":         {forStepUp.Request, anna.ID.String()},
			"of who has none":      {w.signInCeremony(), ben.ID.String()},
			"of nobody":            {w.signInCeremony(), "usr_nobody"},
			"of a deleted account": {w.signInCeremony(), gone.ID.String()},
			"that is nonsense":     {w.signInCeremony(), "nonsense"},
		} {
			given := byPasskey(proof.request, anna.ID)
			given.Credential = []byte(`"` + proof.owner + `"`)
			_, err := w.id.SignInWithPasskey(t.Context(), given, home)
			want(t, err, refusal.Unauthenticated(), "a passkey "+sentence)
		}
	})
}

func TestOnlyTheOwnPasskeyInTheSameSessionStepsUp(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		anna, ben := w.protected("anna@acme.example"), w.protected("ben@acme.example")
		here, there := mustVerify(t, w, anna.ID), mustVerify(t, w, anna.ID)
		made, err := w.id.RequestStepUpPasskey(w.mustBe(here))
		if err != nil {
			t.Fatal(err)
		}
		_, err = w.id.ConfirmPasskey(w.mustBe(there), byPasskey(made.Request, anna.ID), true)
		want(t, err, refusal.Invalid("passkey", ""), "in another session")
		_, err = w.id.ConfirmPasskey(w.mustBe(here), byPasskey(made.Request, ben.ID), true)
		want(t, err, refusal.Invalid("passkey", ""), "by another's passkey")
		up, err := w.id.ConfirmPasskey(w.mustBe(here), byPasskey(made.Request, anna.ID), true)
		if err != nil {
			t.Fatal(err)
		}
		here.Token = up.Token
		if _, err := viewer.RequireStepUp(w.mustBe(here), s.Clock().Now()); err != nil {
			t.Errorf("not stepped up: %v", err)
		}
		_, err = w.id.ConfirmPasskey(w.mustBe(here), byPasskey(made.Request, anna.ID), true)
		want(t, err, refusal.Invalid("passkey", ""), "once more")
	})
}
