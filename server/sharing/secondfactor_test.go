package sharing_test

import (
	"slices"
	"testing"
	"time"

	"latchkey/ent/member"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/refusal"
	"latchkey/server/sharing"
	"latchkey/server/sharing/sharingtest"
)

func wantHeard(t *testing.T, p *sharingtest.Person, want ...string) {
	t.Helper()
	if got := p.Heard(); !slices.Equal(got, want) {
		t.Errorf("%s heard %q, want %q", p.User.Name, got, want)
	}
}

// demanding are terms that demand a second factor.
func demanding(set permission.Set) sharing.Terms {
	return sharing.Terms{Permissions: set, RequiresSecondFactor: true}
}

func TestAGrantThatDemandsASecondFactorSleepsUntilThereIsOne(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		g, err := w.Anna.Gives(w.Ben, w.Info, demanding(reader))
		if err != nil {
			t.Fatal(err)
		}
		state := func(want sharing.State) {
			t.Helper()
			holders, err := w.Sharing.Holders(t.Context(), []nodeid.ID{g.ID})
			if got := holders[g.ID].StateOf(g, w.Now()); err != nil || got != want {
				t.Errorf("the grant is %s, %v; want %s", got, err, want)
			}
		}
		state(sharing.NeedsSecondFactor)
		wantRefusal(t, "read", w.Sharing.Require(w.Ben.Context(), w.Info.ID, permission.Read), refusal.NotFound())
		w.Ben.Proves(true)
		state(sharing.Active)
		if w.Ben.May(w.Info) != reader {
			t.Errorf("with a second factor Ben may %v", w.Ben.May(w.Info))
		}
		w.Ben.Proves(false)
		state(sharing.NeedsSecondFactor)
		if !w.Ben.May(w.Info).Empty() {
			t.Errorf("without it Ben may %v", w.Ben.May(w.Info))
		}
		wantHeard(t, w.Ben, "GRANTED SECOND_FACTOR", "GRANTED SECOND_FACTOR", "REVOKED SECOND_FACTOR")
		if events := w.Ben.Events(); !events[0].Permissions.Empty() || events[1].Permissions != reader || events[2].ActorName != "Ben Weber" {
			t.Errorf("Ben was told %v", events)
		}
	})
}

func TestADemandIsRaisedAndLoweredAtOnce(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		g := w.Anna.MustGive(w.Ben, w.Info, reader)
		demand := func(demanded bool) {
			t.Helper()
			if _, err := w.Sharing.UpdateGrant(w.Anna.Context(), g.ID, sharing.Change{RequiresSecondFactor: &demanded}); err != nil {
				t.Fatal(err)
			}
		}
		demand(true)
		if !w.Ben.May(w.Info).Empty() {
			t.Errorf("Ben may still %v", w.Ben.May(w.Info))
		}
		if _, err := w.Sharing.UpdateGrant(w.Anna.Context(), g.ID, sharing.Change{Permissions: &sharer}); err != nil {
			t.Fatal(err)
		}
		demand(false)
		if w.Ben.May(w.Info) != sharer {
			t.Errorf("Ben may %v, want %v", w.Ben.May(w.Info), sharer)
		}
		wantHeard(t, w.Ben, "GRANTED", "REVOKED SECOND_FACTOR", "GRANTED")
	})
}

