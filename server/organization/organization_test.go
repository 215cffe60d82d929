package organization_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"latchkey/ent"
	"latchkey/ent/folder"
	"latchkey/ent/grant"
	"latchkey/ent/member"
	"latchkey/server/address"
	"latchkey/server/addressclaim"
	"latchkey/server/audit"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/organization"
	"latchkey/server/permission"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// world is Acme, which Anna owns, with its mail service on acme.example.
type world struct {
	t             *testing.T
	store         *database.Store
	organizations *organization.Organizations
	anna          *ent.User
	acme          *ent.Organization
	service       *ent.MailService
}

func newWorld(t *testing.T, s *database.Store) *world {
	t.Helper()
	w := &world{t: t, store: s, organizations: organization.New(s)}
	w.anna = w.person("Anna", "anna@acme.example")
	w.acme = write(w, func(ctx context.Context, tx *database.Tx) (*ent.Organization, error) {
		return w.organizations.Create(ctx, tx, " Acme ", w.anna.ID)
	})
	w.service = write(w, func(ctx context.Context, tx *database.Tx) (*ent.MailService, error) {
		return w.organizations.CreateMailService(ctx, tx, w.acme.ID, "Acme Mail", "Acme.Example")
	})
	return w
}

func write[V any](w *world, f func(ctx context.Context, tx *database.Tx) (V, error)) V {
	w.t.Helper()
	value, err := database.InTx(viewer.System(w.t.Context()), w.store, f)
	if err != nil {
		w.t.Fatal(err)
	}
	return value
}

func (w *world) person(name, email string) *ent.User {
	w.t.Helper()
	return write(w, func(ctx context.Context, tx *database.Tx) (*ent.User, error) {
		claim, err := addressclaim.Login(ctx, tx, email)
		if err != nil {
			return nil, err
		}
		return tx.User.Create().SetEmail(email).SetClaimID(claim).SetName(name).SetPasswordHash("-").
			SetCreatedAt(w.store.Clock().Now()).Save(ctx)
	})
}

func (w *world) createMailbox(at string) (*ent.Mailbox, error) {
	w.t.Helper()
	parsed, err := address.Parse(at)
	if err != nil {
		w.t.Fatal(err)
	}
	return database.InTx(viewer.System(w.t.Context()), w.store, func(ctx context.Context, tx *database.Tx) (*ent.Mailbox, error) {
		return w.organizations.CreateMailbox(ctx, tx, w.service, parsed)
	})
}

func TestANewMailboxHasAFolderOfEachRole(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		box, err := w.createMailbox("info@acme.example")
		if err != nil {
			t.Fatal(err)
		}
		folders := s.Client().Folder.Query().Where(folder.MailboxID(box.ID), folder.RoleNotNil()).CountX(viewer.System(t.Context()))
		if folders != 6 {
			t.Errorf("%d folders with a role, want 6", folders)
		}
	})
}

func TestAMembersOwnAddressIsTheirs(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.person("Chloé Martin", "chloe@acme.example") // no member
		for at, personal := range map[string]bool{"anna@acme.example": true, "chloe@acme.example": false, "info@acme.example": false} {
			box, err := w.createMailbox(at)
			if err != nil {
				t.Fatal(err)
			}
			given := s.Client().Grant.Query().Where(grant.MailboxID(box.ID)).AllX(viewer.System(t.Context()))
			if (len(given) == 1) != personal {
				t.Errorf("%s: %d grants, personal is %v", at, len(given), personal)
			}
			if personal && (!given[0].Personal || given[0].Permissions != permission.All || given[0].UserID != w.anna.ID) {
				t.Errorf("%s: %+v", at, given[0])
			}
		}
	})
}

func TestAnAddressExistsOnceAndOnADomainOfItsService(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		for _, step := range []struct {
			at   string
			want error
		}{
			{"info@acme.example", nil},
			{"INFO@acme.example", refusal.Conflict("")},
			{"info@elsewhere.example", refusal.Invalid("address", "")},
			{"info@sub.acme.example", refusal.Invalid("address", "")},
		} {
			if _, err := w.createMailbox(step.at); !errors.Is(err, step.want) {
				t.Errorf("%s: got %v, want %v", step.at, err, step.want)
			}
		}
	})
}

func TestADomainBelongsToOneMailService(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		for domain, want := range map[string]error{"ACME.example": refusal.Conflict(""), "acme": refusal.Invalid("domain", "")} {
			err := database.Write(viewer.System(t.Context()), s, func(ctx context.Context, tx *database.Tx) error {
				_, err := w.organizations.CreateMailService(ctx, tx, w.acme.ID, "Another", domain)
				return err
			})
			if !errors.Is(err, want) {
				t.Errorf("%s: got %v, want %v", domain, err, want)
			}
		}
		if n := s.Client().MailService.Query().CountX(viewer.System(t.Context())); n != 1 {
			t.Errorf("%d mail services, want 1: what was refused left something", n)
		}
	})
}

func TestWhatIsMadeIsInTheAuditLog(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		if _, err := w.createMailbox("anna@acme.example"); err != nil {
			t.Fatal(err)
		}
		var actions []string
		for _, e := range s.Client().AuditEntry.Query().AllX(viewer.System(t.Context())) {
			actions = append(actions, e.Action)
		}
		const want = "organization.created member.added mail_service.created mailbox.created grant.created"
		if got := strings.Join(actions, " "); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
		if broken, err := audit.Verify(t.Context(), s); err != nil || broken != nil {
			t.Errorf("the chain is broken at %v, %v", broken, err)
		}
	})
}

func TestOnlyOwnersAndAdminsMayAdminister(t *testing.T) {
	acme := &ent.Organization{Name: "Acme"}
	for role, may := range map[member.Role]bool{member.RoleOWNER: true, member.RoleADMIN: true, member.RoleMEMBER: false, "": false} {
		if err := organization.MayAdminister(acme, role, false); (err == nil) != may {
			t.Errorf("%q: got %v, may is %v", role, err, may)
		}
	}
	acme.MembersNeedSecondFactor = true
	if err := organization.MayAdminister(acme, member.RoleOWNER, false); !errors.Is(err, refusal.SecondFactorRequired()) {
		t.Errorf("an owner without the second factor that is demanded: got %v", err)
	}
	if err := organization.MayAdminister(acme, member.RoleOWNER, true); err != nil {
		t.Errorf("an owner with a second factor: got %v", err)
	}
}

func TestNamesAreCleaned(t *testing.T) {
	for typed, want := range map[string]string{
		"  Anna\t Maria  ": "Anna Maria", "Chloe\u0301": "Chloé", "line\nbreak": "line break",
		"": "", " \t": "", "a\x00b": "", "a\x1bb": "", "evil\u202egpj": "", "\xff": "", strings.Repeat("x", 201): "",
	} {
		if got, err := organization.Name("name", typed); got != want || (err == nil) != (want != "") {
			t.Errorf("%q: got %q, %v; want %q", typed, got, err, want)
		}
	}
}

func FuzzNames(f *testing.F) {
	for _, seed := range []string{"Anna", "Chloe\u0301", " \u00a0x", "a\r\nBcc: b", "\xf0\x9f"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		name, err := organization.Name("name", typed)
		if err != nil {
			return
		}
		again, err := organization.Name("name", name)
		if err != nil || again != name || !utf8.ValidString(name) || strings.ContainsAny(name, "\r\n\x00") || len(name) > 200 {
			t.Errorf("%q became %q, then %q, %v", typed, name, again, err)
		}
	})
}
