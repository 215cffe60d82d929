package secondfactor_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"latchkey/server/refusal"
	"latchkey/server/secondfactor"
)

func TestARecoveryCodeOpensTheAccountOnceAndItsUserHearsOfIt(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ctx := w.arrives(w.Ben)
		_, codes := w.addsApp(ctx)
		form := regexp.MustCompile(`^[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{4}$`)
		for _, code := range codes {
			if !form.MatchString(code) {
				t.Errorf("a code is %q", code)
			}
		}
		use := func(code string) error { return w.verify(w.Ben, secondfactor.Proof{RecoveryCode: code}) }
		want(t, "a code", use(codes[0]), nil)
		want(t, "the same", use(codes[0]), wrongRecovery)
		want(t, "another, in capitals and without its dash", use(strings.ToUpper(strings.Replace(codes[1], "-", " ", 1))), nil)
		want(t, "no code", use("0000-0000"), wrongRecovery)
		want(t, "no form of a code", use("hello"), wrongRecovery)
		want(t, "Ben's, for Anna", w.verify(w.Anna, secondfactor.Proof{RecoveryCode: codes[2]}), wrongRecovery)
		held, err := w.factors.Held(ctx)
		if err != nil || held.RecoveryCodes.Left != 6 || held.RecoveryCodes.Total != 8 {
			t.Errorf("got %+v, %v; want 6 of 8 left", held.RecoveryCodes, err)
		}
		w.post.wantSent(t, "second_factor_added", "recovery_code_used", "recovery_code_used")
		wantActions(t, w, "recovery_code.used", "recovery_code.used")
	})
}

func TestNewRecoveryCodesKillTheOldOnes(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ctx := w.arrives(w.Ben)
		_, err := w.factors.ReplaceRecoveryCodes(ctx)
		want(t, "without a second factor", err, refusal.Conflict(""))
		_, old := w.addsApp(ctx)
		made, err := w.factors.ReplaceRecoveryCodes(ctx)
		if err != nil || len(made) != 8 || slices.Contains(made, old[0]) {
			t.Fatalf("got %d codes, %v", len(made), err)
		}
		want(t, "an old one", w.verify(w.Ben, secondfactor.Proof{RecoveryCode: old[0]}), wrongRecovery)
		want(t, "a new one", w.verify(w.Ben, secondfactor.Proof{RecoveryCode: made[0]}), nil)
		w.post.wantSent(t, "second_factor_added", "recovery_codes_replaced", "recovery_code_used")
		wantActions(t, w, "second_factor.added", "recovery_codes.replaced", "recovery_code.used")
	})
}

func TestAProofIsExactlyOneThing(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		_, codes := w.addsApp(w.arrives(w.Ben))
		for name, proof := range map[string]secondfactor.Proof{
			"nothing":    {},
			"two codes":  {Code: "123456", RecoveryCode: codes[0]},
			"everything": {Code: "123456", RecoveryCode: codes[0], Passkey: &secondfactor.PasskeyProof{}},
		} {
			want(t, name, w.verify(w.Ben, proof), refusal.Invalid("proof", ""))
		}
	})
}

func TestMethodsAreTheEasiestFirst(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ctx := w.arrives(w.Ben)
		wantMethods := func(methods ...secondfactor.Method) {
			t.Helper()
			if got, err := w.factors.Methods(t.Context(), w.Ben.User.ID); err != nil || !slices.Equal(got, methods) {
				t.Errorf("got %v, %v; want %v", got, err, methods)
			}
		}
		wantMethods()
		if _, err := w.factors.StartAuthenticator(ctx); err != nil {
			t.Fatal(err)
		}
		wantMethods() // nothing is proven yet
		w.addsApp(ctx)
		wantMethods(secondfactor.MethodAuthenticator, secondfactor.MethodRecoveryCode)
		w.addsPasskey(ctx)
		wantMethods(secondfactor.MethodPasskey, secondfactor.MethodAuthenticator, secondfactor.MethodRecoveryCode)
		if err := w.factors.RemoveAuthenticator(ctx); err != nil {
			t.Fatal(err)
		}
		wantMethods(secondfactor.MethodPasskey, secondfactor.MethodRecoveryCode)
	})
}
