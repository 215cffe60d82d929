package rule

import (
	"entgo.io/ent/dialect/sql"

	"latchkey/ent/grant"
	"latchkey/ent/mailbox"
	"latchkey/ent/member"
	"latchkey/ent/organization"
	"latchkey/ent/predicate"
	"latchkey/server/nodeid"
)

// A demand for a second factor that is not met takes away what a grant or a
// role gives. That the user has one is asked first, and once a statement: it
// does not hang on the rows. Each predicate is one condition (ent joins the
// conditions of an alternative by OR), and is written out because these stand
// in every statement several times.

// hasSecondFactor holds for every row while the user has one, for none otherwise.
func hasSecondFactor(b *sql.Builder, me nodeid.ID) *sql.Builder {
	return b.WriteString("EXISTS (SELECT 1 FROM users myself WHERE myself.id = ").Arg(me).WriteString(" AND myself.second_factor)")
}

// unless holds where the user has a second factor, or this condition does.
func unless(me nodeid.ID, condition func(b *sql.Builder)) *sql.Predicate {
	return sql.P(func(b *sql.Builder) {
		hasSecondFactor(b.WriteString("("), me).WriteString(" OR ")
		condition(b)
		b.WriteString(")")
	})
}

// isAwakeFor holds for grants that demand nothing which the user lacks. What
// the mailbox's organization demands is asked by welcomes.
func isAwakeFor(me nodeid.ID) predicate.Grant {
	return func(s *sql.Selector) {
		demanding := s.C(grant.FieldRequiresSecondFactor)
		s.Where(unless(me, func(b *sql.Builder) { b.WriteString("NOT ").Ident(demanding) }))
	}
}

// welcomes holds for mailboxes whose organization demands nothing of the user
// that they lack: as a member of it, or as a guest.
func welcomes(me nodeid.ID) predicate.Mailbox {
	return func(s *sql.Selector) {
		owner := s.C(mailbox.FieldOrganizationID)
		s.Where(unless(me, func(b *sql.Builder) {
			b.WriteString("NOT EXISTS (SELECT 1 FROM organizations host WHERE host.id = ").Ident(owner).
				WriteString(" AND (host.members_need_second_factor OR host.guests_need_second_factor)").
				WriteString(" AND CASE WHEN EXISTS (SELECT 1 FROM members place WHERE place.organization_id = host.id AND place.user_id = ").Arg(me).
				WriteString(") THEN host.members_need_second_factor ELSE host.guests_need_second_factor END)")
		}))
	}
}

// trusts holds for organizations that demand nothing of their member that they lack.
func trusts(me nodeid.ID) predicate.Organization {
	return func(s *sql.Selector) {
		demanding := s.C(organization.FieldMembersNeedSecondFactor)
		s.Where(unless(me, func(b *sql.Builder) { b.WriteString("NOT ").Ident(demanding) }))
	}
}

// isTrusted holds for the places of a user in organizations that trust them.
func isTrusted(me nodeid.ID) predicate.Member {
	return func(s *sql.Selector) {
		place := s.C(member.FieldOrganizationID)
		s.Where(unless(me, func(b *sql.Builder) {
			b.WriteString("NOT EXISTS (SELECT 1 FROM organizations host WHERE host.id = ").Ident(place).
				WriteString(" AND host.members_need_second_factor)")
		}))
	}
}
