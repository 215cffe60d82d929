package addressclaim_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"latchkey/ent"
	"latchkey/ent/grant"
	"latchkey/ent/user"
	"latchkey/server/address"
	"latchkey/server/addressclaim"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

func TestALoginIdentifierIsNotShared(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		if err := w.signUp("anna@acme.example"); err != nil {
			t.Fatal(err)
		}
		if err := w.share("anna@acme.example"); !errors.Is(err, refusal.AddressIsLoginIdentifier("")) {
			t.Errorf("share a login identifier: got %v, want ADDRESS_IS_LOGIN_IDENTIFIER", err)
		}
	})
}

func TestASharedAddressIsNoLoginIdentifierUntilItIsSharedNoMore(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		if err := w.share("info@acme.example"); err != nil {
			t.Fatal(err)
		}
		if err := w.share("info@acme.example"); err != nil && !database.IsUniqueViolation(err) {
			t.Errorf("share again: %v", err)
		}
		if err := w.signUp("info@acme.example"); !errors.Is(err, refusal.AddressIsShared("")) {
			t.Errorf("sign up with a shared address: got %v, want ADDRESS_IS_SHARED", err)
		}
		if err := w.revoke("info@acme.example"); err != nil {
			t.Fatal(err)
		}
		if err := w.signUp("info@acme.example"); err != nil {
			t.Errorf("sign up with what is shared no more: %v", err)
		}
	})
}

func TestASubAddressCountsAsItsBase(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		if err := w.share("info@acme.example"); err != nil {
			t.Fatal(err)
		}
		if err := w.signUp("info+anna@acme.example"); !errors.Is(err, refusal.AddressIsShared("")) {
			t.Errorf("sign up with a sub-address of a shared address: got %v, want ADDRESS_IS_SHARED", err)
		}
		if err := w.revoke("info@acme.example"); err != nil {
			t.Fatal(err)
		}
		if err := w.signUp("info+anna@acme.example"); err != nil {
			t.Errorf("sign up when it is shared no more: %v", err)
		}
		if err := w.share("info@acme.example"); !errors.Is(err, refusal.AddressIsLoginIdentifier("")) {
			t.Errorf("share what somebody signs in with a sub-address of: got %v, want ADDRESS_IS_LOGIN_IDENTIFIER", err)
		}
		for _, other := range []string{"info_2@acme.example", "infos@acme.example", "info@studio.example"} {
			if err := w.share(other); err != nil {
				t.Errorf("share %s: %v", other, err)
			}
		}
		if err := w.leave("info+anna@acme.example"); err != nil {
			t.Fatal(err)
		}
		if err := w.share("info@acme.example"); err != nil {
			t.Errorf("share when nobody signs in with it: %v", err)
		}
	})
}

func TestAnAddressIsNeverBothUnderRaces(t *testing.T) {
	const goroutines, rounds = 32, 12
	addresses := []string{"a@acme.example", "b@acme.example", "c@acme.example", "c+x@acme.example"}
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		for _, address := range addresses {
			w.mailbox(address)
		}
		var group sync.WaitGroup
		for range goroutines {
			group.Go(func() {
				for range rounds {
					if err := w.anything(addresses[rand.N(len(addresses))]); err != nil {
						t.Error(err)
					}
				}
			})
		}
		group.Wait()
		w.checkNoneIsBoth()
	})
}

// world is an organization with people, whose addresses change their use.
type world struct {
	t      *testing.T
	s      *database.Store
	ctx    context.Context
	guest  nodeid.ID
	org    nodeid.ID
	serv   nodeid.ID
	byName map[string]nodeid.ID
}

func newWorld(t *testing.T, s *database.Store) *world {
	t.Helper()
	w := &world{t: t, s: s, ctx: viewer.System(t.Context()), byName: map[string]nodeid.ID{}}
	now, client := s.Clock().Now(), s.Client()
	org := client.Organization.Create().SetName("Acme").SetCreatedAt(now).SaveX(w.ctx)
	w.org = org.ID
	w.serv = client.MailService.Create().SetName("Acme Mail").SetOrganizationID(org.ID).SetCreatedAt(now).SaveX(w.ctx).ID
	if err := w.signUp("chloe@studio.example"); err != nil {
		t.Fatal(err)
	}
	w.guest = client.User.Query().OnlyX(w.ctx).ID
	return w
}

func (w *world) mailbox(address string) nodeid.ID {
	if id, made := w.byName[address]; made {
		return id
	}
	id := w.s.Client().Mailbox.Create().SetAddress(address).SetOrganizationID(w.org).SetMailServiceID(w.serv).
		SetCreatedAt(w.s.Clock().Now()).SaveX(w.ctx).ID
	w.byName[address] = id
	return id
}

func (w *world) signUp(address string) error {
	return database.Write(w.ctx, w.s, func(ctx context.Context, tx *database.Tx) error {
		claim, err := addressclaim.Login(ctx, tx, address)
		if err != nil {
			return err
		}
		return tx.User.Create().SetEmail(address).SetClaimID(claim).SetName(address).
			SetPasswordHash("-").SetCreatedAt(w.s.Clock().Now()).Exec(ctx)
	})
}

func (w *world) share(address string) error {
	mailbox := w.mailbox(address)
	return database.Write(w.ctx, w.s, func(ctx context.Context, tx *database.Tx) error {
		claim, err := addressclaim.Share(ctx, tx, address)
		if err != nil {
			return err
		}
		return tx.Grant.Create().SetMailboxID(mailbox).SetUserID(w.guest).SetOrganizationID(w.org).SetAddress(address).
			SetClaimID(claim).SetPermissions(permission.Of(permission.Read)).SetGivenAt(w.s.Clock().Now()).Exec(ctx)
	})
}

func (w *world) revoke(address string) error {
	return database.Write(w.ctx, w.s, func(ctx context.Context, tx *database.Tx) error {
		return tx.Grant.Update().Where(grant.Address(address), grant.RevokedAtIsNil()).
			SetRevokedAt(w.s.Clock().Now()).SetEndedAs(grant.EndedAsREVOKED).ClearClaimID().Exec(ctx)
	})
}

func (w *world) leave(address string) error {
	return database.Write(w.ctx, w.s, func(ctx context.Context, tx *database.Tx) error {
		_, err := tx.User.Delete().Where(user.Email(address)).Exec(ctx)
		return err
	})
}

// anything does one of the four acts; to be refused, or second, is no fault.
func (w *world) anything(address string) error {
	acts := []func(string) error{w.signUp, w.share, w.revoke, w.leave}
	err := acts[rand.N(len(acts))](address)
	if _, refused := refusal.As(err); refused || ent.IsConstraintError(err) {
		return nil
	}
	return err
}

func (w *world) checkNoneIsBoth() {
	w.t.Helper()
	for _, u := range w.s.Client().User.Query().AllX(w.ctx) {
		parsed, err := address.Parse(u.Email)
		if err != nil {
			w.t.Fatal(err)
		}
		shared := w.s.Client().Grant.Query().Where(grant.AddressIn(u.Email, parsed.Base().String()), grant.RevokedAtIsNil(), grant.Personal(false)).CountX(w.ctx)
		if shared > 0 {
			w.t.Error(fmt.Errorf("%s is a login identifier and shared", u.Email))
		}
	}
}
