package sharing_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"latchkey/ent"
	"latchkey/ent/invitation"
	"latchkey/ent/mailboxevent"
	"latchkey/ent/mailservice"
	"latchkey/ent/member"
	"latchkey/ent/user"
	"latchkey/server/addressclaim"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/sharing/sharingtest"
	"latchkey/server/viewer"
)

// The rule of who may do what stands in ent/rule, which narrows what is in
// sight, and in the statements of this package: for one mailbox, for all of a
// user and for all users of a mailbox. In worlds at random they say the same.
func TestEveryStatementJudgesAccessAlike(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		people := []*sharingtest.Person{w.Anna, w.Ben, w.Chloe, w.Person("Bob", "bob@other.example")}
		mailboxes := []*ent.Mailbox{w.Info, w.Support}
		for _, m := range mailboxes {
			w.Anna.MustInvite(m, reader) // which is an event of the mailbox, too
		}
		count := 0
		rapid.Check(t, func(rt *rapid.T) {
			if count++; count > worlds {
				return
			}
			world := anyWorld(rt, w, people, mailboxes)
			if err := database.Write(viewer.System(t.Context()), w.Store, world); err != nil {
				rt.Fatal(err)
			}
			for _, p := range people {
				for _, m := range mailboxes {
					sameEverywhere(rt, w, p, m)
				}
			}
		})
	})
}

// worlds are how many are tried on each database: each takes a transaction.
const worlds = 40

// anyWorld writes places, grants, second factors and a policy at random.
func anyWorld(rt *rapid.T, w *sharingtest.World, people []*sharingtest.Person, mailboxes []*ent.Mailbox) func(context.Context, *database.Tx) error {
	flip := func(what string) bool { return rapid.Bool().Draw(rt, what) }
	type held struct {
		set      permission.Set
		needs    bool
		from, to *time.Time
	}
	type person struct {
		role   string
		factor bool
		grants []*held
	}
	all := make([]person, len(people))
	for i, p := range people {
		all[i].role = rapid.SampledFrom([]string{"", "MEMBER", "ADMIN", "OWNER"}).Draw(rt, p.User.Name)
		if p == w.Anna {
			all[i].role = "OWNER" // there is always one
		}
		all[i].factor = flip("factor")
		for range mailboxes {
			if !flip("granted") {
				all[i].grants = append(all[i].grants, nil)
				continue
			}
			g := &held{set: rapid.SampledFrom([]permission.Set{reader, sharer, permission.All}).Draw(rt, "set"), needs: flip("needs")}
			if rapid.IntRange(0, 4).Draw(rt, "scheduled") == 0 {
				g.from = w.In(time.Hour)
			}
			if rapid.IntRange(0, 4).Draw(rt, "over") == 0 {
				g.to = w.In(-time.Minute)
			}
			all[i].grants = append(all[i].grants, g)
		}
	}
	members, guests := flip("members"), flip("guests")
	return func(ctx context.Context, tx *database.Tx) error {
		if _, err := tx.Grant.Delete().Exec(ctx); err != nil {
			return err
		}
		if _, err := tx.Member.Delete().Where(member.OrganizationID(w.Acme.ID), member.UserIDNEQ(w.Anna.User.ID)).Exec(ctx); err != nil {
			return err
		}
		policy := tx.Organization.UpdateOneID(w.Acme.ID).SetMembersNeedSecondFactor(members).SetGuestsNeedSecondFactor(guests)
		if err := policy.Exec(ctx); err != nil {
			return err
		}
		for i, p := range people {
			if err := tx.User.UpdateOneID(p.User.ID).SetSecondFactor(all[i].factor).Exec(ctx); err != nil {
				return err
			}
			if all[i].role != "" && p != w.Anna {
				err := tx.Member.Create().SetOrganizationID(w.Acme.ID).SetUserID(p.User.ID).SetRole(member.Role(all[i].role)).SetJoinedAt(w.Now()).Exec(ctx)
				if err != nil {
					return err
				}
			}
			for j, g := range all[i].grants {
				if g == nil {
					continue
				}
				claim, err := addressclaim.Share(ctx, tx, mailboxes[j].Address)
				if err != nil {
					return err
				}
				err = tx.Grant.Create().SetMailboxID(mailboxes[j].ID).SetUserID(p.User.ID).SetOrganizationID(w.Studio.ID).
					SetAddress(mailboxes[j].Address).SetClaimID(claim).SetPermissions(g.set).SetRequiresSecondFactor(g.needs).
					SetNillableStartsAt(g.from).SetNillableExpiresAt(g.to).SetGivenAt(w.Now()).Exec(ctx)
				if err != nil {
					return err
				}
			}
		}
		return nil
	}
}

