package identity_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"latchkey/ent"
	"latchkey/ent/session"
	"latchkey/server/challenge"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/identity"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/secondfactor"
	"latchkey/server/viewer"
)

// protected makes somebody with an authenticator app and a passkey.
func (w *world) protected(email string) *ent.User {
	w.t.Helper()
	made := w.joins(email)
	w.gainsAuthenticator(made.ID, "")
	w.gainsPasskey(made.ID, "")
	return made
}

// asks signs in as far as the password leads.
func (w *world) asks(email string) *identity.SecondFactor {
	w.t.Helper()
	entry, err := w.id.SignIn(w.t.Context(), email, rightPassword, home)
	if err != nil || entry.SecondFactor == nil || entry.SignedIn != nil {
		w.t.Fatalf("sign in as %s: %+v, %v; want to be asked for a second factor", email, entry, err)
	}
	return entry.SecondFactor
}

func (w *world) sessions(of *ent.User) int {
	return w.store.Client().Session.Query().Where(session.UserID(of.ID), session.EndedAtIsNil()).CountX(viewer.System(context.Background()))
}

func TestAPasswordAloneDoesNotOpenAnAccountWithASecondFactor(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		anna := w.protected("anna@acme.example")
		asked := w.asks("anna@acme.example")
		if len(asked.Methods) != 2 || asked.Methods[0] != secondfactor.MethodPasskey {
			t.Errorf("asked by %v", asked.Methods)
		}
		if n := w.sessions(anna); n != 0 {
			t.Errorf("%d sessions after the password alone", n)
		}
		_, err := w.id.Authenticate(t.Context(), asked.Challenge.Reveal())
		want(t, err, refusal.Unauthenticated(), "act by the challenge")
		in, err := w.id.VerifySecondFactor(t.Context(), asked.Challenge.Reveal(), *code(anna.ID, 1), home)
		if err != nil {
			t.Fatal(err)
		}
		row := s.Client().Session.GetX(viewer.System(t.Context()), in.Viewer.Session)
		if row.SecondFactorAt == nil || row.SteppedUpUntil != nil {
			t.Errorf("the session has %+v", row)
		}
	})
}

func TestWhatIsNoProofOfTheSecondFactor(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		anna, ben := w.protected("anna@acme.example"), w.protected("ben@acme.example")
		for sentence, row := range map[string]struct {
			proof func(asked *identity.SecondFactor) secondfactor.Proof
			want  error
		}{
			"a wrong code":   {func(*identity.SecondFactor) secondfactor.Proof { return secondfactor.Proof{Code: "000000"} }, refusal.Invalid("code", "")},
			"another's code": {func(*identity.SecondFactor) secondfactor.Proof { return *code(ben.ID, 1) }, refusal.Invalid("code", "")},
			"another's recovery code": {func(*identity.SecondFactor) secondfactor.Proof {
				return secondfactor.Proof{RecoveryCode: recoveryCodes(ben.ID)[0]}
			}, refusal.Invalid("recoveryCode", "")},
			"nothing": {func(*identity.SecondFactor) secondfactor.Proof { return secondfactor.Proof{} }, refusal.Invalid("proof", "")},
			"a passkey for another sign-in": {func(*identity.SecondFactor) secondfactor.Proof {
				key := byPasskey(w.ceremony(w.asks("ben@acme.example")), ben.ID)
				return secondfactor.Proof{Passkey: &key}
			}, refusal.Invalid("passkey", "")},
			"another's passkey for this one": {func(asked *identity.SecondFactor) secondfactor.Proof {
				key := byPasskey(w.ceremony(asked), ben.ID)
				return secondfactor.Proof{Passkey: &key}
			}, refusal.Invalid("passkey", "")},
			"a passkey for signing in": {func(*identity.SecondFactor) secondfactor.Proof {
				made, err := w.id.RequestSignInPasskey(t.Context(), home)
				if err != nil {
					t.Fatal(err)
				}
				key := byPasskey(made.Request, anna.ID)
				return secondfactor.Proof{Passkey: &key}
			}, refusal.Invalid("passkey", "")},
		} {
			t.Run(sentence, func(t *testing.T) {
				asked := w.asks("anna@acme.example")
				_, err := w.id.VerifySecondFactor(t.Context(), asked.Challenge.Reveal(), row.proof(asked), home)
				want(t, err, row.want, sentence)
			})
		}
		if n := w.sessions(anna); n != 0 {
			t.Errorf("%d sessions", n)
		}
	})
}

// ceremony asks for a passkey as the second factor.
func (w *world) ceremony(asked *identity.SecondFactor) seal.Token {
	w.t.Helper()
	made, err := w.id.RequestSecondFactorPasskey(w.t.Context(), asked.Challenge.Reveal(), home)
	if err != nil {
		w.t.Fatal(err)
	}
	return made.Request
}

