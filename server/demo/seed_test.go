package demo

import (
	"strings"
	"testing"

	"latchkey/ent/grant"
	"latchkey/ent/mailbox"
	"latchkey/ent/member"
	"latchkey/ent/organization"
	"latchkey/ent/user"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/identity"
	"latchkey/server/mail"
	domain "latchkey/server/organization"
	"latchkey/server/permission"
	"latchkey/server/seal"
	"latchkey/server/sharing"
	"latchkey/server/viewer"
)

type noHints struct{}

func (noHints) Hint(string, uint64) {}

// newServer is as much of a server as the seed needs.
func newServer(t *testing.T, s *database.Store) Deps {
	t.Helper()
	box, err := seal.NewBox([]byte(strings.Repeat("k", 32)))
	if err != nil {
		t.Fatal(err)
	}
	share := sharing.New(sharing.Options{Store: s, Box: box, PublicURL: "http://localhost:8080", Hints: noHints{}})
	room, err := mail.Open(s, mail.Options{Authority: share, BlobDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(room.Close)
	organizations := domain.New(s)
	return Deps{
		Store: s, Organizations: organizations, Sharing: share, Mail: room,
		Identity: identity.New(identity.Options{Store: s, Passwords: seal.NewPasswords(seal.TestCost), Organizations: organizations}),
	}
}

func TestANewDatabaseIsFilledOnce(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		d := newServer(t, s)
		var done, total int
		d.Progress = func(d, of int) { done, total = d, of }
		for range 2 {
			if err := Seed(t.Context(), d); err != nil {
				t.Fatal(err)
			}
		}
		system, client := viewer.System(t.Context()), s.Client()
		if n := client.User.Query().CountX(system); n != 3 {
			t.Errorf("%d users, want 3", n)
		}
		if n := client.Message.Query().CountX(system); n < 60 || n != total || done != total {
			t.Errorf("%d messages, progress %d of %d; want at least 60 and all", n, done, total)
		}
		for address, personal := range map[string]bool{
			"info@acme.example": false, "support@acme.example": false, "billing@acme.example": false,
			"anna@acme.example": true, "ben@acme.example": true, "hello@studio.example": false,
		} {
			box := client.Mailbox.Query().Where(mailbox.Address(address)).OnlyX(system)
			if got := client.Grant.Query().Where(grant.MailboxID(box.ID), grant.Personal(true)).ExistX(system); got != personal {
				t.Errorf("%s is personal: %v, want %v", address, got, personal)
			}
		}
	})
}

func TestEverybodyInTheDemonstrationCanSignIn(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		d := newServer(t, s)
		if err := Seed(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		for email, want := range map[string]map[string]member.Role{
			"anna@acme.example":    {"Acme": member.RoleOWNER},
			"ben@acme.example":     {"Acme": member.RoleMEMBER, "Garden Club": member.RoleOWNER},
			"chloe@studio.example": {"Studio Chloé": member.RoleOWNER, "Garden Club": member.RoleMEMBER},
		} {
			in, err := d.Identity.SignIn(t.Context(), email, Password, identity.Device{})
			if err != nil {
				t.Fatalf("%s: %v", email, err)
			}
			for name, role := range want {
				here := member.HasOrganizationWith(organization.Name(name))
				if got := s.Client().Member.Query().Where(member.UserID(in.SignedIn.User.ID), here).OnlyX(viewer.System(t.Context())); got.Role != role {
					t.Errorf("%s is %s of %s, want %s", email, got.Role, name, role)
				}
			}
		}
	})
}

func TestBenHasAccessToInfoFromAnna(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		d := newServer(t, s)
		if err := Seed(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		system := viewer.System(t.Context())
		given := s.Client().Grant.Query().
			Where(grant.HasUserWith(user.Email(ben)), grant.Address(info)).WithGiver().OnlyX(system)
		if given.Permissions != permission.Assistant.Set() || given.Edges.Giver.Email != anna {
			t.Errorf("Ben has %s from %s", given.Permissions, given.Edges.Giver.Email)
		}
		reader := viewer.NewContext(t.Context(), viewer.Viewer{User: given.UserID})
		if n := s.Client().Message.Query().CountX(reader); n == 0 {
			t.Error("Ben reads nothing")
		}
		chloe := s.Client().User.Query().Where(user.Email(chloe)).OnlyX(system)
		outsider := viewer.NewContext(t.Context(), viewer.Viewer{User: chloe.ID})
		if s.Client().Mailbox.Query().Where(mailbox.AddressHasSuffix("@acme.example")).ExistX(outsider) {
			t.Error("an outsider sees Acme’s mailboxes")
		}
	})
}
