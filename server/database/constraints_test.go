package database_test

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"latchkey/ent"
	"latchkey/ent/grant"
	"latchkey/ent/invitation"
	"latchkey/ent/member"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/viewer"
)

func TestAnOrganizationKeepsAnOwner(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		acts := map[string]func() error{
			"step down": func() error { return w.client.Member.UpdateOne(w.owner).SetRole(member.RoleADMIN).Exec(w.ctx) },
			"leave":     func() error { return w.client.Member.DeleteOne(w.owner).Exec(w.ctx) },
			"move away": func() error {
				other := newOrganization(w.ctx, w.client.Organization, s)
				return w.client.Member.UpdateOne(w.owner).SetOrganizationID(other.ID).Exec(w.ctx)
			},
		}
		for name, act := range acts {
			if err := act(); !database.IsLastOwner(err) {
				t.Errorf("the last owner can %s: %v", name, err)
			}
		}
		w.join(w.user("ben@acme.example"), member.RoleOWNER)
		if err := acts["step down"](); err != nil {
			t.Errorf("one of two owners can't step down: %v", err)
		}
	})
}

func TestOwnersWhoAllStepDownAtOnceLeaveOne(t *testing.T) {
	const owners = 12
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		all := []*ent.Member{w.owner}
		for i := range owners - 1 {
			all = append(all, w.join(w.user(string(rune('a'+i))+"@acme.example"), member.RoleOWNER))
		}
		var group sync.WaitGroup
		var stayed atomic.Int32
		for i, one := range all {
			group.Go(func() {
				err := database.Write(w.ctx, s, func(ctx context.Context, tx *database.Tx) error {
					if i%2 == 0 {
						return tx.Member.DeleteOneID(one.ID).Exec(ctx)
					}
					return tx.Member.UpdateOneID(one.ID).SetRole(member.RoleMEMBER).Exec(ctx)
				})
				switch {
				case database.IsLastOwner(err):
					stayed.Add(1)
				case err != nil:
					t.Error(err)
				}
			})
		}
		group.Wait()
		left := w.client.Member.Query().Where(member.RoleEQ(member.RoleOWNER)).CountX(w.ctx)
		if left != 1 || stayed.Load() != 1 {
			t.Errorf("%d owners are left, %d were refused; want 1 and 1", left, stayed.Load())
		}
	})
}

func TestAnOrganizationGoesWithItsOwners(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		ctx := viewer.System(t.Context())
		w := newWorld(t, s)
		other := newOrganization(ctx, s.Client().Organization, s)
		s.Client().Member.Create().SetOrganizationID(other.ID).SetUserID(w.owner.UserID).SetRole(member.RoleOWNER).
			SetJoinedAt(s.Clock().Now()).ExecX(ctx)
		if err := s.Client().Organization.DeleteOne(other).Exec(ctx); err != nil {
			t.Error(err)
		}
	})
}

func TestOneLiveGrantForAMailboxAndUserUnderRaces(t *testing.T) {
	const racing = 40
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		guest := w.user("chloe@studio.example")
		for round := range 2 { // revoked ones stay as history and are in nobody's way
			var group sync.WaitGroup
			var won atomic.Int32
			for range racing {
				group.Go(func() {
					err := w.grant(guest).Exec(w.ctx)
					if err == nil {
						won.Add(1)
					} else if !database.IsUniqueViolation(err) || !ent.IsConstraintError(err) {
						t.Error(err)
					}
				})
			}
			group.Wait()
			if won.Load() != 1 {
				t.Errorf("round %d: %d grants were made, want 1", round, won.Load())
			}
			w.client.Grant.Update().Where(grant.RevokedAtIsNil()).SetRevokedAt(s.Clock().Now()).
				SetEndedAs(grant.EndedAsREVOKED).ClearClaimID().ExecX(w.ctx)
		}
	})
}

func TestTheDatabaseRefusesWhatContradictsItself(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		guest, now := w.user("chloe@studio.example"), s.Clock().Now()
		w.client.AddressClaim.Create().SetID("shared:support@acme.example").SetAddress("support@acme.example").ExecX(w.ctx)
		given := w.grant(guest).SaveX(w.ctx)
		offered := w.invitation("1").SaveX(w.ctx)
		rows := []struct {
			name string
			err  error
		}{
			{"a claim of a third kind", w.client.AddressClaim.Create().SetID("other:x@acme.example").SetAddress("x@acme.example").Exec(w.ctx)},
			{"a claim for another address", w.client.AddressClaim.Create().SetID("login:y@acme.example").SetAddress("x@acme.example").Exec(w.ctx)},
			{"a user with a claim to share", w.client.User.UpdateOneID(guest).SetClaimID("shared:info@acme.example").Exec(w.ctx)},
			{"a live grant without a claim", w.client.Grant.UpdateOne(given).ClearClaimID().Exec(w.ctx)},
			{"a live grant with another's claim", w.client.Grant.UpdateOne(given).SetClaimID("shared:support@acme.example").Exec(w.ctx)},
			{"a personal grant with a claim to share", w.client.Grant.UpdateOne(given).SetPersonal(true).Exec(w.ctx)},
			{"a revoked grant that keeps its claim", w.client.Grant.UpdateOne(given).SetRevokedAt(now).SetEndedAs(grant.EndedAsLEFT).Exec(w.ctx)},
			{"a revoked grant without a reason", w.client.Grant.UpdateOne(given).SetRevokedAt(now).ClearClaimID().Exec(w.ctx)},
			{"an open invitation without a claim", w.client.Invitation.UpdateOne(offered).ClearClaimID().Exec(w.ctx)},
			{"an invitation bound to nobody", w.client.Invitation.UpdateOne(offered).SetBound(true).Exec(w.ctx)},
			{"an invitation closed without a reason", w.client.Invitation.UpdateOne(offered).SetClosedAt(now).ClearClaimID().Exec(w.ctx)},
			{"an invitation accepted by nobody", w.client.Invitation.UpdateOne(offered).SetClosedAt(now).ClearClaimID().
				SetClosedAs(invitation.ClosedAsACCEPTED).Exec(w.ctx)},
			{"an invitation declined and accepted", w.client.Invitation.UpdateOne(offered).SetClosedAt(now).ClearClaimID().
				SetClosedAs(invitation.ClosedAsDECLINED).SetAcceptedByID(guest).Exec(w.ctx)},
		}
		for _, row := range rows {
			if !database.IsCheckViolation(row.err) {
				t.Errorf("%s: got %v, want a CHECK to refuse it", row.name, row.err)
			}
		}
		w.refusesDuplicates(s)
	})
}

