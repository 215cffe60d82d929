package sharing_test

import (
	"errors"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"latchkey/ent/member"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/permission"
	"latchkey/server/refusal"
	"latchkey/server/sharing"
	"latchkey/server/sharing/sharingtest"
	"latchkey/server/topic"
)

// each runs a test in a world of its own, on both databases.
func each(t *testing.T, f func(t *testing.T, w *sharingtest.World)) {
	t.Helper()
	databasetest.Each(t, func(t *testing.T, s *database.Store) { f(t, sharingtest.New(t, s)) })
}

func wantRefusal(t *testing.T, what string, got, want error) {
	t.Helper()
	if !errors.Is(got, want) {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

func wantTold(t *testing.T, p *sharingtest.Person, want ...string) {
	t.Helper()
	if got := p.Told(); !slices.Equal(got, want) {
		t.Errorf("%s was told %v, want %v", p.User.Name, got, want)
	}
}

var (
	reader  = permission.Reader.Set()
	sharer  = permission.Of(permission.Read, permission.Organize, permission.Share)
	granted = func(set permission.Set) sharing.Terms { return sharing.Terms{Permissions: set} }
)

func TestAMemberHasAccessAtOnceAndLosesItAtOnce(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		g := w.Anna.MustGive(w.Ben, w.Info, reader)
		if w.Ben.May(w.Info) != reader {
			t.Errorf("Ben may %v, want %v", w.Ben.May(w.Info), reader)
		}
		more := permission.Assistant.Set()
		if _, err := w.Sharing.UpdateGrant(w.Anna.Context(), g.ID, sharing.Change{Permissions: &more}); err != nil {
			t.Fatal(err)
		}
		if w.Ben.May(w.Info) != more {
			t.Errorf("Ben may %v, want %v", w.Ben.May(w.Info), more)
		}
		for range 2 { // repeating is no error and changes nothing
			if _, err := w.Sharing.RevokeGrant(w.Anna.Context(), g.ID); err != nil {
				t.Fatal(err)
			}
		}
		if !w.Ben.May(w.Info).Empty() {
			t.Errorf("Ben may still %v", w.Ben.May(w.Info))
		}
		wantTold(t, w.Ben, "GRANTED", "CHANGED", "REVOKED")
		if last := w.Ben.Events()[2]; !last.Permissions.Empty() || last.ActorName != "Anna" || last.Address != w.Info.Address {
			t.Errorf("the last event is %v", last)
		}
		if head := w.Hints.Head(topic.Access.Of(w.Ben.User.ID)); head != 3 {
			t.Errorf("hinted %d, want 3", head)
		}
		if got, want := w.Actions(), []string{"grant.given", "grant.changed", "grant.revoked"}; !slices.Equal(got, want) {
			t.Errorf("audited %v, want %v", got, want)
		}
	})
}

func TestWhatIsOutOfSightDoesNotExist(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		g := w.Anna.MustGive(w.Ben, w.Info, reader)
		ctx := w.Chloe.Context()
		_, err := w.Sharing.GrantAccess(ctx, w.Info.ID, w.Ben.User.ID, granted(reader))
		wantRefusal(t, "grant", err, refusal.NotFound())
		_, err = w.Sharing.UpdateGrant(ctx, g.ID, sharing.Change{})
		wantRefusal(t, "update", err, refusal.NotFound())
		_, err = w.Sharing.RevokeGrant(ctx, g.ID)
		wantRefusal(t, "revoke", err, refusal.NotFound())
		wantRefusal(t, "leave", w.Sharing.Leave(ctx, w.Info.ID), refusal.NotFound())
		_, _, err = w.Chloe.Invites(w.Info, sharing.Offer{Terms: granted(reader)})
		wantRefusal(t, "invite", err, refusal.NotFound())
		wantRefusal(t, "require", w.Sharing.Require(ctx, w.Info.ID, permission.Read), refusal.NotFound())
	})
}

func TestSensitiveActsAskForThePassword(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		g := w.Anna.MustGive(w.Ben, w.Info, reader)
		inv, _ := w.Anna.MustInvite(w.Info, reader)
		ctx := w.Anna.WithoutStepUp()
		_, grantErr := w.Sharing.GrantAccess(ctx, w.Support.ID, w.Ben.User.ID, granted(reader))
		_, updateErr := w.Sharing.UpdateGrant(ctx, g.ID, sharing.Change{})
		_, revokeErr := w.Sharing.RevokeGrant(ctx, g.ID)
		_, _, createErr := w.Sharing.CreateInvitation(ctx, w.Info.ID, sharing.Offer{Terms: granted(reader)})
		_, rewordErr := w.Sharing.UpdateInvitation(ctx, inv.ID, sharing.Change{}, nil)
		_, sendErr := w.Sharing.SendInvitation(ctx, inv.ID, sharing.Sending{Email: "paul@other.example", Language: "EN"})
		_, deleteErr := w.Sharing.DeleteInvitation(ctx, inv.ID)
		for what, err := range map[string]error{
			"grant": grantErr, "update": updateErr, "revoke": revokeErr, "create invitation": createErr,
			"update invitation": rewordErr, "send invitation": sendErr, "delete invitation": deleteErr,
		} {
			wantRefusal(t, what, err, refusal.StepUpRequired())
		}
	})
}

