package secondfactor_test

import (
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"latchkey/server/database/databasetest"
	"latchkey/server/permission"
	"latchkey/server/secondfactor"
	"latchkey/server/sharing"
)

func TestTheLastFactorTakesAlongWhatDemandsOne(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ctx := w.arrives(w.Ben)
		_, codes := w.addsApp(ctx)
		w.addsPasskey(ctx)
		reader := permission.Reader.Set()
		terms := sharing.Terms{Permissions: reader, RequiresSecondFactor: true}
		if _, err := w.Anna.Gives(w.Ben, w.Info, terms); err != nil {
			t.Fatal(err)
		}
		w.Anna.MustGive(w.Ben, w.Support, reader)

		if err := w.factors.RemoveAuthenticator(ctx); err != nil {
			t.Fatal(err)
		}
		if w.Ben.May(w.Info) != reader || !w.user(w.Ben).SecondFactor {
			t.Error("one of two factors took the access along")
		}
		held, err := w.factors.Held(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for range 2 { // repeating is no error and changes nothing
			if err := w.factors.RemovePasskey(ctx, held.Passkeys[0].ID); err != nil {
				t.Fatal(err)
			}
			if err := w.factors.RemoveAuthenticator(ctx); err != nil {
				t.Fatal(err)
			}
		}
		if may := w.Ben.May(w.Info); !may.Empty() || w.user(w.Ben).SecondFactor {
			t.Errorf("without a second factor Ben may %v", may)
		}
		if w.Ben.May(w.Support) != reader {
			t.Error("access that demands no second factor went, too")
		}
		want(t, "a recovery code", w.verify(w.Ben, secondfactor.Proof{RecoveryCode: codes[0]}), wrongRecovery)
		w.wantTold(t, "GRANTED", "GRANTED", "REVOKED SECOND_FACTOR")
		w.post.wantSent(t, "second_factor_added", "second_factor_added", "second_factor_removed", "second_factor_removed")

		w.addsPasskey(ctx)
		if w.Ben.May(w.Info) != reader {
			t.Error("the access is not back")
		}
		w.wantTold(t, "GRANTED", "GRANTED", "REVOKED SECOND_FACTOR", "GRANTED SECOND_FACTOR")
	})
}

// wantTold are the kinds of Ben's access events, with their reasons.
func (w *world) wantTold(t testing.TB, told ...string) {
	t.Helper()
	var got []string
	for _, e := range w.Ben.Events() {
		kind := string(e.Kind)
		if e.Reason != nil {
			kind += " " + string(*e.Reason)
		}
		got = append(got, kind)
	}
	if !slices.Equal(got, told) {
		t.Errorf("Ben was told %v, want %v", got, told)
	}
}

func TestTwoLastFactorsRemovedAtOnceLeaveNone(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ctx := w.arrives(w.Ben)
		for round := range 5 {
			w.Later(time.Minute)
			w.addsApp(ctx)
			w.addsPasskey(ctx)
			held, err := w.factors.Held(ctx)
			if err != nil {
				t.Fatal(err)
			}
			var both sync.WaitGroup
			both.Go(func() {
				if err := w.factors.RemoveAuthenticator(ctx); err != nil {
					t.Error(err)
				}
			})
			both.Go(func() {
				if err := w.factors.RemovePasskey(ctx, held.Passkeys[0].ID); err != nil {
					t.Error(err)
				}
			})
			both.Wait()
			if held, err = w.factors.Held(ctx); err != nil || held.RecoveryCodes != nil || w.user(w.Ben).SecondFactor {
				t.Fatalf("round %d: %+v is left, %v", round, held, err)
			}
		}
	})
}

// Whatever is added and removed in whichever order: the column that everything
// asks says whether there is a factor, and there are recovery codes exactly then.
func TestTheColumnAlwaysSaysWhatThereIs(t *testing.T) {
	w := newWorld(t, databasetest.SQLite(t), "https://mail.acme.example")
	people := 0
	rapid.Check(t, func(t *rapid.T) {
		people++
		p := w.Person("Somebody", fmt.Sprintf("person%d@acme.example", people))
		ctx := w.arrives(p)
		for range rapid.IntRange(1, 8).Draw(t, "acts") {
			held, err := w.factors.Held(ctx)
			if err != nil {
				t.Fatal(err)
			}
			switch rapid.SampledFrom([]string{"add app", "add passkey", "remove app", "remove passkey", "replace codes"}).Draw(t, "act") {
			case "add app":
				w.Later(time.Second)
				w.addsApp(ctx)
			case "add passkey":
				w.addsPasskey(ctx)
			case "remove app":
				err = w.factors.RemoveAuthenticator(ctx)
			case "remove passkey":
				if len(held.Passkeys) > 0 {
					err = w.factors.RemovePasskey(ctx, held.Passkeys[0].ID)
				}
			case "replace codes":
				if _, err := w.factors.ReplaceRecoveryCodes(ctx); (err == nil) != w.user(p).SecondFactor {
					t.Fatalf("codes were replaced: %v", err)
				}
			}
			if err != nil {
				t.Fatal(err)
			}
			if held, err = w.factors.Held(ctx); err != nil {
				t.Fatal(err)
			}
			has := held.Authenticator != nil || len(held.Passkeys) > 0
			if w.user(p).SecondFactor != has || (held.RecoveryCodes != nil) != has {
				t.Fatalf("the column says %v, there is %+v", w.user(p).SecondFactor, held)
			}
			for _, s := range w.liveSessions(p) {
				if has && s.SecondFactorAt == nil {
					t.Fatal("a session goes on that never proved a second factor")
				}
			}
		}
	})
}
