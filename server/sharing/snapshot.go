package sharing

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"maps"

	"latchkey/ent"
	"latchkey/ent/member"
	"latchkey/server/nodeid"
	"latchkey/server/viewer"
)

// Snapshot is all that one user has at one instant, for lists of mailboxes. It
// takes two statements whatever the length of the list. Never keep one beyond
// the answer it is made for.
type Snapshot struct {
	user         nodeid.ID
	secondFactor bool
	roles        map[nodeid.ID]member.Role // by organization
	demands      map[nodeid.ID]bool        // by organization: a second factor of its members
	grants       map[nodeid.ID]*ent.Grant  // by mailbox; those that give something
}

// Snapshot reads where the viewer stands with all their mailboxes.
// Refusals: UNAUTHENTICATED.
func (s *Sharing) Snapshot(ctx context.Context) (*Snapshot, error) {
	me, err := viewer.RequireUser(ctx)
	if err != nil {
		return nil, err
	}
	snapshot := &Snapshot{user: me, roles: map[nodeid.ID]member.Role{}, demands: map[nodeid.ID]bool{}}
	if err := s.readPlaces(ctx, snapshot); err != nil {
		return nil, fmt.Errorf("read memberships: %w", err)
	}
	// As the system: the viewer's own rows only are asked for.
	grants, err := s.store.Client().Grant.Query().Where(givesTo(me, s.Now())).All(viewer.System(ctx))
	if err != nil {
		return nil, fmt.Errorf("read grants: %w", err)
	}
	snapshot.grants = make(map[nodeid.ID]*ent.Grant, len(grants))
	for _, g := range grants {
		snapshot.grants[g.MailboxID] = g
	}
	return snapshot, nil
}

const placesQuery = `
SELECT u.second_factor, p.organization_id, p.role, o.members_need_second_factor
FROM users u LEFT JOIN members p ON p.user_id = u.id LEFT JOIN organizations o ON o.id = p.organization_id
WHERE u.id = ?`

// readPlaces reads the user's place in each of their organizations, and whether they have a second factor.
func (s *Sharing) readPlaces(ctx context.Context, into *Snapshot) error {
	return each(ctx, s.store.DB(), s.store.Rebind(placesQuery), []any{into.user}, func(scan func(...any) error) error {
		var (
			organization nodeid.ID
			role         sql.NullString
			demands      sql.NullBool
		)
		if err := scan(&into.secondFactor, &organization, &role, &demands); err != nil {
			return err
		}
		if organization != "" {
			into.roles[organization], into.demands[organization] = member.Role(role.String), demands.Bool
		}
		return nil
	})
}

// Of is where the snapshot's user stands with a mailbox.
func (n *Snapshot) Of(m *ent.Mailbox) Standing {
	st := Standing{
		User: n.user, Mailbox: m.ID, Organization: m.OrganizationID, Address: m.Address, Role: n.roles[m.OrganizationID],
		SecondFactor: n.secondFactor, Demanded: n.demands[m.OrganizationID],
	}
	g := n.grants[m.ID]
	if g == nil {
		return st.settle(0, nil)
	}
	st.Grant = g.ID
	return st.settle(g.Permissions, g.ExpiresAt)
}

// Grant is the user's own grant in force on a mailbox; nil when there is none.
func (n *Snapshot) Grant(mailbox nodeid.ID) *ent.Grant { return n.grants[mailbox] }

// Grants are all grants of the user in force, in no order.
func (n *Snapshot) Grants() iter.Seq[*ent.Grant] { return maps.Values(n.grants) }

// Role is what the user is in an organization; empty for an outsider.
func (n *Snapshot) Role(organization nodeid.ID) member.Role { return n.roles[organization] }
