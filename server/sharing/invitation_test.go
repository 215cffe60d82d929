package sharing_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"latchkey/ent/invitation"
	"latchkey/ent/member"
	"latchkey/server/permission"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/sharing"
	"latchkey/server/sharing/sharingtest"
)

func TestAGuestAcceptsAndIsToldAtOnce(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		inv, link, err := w.Sharing.CreateInvitation(w.Anna.Context(), w.Info.ID, sharing.Offer{Terms: granted(sharer)})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(link, "http://localhost:8080/iw/") || len(sharingtest.Token(link)) != 43 {
			t.Error("the link is not a token of 256 bits at the public address")
		}
		if strings.Contains(string(inv.TokenSealed), sharingtest.Token(link)) {
			t.Error("the token is kept readable")
		}
		g := w.Chloe.MustAccept(sharingtest.Token(link), w.Studio)
		if g.OrganizationID != w.Studio.ID || *g.GiverID != w.Anna.User.ID || w.Chloe.May(w.Info) != sharer {
			t.Errorf("the grant is %v", g)
		}
		wantTold(t, w.Chloe, "GRANTED")
		if got, want := w.Actions(), []string{"invitation.created", "invitation.accepted", "grant.given"}; !slices.Equal(got, want) {
			t.Errorf("audited %v, want %v", got, want)
		}
		_, err = w.Chloe.Accepts(sharingtest.Token(link), w.Studio.ID)
		wantRefusal(t, "again, by herself", err, refusal.AlreadyYours())
		_, err = w.Ben.Accepts(sharingtest.Token(link), "")
		wantRefusal(t, "again, by another", err, refusal.InvitationInvalid())
	})
}

func TestABadLinkSaysNothing(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		_, withdrawn := w.Anna.MustInvite(w.Info, reader)
		inv, _ := w.Anna.MustInvite(w.Info, reader)
		for range 2 { // repeating is no error
			if _, err := w.Sharing.DeleteInvitation(w.Anna.Context(), inv.ID); err != nil {
				t.Fatal(err)
			}
		}
		_, declined := w.Anna.MustInvite(w.Info, reader)
		if err := w.Sharing.Decline(w.Chloe.WithoutStepUp(), declined); err != nil {
			t.Fatal(err)
		}
		w.Later(31 * 24 * time.Hour)
		for what, token := range map[string]string{
			"expired": withdrawn, "declined": declined, "unknown": seal.NewToken().Reveal(),
			"empty": "", "garbage": "%00'; --", "too long": strings.Repeat("A", 5000),
		} {
			_, err := w.Chloe.Accepts(token, w.Studio.ID)
			wantRefusal(t, what+", accepted", err, refusal.InvitationInvalid())
			_, err = w.Sharing.Preview(t.Context(), token)
			wantRefusal(t, what+", looked at", err, refusal.InvitationInvalid())
			wantRefusal(t, what+", declined", w.Sharing.Decline(w.Chloe.WithoutStepUp(), token), refusal.InvitationInvalid())
		}
	})
}

func TestWhoItWasMeantForLearnsWhatBecameOfIt(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		inv, token, err := w.Anna.Invites(w.Info, sharing.Offer{Terms: granted(reader), Email: "Chloe@Studio.example"})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Sharing.DeleteInvitation(w.Anna.Context(), inv.ID); err != nil {
			t.Fatal(err)
		}
		p, err := w.Sharing.Preview(w.Chloe.WithoutStepUp(), token)
		if err != nil || p.State != sharing.State(invitation.ClosedAsWITHDRAWN) || !errors.Is(p.Refused, refusal.InvitationInvalid()) {
			t.Errorf("Chloé sees %v, %v", p, err)
		}
		_, err = w.Sharing.Preview(w.Ben.WithoutStepUp(), token)
		wantRefusal(t, "Ben looks", err, refusal.InvitationInvalid())
	})
}

func TestAPreviewShowsWhatAcceptingGives(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		_, token := w.Anna.MustInvite(w.Info, sharer)
		p, err := w.Sharing.Preview(t.Context(), token)
		if err != nil || p.SignedIn || p.Terms.Permissions != sharer || p.Invitation.Edges.Inviter.Name != "Anna" ||
			p.Invitation.Edges.Mailbox.Edges.Organization.Name != "Acme" {
			t.Fatalf("a stranger sees %v, %v", p, err)
		}
		p, err = w.Sharing.Preview(w.Chloe.WithoutStepUp(), token)
		if err != nil || p.Refused != nil || len(p.Memberships) != 2 || p.Members[w.Studio.ID] != 1 ||
			p.Memberships[0].Edges.Organization.Name != "Atelier" {
			t.Fatalf("Chloé sees %v, %v", p, err)
		}
		p, err = w.Sharing.Preview(w.Anna.WithoutStepUp(), token)
		if err != nil || !p.HasAccess || !errors.Is(p.Refused, refusal.AlreadyYours()) {
			t.Errorf("Anna sees %v, %v", p, err)
		}
	})
}

