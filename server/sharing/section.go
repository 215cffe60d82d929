package sharing

import (
	"context"
	"time"

	"latchkey/ent"
	"latchkey/ent/grant"
	"latchkey/ent/invitation"
	"latchkey/ent/member"
	"latchkey/ent/user"
)

// section is a part of the Users table, sorted in its own way.
type section int

// The sections, in the table's order.
const (
	owners section = iota
	admins
	grants
	invitations
	sectionCount
)

// letter begins the cursors of a section.
func (s section) letter() string { return "oagi"[s : s+1] }

// read reads the first rows of a section behind a place in it.
func (t *Table) read(ctx context.Context, s section, from place, limit int) ([]Row, error) {
	switch s {
	case owners:
		return t.readMembers(ctx, s, member.RoleOWNER, from, limit)
	case admins:
		return t.readMembers(ctx, s, member.RoleADMIN, from, limit)
	case grants:
		return t.readGrants(ctx, from, limit)
	default:
		return t.readInvitations(ctx, from, limit)
	}
}

func (t *Table) readMembers(ctx context.Context, s section, role member.Role, from place, limit int) ([]Row, error) {
	q := t.members(role).WithUser()
	if !from.begins() {
		q.Where(member.Or(
			member.HasUserWith(user.NameGT(from.key)),
			member.And(member.HasUserWith(user.Name(from.key)), member.IDGT(from.id)),
		))
	}
	found, err := q.Order(member.ByUserField(user.FieldName), member.ByID()).Limit(limit).All(ctx)
	rows := make([]Row, len(found))
	for i, m := range found {
		rows[i] = Row{Node: m, Cursor: cursorOf(s, m.Edges.User.Name, m.ID)}
	}
	return rows, err
}

func (t *Table) readGrants(ctx context.Context, from place, limit int) ([]Row, error) {
	q := t.grants().WithUser()
	if !from.begins() {
		q.Where(grant.Or(
			grant.HasUserWith(user.NameGT(from.key)),
			grant.And(grant.HasUserWith(user.Name(from.key)), grant.IDGT(from.id)),
		))
	}
	found, err := q.Order(grant.ByUserField(user.FieldName), grant.ByID()).Limit(limit).All(ctx)
	rows := make([]Row, len(found))
	for i, g := range found {
		rows[i] = Row{Node: g, Cursor: cursorOf(grants, g.Edges.User.Name, g.ID)}
	}
	return rows, err
}

func (t *Table) readInvitations(ctx context.Context, from place, limit int) ([]Row, error) {
	q := t.invitations()
	if !from.begins() {
		at, err := time.Parse(time.RFC3339Nano, from.key)
		if err != nil {
			return nil, err
		}
		q.Where(invitation.Or(
			invitation.CreatedAtLT(at),
			invitation.And(invitation.CreatedAt(at), invitation.IDLT(from.id)),
		))
	}
	found, err := q.Order(ent.Desc(invitation.FieldCreatedAt, invitation.FieldID)).Limit(limit).All(ctx)
	rows := make([]Row, len(found))
	for i, inv := range found {
		rows[i] = Row{Node: inv, Cursor: cursorOf(invitations, inv.CreatedAt.UTC().Format(time.RFC3339Nano), inv.ID)}
	}
	return rows, err
}
