package signup_test

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/identity"
	"latchkey/server/refusal"
	signups "latchkey/server/signup"
)

func TestAWrongCodeSaysHowManyTriesAreLeft(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		token := w.mustStart("eva@home.example")
		for n, sentence := range []string{
			"That isn’t the code of the last e-mail. 4 tries left.", "That isn’t the code of the last e-mail. 3 tries left.",
			"That isn’t the code of the last e-mail. 2 tries left.", "That isn’t the code of the last e-mail. 1 try left.",
			"That was tried too often. Ask for a new code.", "That was tried too often. Ask for a new code.",
		} {
			_, err := w.verify(token, w.wrong(token))
			if refused, ok := refusal.As(err); !ok || refused.Field != "code" || refused.Message != sentence {
				t.Errorf("wrong code %d: got %v, want %q", n+1, err, sentence)
			}
		}
		_, err := w.verify(token, w.code(token))
		want(t, err, refusal.Invalid("code", ""), "the right code after five wrong ones")
	})
}

func TestWhatIsNoCodeCostsNoTry(t *testing.T) {
	w := newWorld(t, databasetest.SQLite(t))
	token := w.mustStart("eva@home.example")
	for _, typed := range []string{"", "12345", "1234567", "abcdef", "12345x"} {
		_, err := w.verify(token, typed)
		want(t, err, refusal.Invalid("code", ""), "type "+typed)
	}
	if left := signups.TriesLeft(w.row("eva@home.example")); left != 5 {
		t.Errorf("%d tries left, want 5", left)
	}
	code := w.code(token)
	_, err := w.verify(token, " "+code[:3]+" "+code[3:]+"\n") // as it was pasted
	w.must(err, "the right code")
}

func TestACodeLivesTenMinutes(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		token := w.mustStart("eva@home.example")
		w.Later(10 * time.Minute)
		_, err := w.verify(token, w.code(token))
		if refused, ok := refusal.As(err); !ok || refused.Message != "This code is older than 10 minutes. Ask for a new one." {
			t.Errorf("an old code: got %v", err)
		}
	})
}

func TestANewCodeKillsTheOldOne(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		token := w.mustStart("eva@home.example")
		old := w.code(token)
		_, err := w.signUps.ResendCode(t.Context(), token)
		want(t, err, refusal.RateLimited(0), "another code at once")
		w.Later(time.Minute)
		_, err = w.signUps.ResendCode(t.Context(), token)
		w.must(err, "another code after a minute")
		if fresh := w.code(token); fresh != old {
			_, err = w.verify(token, old)
			want(t, err, refusal.Invalid("code", ""), "the old code")
		}
		row, err := w.verify(token, w.code(token))
		w.must(err, "the new code")
		if signups.StepOf(row) != signups.StepProfile || row.CodeSealed != nil || signups.ResendAfter(row) != nil {
			t.Errorf("after the code: %+v", row)
		}
		sent := len(w.post.sent)
		w.Later(time.Minute)
		if _, err := w.signUps.ResendCode(t.Context(), token); err != nil || len(w.post.sent) != sent {
			t.Errorf("a code for a proven address: %v, %d mails", err, len(w.post.sent)-sent)
		}
		if again, err := w.verify(token, "000000"); err != nil || again.EmailProvenAt == nil { // a double click
			t.Errorf("prove it again: %v", err)
		}
	})
}

func TestASignUpIsSentFiveCodes(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		token := w.mustStart("eva@home.example")
		for range 4 {
			w.Later(time.Hour)
			_, err := w.signUps.ResendCode(t.Context(), token)
			w.must(err, "another code")
		}
		w.Later(time.Hour)
		_, err := w.signUps.ResendCode(t.Context(), token)
		want(t, err, refusal.RateLimited(0), "the sixth code")
		if signups.ResendAfter(w.row("eva@home.example")) != nil {
			t.Error("a sixth code is promised")
		}
	})
}

