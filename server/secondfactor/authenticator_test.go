package secondfactor_test

import (
	"bytes"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"latchkey/ent"
	"latchkey/server/refusal"
	"latchkey/server/secondfactor"
	"latchkey/server/viewer"
)

var (
	wrongCode     = refusal.Invalid("code", "")
	wrongRecovery = refusal.Invalid("recoveryCode", "")
	wrongPasskey  = refusal.Invalid("passkey", "")
)

func TestTheFirstFactorUpgradesThisSessionAndEndsAllOthers(t *testing.T) {
	for kind, add := range map[string]func(w *world) []string{
		"an authenticator": func(w *world) []string { _, codes := w.addsApp(w.arrives(w.Ben)); return codes },
		"a passkey":        func(w *world) []string { _, codes := w.addsPasskey(w.arrives(w.Ben)); return codes },
	} {
		t.Run(kind, func(t *testing.T) {
			each(t, func(t *testing.T, w *world) {
				w.arrives(w.Ben) // elsewhere
				w.arrives(w.Anna)
				codes := add(w)
				if len(codes) != 8 {
					t.Errorf("got %d recovery codes, want 8", len(codes))
				}
				if !w.user(w.Ben).SecondFactor {
					t.Error("the user has no second factor")
				}
				live := w.liveSessions(w.Ben)
				if len(live) != 1 || live[0].SecondFactorAt == nil {
					t.Errorf("sessions go on: %v; want the acting one, with its second factor", live)
				}
				if len(w.liveSessions(w.Anna)) != 1 {
					t.Error("another person's session ended")
				}
				w.post.wantSent(t, "second_factor_added")
				wantActions(t, w, "second_factor.added")
			})
		})
	}
}

func TestASecondFactorMoreChangesNoSession(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ctx := w.arrives(w.Ben)
		w.addsApp(ctx)
		w.arrives(w.Ben)
		_, codes := w.addsPasskey(ctx)
		if codes != nil || len(w.liveSessions(w.Ben)) != 2 {
			t.Errorf("got codes %v and %d sessions, want none and 2", codes, len(w.liveSessions(w.Ben)))
		}
	})
}

func TestACodeIsTakenOnce(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		secret, _ := w.addsApp(w.arrives(w.Ben))
		code := func(off int64) secondfactor.Proof {
			return secondfactor.Proof{Code: secondfactor.CodeAt(t, secret, w.step()+off)}
		}
		want(t, "the code that confirmed the app", w.verify(w.Ben, code(0)), wrongCode)
		want(t, "the next code", w.verify(w.Ben, code(1)), nil)
		want(t, "the same again", w.verify(w.Ben, code(1)), wrongCode)
		want(t, "one before", w.verify(w.Ben, code(0)), wrongCode)
		w.Later(time.Minute)
		want(t, "a new one", w.verify(w.Ben, code(0)), nil)
		want(t, "somebody else's", w.verify(w.Anna, code(1)), wrongCode)
		want(t, "a wrong one", w.verify(w.Ben, secondfactor.Proof{Code: "12345"}), wrongCode)
	})
}

func TestOfManyRequestsWithTheSameProofOneGetsThrough(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		secret, codes := w.addsApp(w.arrives(w.Ben))
		w.Later(time.Minute)
		for kind, proof := range map[string]secondfactor.Proof{
			"a code":          {Code: secondfactor.CodeAt(t, secret, w.step())},
			"a recovery code": {RecoveryCode: codes[3]},
		} {
			var through atomic.Int32
			var all sync.WaitGroup
			for range 6 {
				all.Go(func() {
					if w.verify(w.Ben, proof) == nil {
						through.Add(1)
					}
				})
			}
			all.Wait()
			if through.Load() != 1 {
				t.Errorf("%s got through %d times, want once", kind, through.Load())
			}
		}
	})
}

