package notify_test

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-message/mail"

	"latchkey/ent"
	"latchkey/ent/accessevent"
	"latchkey/ent/challenge"
	"latchkey/ent/signup"
	"latchkey/ent/user"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/nodeid"
	"latchkey/server/notify"
	"latchkey/server/permission"
	"latchkey/server/seal"
	"latchkey/server/sharing/sharingtest"
	"latchkey/server/viewer"
)

const code = "012345"

// office is a courier in a small world; what it sends stays here.
type office struct {
	*sharingtest.World
	*notify.Courier
	ctx context.Context
	log bytes.Buffer
	out []sent
}

type sent struct{ to, subject, text string }

func (o *office) Send(_ context.Context, _ string, to []string, raw []byte) error {
	reader, err := mail.CreateReader(bytes.NewReader(raw))
	if err != nil {
		return err
	}
	part, err := reader.NextPart()
	if err != nil {
		return err
	}
	text, err := io.ReadAll(part.Body)
	subject, _ := reader.Header.Subject()
	o.out = append(o.out, sent{to[0], subject, string(text)})
	return err
}

func each(t *testing.T, body func(t *testing.T, o *office)) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		box, err := seal.NewBox([]byte(strings.Repeat("k", 32)))
		if err != nil {
			t.Fatal(err)
		}
		w := sharingtest.New(t, s)
		o := &office{World: w, ctx: viewer.System(t.Context())}
		o.Courier = &notify.Courier{
			From: "latchkey@acme.example", PublicURL: "https://mail.acme.example", Store: s, Box: box, Letters: w.Sharing,
			Sender: o, Clock: s.Clock(), Log: slog.New(slog.NewTextHandler(&o.log, nil)),
			Locate: func(string) (city, country string) { return "Genève", "CH" },
		}
		body(t, o)
		if strings.Contains(o.log.String(), code) {
			t.Errorf("a code is in the log: %s", o.log.String())
		}
	})
}

// want holds that just one mail was sent since the last call, to whom and with what in it.
func (o *office) want(t *testing.T, err error, to, subject string, in ...string) {
	t.Helper()
	if err != nil || len(o.out) != 1 || o.out[0].to != to || o.out[0].subject != subject {
		t.Fatalf("sent %v, %v; want %q to %s", o.out, err, subject, to)
	}
	for _, text := range in {
		if !strings.Contains(o.out[0].text, text) {
			t.Errorf("%q is not said in\n%s", text, o.out[0].text)
		}
	}
	o.out = nil
}

func (o *office) wantNone(t *testing.T, err error, why string) {
	t.Helper()
	if err != nil || len(o.out) != 0 || !strings.Contains(o.log.String(), why) || !strings.Contains(o.log.String(), "level=INFO") {
		t.Errorf("sent %v, %v, logged %q; want nothing, because %s", o.out, err, o.log.String(), why)
	}
	o.out = nil
	o.log.Reset()
}

func (o *office) signUp(email string) *ent.SignUp {
	inv, _ := o.Anna.MustInvite(o.Info, permission.Reader.Set())
	row := o.World.Store.Client().SignUp.Create().SetTokenHash(seal.NewToken().Hash()).SetInvitationID(inv.ID).SetEmail(email).
		SetLanguage(signup.LanguageFR).SetCodeSentAt(o.World.Now()).SetCreatedAt(o.World.Now()).SetExpiresAt(*o.In(24 * time.Hour)).SaveX(o.ctx)
	return row.Update().SetCodeSealed(o.Box.Seal([]byte(code), "sign_ups.code_sealed "+row.ID.String())).SaveX(o.ctx)
}

func TestASignUpCodeIsSentWhileItWorks(t *testing.T) {
	each(t, func(t *testing.T, o *office) {
		row := o.signUp("paul@other.example")
		send := func() error { return o.SendSignUpCode(t.Context(), row.ID, row.CodeSentAt) }
		o.want(t, send(), "paul@other.example", "012 345 est votre code Latchkey", "Anna vous invite à utiliser info@acme.example", "012 345")
		o.wantNone(t, o.SendSignUpCode(t.Context(), row.ID, row.CodeSentAt.Add(-time.Minute)), "newer code")
		o.Later(10*time.Minute - time.Second)
		o.want(t, send(), "paul@other.example", "012 345 est votre code Latchkey")
		o.Later(time.Second)
		o.wantNone(t, send(), "time of the code is over")
		row = row.Update().SetCodeSentAt(o.World.Now()).SetEmailProvenAt(o.World.Now()).SaveX(o.ctx)
		o.wantNone(t, send(), "proven")
		o.World.Store.Client().SignUp.DeleteOne(row).ExecX(o.ctx)
		o.wantNone(t, send(), "sign-up is over")
	})
}

