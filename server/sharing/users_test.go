package sharing_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"latchkey/ent"
	"latchkey/ent/member"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/sharing"
	"latchkey/server/sharing/sharingtest"
)

// crowd fills Info's table: two owners, an admin with a grant of old, 30
// members of whom two have one name, and five invitations.
func crowd(t *testing.T, w *sharingtest.World) {
	t.Helper()
	owner := w.Person("Zoe", "zoe@acme.example")
	w.Joins(owner, w.Acme, member.RoleOWNER)
	for i := range 30 {
		p := w.Person(fmt.Sprintf("Member %02d", i/2*2), fmt.Sprintf("member%d@acme.example", i))
		w.Joins(p, w.Acme, member.RoleMEMBER)
		w.Anna.MustGive(p, w.Info, reader)
	}
	_, token := w.Anna.MustInvite(w.Info, reader)
	w.Chloe.MustAccept(token, w.Studio)
	w.Joins(w.Chloe, w.Acme, member.RoleADMIN)
	for i := range 5 {
		if _, _, err := w.Anna.Invites(w.Info, sharing.Offer{Terms: granted(reader), Email: fmt.Sprintf("guest%d@other.example", i)}); err != nil {
			t.Fatal(err)
		}
		w.Later(time.Second)
	}
}

// walk reads a table page by page.
func walk(t *testing.T, table *sharing.Table, ctx *sharingtest.Person, first int) (nodes []ent.Noder) {
	t.Helper()
	var after *ent.Cursor
	for {
		rows, more, err := table.Page(ctx.WithoutStepUp(), first, after)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			nodes = append(nodes, row.Node)
			after = &row.Cursor
		}
		if !more {
			return nodes
		}
	}
}

func nameOf(n ent.Noder) string {
	switch n := n.(type) {
	case *ent.Member:
		return string(n.Role) + " " + n.Edges.User.Name
	case *ent.Grant:
		return n.Edges.User.Name
	case *ent.Invitation:
		return *n.Email
	}
	return "?"
}

func TestTheUsersTableReadsTheSameInPagesOfAnySize(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		crowd(t, w)
		table, err := w.Sharing.Users(w.Anna.WithoutStepUp(), w.Info.ID, "")
		if err != nil {
			t.Fatal(err)
		}
		whole := walk(t, table, w.Anna, 200)
		names := make([]string, len(whole))
		for i, n := range whole {
			names[i] = nameOf(n)
		}
		want := []string{"OWNER Anna", "OWNER Zoe", "ADMIN Chloé Martin"}
		for i := range 30 {
			want = append(want, fmt.Sprintf("Member %02d", i/2*2))
		}
		for i := range 5 {
			want = append(want, fmt.Sprintf("guest%d@other.example", 4-i))
		}
		if !slices.Equal(names, want) {
			t.Fatalf("the table is\n%v, want\n%v", names, want)
		}
		for _, first := range []int{1, 2, 3, 7} {
			if paged := walk(t, table, w.Anna, first); !slices.EqualFunc(paged, whole, func(a, b ent.Noder) bool { return idOf(a) == idOf(b) }) {
				t.Errorf("in pages of %d it differs", first)
			}
		}
		if n, err := table.Count(w.Anna.WithoutStepUp()); err != nil || n != len(want) {
			t.Errorf("counted %d, %v; want %d", n, err, len(want))
		}
	})
}

func idOf(n ent.Noder) nodeid.ID {
	switch n := n.(type) {
	case *ent.Member:
		return n.ID
	case *ent.Grant:
		return n.ID
	case *ent.Invitation:
		return n.ID
	}
	return ""
}

func TestTheUsersTableTakesAConstantNumberOfStatements(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		statements := func() int {
			ctx, count := database.CountStatements(w.Anna.WithoutStepUp())
			table, err := w.Sharing.Users(ctx, w.Info.ID, "")
			if err != nil {
				t.Fatal(err)
			}
			if _, _, err := table.Page(ctx, 200, nil); err != nil {
				t.Fatal(err)
			}
			return count()
		}
		w.Anna.MustGive(w.Ben, w.Info, reader)
		w.Joins(w.Person("Dora", "dora@acme.example"), w.Acme, member.RoleADMIN)
		few := statements()
		crowd(t, w)
		if many := statements(); many != few || many > 8 {
			t.Errorf("%d statements for few, %d for many", few, many)
		}
	})
}

func TestTheUsersTableIsForThoseWhoMayShare(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		crowd(t, w)
		w.Anna.MustGive(w.Ben, w.Support, sharer)
		for _, m := range []*ent.Mailbox{w.Info, w.AnnasOwn} {
			table, err := w.Sharing.Users(w.Ben.WithoutStepUp(), m.ID, "")
			if err != nil {
				t.Fatal(err)
			}
			rows, more, err := table.Page(w.Ben.WithoutStepUp(), 10, nil)
			if n, _ := table.Count(w.Ben.WithoutStepUp()); len(rows) != 0 || more || err != nil || n != 0 {
				t.Errorf("Ben sees %d of %d rows, %v", len(rows), n, err)
			}
		}
		table, err := w.Sharing.Users(w.Ben.WithoutStepUp(), w.Support.ID, "WEBER")
		if err != nil {
			t.Fatal(err)
		}
		if rows := walk(t, table, w.Ben, 10); len(rows) != 1 || nameOf(rows[0]) != "Ben Weber" {
			t.Errorf("filtered: %v", rows)
		}
		for _, forged := range []ent.Cursor{{}, {ID: "x"}, {ID: "x", Value: 7}, {ID: "x", Value: "zzz"}, {ID: "x", Value: "inever"}} {
			_, _, err := table.Page(w.Ben.WithoutStepUp(), 10, &forged)
			wantRefusal(t, "a forged cursor", err, refusal.Invalid("after", ""))
		}
	})
}

func TestCountsAreOfWhatStandsInTheTable(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		crowd(t, w)
		ctx := t.Context()
		ids := []nodeid.ID{w.Info.ID, w.Support.ID}
		grants, err := w.Sharing.GrantCounts(ctx, ids)
		if err != nil || grants[w.Info.ID] != 30 || grants[w.Support.ID] != 0 {
			t.Errorf("grants %v, %v", grants, err)
		}
		invitations, err := w.Sharing.InvitationCounts(ctx, ids)
		if err != nil || invitations[w.Info.ID] != 5 {
			t.Errorf("invitations %v, %v", invitations, err)
		}
		admins, err := w.Sharing.AdminCounts(ctx, []nodeid.ID{w.Acme.ID})
		if err != nil || admins[w.Acme.ID] != 3 {
			t.Errorf("admins %v, %v", admins, err)
		}
		owners, err := w.Sharing.OwnersOf(ctx, []nodeid.ID{w.Acme.ID, w.Studio.ID})
		if err != nil || owners[w.Acme.ID] != "Anna" || owners[w.Studio.ID] != "Chloé Martin" {
			t.Errorf("owners %v, %v", owners, err)
		}
		_, token := w.Anna.MustInvite(w.Support, reader)
		guest := w.Newcomer("Paul", "paul@other.example")
		outside, err := guest.Accepts(token, "")
		if err != nil {
			t.Fatal(err)
		}
		inside := w.Anna.MustGive(w.Ben, w.Support, reader)
		holders, err := w.Sharing.Holders(ctx, []nodeid.ID{outside.ID, inside.ID})
		if err != nil || holders[outside.ID].Member || !holders[inside.ID].Member {
			t.Errorf("holders %v, %v", holders, err)
		}
	})
}
