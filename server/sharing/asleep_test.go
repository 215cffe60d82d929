package sharing_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"latchkey/ent/member"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/refusal"
	"latchkey/server/sharing"
	"latchkey/server/sharing/sharingtest"
)

// Whatever happens in whatever order, what somebody was told last is what they
// may do, and nothing that is demanded is ever given without it.
func TestWhatPeopleAreToldIsWhatTheyMayDo(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		w.Anna.Proves(true)
		round := 0
		rapid.Check(t, func(rt *rapid.T) {
			if round++; round > worlds/2 {
				return
			}
			guest := w.Person("Guest", fmt.Sprintf("guest%d@other.example", round))
			home := w.Organization("Home", guest, member.RoleOWNER)
			if rapid.Bool().Draw(rt, "member") {
				w.Joins(guest, w.Acme, member.RoleMEMBER)
			}
			terms := sharing.Terms{Permissions: reader, RequiresSecondFactor: rapid.Bool().Draw(rt, "demanded")}
			_, token, err := w.Anna.Invites(w.Info, sharing.Offer{Terms: terms})
			check(rt, err)
			guest.Proves(true)
			policy := sharing.Policy{}
			check(rt, w.Anna.Demands(w.Acme, false, false))
			g, err := guest.Accepts(token, home.ID)
			check(rt, err)
			factor := true
			for range rapid.IntRange(1, 8).Draw(rt, "steps") {
				switch rapid.IntRange(0, 5).Draw(rt, "step") {
				case 0:
					factor = rapid.Bool().Draw(rt, "factor")
					guest.Proves(factor)
				case 1:
					demanded := rapid.Bool().Draw(rt, "demand")
					g, err = w.Sharing.UpdateGrant(w.Anna.Context(), g.ID, sharing.Change{RequiresSecondFactor: &demanded})
				case 2:
					set := rapid.SampledFrom([]permission.Set{reader, sharer}).Draw(rt, "set")
					g, err = w.Sharing.UpdateGrant(w.Anna.Context(), g.ID, sharing.Change{Permissions: &set})
				case 3:
					policy = sharing.Policy{Members: rapid.Bool().Draw(rt, "members"), Guests: rapid.Bool().Draw(rt, "guests")}
					err = w.Anna.Demands(w.Acme, policy.Members, policy.Guests)
				case 4:
					g, err = w.Sharing.UpdateGrant(w.Anna.Context(), g.ID, sharing.Change{End: &sharing.End{At: w.In(time.Hour)}})
				case 5:
					w.Later(time.Hour)
					err = w.Sharing.ExpireDue(t.Context())
				}
				if errors.Is(err, refusal.NotFound()) { // it has ended
					break
				}
				check(rt, err)
				st, err := w.Sharing.Standing(guest.WithoutStepUp(), w.Info.ID)
				check(rt, err)
				over := g.ExpiresAt != nil && !g.ExpiresAt.After(w.Now())
				demanded := g.RequiresSecondFactor || policy.Guests && !st.IsMember() || policy.Members && st.IsMember()
				want := g.Permissions
				if over || demanded && !factor {
					want = permission.None
				}
				told := guest.Events()
				if last := told[len(told)-1]; st.Permissions != want || last.Permissions != want {
					rt.Fatalf("the guest may %v, was told %s %v, want %v", st.Permissions, last.Kind, last.Permissions, want)
				}
			}
		})
	})
}

func TestAcceptingMeetsALostSecondFactorAndTellsTheTruth(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		w.Anna.Proves(true)
		for round := range 15 {
			guest := w.Newcomer("Guest", fmt.Sprintf("guest%d@other.example", round))
			guest.Proves(true)
			inv, token, err := w.Anna.Invites(w.Info, sharing.Offer{Terms: demanding(reader)})
			if err != nil {
				t.Fatal(err)
			}
			anna := w.Anna.Context()
			race(
				func() {
					if _, err := guest.Accepts(token, ""); err != nil && !errors.Is(err, refusal.SecondFactorRequired()) {
						t.Errorf("accept: %v", err)
					}
				},
				func() {
					if err := guest.TryProve(false); err != nil {
						t.Errorf("drop: %v", err)
					}
				},
				func() {
					if err := w.Anna.Demands(w.Acme, round%2 == 0, round%3 == 0); err != nil {
						t.Errorf("policy: %v", err)
					}
				},
				func() {
					lowered := false
					_, err := w.Sharing.UpdateInvitation(anna, inv.ID, sharing.Change{RequiresSecondFactor: &lowered}, nil)
					if err != nil && !errors.Is(err, refusal.InvitationInvalid()) {
						t.Errorf("update: %v", err)
					}
				},
			)
			toldTheTruth(t, w, guest)
		}
	})
}

func TestAllThatChangesAnAccessAtOnceTellsTheTruth(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		w.Anna.Proves(true)
		_, token := w.Anna.MustInvite(w.Info, reader)
		g := w.Chloe.MustAccept(token, w.Studio)
		b := w.Anna.MustGive(w.Ben, w.Info, reader)
		for round := range 15 {
			even := round%2 == 0
			anna := w.Anna.Context()
			update := func(id nodeid.ID) func() {
				return func() {
					if _, err := w.Sharing.UpdateGrant(anna, id, sharing.Change{RequiresSecondFactor: &even}); err != nil {
						t.Errorf("update: %v", err)
					}
				}
			}
			prove := func(p *sharingtest.Person, has bool) func() {
				return func() {
					if err := p.TryProve(has); err != nil {
						t.Errorf("prove: %v", err)
					}
				}
			}
			race(
				update(g.ID), update(b.ID), prove(w.Chloe, round%3 == 0), prove(w.Ben, round%3 == 1),
				func() {
					if err := w.Anna.Demands(w.Acme, !even, round%4 < 2); err != nil {
						t.Errorf("policy: %v", err)
					}
				},
			)
			toldTheTruth(t, w, w.Chloe)
			toldTheTruth(t, w, w.Ben)
		}
	})
}

// toldTheTruth checks that what a person heard last of Info is what they may do with it.
func toldTheTruth(t *testing.T, w *sharingtest.World, p *sharingtest.Person) {
	t.Helper()
	p.Told() // without a gap
	var last permission.Set
	for _, e := range p.Events() {
		last = e.Permissions
	}
	if may := p.May(w.Info); may != last {
		t.Errorf("%s was told %v and may %v: %v", p.User.Name, last, may, p.Heard())
	}
}