func TestABoundInvitationIsForOnePersonOnly(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		_, _, err := w.Anna.Invites(w.Info, sharing.Offer{Terms: granted(reader), Bound: true})
		wantRefusal(t, "to nobody", err, refusal.Invalid("email", ""))
		_, token, err := w.Anna.Invites(w.Info, sharing.Offer{Terms: granted(reader), Email: "chloe@studio.example", Bound: true})
		if err != nil {
			t.Fatal(err)
		}
		_, err = w.Ben.Accepts(token, "")
		wantRefusal(t, "Ben accepts", err, refusal.InvitationForAnotherAddress())
		wantRefusal(t, "Ben declines", w.Sharing.Decline(w.Ben.Context(), token), refusal.InvitationForAnotherAddress())
		p, err := w.Sharing.Preview(w.Ben.WithoutStepUp(), token)
		if err != nil || !errors.Is(p.Refused, refusal.InvitationForAnotherAddress()) {
			t.Errorf("Ben sees %v, %v", p, err)
		}
		w.Chloe.MustAccept(token, w.Studio)
	})
}

func TestAnAddressStandsInTheTableOnce(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		w.Anna.MustGive(w.Ben, w.Info, reader)
		invite := func(email string) error {
			_, _, err := w.Anna.Invites(w.Info, sharing.Offer{Terms: granted(reader), Email: email})
			return err
		}
		wantRefusal(t, "a member with access", invite("ben@acme.example"), refusal.AlreadyYours())
		wantRefusal(t, "an owner", invite("ANNA@acme.example"), refusal.AlreadyYours())
		if err := invite("paul@other.example"); err != nil {
			t.Fatal(err)
		}
		wantRefusal(t, "somebody invited", invite("Paul@Other.Example"), refusal.Conflict(""))
		wantRefusal(t, "no address", invite("paul"), refusal.Invalid("email", ""))
		w.Later(31 * 24 * time.Hour)
		if err := invite("paul@other.example"); err != nil {
			t.Errorf("after the first expired: %v", err)
		}
	})
}

func TestTheOrganizationIsOneOfTheGuests(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		_, token := w.Anna.MustInvite(w.Info, reader)
		_, err := w.Chloe.Accepts(token, "")
		wantRefusal(t, "none chosen of two", err, refusal.Invalid("organization", ""))
		_, err = w.Chloe.Accepts(token, w.Acme.ID)
		wantRefusal(t, "another's", err, refusal.NotAMember(""))
		g, err := w.Newcomer("Paul", "paul@other.example").Accepts(token, "")
		if err != nil || g.OrganizationID == "" {
			t.Errorf("the only one: %v", err)
		}
	})
}

func TestAnInvitationGivesNoMoreThanItsInviterHolds(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		full := permission.Of(permission.Read, permission.Organize, permission.Delete, permission.Share)
		g := w.Anna.MustGive(w.Ben, w.Info, full)
		_, lowered := w.Ben.MustInvite(w.Info, full)
		_, orphaned := w.Ben.MustInvite(w.Info, reader)
		end := w.In(time.Hour)
		if _, err := w.Sharing.UpdateGrant(w.Anna.Context(), g.ID, sharing.Change{Permissions: &sharer, End: &sharing.End{At: end}}); err != nil {
			t.Fatal(err)
		}
		given := w.Chloe.MustAccept(lowered, w.Studio)
		if given.Permissions != sharer || given.ExpiresAt == nil || !given.ExpiresAt.Equal(end.Truncate(time.Microsecond)) {
			t.Errorf("got %v until %v, want %v until %v", given.Permissions, given.ExpiresAt, sharer, end)
		}
		if _, err := w.Sharing.RevokeGrant(w.Anna.Context(), g.ID); err != nil {
			t.Fatal(err)
		}
		_, err := w.Newcomer("Paul", "paul@other.example").Accepts(orphaned, "")
		wantRefusal(t, "of somebody who lost the access", err, refusal.InvitationInvalid())
		_, err = w.Sharing.Preview(t.Context(), orphaned)
		wantRefusal(t, "and looked at", err, refusal.InvitationInvalid())
	})
}

