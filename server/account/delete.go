package account

import (
	"context"
	"fmt"

	"latchkey/ent"
	"latchkey/ent/authenticator"
	"latchkey/ent/challenge"
	"latchkey/ent/member"
	"latchkey/ent/organization"
	"latchkey/ent/passkey"
	"latchkey/ent/recoverycode"
	"latchkey/ent/session"
	"latchkey/ent/user"
	"latchkey/server/audit"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// Delete deletes the viewer's account; nothing brings it back. What others
// remember of it keeps its name, and nothing else: the address is free again.
//
// Refusals: UNAUTHENTICATED, STEP_UP_REQUIRED, LAST_OWNER.
func (a *Accounts) Delete(ctx context.Context) error {
	me, err := viewer.RequireStepUp(ctx, a.clock.Now())
	if err != nil {
		return err
	}
	v, _ := viewer.FromContext(ctx)
	err = database.Write(viewer.System(ctx), a.store, func(ctx context.Context, tx *database.Tx) error {
		acts, err := tx.Session.Query().Where(session.ID(v.Session), session.UserID(me), session.EndedAtIsNil()).Exist(ctx)
		if err != nil {
			return fmt.Errorf("delete an account: %w", err)
		}
		if !acts {
			return refusal.Unauthenticated()
		}
		return a.access.Depart(ctx, tx, me, func(ctx context.Context) ([]audit.Entry, error) { return a.erase(ctx, tx, me) })
	})
	if database.IsLastOwner(err) { // another owner went at the same time
		return refusal.LastOwner()
	}
	return err
}

// erase takes the user out of everything that is not sharing's.
func (a *Accounts) erase(ctx context.Context, tx *database.Tx, me nodeid.ID) ([]audit.Entry, error) {
	obstacles, empty, err := leftBehind(ctx, tx.Client(), me)
	if err != nil {
		return nil, err
	}
	if err := lastOwner(obstacles); err != nil {
		return nil, err
	}
	for _, step := range []func() error{
		func() error { return a.people.EndSessions(ctx, tx, me, "") },
		func() error { return dissolve(ctx, tx, empty) },
		func() error { return a.resign(ctx, tx, me) },
		func() error { return forget(ctx, tx, me) },
		func() error { return a.blank(ctx, tx, me) },
	} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	var entries []audit.Entry
	for _, o := range empty {
		entries = append(entries, audit.Entry{
			Action: "organization.deleted", Actor: me, Organization: o.ID, Detail: map[string]any{"name": o.Name},
		})
	}
	return append(entries, audit.Entry{Action: "account.deleted", Actor: me, Subject: me}), nil
}

// resign gives up every membership. Whoever looks at the users of a mailbox
// that came with a role sees them go.
func (a *Accounts) resign(ctx context.Context, tx *database.Tx, me nodeid.ID) error {
	return a.access.Follow(ctx, tx, me, []nodeid.ID{me}, nil, func(ctx context.Context) error {
		if _, err := tx.Member.Delete().Where(member.UserID(me)).Exec(ctx); err != nil {
			return fmt.Errorf("leave organizations: %w", err)
		}
		return nil
	})
}

// dissolve deletes organizations that hold nothing and nobody else. Access that
// ended long ago, and was listed under one of them, is listed under the
// mailbox's own from then on: it is history that others see.
func dissolve(ctx context.Context, tx *database.Tx, empty []*ent.Organization) error {
	for _, o := range empty {
		_, err := tx.SQL.ExecContext(ctx, tx.Rebind(
			`UPDATE grants SET organization_id = (SELECT m.organization_id FROM mailboxes m WHERE m.id = grants.mailbox_id)
			 WHERE organization_id = ?`), o.ID)
		if err != nil {
			return fmt.Errorf("move the history of an organization: %w", err)
		}
		if _, err := tx.Organization.Delete().Where(organization.ID(o.ID)).Exec(ctx); err != nil {
			return fmt.Errorf("delete an organization: %w", err)
		}
	}
	return nil
}

// forget deletes what a user proves themselves with.
func forget(ctx context.Context, tx *database.Tx, me nodeid.ID) error {
	for _, what := range []func(context.Context) (int, error){
		tx.Challenge.Delete().Where(challenge.UserID(me)).Exec,
		tx.Session.Delete().Where(session.UserID(me)).Exec,
		tx.Authenticator.Delete().Where(authenticator.UserID(me)).Exec,
		tx.Passkey.Delete().Where(passkey.UserID(me)).Exec,
		tx.RecoveryCode.Delete().Where(recoverycode.UserID(me)).Exec,
	} {
		if _, err := what(ctx); err != nil {
			return fmt.Errorf("forget a user: %w", err)
		}
	}
	return nil
}

// blank leaves of a user what others remember: the name. The id takes the
// address's place, and a claim of its own as the database demands; no mail
// address is written like it, so nobody signs in with it.
func (a *Accounts) blank(ctx context.Context, tx *database.Tx, me nodeid.ID) error {
	claim, err := tx.AddressClaim.Create().SetID("login:" + me.String()).SetAddress(me.String()).Save(ctx)
	if err != nil {
		return fmt.Errorf("claim a deleted user's id: %w", err)
	}
	err = tx.User.Update().Where(user.ID(me)).
		SetEmail(me.String()).SetClaimID(claim.ID).SetPasswordHash("").ClearPasswordChangedAt().SetSecondFactor(false).
		SetPhone("").ClearLanguage().SetTimeZone("").SetTheme(user.ThemeSYSTEM).SetDeletedAt(a.clock.Now()).Exec(ctx)
	if err != nil {
		return fmt.Errorf("blank a user: %w", err)
	}
	return nil
}
