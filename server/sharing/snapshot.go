package sharing

import (
	"context"
	"fmt"
	"iter"
	"maps"

	"latchkey/ent"
	"latchkey/ent/grant"
	"latchkey/ent/member"
	"latchkey/server/nodeid"
	"latchkey/server/viewer"
)

// Snapshot is all that one user has at one instant, for lists of mailboxes. It
// takes two statements whatever the length of the list. Never keep one beyond
// the answer it is made for.
type Snapshot struct {
	user   nodeid.ID
	roles  map[nodeid.ID]member.Role // by organization
	grants map[nodeid.ID]*ent.Grant  // by mailbox; those in force
}

// Snapshot reads where the viewer stands with all their mailboxes.
// Refusals: UNAUTHENTICATED.
func (s *Sharing) Snapshot(ctx context.Context) (*Snapshot, error) {
	me, err := viewer.RequireUser(ctx)
	if err != nil {
		return nil, err
	}
	ctx = viewer.System(ctx) // both statements ask for the viewer's own rows only
	members, err := s.store.Client().Member.Query().Where(member.UserID(me)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read memberships: %w", err)
	}
	grants, err := s.store.Client().Grant.Query().Where(grant.UserID(me), s.inForce()).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read grants: %w", err)
	}
	snapshot := &Snapshot{
		user:   me,
		roles:  make(map[nodeid.ID]member.Role, len(members)),
		grants: make(map[nodeid.ID]*ent.Grant, len(grants)),
	}
	for _, m := range members {
		snapshot.roles[m.OrganizationID] = m.Role
	}
	for _, g := range grants {
		snapshot.grants[g.MailboxID] = g
	}
	return snapshot, nil
}

// Of is where the snapshot's user stands with a mailbox.
func (n *Snapshot) Of(m *ent.Mailbox) Standing {
	st := Standing{
		User: n.user, Mailbox: m.ID, Organization: m.OrganizationID, Address: m.Address, Role: n.roles[m.OrganizationID],
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