func (w *world) refusesDuplicates(s *database.Store) {
	w.t.Helper()
	now := s.Clock().Now()
	box := w.client.Mailbox.GetX(w.ctx, w.mailbox)
	rows := []struct {
		name string
		err  error
	}{
		{"a second user of an address", w.client.User.Create().SetEmail("anna@acme.example").SetClaimID("login:anna@acme.example").
			SetName("Anna").SetPasswordHash("-").SetCreatedAt(now).Exec(w.ctx)},
		{"a second mailbox of an address", w.client.Mailbox.Create().SetAddress("info@acme.example").
			SetOrganizationID(box.OrganizationID).SetMailServiceID(box.MailServiceID).SetCreatedAt(now).Exec(w.ctx)},
		{"a second invitation with a token", w.invitation("1").Exec(w.ctx)},
		{"a second membership", w.client.Member.Create().SetOrganizationID(w.owner.OrganizationID).SetUserID(w.owner.UserID).
			SetRole(member.RoleMEMBER).SetJoinedAt(now).Exec(w.ctx)},
	}
	for _, row := range rows {
		if !database.IsUniqueViolation(row.err) {
			w.t.Errorf("%s: got %v, want it to be unique", row.name, row.err)
		}
	}
	err := w.client.Session.Create().SetTokenHash([]byte("t")).SetUserID("usr_nobody").SetCreatedAt(now).
		SetLastSeenAt(now).SetExpiresAt(now).Exec(w.ctx)
	if !database.IsForeignKeyViolation(err) {
		w.t.Errorf("a session of nobody: got %v, want a foreign key to refuse it", err)
	}
}

// world is Acme with its owner Anna and the mailbox info@acme.example.
type world struct {
	t       *testing.T
	s       *database.Store
	ctx     context.Context
	client  *ent.Client
	owner   *ent.Member
	mailbox nodeid.ID
}

func newWorld(t *testing.T, s *database.Store) *world {
	t.Helper()
	w := &world{t: t, s: s, ctx: viewer.System(t.Context()), client: s.Client()}
	now := s.Clock().Now()
	acme := newOrganization(w.ctx, w.client.Organization, s)
	w.owner = w.client.Member.Create().SetOrganizationID(acme.ID).SetUserID(w.user("anna@acme.example")).
		SetRole(member.RoleOWNER).SetJoinedAt(now).SaveX(w.ctx)
	service := w.client.MailService.Create().SetName("Acme Mail").SetOrganizationID(acme.ID).SetCreatedAt(now).SaveX(w.ctx)
	w.mailbox = w.client.Mailbox.Create().SetAddress("info@acme.example").SetOrganizationID(acme.ID).
		SetMailServiceID(service.ID).SetCreatedAt(now).SaveX(w.ctx).ID
	w.client.AddressClaim.Create().SetID("shared:info@acme.example").SetAddress("info@acme.example").ExecX(w.ctx)
	return w
}

func (w *world) user(email string) nodeid.ID {
	w.client.AddressClaim.Create().SetID("login:" + email).SetAddress(email).ExecX(w.ctx)
	name, _, _ := strings.Cut(email, "@")
	return w.client.User.Create().SetEmail(email).SetClaimID("login:" + email).SetName(name).
		SetPasswordHash("-").SetCreatedAt(w.s.Clock().Now()).SaveX(w.ctx).ID
}

func (w *world) join(user nodeid.ID, role member.Role) *ent.Member {
	return w.client.Member.Create().SetOrganizationID(w.owner.OrganizationID).SetUserID(user).SetRole(role).
		SetJoinedAt(w.s.Clock().Now()).SaveX(w.ctx)
}

func (w *world) grant(user nodeid.ID) *ent.GrantCreate {
	return w.client.Grant.Create().SetMailboxID(w.mailbox).SetUserID(user).SetOrganizationID(w.owner.OrganizationID).
		SetAddress("info@acme.example").SetClaimID("shared:info@acme.example").
		SetPermissions(permission.Of(permission.Read)).SetGivenAt(w.s.Clock().Now())
}

func (w *world) invitation(token string) *ent.InvitationCreate {
	now := w.s.Clock().Now()
	return w.client.Invitation.Create().SetMailboxID(w.mailbox).SetAddress("info@acme.example").
		SetClaimID("shared:info@acme.example").SetTokenHash([]byte(token)).SetTokenSealed([]byte("-")).
		SetPermissions(permission.Of(permission.Read)).SetExpiresAt(now).SetInviterID(w.owner.UserID).SetCreatedAt(now)
}
