package identity_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"latchkey/ent/member"
	"latchkey/server/addressclaim"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/identity"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

func acme() identity.FirstSetUp {
	return identity.FirstSetUp{
		Code: "ABCD efgh-IJKLmnop", OrganizationName: "Acme", Domain: "Acme.Example",
		Name: "Anna", Email: "Anna@acme.example", Password: rightPassword,
	}
}

func TestANewServerIsSetUpOnce(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		if needed, err := w.id.SetUpNeeded(t.Context()); err != nil || !needed {
			t.Fatalf("needed: %v, %v; want true", needed, err)
		}
		in, err := w.id.SetUp(t.Context(), acme(), home)
		if err != nil {
			t.Fatal(err)
		}
		ctx := w.mustBe(in)
		me := s.Client().Member.Query().Where(member.UserID(in.User.ID)).OnlyX(ctx)
		if me.Role != member.RoleOWNER {
			t.Errorf("the first user is %s, want OWNER", me.Role)
		}
		if box := s.Client().Mailbox.Query().OnlyX(ctx); box.Address != "anna@acme.example" {
			t.Errorf("the mailbox is %s", box.Address)
		}
		own := s.Client().Grant.Query().OnlyX(ctx)
		if !own.Personal || *own.ClaimID != "login:anna@acme.example" {
			t.Errorf("her own address is not hers: %+v", own)
		}
		if folders := s.Client().Folder.Query().CountX(ctx); folders != 6 {
			t.Errorf("%d folders, want 6", folders)
		}
		if needed, _ := w.id.SetUpNeeded(t.Context()); needed {
			t.Error("still needed")
		}
		_, err = w.id.SetUp(t.Context(), acme(), home)
		want(t, err, refusal.Conflict(""), "set up again")
	})
}

func TestSomebodyFromElsewhereGetsNoMailbox(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w, in := newWorld(t, s), acme()
		in.Email = "anna@elsewhere.example"
		if _, err := w.id.SetUp(t.Context(), in, home); err != nil {
			t.Fatal(err)
		}
		if n := s.Client().Mailbox.Query().CountX(viewer.System(t.Context())); n != 0 {
			t.Errorf("%d mailboxes, want none", n)
		}
	})
}

func TestOfManyWhoSetUpOneWins(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		errs := make([]error, 8)
		var all sync.WaitGroup
		for n := range errs {
			all.Go(func() {
				in := acme()
				in.Email = string(rune('a'+n)) + "@acme.example"
				_, errs[n] = w.id.SetUp(t.Context(), in, home)
			})
		}
		all.Wait()
		won := 0
		for _, err := range errs {
			switch {
			case err == nil:
				won++
			case !errors.Is(err, refusal.Conflict("")) && !errors.Is(err, tooOften):
				t.Errorf("a loser got %v", err)
			}
		}
		if people := s.Client().User.Query().CountX(viewer.System(t.Context())); won != 1 || people != 1 {
			t.Errorf("%d won, %d users; want one each", won, people)
		}
	})
}

func TestAFailedSetUpLeavesNothing(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		for field, spoil := range map[string]func(*identity.FirstSetUp){
			"organizationName": func(in *identity.FirstSetUp) { in.OrganizationName = " \t" },
			"domain":           func(in *identity.FirstSetUp) { in.Domain = "acme" },
			"name":             func(in *identity.FirstSetUp) { in.Name = strings.Repeat("x", 201) },
			"email":            func(in *identity.FirstSetUp) { in.Email = "anna" },
			"password":         func(in *identity.FirstSetUp) { in.Password = "eleven char" },
		} {
			in := acme()
			spoil(&in)
			_, err := w.id.SetUp(t.Context(), in, home)
			want(t, err, refusal.Invalid(field, ""), "spoiled "+field)
		}
		if s.Client().User.Query().ExistX(viewer.System(t.Context())) {
			t.Error("a user was made")
		}
	})
}

func TestPasswordsThatAreRefused(t *testing.T) {
	w := newWorld(t, databasetest.SQLite(t))
	for why, password := range map[string]string{
		"too short":          "Tr0ub4dor&3",
		"too long":           strings.Repeat("x", 257),
		"the address itself": "Anna.Long@acme.example",
		"not text":           "twelve chars\xff",
	} {
		_, err := w.id.NewPerson(t.Context(), "Anna", "anna.long@acme.example", password)
		want(t, err, refusal.Invalid("password", ""), why)
	}
	for _, password := range []string{"twelve chars", strings.Repeat("é", 256)} {
		if _, err := w.id.NewPerson(t.Context(), "Anna", "anna.long@acme.example", password); err != nil {
			t.Errorf("refused a password of %d letters: %v", len([]rune(password)), err)
		}
	}
}

func TestAWrongSetUpCodeIsRefusedAndSlowedDown(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		wrong := acme()
		for n, code := range []string{"", "abcd", "abcd-efgh-ijkl-mnoq", identity.NewSetUpCode(), "ABCDEFGHIJKLMNO"} {
			wrong.Code = code
			_, err := w.id.SetUp(t.Context(), wrong, home)
			want(t, err, refusal.Forbidden(""), "wrong code "+string(rune('1'+n)))
		}
		_, err := w.id.SetUp(t.Context(), acme(), home)
		want(t, err, tooOften, "the sixth")
		if _, err := w.id.SetUp(t.Context(), acme(), identity.Device{RemoteAddress: "203.0.113.9"}); err != nil {
			t.Errorf("whoever runs the server is kept out by somebody else's guesses: %v", err)
		}
	})
}

func TestSigningInWithAnAddressClaimsIt(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		anna := w.joins("anna@acme.example")
		if anna.ClaimID != "login:anna@acme.example" {
			t.Errorf("the claim is %q", anna.ClaimID)
		}
		err := database.Write(t.Context(), s, func(ctx context.Context, tx *database.Tx) error {
			_, err := addressclaim.Share(ctx, tx, "anna@acme.example")
			return err
		})
		want(t, err, refusal.AddressIsLoginIdentifier(""), "share the address")
	})
}