func TestAPolicyHoldsAtOnceForWhomItNames(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		bob := w.Person("Bob", "bob@acme.example")
		w.Joins(bob, w.Acme, member.RoleADMIN)
		w.Anna.MustGive(w.Ben, w.Info, reader)
		_, token := w.Anna.MustInvite(w.Info, reader)
		w.Chloe.MustAccept(token, w.Studio)
		wantRefusal(t, "demand what one lacks", w.Anna.Demands(w.Acme, true, false), refusal.SecondFactorRequired())
		w.Anna.Proves(true)
		for _, row := range []struct {
			sentence        string
			members, guests bool
			ben, chloe      permission.Set
			bob             permission.Set
		}{
			{"of guests", false, true, reader, 0, permission.All},
			{"of members", true, false, 0, reader, 0},
			{"of all", true, true, 0, 0, 0},
			{"of nobody", false, false, reader, reader, permission.All},
		} {
			if err := w.Anna.Demands(w.Acme, row.members, row.guests); err != nil {
				t.Fatal(err)
			}
			for p, want := range map[*sharingtest.Person]permission.Set{w.Ben: row.ben, w.Chloe: row.chloe, bob: row.bob, w.Anna: permission.All} {
				if got := p.May(w.Info); got != want {
					t.Errorf("%s: %s may %v, want %v", row.sentence, p.User.Name, got, want)
				}
			}
		}
		wantHeard(t, w.Ben, "GRANTED", "REVOKED SECOND_FACTOR", "GRANTED SECOND_FACTOR")
		wantHeard(t, w.Chloe, "GRANTED", "REVOKED SECOND_FACTOR", "GRANTED SECOND_FACTOR", "REVOKED SECOND_FACTOR", "GRANTED SECOND_FACTOR")
		if n := len(bob.Told()); n != 6 { // each of the three mailboxes, lost and regained
			t.Errorf("Bob was told %d times, want 6", n)
		}
		wantTold(t, w.Anna)
		if got := w.Actions(); got[len(got)-1] != "policy.changed" || got[len(got)-4] != "policy.changed" || got[len(got)-5] == "policy.changed" {
			t.Errorf("audited %v", got)
		}
	})
}

func TestWhoMayChangeThePolicy(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		bob := w.Person("Bob", "bob@acme.example")
		w.Joins(bob, w.Acme, member.RoleADMIN)
		w.Anna.Proves(true)
		wantRefusal(t, "a member", w.Ben.Demands(w.Acme, false, true), refusal.Forbidden(""))
		wantRefusal(t, "an outsider", w.Chloe.Demands(w.Acme, false, true), refusal.NotFound())
		wantRefusal(t, "an admin without one demands it of guests", bob.Demands(w.Acme, false, true), nil)
		wantRefusal(t, "an owner", w.Anna.Demands(w.Acme, true, true), nil)
		wantRefusal(t, "an admin without one lifts it", bob.Demands(w.Acme, false, false), refusal.SecondFactorRequired())
		_, err := w.Sharing.UpdatePolicy(w.Anna.WithoutStepUp(), w.Acme.ID, sharing.PolicyChange{})
		wantRefusal(t, "without step-up", err, refusal.StepUpRequired())
		if n := len(w.Actions()); n != 2 {
			t.Errorf("audited %v", w.Actions())
		}
		if err := w.Anna.Demands(w.Acme, true, true); err != nil || len(w.Actions()) != 2 {
			t.Errorf("what changes nothing left a trace: %v, %v", w.Actions(), err)
		}
	})
}

func TestWhoAcceptsHasWhatIsDemanded(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		offered := func(demanded bool) string {
			t.Helper()
			_, token, err := w.Anna.Invites(w.Info, sharing.Offer{Terms: sharing.Terms{Permissions: reader, RequiresSecondFactor: demanded}})
			if err != nil {
				t.Fatal(err)
			}
			return token
		}
		refused := func(what, token string, want error) {
			t.Helper()
			preview, err := w.Sharing.Preview(w.Chloe.Context(), token)
			if err != nil {
				t.Fatal(err)
			}
			wantRefusal(t, what+", beforehand", preview.Refused, want)
			if !preview.Terms.RequiresSecondFactor {
				t.Errorf("%s: the preview does not say so", what)
			}
			_, err = w.Chloe.Accepts(token, w.Studio.ID)
			wantRefusal(t, what, err, want)
		}
		byOffer := offered(true)
		refused("an offer demands it", byOffer, refusal.SecondFactorRequired())
		byPolicy := offered(false)
		if err := w.Anna.Demands(w.Acme, false, true); err != nil {
			t.Fatal(err)
		}
		refused("the policy demands it", byPolicy, refusal.SecondFactorRequired())
		w.Chloe.Proves(true)
		w.Chloe.MustAccept(byOffer, w.Studio)
		w.Chloe.Proves(false)
		refused("what one has sleeps", byPolicy, refusal.SecondFactorRequired())
		w.Chloe.Proves(true)
		refused("one has it", byPolicy, refusal.AlreadyYours())
	})
}