func TestWhoRaisesAnInvitationAnswersForIt(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		w.Anna.MustGive(w.Ben, w.Info, sharer)
		inv, token := w.Ben.MustInvite(w.Info, reader)
		all := permission.All
		_, err := w.Sharing.UpdateInvitation(w.Ben.Context(), inv.ID, sharing.Change{Permissions: &all}, nil)
		wantRefusal(t, "beyond what Ben holds", err, refusal.PermissionExceedsOwn())
		raised, err := w.Sharing.UpdateInvitation(w.Anna.Context(), inv.ID, sharing.Change{Permissions: &all}, w.In(time.Hour))
		if err != nil || raised.InviterID != w.Anna.User.ID {
			t.Fatalf("raised: %v, %v", raised, err)
		}
		_, err = w.Sharing.DeleteInvitation(w.Ben.Context(), inv.ID)
		wantRefusal(t, "Ben withdraws what is beyond him", err, refusal.Forbidden(""))
		if g := w.Chloe.MustAccept(token, w.Studio); g.Permissions != all {
			t.Errorf("got %v", g.Permissions)
		}
		_, err = w.Sharing.UpdateInvitation(w.Anna.Context(), inv.ID, sharing.Change{}, nil)
		wantRefusal(t, "changed after it was accepted", err, refusal.InvitationInvalid())
	})
}

func TestAnInvitationIsSentOnceAMinute(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		inv, token := w.Anna.MustInvite(w.Info, reader)
		send := func(email, note string) error {
			_, err := w.Sharing.SendInvitation(w.Anna.Context(), inv.ID, sharing.Sending{Email: email, Language: invitation.LanguageFR, Note: note})
			return err
		}
		wantRefusal(t, "a long note", send("paul@other.example", strings.Repeat("é", 1001)), refusal.Invalid("note", ""))
		wantRefusal(t, "no address", send("", ""), refusal.Invalid("email", ""))
		if err := send("paul@other.example", strings.Repeat("é", 1000)); err != nil {
			t.Fatal(err)
		}
		w.Later(20 * time.Second)
		refused, ok := refusal.As(send("paul@other.example", ""))
		if !ok || refused.Code != refusal.CodeRateLimited || refused.RetryAfter < 38*time.Second || refused.RetryAfter > 40*time.Second {
			t.Errorf("after 20 s: got %v, want to wait 40 s", refused)
		}
		w.Later(40 * time.Second)
		if err := send("paul@other.example", ""); err != nil {
			t.Errorf("after a minute: %v", err)
		}
		if queued := w.Post.Queued(); len(queued) != 2 || queued[0] != inv.ID {
			t.Errorf("queued %v", queued)
		}
		letter, link, err := w.Sharing.Letter(t.Context(), inv.ID)
		if err != nil || sharingtest.Token(link) != token || letter.Edges.Mailbox.Edges.Organization.Name != "Acme" {
			t.Errorf("the letter: %v, %v", letter, err)
		}
		w.Chloe.MustAccept(token, w.Studio)
		_, _, err = w.Sharing.Letter(t.Context(), inv.ID)
		wantRefusal(t, "a letter of what is closed", err, refusal.InvitationInvalid())
	})
}

func TestInvitationsAreNotMadeByTheThousand(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		for range 100 {
			w.Anna.MustInvite(w.Info, reader)
		}
		_, _, err := w.Anna.Invites(w.Info, sharing.Offer{Terms: granted(reader)})
		wantRefusal(t, "one more", err, refusal.RateLimited(0))
		w.Later(time.Hour)
		w.Anna.MustInvite(w.Info, reader)
	})
}

func TestALoginIdentifierIsNotOffered(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		_, _, err := w.Anna.Invites(w.AnnasOwn, sharing.Offer{Terms: granted(reader)})
		wantRefusal(t, "an owner's own", err, refusal.AddressIsLoginIdentifier(""))
		w.Joins(w.Chloe, w.Acme, member.RoleADMIN)
		_, _, err = w.Chloe.Invites(w.AnnasOwn, sharing.Offer{Terms: granted(reader)})
		wantRefusal(t, "another's", err, refusal.AddressIsLoginIdentifier(""))
	})
}
