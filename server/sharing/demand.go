package sharing

import (
	"context"
	"fmt"

	"latchkey/server/nodeid"
	"latchkey/server/viewer"
)

// Demand is something that the viewer has only with a second factor.
type Demand struct {
	// Address of a mailbox; empty when the organization demands it of its members.
	Address          string
	OrganizationName string
	// SharedByName is whoever shared the mailbox; nil when nobody did.
	SharedByName *string
}

// demandsQuery lists organizations before mailboxes. A grant that nothing but
// its organization's policy for members puts under a demand stands under that.
const demandsQuery = `
SELECT '' AS address, o.name AS organization, NULL AS giver, lower(o.name) AS place FROM members p
JOIN organizations o ON o.id = p.organization_id
WHERE p.user_id = ? AND o.members_need_second_factor
UNION ALL
SELECT m.address, o.name, giver.name, m.address FROM grants g` + grantContext + `
LEFT JOIN users giver ON giver.id = g.giver_id
WHERE g.user_id = ? AND g.revoked_at IS NULL AND (g.expires_at IS NULL OR g.expires_at > ?)
	AND (g.requires_second_factor OR p.id IS NULL AND o.guests_need_second_factor)
ORDER BY place`

// Demands are the mailboxes and organizations that demand a second factor of
// the viewer, whether they have one or not: organizations by name, then
// mailboxes by address. Refusals: UNAUTHENTICATED.
func (s *Sharing) Demands(ctx context.Context) ([]Demand, error) {
	me, err := viewer.RequireUser(ctx)
	if err != nil {
		return nil, err
	}
	var ofOrganizations, ofMailboxes []Demand
	err = each(ctx, s.store.DB(), s.store.Rebind(demandsQuery), []any{me, me, s.Now()}, func(scan func(...any) error) error {
		var (
			d     Demand
			place string
		)
		if err := scan(&d.Address, &d.OrganizationName, &d.SharedByName, &place); err != nil {
			return err
		}
		if d.Address == "" {
			ofOrganizations = append(ofOrganizations, d)
		} else {
			ofMailboxes = append(ofMailboxes, d)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read what demands a second factor: %w", err)
	}
	return append(ofOrganizations, ofMailboxes...), nil
}

// Policy is of whom an organization demands a second factor.
type Policy struct{ Members, Guests bool }

// Without counts who has none now.
type Without struct{ Members, Guests int }

const withoutQuery = `
SELECT p.organization_id, COUNT(*), 0 FROM members p
JOIN users u ON u.id = p.user_id
WHERE NOT u.second_factor AND u.deleted_at IS NULL AND p.organization_id IN %[1]s GROUP BY p.organization_id
UNION ALL
SELECT m.organization_id, 0, COUNT(DISTINCT g.user_id) FROM mailboxes m
JOIN grants g ON g.mailbox_id = m.id AND g.revoked_at IS NULL AND (g.expires_at IS NULL OR g.expires_at > ?)
JOIN users u ON u.id = g.user_id
LEFT JOIN members p ON p.organization_id = m.organization_id AND p.user_id = g.user_id
WHERE NOT u.second_factor AND p.id IS NULL AND m.organization_id IN %[1]s GROUP BY m.organization_id`

// WithoutSecondFactor counts the members and guests of organizations who have
// no second factor. The caller decides whom it shows them to.
func (s *Sharing) WithoutSecondFactor(ctx context.Context, organizations []nodeid.ID) (map[nodeid.ID]Without, error) {
	query := s.store.Rebind(fmt.Sprintf(withoutQuery, marks(len(organizations))))
	counts := make(map[nodeid.ID]Without, len(organizations))
	values := append(arguments(organizations, s.Now()), arguments(organizations)...)
	err := each(ctx, s.store.DB(), query, values, func(scan func(...any) error) error {
		var (
			id nodeid.ID
			n  Without
		)
		err := scan(&id, &n.Members, &n.Guests)
		counts[id] = Without{counts[id].Members + n.Members, counts[id].Guests + n.Guests}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("count who has no second factor: %w", err)
	}
	return counts, nil
}
