package sharing

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"latchkey/ent"
	"latchkey/ent/grant"
	"latchkey/ent/invitation"
	"latchkey/ent/member"
	"latchkey/ent/predicate"
	"latchkey/ent/user"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// Row of a mailbox's Users table: a Member, a Grant or an Invitation.
type Row struct {
	Node   ent.Noder
	Cursor ent.Cursor
}

// Table is everyone with access to a mailbox and every pending invitation:
// owners, admins, grants by the user's name, invitations newest first.
type Table struct {
	sharing *Sharing
	mailbox nodeid.ID
	owner   nodeid.ID // the organization
	filter  string
	closed  bool // to the viewer
}

// maxFilter is in octets: no name or address is longer.
const maxFilter = 254

// Users opens the Users table of a mailbox, narrowed to names and addresses
// that hold filter. It is empty for those who may not share the mailbox.
//
// Refusals: VALIDATION_FAILED (filter).
func (s *Sharing) Users(ctx context.Context, mailbox nodeid.ID, filter string) (*Table, error) {
	if len(filter) > maxFilter || !utf8.ValidString(filter) || strings.ContainsRune(filter, 0) {
		return nil, refusal.Invalid("filter", "Search for fewer letters of a name or an address.")
	}
	st, err := s.Standing(ctx, mailbox)
	if err != nil {
		return nil, err
	}
	return &Table{
		sharing: s, mailbox: mailbox, owner: st.Organization, filter: strings.TrimSpace(filter),
		closed: !st.Permissions.Has(permission.Share),
	}, nil
}

// Page reads the first rows after a cursor, and tells whether more follow. It
// takes one statement a section, whatever the length of the table.
// Refusals: VALIDATION_FAILED (after).
func (t *Table) Page(ctx context.Context, first int, after *ent.Cursor) (rows []Row, more bool, err error) {
	if t.closed {
		return nil, false, nil
	}
	from, err := placeAfter(after)
	if err != nil {
		return nil, false, err
	}
	ctx = viewer.System(ctx) // the viewer may share the mailbox: that was checked
	for s := from.section; s < sectionCount; s++ {
		read, err := t.read(ctx, s, from, first+1-len(rows))
		if err != nil {
			return nil, false, fmt.Errorf("read the users of a mailbox: %w", err)
		}
		rows = append(rows, read...)
		if len(rows) > first {
			return rows[:first], true, nil
		}
		from = place{}
	}
	return rows, false, nil
}

// Count is how many rows the table has.
func (t *Table) Count(ctx context.Context) (int, error) {
	if t.closed {
		return 0, nil
	}
	ctx = viewer.System(ctx)
	members, err := t.members(member.RoleOWNER, member.RoleADMIN).Count(ctx)
	if err != nil {
		return 0, fmt.Errorf("count owners and admins: %w", err)
	}
	grants, err := t.grants().Count(ctx)
	if err != nil {
		return 0, fmt.Errorf("count grants: %w", err)
	}
	invitations, err := t.invitations().Count(ctx)
	if err != nil {
		return 0, fmt.Errorf("count invitations: %w", err)
	}
	return members + grants + invitations, nil
}

func (t *Table) members(roles ...member.Role) *ent.MemberQuery {
	q := t.sharing.store.Client().Member.Query().Where(member.OrganizationID(t.owner), member.RoleIn(roles...))
	if t.filter != "" {
		q.Where(member.HasUserWith(t.matching()))
	}
	return q
}

func (t *Table) grants() *ent.GrantQuery {
	q := t.sharing.store.Client().Grant.Query().Where(grant.MailboxID(t.mailbox), t.sharing.listed(), notOfAdmins())
	if t.filter != "" {
		q.Where(grant.HasUserWith(t.matching()))
	}
	return q
}

func (t *Table) invitations() *ent.InvitationQuery {
	q := t.sharing.store.Client().Invitation.Query().Where(invitation.MailboxID(t.mailbox), t.sharing.open())
	if t.filter != "" {
		q.Where(invitation.EmailContainsFold(t.filter))
	}
	return q
}

func (t *Table) matching() predicate.User {
	return user.Or(user.NameContainsFold(t.filter), user.EmailContainsFold(t.filter))
}

// place is where a page begins: in a section, behind a row. A row is found by
// what its section is sorted by (a name, an instant) and its id.
type place struct {
	section section
	key     string
	id      nodeid.ID
}

func (p place) begins() bool { return p.id == "" }

// cursorOf is opaque outside; its value is the section's letter and the key.
func cursorOf(s section, key string, id nodeid.ID) ent.Cursor {
	return ent.Cursor{ID: id, Value: s.letter() + key}
}

func placeAfter(c *ent.Cursor) (place, error) {
	if c == nil {
		return place{}, nil
	}
	value, _ := c.Value.(string)
	for s := range sectionCount {
		key, ours := strings.CutPrefix(value, s.letter())
		if !ours || c.ID == "" {
			continue
		}
		if _, err := time.Parse(time.RFC3339Nano, key); err != nil && s == invitations {
			break
		}
		return place{section: s, key: key, id: c.ID}, nil
	}
	return place{}, refusal.Invalid("after", "This cursor does not belong to this list. Start again without it.")
}