func TestTheOldAppHoldsUntilTheNewOneIsConfirmed(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ctx := w.arrives(w.Ben)
		old, _ := w.addsApp(ctx)
		w.Later(time.Minute)
		offer, err := w.factors.StartAuthenticator(ctx)
		if err != nil {
			t.Fatal(err)
		}
		unproven := secondfactor.Proof{Code: secondfactor.CodeAt(t, offer.Secret, w.step())}
		want(t, "a code of the app that is not confirmed", w.verify(w.Ben, unproven), wrongCode)
		want(t, "the old app's", w.verify(w.Ben, secondfactor.Proof{Code: secondfactor.CodeAt(t, old, w.step())}), nil)
		_, err = w.factors.ConfirmAuthenticator(ctx, secondfactor.CodeAt(t, old, w.step()))
		want(t, "confirming with the old app's code", err, wrongCode)
		if _, err = w.factors.ConfirmAuthenticator(ctx, unproven.Code); err != nil {
			t.Fatal(err)
		}
		w.Later(time.Minute)
		want(t, "the old app's now", w.verify(w.Ben, secondfactor.Proof{Code: secondfactor.CodeAt(t, old, w.step())}), wrongCode)
		want(t, "the new app's", w.verify(w.Ben, secondfactor.Proof{Code: secondfactor.CodeAt(t, offer.Secret, w.step())}), nil)
	})
}

func TestNothingIsConfirmedThatWasNotStartedLately(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ctx := w.arrives(w.Ben)
		_, err := w.factors.ConfirmAuthenticator(ctx, "123456")
		want(t, "without a start", err, refusal.Conflict(""))
		offer, err := w.factors.StartAuthenticator(ctx)
		if err != nil {
			t.Fatal(err)
		}
		w.Later(2 * time.Hour)
		ctx = w.arrives(w.Ben)
		_, err = w.factors.ConfirmAuthenticator(ctx, secondfactor.CodeAt(t, offer.Secret, w.step()))
		want(t, "two hours later", err, refusal.Conflict(""))
	})
}

func TestTheDatabaseHoldsNoSecretToReadOff(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		secret, codes := w.addsApp(w.arrives(w.Ben))
		system := viewer.System(t.Context())
		app := w.Store.Client().Authenticator.Query().OnlyX(system)
		if bytes.Contains(app.SecretSealed, []byte(secret)) {
			t.Error("the app's secret is kept as it is")
		}
		for _, row := range w.Store.Client().RecoveryCode.Query().AllX(system) {
			for _, code := range codes {
				if bytes.Contains(row.CodeHash, []byte(code[:4])) {
					t.Error("a recovery code is kept as it is")
				}
			}
		}
	})
}

func TestEveryChangeAsksForAFreshProof(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		stale := w.Ben.WithoutStepUp()
		for doing, f := range map[string]func() error{
			"start authenticator":   func() error { _, err := w.factors.StartAuthenticator(stale); return err },
			"confirm authenticator": func() error { _, err := w.factors.ConfirmAuthenticator(stale, "123456"); return err },
			"remove authenticator":  func() error { return w.factors.RemoveAuthenticator(stale) },
			"start passkey":         func() error { _, _, err := w.factors.StartPasskey(stale); return err },
			"add passkey":           func() error { _, err := w.factors.AddPasskey(stale, "", nil, "Laptop"); return err },
			"remove passkey":        func() error { return w.factors.RemovePasskey(stale, "") },
			"replace codes":         func() error { _, err := w.factors.ReplaceRecoveryCodes(stale); return err },
		} {
			want(t, doing, f(), refusal.StepUpRequired())
		}
	})
}

func wantActions(t testing.TB, w *world, actions ...string) {
	t.Helper()
	entries := w.Store.Client().AuditEntry.Query().Order(ent.Asc("id")).AllX(viewer.System(t.Context()))
	var got []string
	for _, e := range entries {
		got = append(got, e.Action)
	}
	if len(got) < len(actions) {
		t.Fatalf("the audit log ends with %v, want %v", got, actions)
	}
	for i, action := range actions {
		if e := got[len(got)-len(actions)+i]; e != action {
			t.Errorf("the audit log ends with %v, want %v", got, actions)
			return
		}
	}
}
