package sharing

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"

	"latchkey/ent"
	"latchkey/ent/grant"
	"latchkey/ent/predicate"
	"latchkey/server/nodeid"
)

// A grant or a role gives nothing while a second factor is demanded that its
// user does not have: it sleeps. Nothing is written when it falls asleep or
// wakes up; every statement that judges access asks the user's row. The user
// comes first in each condition: people with a second factor pay one lookup.

const (
	// grantContext joins to the grants g what decides whether they are awake:
	// the mailbox m, its organization o, the user u and, for members of it, the place p.
	grantContext = `
JOIN mailboxes m ON m.id = g.mailbox_id
JOIN organizations o ON o.id = m.organization_id
JOIN users u ON u.id = g.user_id
LEFT JOIN members p ON p.organization_id = o.id AND p.user_id = g.user_id`

	// policyDemands holds where the organization demands a second factor of this user.
	policyDemands = `(CASE WHEN p.id IS NULL THEN o.guests_need_second_factor ELSE o.members_need_second_factor END)`

	grantAwake = `(u.second_factor OR NOT (g.requires_second_factor OR ` + policyDemands + `))`
	roleAwake  = `(u.second_factor OR NOT o.members_need_second_factor)`

	// grantInForce takes the instant twice.
	grantInForce = `g.revoked_at IS NULL
	AND (g.starts_at IS NULL OR g.starts_at <= ?) AND (g.expires_at IS NULL OR g.expires_at > ?)`
)

// givesTo holds for the grants that give a user something at an instant.
func givesTo(user nodeid.ID, now time.Time) predicate.Grant {
	return func(s *sql.Selector) {
		column := s.C(grant.FieldID)
		s.Where(sql.P(func(b *sql.Builder) {
			b.Ident(column).WriteString(" IN (SELECT g.id FROM grants g" + grantContext + " WHERE g.user_id = ").Arg(user).
				WriteString(" AND " + grantAwake + " AND g.revoked_at IS NULL AND (g.starts_at IS NULL OR g.starts_at <= ").Arg(now).
				WriteString(") AND (g.expires_at IS NULL OR g.expires_at > ").Arg(now).WriteString("))")
		}))
	}
}

// Holder is what a Users table shows of the user of a grant, as of now.
type Holder struct {
	// Member of the owning organization.
	Member bool
	// SecondFactor says that the user has one.
	SecondFactor bool
	// Asleep says that the grant gives nothing until the user has one.
	Asleep bool
}

// StateOf is a grant's state at an instant, for its holder.
func (h Holder) StateOf(g *ent.Grant, now time.Time) State {
	state := StateOfGrant(g, now)
	if state == Active && h.Asleep {
		return NeedsSecondFactor
	}
	return state
}

const holdersQuery = `
SELECT g.id, p.id IS NOT NULL, u.second_factor, NOT ` + grantAwake + `
FROM grants g` + grantContext + ` WHERE g.id IN `

// Holders reads who holds these grants, in one statement. The caller decides
// whom it shows them to.
func (s *Sharing) Holders(ctx context.Context, grants []nodeid.ID) (map[nodeid.ID]Holder, error) {
	holders := make(map[nodeid.ID]Holder, len(grants))
	query := s.store.Rebind(holdersQuery + marks(len(grants)))
	err := each(ctx, s.store.DB(), query, arguments(grants), func(scan func(...any) error) error {
		var (
			id nodeid.ID
			h  Holder
		)
		err := scan(&id, &h.Member, &h.SecondFactor, &h.Asleep)
		holders[id] = h
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read who holds grants: %w", err)
	}
	return holders, nil
}