func TestAChallengeIsOver(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		anna := w.protected("anna@acme.example")
		step := 0
		for sentence, end := range map[string]func(asked *identity.SecondFactor){
			"after five wrong answers": func(asked *identity.SecondFactor) {
				for range challenge.Tries {
					_, err := w.id.VerifySecondFactor(t.Context(), asked.Challenge.Reveal(), secondfactor.Proof{Code: "000000"}, home)
					want(t, err, refusal.Invalid("code", ""), "one of the five")
				}
			},
			"after ten minutes": func(*identity.SecondFactor) { s.Clock().Advance(challenge.Lifetime) },
			"after it was met": func(asked *identity.SecondFactor) {
				step++
				if _, err := w.id.VerifySecondFactor(t.Context(), asked.Challenge.Reveal(), *code(anna.ID, step), home); err != nil {
					t.Fatal(err)
				}
			},
			"after all sessions ended, as with a new password": func(*identity.SecondFactor) {
				err := database.Write(viewer.System(t.Context()), s, func(ctx context.Context, tx *database.Tx) error {
					return w.id.EndSessions(ctx, tx, anna.ID, "")
				})
				if err != nil {
					t.Fatal(err)
				}
			},
			"after the account was deleted": func(*identity.SecondFactor) {
				s.Client().User.UpdateOneID(anna.ID).SetDeletedAt(s.Clock().Now()).ExecX(viewer.System(t.Context()))
				t.Cleanup(func() {
					s.Client().User.UpdateOneID(anna.ID).ClearDeletedAt().ExecX(viewer.System(context.Background()))
				})
			},
		} {
			t.Run(sentence, func(t *testing.T) {
				asked := w.asks("anna@acme.example")
				end(asked)
				step++
				_, err := w.id.VerifySecondFactor(t.Context(), asked.Challenge.Reveal(), *code(anna.ID, step), home)
				want(t, err, refusal.Unauthenticated(), "the right code "+sentence)
				s.Client().User.UpdateOneID(anna.ID).ClearDeletedAt().ExecX(viewer.System(t.Context()))
			})
		}
	})
}

func TestOfManyWhoMeetOneChallengeOneGetsASession(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		anna := w.protected("anna@acme.example")
		asked := w.asks("anna@acme.example")
		errs := make([]error, challenge.Tries)
		var all sync.WaitGroup
		for n := range errs {
			all.Go(func() { // each with a right code of its own
				_, errs[n] = w.id.VerifySecondFactor(t.Context(), asked.Challenge.Reveal(), *code(anna.ID, n+1), home)
			})
		}
		all.Wait()
		won := 0
		for _, err := range errs {
			if err == nil {
				won++
			} else if _, refused := refusal.As(err); !refused {
				t.Errorf("a loser got %v", err)
			}
		}
		if n := w.sessions(anna); won != 1 || n != 1 {
			t.Errorf("%d won, %d sessions; want one each", won, n)
		}
	})
}

func TestACodeAndARecoveryCodeOpenOnce(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		anna := w.protected("anna@acme.example")
		for _, proof := range []secondfactor.Proof{*code(anna.ID, 1), {RecoveryCode: recoveryCodes(anna.ID)[0]}} {
			if _, err := w.id.VerifySecondFactor(t.Context(), w.asks("anna@acme.example").Challenge.Reveal(), proof, home); err != nil {
				t.Fatal(err)
			}
			_, err := w.id.VerifySecondFactor(t.Context(), w.asks("anna@acme.example").Challenge.Reveal(), proof, home)
			want(t, err, refusal.Invalid("", ""), "a used code")
		}
	})
}

func TestGuessingCodesByManyChallengesIsSlowedDown(t *testing.T) {
	w := newWorld(t, databasetest.SQLite(t))
	anna := w.protected("anna@acme.example")
	guess := func(proof secondfactor.Proof) error {
		far := identity.Device{RemoteAddress: "198.51.100.7"}
		_, err := w.id.VerifySecondFactor(t.Context(), w.asks("anna@acme.example").Challenge.Reveal(), proof, far)
		return err
	}
	for range 10 {
		want(t, guess(secondfactor.Proof{Code: "000000"}), refusal.Invalid("code", ""), "one of the first guesses")
	}
	for range 3 {
		refused, ok := refusal.As(guess(*code(anna.ID, 1)))
		if !ok || refused.Code != refusal.CodeRateLimited || refused.RetryAfter <= 0 {
			t.Fatalf("got %v, want RATE_LIMITED with how long to wait", refused)
		}
		w.store.Clock().Advance(refused.RetryAfter + time.Second)
		want(t, guess(secondfactor.Proof{Code: "000000"}), refusal.Invalid("code", ""), "a guess after the wait")
	}
	w.store.Clock().Advance(time.Hour) // what is quiet to a password is not to a code
	want(t, guess(secondfactor.Proof{Code: "000000"}), refusal.Invalid("code", ""), "a guess after an hour")
	want(t, guess(*code(anna.ID, 1)), tooOften, "another one at once")
}

func TestWhoHasASecondFactorHasNoSessionWithoutOne(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		anna := w.joins("anna@acme.example")
		here, there := w.mustSignIn("anna@acme.example"), w.mustSignIn("anna@acme.example")
		here.Token = w.gainsPasskey(anna.ID, here.Viewer.Session)
		w.mustBe(here)
		_, err := w.as(there)
		want(t, err, refusal.Unauthenticated(), "act in another session")
		err = database.Write(viewer.System(t.Context()), s, func(ctx context.Context, tx *database.Tx) error {
			_, err := w.id.Begin(ctx, tx, anna, home, false) // anna as she was before
			return err
		})
		want(t, err, refusal.Unauthenticated(), "begin a session that proved none")
	})
}

// mustVerify signs in somebody who is protected, by a passkey.
func mustVerify(t *testing.T, w *world, who nodeid.ID) *identity.SignedIn {
	t.Helper()
	in, err := w.id.SignInWithPasskey(t.Context(), byPasskey(w.signInCeremony(), who), home)
	if err != nil {
		t.Fatal(err)
	}
	return in
}
