package sharing

import (
	"entgo.io/ent/dialect/sql"

	"latchkey/ent/grant"
	"latchkey/ent/invitation"
	"latchkey/ent/mailbox"
	"latchkey/ent/member"
	"latchkey/ent/organization"
	"latchkey/ent/predicate"
	"latchkey/server/nodeid"
)

// listed holds for grants that give something now or will.
func (s *Sharing) listed() predicate.Grant {
	return grant.And(grant.RevokedAtIsNil(), grant.Or(grant.ExpiresAtIsNil(), grant.ExpiresAtGT(s.Now())))
}

// open holds for invitations that can still be accepted.
func (s *Sharing) open() predicate.Invitation {
	return invitation.And(invitation.ClosedAtIsNil(), invitation.ExpiresAtGT(s.Now()))
}

// isAdmin holds for members who have everything by their role.
func isAdmin() predicate.Member { return member.RoleIn(member.RoleOWNER, member.RoleADMIN) }

// ownsMailbox holds for members of the organization that owns a mailbox.
func ownsMailbox(id nodeid.ID) predicate.Member {
	return member.HasOrganizationWith(organization.HasMailboxesWith(mailbox.ID(id)))
}

// notOfAdmins holds for grants whose users do not have everything by their role.
func notOfAdmins() predicate.Grant {
	return heldByMember(sql.NotExists, member.RoleOWNER, member.RoleADMIN)
}

// heldByMember asks whether a grant's user is, or is not, a member of the
// organization that owns the grant's mailbox, in one of these roles if any are given.
func heldByMember(exists func(sql.Querier) *sql.Predicate, roles ...member.Role) predicate.Grant {
	return func(s *sql.Selector) {
		build := sql.Dialect(s.Dialect())
		holder, held := build.Table(member.Table).As("holder"), build.Table(mailbox.Table).As("held")
		q := build.Select(holder.C(member.FieldID)).From(holder).
			Join(held).On(held.C(mailbox.FieldOrganizationID), holder.C(member.FieldOrganizationID)).
			Where(sql.And(
				sql.ColumnsEQ(held.C(mailbox.FieldID), s.C(grant.FieldMailboxID)),
				sql.ColumnsEQ(holder.C(member.FieldUserID), s.C(grant.FieldUserID)),
			))
		if len(roles) > 0 {
			values := make([]any, len(roles))
			for i, role := range roles {
				values[i] = string(role)
			}
			q.Where(sql.In(holder.C(member.FieldRole), values...))
		}
		s.Where(exists(q))
	}
}