func TestAnInviterWhoLosesTheSecondFactorBacksNothing(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		w.Anna.Proves(true)
		if err := w.Anna.Demands(w.Acme, true, false); err != nil {
			t.Fatal(err)
		}
		_, token := w.Anna.MustInvite(w.Info, reader)
		w.Anna.Proves(false)
		_, err := w.Chloe.Accepts(token, w.Studio.ID)
		wantRefusal(t, "accept", err, refusal.InvitationInvalid())
		_, err = w.Anna.Gives(w.Ben, w.Info, granted(reader))
		wantRefusal(t, "give", err, refusal.NotFound())
		w.Anna.Proves(true)
		w.Chloe.MustAccept(token, w.Studio)
	})
}

func TestDemandsAreListedMetOrNot(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		if _, err := w.Anna.Gives(w.Ben, w.Info, demanding(reader)); err != nil {
			t.Fatal(err)
		}
		w.Anna.MustGive(w.Ben, w.Support, reader)
		_, token := w.Anna.MustInvite(w.Info, reader)
		w.Chloe.MustAccept(token, w.Studio)
		w.Anna.Proves(true)
		if err := w.Anna.Demands(w.Acme, true, true); err != nil {
			t.Fatal(err)
		}
		for p, want := range map[*sharingtest.Person][]string{
			w.Anna:  {"/Acme/"},
			w.Ben:   {"/Acme/", "info@acme.example/Acme/Anna"},
			w.Chloe: {"info@acme.example/Acme/Anna"},
		} {
			demands, err := w.Sharing.Demands(p.WithoutStepUp())
			var got []string
			for _, d := range demands {
				line := d.Address + "/" + d.OrganizationName + "/"
				if d.SharedByName != nil {
					line += *d.SharedByName
				}
				got = append(got, line)
			}
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("%s: got %v, %v; want %v", p.User.Name, got, err, want)
			}
		}
		without, err := w.Sharing.WithoutSecondFactor(t.Context(), []nodeid.ID{w.Acme.ID, w.Studio.ID})
		if err != nil || without[w.Acme.ID] != (sharing.Without{Members: 1, Guests: 1}) || without[w.Studio.ID] != (sharing.Without{Members: 1}) {
			t.Errorf("without a second factor: %v, %v", without, err)
		}
	})
}

func TestPeopleHearByMailWhatOthersDidToTheirAccess(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		inv, token := w.Anna.MustInvite(w.Info, reader)
		g := w.Chloe.MustAccept(token, w.Studio) // 1: did it herself
		if got := w.Post.Accepted(); !slices.Equal(got, []nodeid.ID{inv.ID}) {
			t.Errorf("accepted %v", got)
		}
		change := sharing.Change{Permissions: &sharer, End: &sharing.End{At: w.In(time.Hour)}}
		if _, err := w.Sharing.UpdateGrant(w.Anna.Context(), g.ID, change); err != nil { // 2
			t.Fatal(err)
		}
		if err := w.Anna.Demands(w.Acme, false, true); err != nil { // 3
			t.Fatal(err)
		}
		w.Chloe.Proves(true) // 4: did it herself
		w.Later(time.Hour)
		if err := w.Sharing.ExpireDue(t.Context()); err != nil { // 5: time did it
			t.Fatal(err)
		}
		if got := w.Post.Changed(w.Chloe.User.ID); !slices.Equal(got, []int64{2, 3, 5}) {
			t.Errorf("Chloé gets mail of the events %v, want 2, 3 and 5", got)
		}
		bob := w.Person("Bob", "bob@acme.example")
		w.Joins(bob, w.Acme, member.RoleADMIN)
		w.Anna.Proves(true)
		if err := w.Anna.Demands(w.Acme, true, true); err != nil {
			t.Fatal(err)
		}
		if got := w.Post.Changed(bob.User.ID); !slices.Equal(got, []int64{1}) || len(bob.Told()) != 3 {
			t.Errorf("Bob, who lost three mailboxes at once, gets mail of %v", got)
		}
	})
}
