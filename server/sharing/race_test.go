package sharing_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"latchkey/ent/invitation"
	"latchkey/ent/member"
	"latchkey/server/addressclaim"
	"latchkey/server/database"
	"latchkey/server/refusal"
	"latchkey/server/sharing"
	"latchkey/server/sharing/sharingtest"
	"latchkey/server/topic"
	"latchkey/server/viewer"
)

// race runs these at the same time.
func race(acts ...func()) {
	var group sync.WaitGroup
	start := make(chan struct{})
	for _, act := range acts {
		group.Go(func() { <-start; act() })
	}
	close(start)
	group.Wait()
}

func TestAnInvitationIsAcceptedOnce(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		_, token := w.Anna.MustInvite(w.Info, reader)
		var won atomic.Int64
		acts := make([]func(), 50)
		for i := range acts {
			guest := w.Newcomer(fmt.Sprintf("Guest %d", i), fmt.Sprintf("guest%d@other.example", i))
			acts[i] = func() {
				switch _, err := guest.Accepts(token, ""); {
				case err == nil:
					won.Add(1)
				case !errors.Is(err, refusal.InvitationInvalid()):
					t.Errorf("%s: %v", guest.User.Name, err)
				}
			}
		}
		race(acts...)
		if n := len(w.LiveGrants(w.Info)); won.Load() != 1 || n != 1 {
			t.Errorf("%d accepted, %d grants; want 1", won.Load(), n)
		}
	})
}

func TestAcceptingWithdrawingAndExpiringMeetOnce(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		for round := range 10 {
			guest := w.Newcomer(fmt.Sprintf("Guest %d", round), fmt.Sprintf("guest%d@other.example", round))
			inv, token, err := w.Anna.Invites(w.Info, sharing.Offer{Terms: granted(reader), LinkEndsAt: w.In(time.Minute)})
			if err != nil {
				t.Fatal(err)
			}
			anna := w.Anna.Context()
			var accepted, declined, withdrawn error
			race(
				func() { _, accepted = guest.Accepts(token, "") },
				func() { declined = w.Sharing.Decline(guest.WithoutStepUp(), token) },
				func() { _, withdrawn = w.Sharing.DeleteInvitation(anna, inv.ID) },
				func() { w.Later(time.Minute) },
				func() {
					if err := w.Sharing.ExpireDue(t.Context()); err != nil {
						t.Errorf("expire: %v", err)
					}
				},
			)
			if withdrawn != nil && !errors.Is(withdrawn, refusal.StepUpRequired()) {
				t.Errorf("withdraw: %v", withdrawn)
			}
			closed, err := w.Store.Client().Invitation.Get(viewer.System(t.Context()), inv.ID)
			if err != nil {
				t.Fatal(err)
			}
			is := func(as invitation.ClosedAs) bool { return closed.ClosedAs != nil && *closed.ClosedAs == as }
			if (accepted == nil) != is(invitation.ClosedAsACCEPTED) || (declined == nil) != is(invitation.ClosedAsDECLINED) {
				t.Errorf("accepted %v, declined %v, closed as %v", accepted, declined, closed.ClosedAs)
			}
			if has := guest.May(w.Info) == reader; has != (accepted == nil) {
				t.Errorf("accepted %v, but has access: %v", accepted, has)
			}
		}
	})
}

func TestARevokedGrantIsNotRaised(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		for range 10 {
			g := w.Anna.MustGive(w.Ben, w.Info, reader)
			anna := w.Anna.Context()
			race(
				func() {
					_, err := w.Sharing.UpdateGrant(anna, g.ID, sharing.Change{Permissions: &sharer})
					if err != nil && !errors.Is(err, refusal.NotFound()) {
						t.Errorf("update: %v", err)
					}
				},
				func() {
					if _, err := w.Sharing.RevokeGrant(anna, g.ID); err != nil {
						t.Errorf("revoke: %v", err)
					}
				},
			)
			if !w.Ben.May(w.Info).Empty() {
				t.Fatal("the access came back")
			}
			if told := w.Ben.Told(); told[len(told)-1] != "REVOKED" {
				t.Fatalf("Ben was told %v", told)
			}
		}
	})
}

func TestAnAddressIsSharedOrALoginIdentifierNeverBoth(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		for round := range 10 {
			address := fmt.Sprintf("team%d@acme.example", round)
			m := w.Mailbox(address)
			var shared, offered, signedUp error
			race(
				func() { _, shared = w.Anna.Gives(w.Ben, m, granted(reader)) },
				func() { _, _, offered = w.Anna.Invites(m, sharing.Offer{Terms: granted(reader)}) },
				func() {
					signedUp = database.Write(viewer.System(t.Context()), w.Store, func(ctx context.Context, tx *database.Tx) error {
						claim, err := addressclaim.Login(ctx, tx, address)
						if err != nil {
							return err
						}
						return tx.User.Create().SetName("New").SetEmail(address).SetClaimID(claim).
							SetPasswordHash("none").SetCreatedAt(w.Now()).Exec(ctx)
					})
				},
			)
			for what, err := range map[string]error{"grant": shared, "invite": offered} {
				if err != nil && !errors.Is(err, refusal.AddressIsLoginIdentifier("")) {
					t.Errorf("%s: %v", what, err)
				}
			}
			if signedUp != nil && !errors.Is(signedUp, refusal.AddressIsShared("")) {
				t.Errorf("sign up: %v", signedUp)
			}
			if isLogin := signedUp == nil; isLogin == (shared == nil) || isLogin == (offered == nil) {
				t.Errorf("granted: %v, offered: %v, signed up: %v", shared, offered, signedUp)
			}
		}
	})
}

func TestSequencesHaveNoGapWhenMuchHappensAtOnce(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		acts := make([]func(), 20)
		for i := range acts {
			m := w.Mailbox(fmt.Sprintf("list%d@acme.example", i))
			acts[i] = func() {
				g, err := w.Anna.Gives(w.Ben, m, granted(reader))
				if err != nil {
					t.Errorf("give: %v", err)
					return
				}
				if _, err := w.Sharing.RevokeGrant(w.Anna.Context(), g.ID); err != nil {
					t.Errorf("revoke: %v", err)
				}
			}
		}
		race(acts...)
		if n := len(w.Ben.Told()); n != 40 {
			t.Errorf("Ben was told %d times, want 40", n)
		}
		head, err := w.Sharing.Head(t.Context(), w.Ben.User.ID)
		if err != nil || head != 40 || w.Hints.Head(topic.Access.Of(w.Ben.User.ID)) != 40 {
			t.Errorf("the head is %d, %v", head, err)
		}
	})
}

func TestAcceptingAndGrantingForOneUserMeetWithoutAGap(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		w.Joins(w.Ben, w.Studio, member.RoleMEMBER)
		var acts []func()
		for i := range 20 {
			given, offered := w.Mailbox(fmt.Sprintf("a%d@acme.example", i)), w.Mailbox(fmt.Sprintf("b%d@acme.example", i))
			_, token := w.Anna.MustInvite(offered, reader)
			acts = append(acts, func() {
				if _, err := w.Anna.Gives(w.Ben, given, granted(reader)); err != nil {
					t.Errorf("give: %v", err)
				}
			}, func() {
				if _, err := w.Ben.Accepts(token, w.Studio.ID); err != nil {
					t.Errorf("accept: %v", err)
				}
			})
		}
		race(acts...)
		if n := len(w.Ben.Told()); n != 40 {
			t.Errorf("Ben was told %d times, want 40", n)
		}
	})
}
