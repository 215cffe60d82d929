package account_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"latchkey/ent/invitation"
	"latchkey/ent/member"
	"latchkey/server/addressclaim"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/permission"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

func TestADeletedAccountLeavesANameAndNothingElse(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		set := permission.Manager.Set()
		_, link := w.Anna.MustInvite(w.Info, set)
		held := w.Chloe.MustAccept(link, w.Studio)
		offered, offer := w.Chloe.MustInvite(w.Info, permission.Reader.Set())
		ctx, elsewhere := w.signsIn(w.Chloe, laptop), w.signsIn(w.Chloe, laptop)

		if err := w.accounts.CanDelete(ctx); err != nil {
			t.Fatalf("may not: %v", err)
		}
		if err := w.accounts.Delete(ctx); err != nil {
			t.Fatal(err)
		}
		system := viewer.System(t.Context())
		left := s.Client().User.GetX(system, w.Chloe.User.ID)
		if left.Name != "Chloé Martin" || left.Email != left.ID.String() || left.PasswordHash != "" || left.DeletedAt == nil {
			t.Errorf("left: %+v", left)
		}
		if ended := s.Client().Grant.GetX(system, held.ID); ended.EndedAs == nil || *ended.EndedAs != "LEFT" || ended.OrganizationID != w.Acme.ID {
			t.Errorf("the grant: %+v", ended)
		}
		if closed := s.Client().Invitation.GetX(system, offered.ID); closed.ClosedAs == nil || *closed.ClosedAs != invitation.ClosedAsWITHDRAWN {
			t.Errorf("the offer: %+v", closed)
		}
		if got := w.Chloe.Told(); !slices.Equal(got, []string{"GRANTED", "LEFT"}) {
			t.Errorf("told %v", got)
		}
		for _, gone := range []string{w.Studio.Name, w.Atelier.Name} {
			if n := s.Client().Organization.Query().CountX(system); n != 1 {
				t.Errorf("%s is left: %d organizations", gone, n)
			}
		}
		if n := s.Client().Session.Query().CountX(system); n != 0 || len(w.ended) != 2 {
			t.Errorf("%d sessions are left, sockets of %v were closed", n, w.ended)
		}
		if n := s.Client().Member.Query().Where(member.UserID(left.ID)).CountX(system); n != 0 {
			t.Errorf("a member of %d organizations", n)
		}
		if _, err := w.Ben.Accepts(offer, ""); !errors.Is(err, refusal.InvitationInvalid()) {
			t.Errorf("the offer of somebody who is gone: %v", err)
		}
		if err := w.accounts.Delete(elsewhere); !errors.Is(err, refusal.Unauthenticated()) {
			t.Errorf("a second time: %v", err)
		}
		want := []string{"grant.left", "invitation.withdrawn", "organization.deleted", "organization.deleted", "account.deleted"}
		if got := w.Actions(); !slices.Equal(got[len(got)-5:], want) {
			t.Errorf("audit log: %v, want %v at its end", got, want)
		}
		again := w.Newcomer("Chloé Martin", "chloe@studio.example")
		if again.User.ID == left.ID {
			t.Error("the address came back with the old account")
		}
	})
}

func TestAnAddressIsFreeOnceItsAccountIsDeleted(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		if err := w.accounts.Delete(w.signsIn(w.Chloe, laptop)); err != nil {
			t.Fatal(err)
		}
		err := database.Write(viewer.System(t.Context()), s, func(ctx context.Context, tx *database.Tx) error {
			_, err := addressclaim.Share(ctx, tx, "chloe@studio.example")
			return err
		})
		if err != nil {
			t.Errorf("to be shared: %v", err)
		}
	})
}

func TestTheLastOwnerOfSomethingStays(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		ctx := w.signsIn(w.Anna, laptop)
		obstacles, err := w.accounts.Obstacles(ctx)
		if err != nil || len(obstacles) != 1 || obstacles[0].Organization.ID != w.Acme.ID || obstacles[0].OtherMembers != 1 || obstacles[0].Mailboxes != 3 {
			t.Errorf("in the way: %+v, %v", obstacles, err)
		}
		for sentence, err := range map[string]error{"may": w.accounts.CanDelete(ctx), "does": w.accounts.Delete(ctx)} {
			if !errors.Is(err, refusal.LastOwner()) || !strings.Contains(err.Error(), "Acme") {
				t.Errorf("%s: %v", sentence, err)
			}
		}
		if u := s.Client().User.GetX(viewer.System(ctx), w.Anna.User.ID); u.DeletedAt != nil || len(w.ended) != 0 {
			t.Error("a refused deletion did something")
		}
		w.Joins(w.Chloe, w.Acme, member.RoleOWNER)
		if err := w.accounts.Delete(ctx); err != nil {
			t.Errorf("with another owner: %v", err)
		}
		if err := w.accounts.Delete(w.signsIn(w.Chloe, laptop)); !errors.Is(err, refusal.LastOwner()) {
			t.Errorf("the owner who is left: %v", err)
		}
	})
}

func TestOfTwoOwnersWhoGoAtOnceOneStays(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.Joins(w.Chloe, w.Acme, member.RoleOWNER)
		done := make(chan error, 2)
		for _, ctx := range []context.Context{w.signsIn(w.Anna, laptop), w.signsIn(w.Chloe, laptop)} {
			go func() { done <- w.accounts.Delete(ctx) }()
		}
		first, second := <-done, <-done
		if (first == nil) == (second == nil) {
			t.Errorf("got %v and %v, want one refused", first, second)
		}
		if err := errors.Join(first, second); !errors.Is(err, refusal.LastOwner()) {
			t.Errorf("got %v, want LAST_OWNER", err)
		}
	})
}

func TestDeletingAnAccountIsAStepUp(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		v, _ := viewer.FromContext(w.signsIn(w.Chloe, laptop))
		v.SteppedUpUntil = w.Now()
		if err := w.accounts.Delete(viewer.NewContext(t.Context(), v)); !errors.Is(err, refusal.StepUpRequired()) {
			t.Errorf("got %v", err)
		}
	})
}
