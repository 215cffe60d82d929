package sharing

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect"

	"latchkey/ent"
	"latchkey/ent/accessevent"
	"latchkey/ent/member"
	"latchkey/server/audit"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// PolicyChange is what an update asks for; nil fields stay as they are.
type PolicyChange struct{ Members, Guests *bool }

// UpdatePolicy says of whom an organization demands a second factor, from the
// commit on. Whoever loses or gets back access by it is told, in the same
// transaction. A change that changes nothing leaves no trace.
//
// Refusals: UNAUTHENTICATED, STEP_UP_REQUIRED, NOT_FOUND, FORBIDDEN,
// SECOND_FACTOR_REQUIRED (nobody demands of members what they lack themselves).
func (s *Sharing) UpdatePolicy(ctx context.Context, organization nodeid.ID, asked PolicyChange) (*ent.Organization, error) {
	me, err := viewer.RequireStepUp(ctx, s.Now())
	if err != nil {
		return nil, err
	}
	return perform(ctx, s, me, func(ctx context.Context, a *act) (*ent.Organization, error) {
		if err := a.lockPolicyAlone(ctx, organization); err != nil {
			return nil, err
		}
		users, err := a.everyoneOf(ctx, organization)
		if err != nil {
			return nil, err
		}
		if err := lockUsers(ctx, a.Tx, append(users, me)); err != nil {
			return nil, err
		}
		before, err := a.mayDemand(ctx, organization, asked)
		if err != nil {
			return nil, err
		}
		write := before.Update().SetNillableMembersNeedSecondFactor(asked.Members).SetNillableGuestsNeedSecondFactor(asked.Guests)
		var after *ent.Organization
		reason := accessevent.ReasonSECOND_FACTOR
		err = s.Follow(ctx, a.Tx, me, users, &reason, func(ctx context.Context) (err error) {
			after, err = write.Save(ctx)
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("change the policy of an organization: %w", err)
		}
		if policyOf(after) != policyOf(before) {
			a.recordPolicy(after)
		}
		return after, nil
	})
}

// mayDemand reads an organization for somebody who may change its policy so.
func (a *act) mayDemand(ctx context.Context, organization nodeid.ID, asked PolicyChange) (*ent.Organization, error) {
	place, err := a.Member.Query().Where(member.OrganizationID(organization), member.UserID(a.by)).
		WithOrganization().WithUser().Only(ctx)
	if ent.IsNotFound(err) {
		return nil, refusal.NotFound()
	}
	if err != nil {
		return nil, fmt.Errorf("read a membership: %w", err)
	}
	demanded := place.Edges.Organization.MembersNeedSecondFactor || asked.Members != nil && *asked.Members
	switch {
	case place.Role != member.RoleOWNER && place.Role != member.RoleADMIN:
		return nil, refusal.Forbidden("Only owners and admins of " + place.Edges.Organization.Name + " may say of whom it demands a second factor.")
	case demanded && !place.Edges.User.SecondFactor:
		return nil, refusal.SecondFactorRequired()
	}
	return place.Edges.Organization, nil
}

func policyOf(o *ent.Organization) Policy {
	return Policy{Members: o.MembersNeedSecondFactor, Guests: o.GuestsNeedSecondFactor}
}

func (a *act) recordPolicy(o *ent.Organization) {
	*a.entries = append(*a.entries, audit.Entry{
		Action: "policy.changed", Actor: a.by, Organization: o.ID, Subject: o.ID,
		Detail: map[string]any{"members": o.MembersNeedSecondFactor, "guests": o.GuestsNeedSecondFactor},
	})
}

const everyoneQuery = `
SELECT user_id FROM members WHERE organization_id = ?
UNION
SELECT g.user_id FROM mailboxes m JOIN grants g ON g.mailbox_id = m.id AND g.revoked_at IS NULL WHERE m.organization_id = ?`

// everyoneOf are the members and guests of an organization. All of them are
// locked, with a second factor or without: one who loses it at the same time
// is met before or told after.
func (a *act) everyoneOf(ctx context.Context, organization nodeid.ID) (users []nodeid.ID, err error) {
	err = each(ctx, a.SQL, a.Rebind(everyoneQuery), []any{organization, organization}, func(scan func(...any) error) error {
		var user nodeid.ID
		err := scan(&user)
		users = append(users, user)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read who has to do with an organization: %w", err)
	}
	return users, nil
}

// Acts in the mailboxes of an organization share this lock on PostgreSQL; a
// change of its policy has it alone. Without it an access that is being given
// would miss a demand that is being made, and nobody would be told.
const (
	policyShared = `SELECT pg_advisory_xact_lock_shared(hashtextextended('policy:' || organization_id, 0)) FROM mailboxes WHERE id = $1`
	policyAlone  = `SELECT pg_advisory_xact_lock(hashtextextended('policy:' || $1::text, 0))`
)

// lockPolicy keeps the policy for a mailbox as it is. It comes after the lock of the mailbox.
func lockPolicy(ctx context.Context, tx *database.Tx, mailbox nodeid.ID) error {
	if _, err := tx.SQL.ExecContext(ctx, policyShared, mailbox); err != nil {
		return fmt.Errorf("lock the policy of an organization: %w", err)
	}
	return nil
}

func (a *act) lockPolicyAlone(ctx context.Context, organization nodeid.ID) error {
	if a.Dialect() != dialect.Postgres {
		return nil
	}
	if _, err := a.SQL.ExecContext(ctx, policyAlone, organization); err != nil {
		return fmt.Errorf("lock the policy of an organization: %w", err)
	}
	return nil
}