func TestWhoCanGiveWhatToWhom(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		dora := w.Person("Dora", "dora@acme.example")
		w.Joins(dora, w.Acme, member.RoleMEMBER)
		eve := w.Person("Eve", "eve@acme.example")
		w.Joins(eve, w.Acme, member.RoleMEMBER)
		until := w.In(time.Hour)
		if _, err := w.Anna.Gives(w.Ben, w.Info, sharing.Terms{Permissions: sharer, EndsAt: until}); err != nil {
			t.Fatal(err)
		}
		w.Anna.MustGive(dora, w.Info, reader)
		_, token := w.Anna.MustInvite(w.Info, permission.All)
		w.Chloe.MustAccept(token, w.Studio)
		for _, row := range []struct {
			sentence string
			giver    *sharingtest.Person
			to       *sharingtest.Person
			asked    sharing.Terms
			want     error
		}{
			{"a reader can't give", dora, eve, granted(reader), refusal.Forbidden("")},
			{"a guest can't add members", w.Chloe, eve, granted(reader), refusal.Forbidden("")},
			{"more than one holds", w.Ben, eve, sharing.Terms{Permissions: reader.Union(permission.Of(permission.Delete)), EndsAt: until}, refusal.PermissionExceedsOwn()},
			{"for longer than one holds", w.Ben, eve, sharing.Terms{Permissions: reader, EndsAt: w.In(2 * time.Hour)}, refusal.PermissionExceedsOwn()},
			{"without end, where one's own ends", w.Ben, eve, granted(reader), refusal.PermissionExceedsOwn()},
			{"to oneself", w.Ben, w.Ben, granted(reader), refusal.AlreadyYours()},
			{"to an owner", w.Ben, w.Anna, sharing.Terms{Permissions: reader, EndsAt: until}, refusal.AlreadyYours()},
			{"to somebody who has it", w.Ben, dora, sharing.Terms{Permissions: reader, EndsAt: until}, refusal.AlreadyYours()},
			{"to an outsider", w.Anna, w.Chloe, granted(reader), refusal.NotAMember("")},
			{"within what one holds", w.Ben, eve, sharing.Terms{Permissions: reader, EndsAt: until}, nil},
		} {
			if _, err := row.giver.Gives(row.to, w.Info, row.asked); !errors.Is(err, row.want) {
				t.Errorf("%s: got %v, want %v", row.sentence, err, row.want)
			}
		}
		_, err := w.Anna.Gives(w.Ben, w.AnnasOwn, granted(reader))
		wantRefusal(t, "a login identifier", err, refusal.AddressIsLoginIdentifier(""))
	})
}

func TestNobodyRaisesTheirOwnGrant(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		g := w.Anna.MustGive(w.Ben, w.Info, sharer)
		_, err := w.Sharing.UpdateGrant(w.Ben.Context(), g.ID, sharing.Change{Permissions: &reader})
		wantRefusal(t, "even to lower it", err, refusal.Forbidden(""))
		_, err = w.Sharing.RevokeGrant(w.Ben.Context(), g.ID)
		wantRefusal(t, "take back one's own", err, refusal.Forbidden(""))
		if err := w.Sharing.Leave(w.Ben.WithoutStepUp(), w.Info.ID); err != nil {
			t.Fatal(err)
		}
		wantTold(t, w.Ben, "GRANTED", "LEFT")
		wantRefusal(t, "an owner leaves", w.Sharing.Leave(w.Anna.WithoutStepUp(), w.Info.ID), refusal.Forbidden(""))
	})
}

func TestAnEndCanBeSetAndTakenAway(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		g := w.Anna.MustGive(w.Ben, w.Info, reader)
		change := func(c sharing.Change) {
			t.Helper()
			changed, err := w.Sharing.UpdateGrant(w.Anna.Context(), g.ID, c)
			if err != nil {
				t.Fatal(err)
			}
			g = changed
		}
		change(sharing.Change{End: &sharing.End{At: w.In(time.Hour)}})
		change(sharing.Change{Permissions: &sharer})
		if g.ExpiresAt == nil {
			t.Error("a change that does not name the end took it away")
		}
		change(sharing.Change{End: &sharing.End{}})
		if g.ExpiresAt != nil {
			t.Errorf("the end is %v, want none", g.ExpiresAt)
		}
		change(sharing.Change{Permissions: &sharer}) // changes nothing: nobody is told
		wantTold(t, w.Ben, "GRANTED", "CHANGED", "CHANGED", "CHANGED")
	})
}

func TestOneLiveGrantForAUserAndMailbox(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		var won atomic.Int64
		var group sync.WaitGroup
		for range 30 {
			group.Go(func() {
				_, err := w.Anna.Gives(w.Ben, w.Info, granted(reader))
				switch {
				case err == nil:
					won.Add(1)
				case !errors.Is(err, refusal.AlreadyYours()) && !errors.Is(err, refusal.Conflict("")):
					t.Errorf("got %v", err)
				}
			})
		}
		group.Wait()
		if n := len(w.LiveGrants(w.Info)); n != 1 || won.Load() != 1 {
			t.Errorf("%d won and %d grants live, want 1", won.Load(), n)
		}
		wantTold(t, w.Ben, "GRANTED")
	})
}

func TestWhoeverFollowsAMailboxLearnsThatItsUsersChanged(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		head := func() uint64 { return w.Hints.Head(topic.Mailbox.Of(w.Info.ID)) }
		before := head()
		w.Anna.MustGive(w.Ben, w.Info, reader)
		w.Anna.MustInvite(w.Info, reader)
		if got := head(); got != before+2 {
			t.Errorf("after a grant and an invitation the mailbox is at event %d, was at %d", got, before)
		}
	})
}
