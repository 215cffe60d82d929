package signup_test

import (
	"testing"
	"time"

	"latchkey/ent/signup"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/permission"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/sharing"
	signups "latchkey/server/signup"
	"latchkey/server/viewer"
)

func TestASignUpNeedsAPendingInvitation(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		read := permission.Of(permission.Read)
		links := map[string]string{"never made": seal.NewToken().Reveal(), "garbage": "x", "empty": ""}
		withdrawn, token := w.Anna.MustInvite(w.Support, read)
		links["withdrawn"] = token
		_, err := w.Sharing.DeleteInvitation(w.Anna.Context(), withdrawn.ID)
		w.must(err, "withdraw")
		_, links["accepted"] = w.Anna.MustInvite(w.Support, read)
		w.Chloe.MustAccept(links["accepted"], w.Studio)
		_, links["too old"], err = w.Anna.Invites(w.Support, sharing.Offer{Terms: sharing.Terms{Permissions: read}, LinkEndsAt: w.In(time.Hour)})
		w.must(err, "invite")
		w.Later(2 * time.Hour)
		for name, link := range links {
			for _, email := range []string{"eva@home.example", "info@acme.example", "no address"} {
				_, _, err := w.startBy(link, email)
				want(t, err, refusal.InvitationInvalid(), "begin by an invitation that is "+name)
			}
		}
		if len(w.post.sent) > 0 {
			t.Error("a code was sent")
		}
	})
}

func TestWhatNobodyCanSignInWith(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.Anna.MustGive(w.Ben, w.Support, permission.Of(permission.Read))
		_, bound, err := w.Anna.Invites(w.Info, sharing.Offer{
			Terms: sharing.Terms{Permissions: permission.Of(permission.Read)}, Email: "Eva@Home.example", Bound: true,
		})
		w.must(err, "invite Eva only")
		for _, row := range []struct {
			sentence, link, email string
			refused               error
		}{
			{"the mailbox of the invitation itself", w.link, "info@acme.example", refusal.AddressIsShared("")},
			{"however it is written", w.link, " INFO@Acme.Example ", refusal.AddressIsShared("")},
			{"a sub-address of it", w.link, "info+eva@acme.example", refusal.AddressIsShared("")},
			{"another shared mailbox", w.link, "support@acme.example", refusal.AddressIsShared("")},
			{"a sub-address of another one", w.link, "support+eva@acme.example", refusal.AddressIsShared("")},
			{"no address", w.link, "eva", refusal.Invalid("email", "")},
			{"an address with a name", w.link, "Eva <eva@home.example>", refusal.Invalid("email", "")},
			{"another address than the invitation is bound to", bound, "ben@home.example", refusal.InvitationForAnotherAddress()},
			{"the address that it is bound to", bound, "EVA@home.example", nil},
			{"any other", w.link, "zoe@home.example", nil},
		} {
			_, _, err := w.startBy(row.link, row.email)
			want(t, err, row.refused, row.sentence)
		}
		if len(w.post.sent) != 2 {
			t.Errorf("%d codes were sent, want 2", len(w.post.sent))
		}
	})
}

func TestAnAddressThatSignsInGetsTheSameAnswer(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		statements, answers := map[string][2]int{}, map[string]string{}
		for _, email := range []string{"chloe@studio.example", "eva@home.example"} {
			ctx, begun := database.CountStatements(t.Context())
			token, row, err := w.signUps.Start(ctx, signups.Beginning{Invitation: w.link, Email: email, Language: "EN"}, home)
			w.must(err, "begin")
			if signups.StepOf(row) != signups.StepEmailCode || row.CodeSealed == nil {
				t.Errorf("%s begins with %+v", email, row)
			}
			ctx, answered := database.CountStatements(t.Context())
			_, err = w.signUps.VerifyEmail(ctx, token.Reveal(), w.wrong(token.Reveal()), home)
			statements[email], answers[email] = [2]int{begun(), answered()}, err.Error()
		}
		if statements["chloe@studio.example"] != statements["eva@home.example"] || answers["chloe@studio.example"] != answers["eva@home.example"] {
			t.Errorf("they are told apart by %v and %v", statements, answers)
		}
		token := w.mustStart("chloe@studio.example")
		_, err := w.verify(token, w.code(token))
		want(t, err, refusal.Invalid("code", ""), "the right guess for somebody who has an account")
		if len(w.post.sent) != 3 {
			t.Errorf("%d mails, want 3: what they say is decided later", len(w.post.sent))
		}
	})
}

func TestAnAddressIsSentFiveCodesAnHour(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		token := w.mustStart("eva@home.example")
		for range 2 {
			w.Later(time.Minute)
			_, err := w.signUps.ResendCode(t.Context(), token)
			w.must(err, "another code")
		}
		w.mustStart("eva@home.example")
		w.mustStart("eva@home.example")
		_, _, err := w.start("eva@home.example")
		refused, _ := refusal.As(err)
		if refused == nil || refused.Code != refusal.CodeRateLimited || refused.RetryAfter > time.Hour {
			t.Fatalf("the sixth code: got %v, want RATE_LIMITED", err)
		}
		w.Later(time.Minute)
		_, err = w.signUps.ResendCode(t.Context(), token)
		want(t, err, refusal.RateLimited(0), "the sixth code, of the first sign-up")
		w.mustStart("zoe@home.example")
		w.Later(refused.RetryAfter)
		w.mustStart("eva@home.example") // as told
	})
}

func TestALinkBeginsTwentySignUpsAnHour(t *testing.T) {
	w := newWorld(t, databasetest.SQLite(t))
	for n := range 20 {
		w.mustStart("guest" + string(rune('a'+n)) + "@home.example")
	}
	_, _, err := w.start("eva@home.example")
	want(t, err, refusal.RateLimited(0), "the 21st")
	w.Later(time.Hour)
	w.mustStart("eva@home.example")
}

func TestBeginningIsSlowedDown(t *testing.T) {
	w := newWorld(t, databasetest.SQLite(t))
	var last error
	for range 40 {
		_, _, last = w.startBy(seal.NewToken().Reveal(), "eva@home.example")
	}
	want(t, last, refusal.RateLimited(0), "the 40th guess at a link")
}

func TestASignUpIsKeptForADay(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		token := w.ready("eva@home.example")
		w.Later(signups.Lifetime - time.Minute)
		_, err := w.signUps.Find(t.Context(), token)
		w.must(err, "come back after nearly a day")
		w.must(w.signUps.Sweep(t.Context()), "sweep")
		w.Later(time.Minute)
		_, err = w.signUps.Find(t.Context(), token)
		want(t, err, refusal.NotFound(), "come back after a day")
		_, err = w.confirm(token)
		want(t, err, refusal.NotFound(), "finish after a day")
		w.must(w.signUps.Sweep(t.Context()), "sweep")
		if left := s.Client().SignUp.Query().CountX(viewer.System(t.Context())); left > 0 {
			t.Errorf("%d sign-ups are kept", left)
		}
	})
}

func TestASignUpIsFoundByItsTokenOnly(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		token := w.ready("eva@home.example")
		for _, other := range []string{"", "x", seal.NewToken().Reveal(), w.link} {
			_, err := w.signUps.Find(t.Context(), other)
			want(t, err, refusal.NotFound(), "find by another token")
		}
		row := s.Client().SignUp.Query().Where(signup.Email("eva@home.example")).OnlyX(viewer.System(t.Context()))
		if string(row.TokenHash) == token || row.PasswordHash == password || string(row.AuthenticatorSealed) == appSecret {
			t.Error("a secret is kept as it is")
		}
	})
}