func TestWhoHasAnAccountIsToldSoInsteadOfACode(t *testing.T) {
	each(t, func(t *testing.T, o *office) {
		row := o.signUp("chloe@studio.example")
		o.Chloe.User.Update().SetLanguage(user.LanguageDE).ExecX(o.ctx)
		err := o.SendSignUpCode(t.Context(), row.ID, row.CodeSentAt)
		if len(o.out) == 1 && strings.Contains(o.out[0].text, "012") {
			t.Error("the mail holds a code")
		}
		o.want(t, err, "chloe@studio.example", "Sie haben schon ein Konto bei Latchkey", "https://mail.acme.example/sign-in", "chloe@studio.example")
	})
}

func TestAResetCodeGoesToItsUserWhileItWorks(t *testing.T) {
	each(t, func(t *testing.T, o *office) {
		begin := func(of *sharingtest.Person) *ent.Challenge {
			create := o.World.Store.Client().Challenge.Create().SetTokenHash(seal.NewToken().Hash()).SetKind(challenge.KindPASSWORD_RESET).
				SetEmail("x@other.example").SetLanguage(challenge.LanguageIT).SetCreatedAt(o.World.Now()).SetExpiresAt(*o.In(10 * time.Minute))
			if of != nil {
				create.SetUserID(of.User.ID)
			}
			row := create.SaveX(o.ctx)
			return row.Update().SetCodeSealed(o.Box.Seal([]byte(code), "challenges.code_sealed "+row.ID.String())).SaveX(o.ctx)
		}
		row := begin(o.Chloe)
		o.want(t, o.SendResetCode(t.Context(), row.ID), "chloe@studio.example", "012 345 è il Suo codice per una nuova password", "012 345")
		if err := o.SendResetCode(t.Context(), begin(nil).ID); err != nil || len(o.out) > 0 || o.log.Len() > 0 {
			t.Errorf("nobody's address: sent %v, %v, logged %s", o.out, err, o.log.String())
		}
		row.Update().SetCodeProven(true).ExecX(o.ctx)
		o.wantNone(t, o.SendResetCode(t.Context(), row.ID), "proven")
		late := begin(o.Chloe)
		o.Later(10 * time.Minute)
		o.wantNone(t, o.SendResetCode(t.Context(), late.ID), "time of the code is over")
		o.wantNone(t, o.SendResetCode(t.Context(), nodeid.New(nodeid.Challenge)), "challenge is over")
	})
}

func TestANewSignInSaysWhichBrowserWhereAndWhen(t *testing.T) {
	each(t, func(t *testing.T, o *office) {
		begin := func(agent string) nodeid.ID {
			return o.World.Store.Client().Session.Create().SetUserID(o.Chloe.User.ID).SetTokenHash(seal.NewToken().Hash()).
				SetCreatedAt(time.Date(2026, 11, 23, 16, 4, 0, 0, time.UTC)).SetLastSeenAt(o.World.Now()).SetExpiresAt(*o.In(time.Hour)).
				SetUserAgent(agent).SetRemoteAddress("203.0.113.7").SaveX(o.ctx).ID
		}
		firefox := "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
		o.want(t, o.SendNewSignIn(t.Context(), begin(firefox)), "chloe@studio.example", "New sign-in: Firefox on Linux",
			"Genève, Switzerland", "203.0.113.7", "23 November 2026, 16:04 (UTC)", "https://mail.acme.example/account/security")
		o.want(t, o.SendNewSignIn(t.Context(), begin("Call +1 555 0100 or visit evil.example/now to keep your account")),
			"chloe@studio.example", "New sign-in to your account")
		session := begin(firefox)
		o.Chloe.User.Update().SetDeletedAt(o.World.Now()).ExecX(o.ctx)
		o.wantNone(t, o.SendNewSignIn(t.Context(), session), "account is gone")
	})
}

func TestSecurityNoticesSayWhatIsLeft(t *testing.T) {
	each(t, func(t *testing.T, o *office) {
		at := time.Date(2026, 11, 23, 16, 4, 0, 0, time.UTC)
		for n := range 3 {
			o.World.Store.Client().RecoveryCode.Create().SetUserID(o.Chloe.User.ID).SetCodeHash([]byte{byte(n)}).SetCreatedAt(at).ExecX(o.ctx)
		}
		notice := func(what string) error { return o.SendSecurityNotice(t.Context(), o.Chloe.User.ID, what, at) }
		o.want(t, notice(notify.RecoveryCodeUsed), "chloe@studio.example", "A recovery code was used for your account", "3 are left")
		o.want(t, notice(notify.SecondFactorRemoved), "chloe@studio.example", "A second factor was removed from your account", "has none any more")
		o.want(t, notice(notify.PasswordChanged), "chloe@studio.example", "Your password was changed", "It was not you?")
		if err := notice("something"); err == nil {
			t.Error("there is a mail for something")
		}
	})
}