func sameEverywhere(rt *rapid.T, w *sharingtest.World, p *sharingtest.Person, m *ent.Mailbox) {
	ctx, client := p.WithoutStepUp(), w.Store.Client()
	may := p.May(m)
	said := map[string]permission.Set{}
	snapshot, err := w.Sharing.Snapshot(ctx)
	check(rt, err)
	said["snapshot"] = snapshot.Of(m).Permissions
	classes, err := w.Sharing.ClassesOf(ctx, m.ID)
	check(rt, err)
	said["classes"] = classes[p.User.ID]
	for _, what := range slices.Sorted(maps.Keys(said)) {
		if said[what] != may {
			rt.Fatalf("%s, %s: %s says %v, standing %v", p.User.Name, m.Address, what, said[what], may)
		}
	}
	inSight := func(what string, found []nodeid.ID, err error, id nodeid.ID, want bool) {
		check(rt, err)
		if slices.Contains(found, id) != want {
			rt.Fatalf("%s, %s: %s in sight is %v, but the person may %v", p.User.Name, m.Address, what, !want, may)
		}
	}
	found, err := client.Mailbox.Query().IDs(ctx)
	inSight("the mailbox", found, err, m.ID, !may.Empty())
	var others, mine []nodeid.ID
	for _, g := range w.LiveGrants(m) {
		if g.UserID == p.User.ID {
			mine = append(mine, g.ID)
		} else {
			others = append(others, g.ID)
		}
	}
	found, err = client.Grant.Query().IDs(ctx)
	for _, id := range others {
		inSight("another's grant", found, err, id, may.Has(permission.Share))
	}
	for _, id := range mine {
		inSight("one's own grant", found, err, id, may.Has(permission.Share) || snapshot.Grant(m.ID) != nil)
	}
	inMailbox := func(what string, count int, err error, want bool) {
		if check(rt, err); (count > 0) != want {
			rt.Fatalf("%s, %s: %d %s in sight, but the person may %v", p.User.Name, m.Address, count, what, may)
		}
	}
	events, err := client.MailboxEvent.Query().Where(mailboxevent.MailboxID(m.ID)).Count(ctx)
	inMailbox("events", events, err, may.Has(permission.Read))
	invitations, err := client.Invitation.Query().Where(invitation.MailboxID(m.ID)).Count(ctx)
	inMailbox("invitations", invitations, err, may.Has(permission.Share))
	services, err := client.MailService.Query().Where(mailservice.OrganizationID(w.Acme.ID)).Count(ctx)
	if check(rt, err); services == 0 && !may.Empty() {
		rt.Fatalf("%s may %v and does not see the mail service", p.User.Name, may)
	}
	fellows, err := client.User.Query().Where(user.ID(w.Anna.User.ID)).Count(ctx)
	if check(rt, err); snapshot.Role(w.Acme.ID) != "" && fellows != 1 {
		rt.Fatalf("%s is a member and does not see Anna", p.User.Name)
	}
}

func check(rt *rapid.T, err error) {
	if err != nil {
		rt.Fatal(fmt.Errorf("read: %w", err))
	}
}