func TestAThousandCodesAtOnceAreFive(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		token := w.mustStart("eva@home.example")
		right := w.code(token)
		var group sync.WaitGroup
		var proven atomic.Int32
		for n := range 60 {
			code, from := w.wrong(token), identity.Device{RemoteAddress: fmt.Sprintf("198.51.100.%d", n)}
			group.Go(func() {
				if _, err := w.signUps.VerifyEmail(t.Context(), token, code, from); err == nil {
					proven.Add(1)
				}
			})
		}
		group.Wait()
		if row := w.row("eva@home.example"); row.Tries != 5 || proven.Load() != 0 {
			t.Errorf("%d tries were counted, %d proved the address", row.Tries, proven.Load())
		}
		_, err := w.verify(token, right)
		want(t, err, refusal.Invalid("code", ""), "the right code after them")
	})
}

func TestGuessingCodesIsSlowedDownWhosoeverTheyAre(t *testing.T) {
	w := newWorld(t, databasetest.SQLite(t))
	tokens := []string{}
	for n := range 12 {
		tokens = append(tokens, w.mustStart(fmt.Sprintf("guest%d@home.example", n)))
	}
	var last error
	for n := range 60 {
		_, last = w.verify(tokens[n/5], w.wrong(tokens[n/5]))
	}
	want(t, last, refusal.RateLimited(0), "the 60th guess from one address")
}

func TestTwoWhoAreSentACodeAtOnceAreSentOne(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		token := w.mustStart("eva@home.example")
		w.Later(time.Minute)
		var group sync.WaitGroup
		var sent atomic.Int32
		for range 8 {
			group.Go(func() {
				if _, err := w.signUps.ResendCode(t.Context(), token); err == nil {
					sent.Add(1)
				}
			})
		}
		group.Wait()
		if row := w.row("eva@home.example"); sent.Load() != 1 || row.CodeCount != 2 {
			t.Errorf("%d calls sent a code, %d codes in all", sent.Load(), row.CodeCount)
		}
	})
}

func TestEachStepWaitsForTheOneBefore(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		token := w.mustStart("eva@home.example")
		ctx := t.Context()
		acts := []struct {
			name string
			step signups.Step
			do   func() error
		}{
			{"tell names", signups.StepProfile, func() error { return errOf(w.profile(token)) }},
			{"tell the phone number", signups.StepContact, func() error { return errOf(w.signUps.TellContact(ctx, token, phone)) }},
			{"set an app up", signups.StepSecondFactor, func() error { return errOf(w.signUps.StartAuthenticator(ctx, token)) }},
			{"begin a passkey", signups.StepSecondFactor, func() error { return errOf(w.signUps.StartPasskey(ctx, token)) }},
			{"confirm an app", signups.StepSecondFactor, func() error { return errOf(w.confirm(token)) }},
			{"confirm a passkey", signups.StepSecondFactor, func() error {
				_, err := w.signUps.ConfirmPasskey(ctx, token, []byte(`"mine"`), "Laptop", home)
				return err
			}},
		}
		refuse := func(open signups.Step) {
			t.Helper()
			for _, act := range acts {
				if act.step > open {
					want(t, act.do(), refusal.Conflict(""), fmt.Sprintf("%s at step %d", act.name, open))
				}
			}
			if found, err := w.signUps.Find(ctx, token); err != nil || signups.StepOf(found) != open {
				t.Errorf("the open step is %v, %v; want %d", found, err, open)
			}
		}
		refuse(signups.StepEmailCode)
		w.must(errOf(w.verify(token, w.code(token))), "prove the address")
		refuse(signups.StepProfile)
		w.must(acts[0].do(), "tell names")
		refuse(signups.StepContact)
		w.must(acts[1].do(), "tell the phone number")
		want(t, acts[4].do(), refusal.Conflict(""), "confirm an app that was never set up")
		want(t, acts[5].do(), refusal.Conflict(""), "confirm a passkey that was never begun")
		w.must(acts[0].do(), "tell other names") // repeated
		refuse(signups.StepSecondFactor)
	})
}

func errOf[T any](_ T, err error) error { return err }