func TestChangedAccessIsToldByItsLastWord(t *testing.T) {
	each(t, func(t *testing.T, o *office) {
		tell := func(p *sharingtest.Person, sequence int64) error {
			return o.SendAccessChanged(t.Context(), p.User.ID, sequence)
		}
		given := o.Anna.MustGive(o.Ben, o.Info, permission.Reader.Set())
		o.want(t, tell(o.Ben, 1), "ben@acme.example", "You can now use info@acme.example",
			"Anna has given you access", "You can read its mail.", "Not: ", "https://mail.acme.example/mail/info@acme.example")
		if _, err := o.Sharing.RevokeGrant(o.Anna.Context(), given.ID); err != nil {
			t.Fatal(err)
		}
		o.wantNone(t, tell(o.Ben, 1), "another event tells it")
		o.want(t, tell(o.Ben, 2), "ben@acme.example", "Your access to info@acme.example has ended", "Anna has ended it.")

		_, token := o.Anna.MustInvite(o.Info, permission.Reader.Set())
		o.Chloe.MustAccept(token, o.Studio)
		o.wantNone(t, tell(o.Chloe, 1), "accepted it themselves")
		o.wantNone(t, tell(o.Chloe, 9), "event is gone")
	})
}

func TestLosingASecondFactorIsToldOnceForAllMailboxes(t *testing.T) {
	each(t, func(t *testing.T, o *office) {
		write := func(sequence int64, kind accessevent.Kind, box *ent.Mailbox, can permission.Set, at time.Time) {
			o.World.Store.Client().AccessEvent.Create().SetUserID(o.Chloe.User.ID).SetSequence(sequence).SetKind(kind).
				SetReason(accessevent.ReasonSECOND_FACTOR).SetMailboxID(box.ID).SetAddress(box.Address).SetPermissions(can).SetAt(at).ExecX(o.ctx)
		}
		now := o.Now()
		write(1, accessevent.KindREVOKED, o.Info, 0, now)
		write(2, accessevent.KindREVOKED, o.Support, 0, now)
		o.want(t, o.SendAccessChanged(t.Context(), o.Chloe.User.ID, 1), "chloe@studio.example",
			"A second factor is needed for info@acme.example and support@acme.example", "https://mail.acme.example/account/security")
		o.wantNone(t, o.SendAccessChanged(t.Context(), o.Chloe.User.ID, 2), "another event tells it")
		write(3, accessevent.KindGRANTED, o.Info, permission.Reader.Set(), now.Add(time.Minute))
		write(4, accessevent.KindGRANTED, o.Support, permission.Reader.Set(), now.Add(time.Minute))
		o.want(t, o.SendAccessChanged(t.Context(), o.Chloe.User.ID, 3), "chloe@studio.example", "You can use info@acme.example and support@acme.example again")
		o.wantNone(t, o.SendAccessChanged(t.Context(), o.Chloe.User.ID, 1), "another event tells it")
		write(5, accessevent.KindREVOKED, o.Info, 0, now.Add(time.Hour))
		o.want(t, o.SendAccessChanged(t.Context(), o.Chloe.User.ID, 3), "chloe@studio.example", "You can use support@acme.example again")
	})
}

func TestTheInviterLearnsWhoAccepted(t *testing.T) {
	each(t, func(t *testing.T, o *office) {
		inv, token := o.Anna.MustInvite(o.Info, permission.Reader.Set())
		o.wantNone(t, o.SendInvitationAccepted(t.Context(), inv.ID), "not accepted")
		grant := o.Chloe.MustAccept(token, o.Studio)
		o.Anna.User.Update().SetLanguage(user.LanguageES).SetTimeZone("Europe/Madrid").ExecX(o.ctx)
		o.want(t, o.SendInvitationAccepted(t.Context(), inv.ID), "anna@acme.example", "Chloé Martin ya puede usar info@acme.example",
			"chloe@studio.example", "Esta persona puede leer su correo.",
			"/manager/"+o.Acme.ID.String()+"/"+o.Info.MailServiceID.String()+"/info@acme.example")
		if _, err := o.Sharing.RevokeGrant(o.Anna.Context(), grant.ID); err != nil {
			t.Fatal(err)
		}
		o.wantNone(t, o.SendInvitationAccepted(t.Context(), inv.ID), "ended meanwhile")
	})
}
