package rule

import (
	"context"
	"time"

	"entgo.io/ent/dialect/sql"

	"latchkey/ent"
	"latchkey/ent/grant"
	"latchkey/ent/invitation"
	"latchkey/ent/mailbox"
	"latchkey/ent/member"
	"latchkey/ent/predicate"
	"latchkey/ent/privacy"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
)

// AllowMailboxesInSight shows mailboxes that the viewer holds a live grant on
// or whose organization they administer.
func AllowMailboxesInSight() privacy.QueryRule {
	return privacy.MailboxQueryRuleFunc(func(ctx context.Context, q *ent.MailboxQuery) error {
		me := acting(ctx)
		q.Where(mailbox.Or(isGivenTo(me, q.Clock.Now()), isOwnedByOrganizationOf(me, member.And(isAdmin(), isTrusted(me)))))
		return privacy.Allow
	})
}

// AllowGrantsInSight shows one's own live grants, and all of mailboxes that one may share.
func AllowGrantsInSight() privacy.QueryRule {
	return privacy.GrantQueryRuleFunc(func(ctx context.Context, q *ent.GrantQuery) error {
		me, now := acting(ctx), q.Clock.Now()
		q.Where(grant.Or(
			grant.And(grant.UserID(me), isLive(now), isAwakeFor(me), grant.HasMailboxWith(welcomes(me))),
			grant.HasMailboxWith(mayShare(me, now)),
		))
		return privacy.Allow
	})
}

// AllowInvitationsInSight shows the invitations of mailboxes that one may share.
func AllowInvitationsInSight() privacy.QueryRule {
	return privacy.InvitationQueryRuleFunc(func(ctx context.Context, q *ent.InvitationQuery) error {
		q.Where(invitation.HasMailboxWith(mayShare(acting(ctx), q.Clock.Now())))
		return privacy.Allow
	})
}

// isGivenTo holds for mailboxes that the user holds a grant on which gives something. It begins
// with the user's grants: the list of one's mailboxes must cost what one has,
// not what the server holds.
func isGivenTo(user nodeid.ID, now time.Time) predicate.Mailbox {
	given := func(s *sql.Selector) {
		s.Where(sql.In(s.C(mailbox.FieldID), chosen(s, grant.Table, grant.FieldMailboxID, grant.UserID(user), isLive(now), isAwakeFor(user))))
	}
	return mailbox.And(given, welcomes(user))
}

// isOwnedByOrganizationOf holds for mailboxes of organizations that the user is such a member of.
func isOwnedByOrganizationOf(user nodeid.ID, such predicate.Member) predicate.Mailbox {
	return func(s *sql.Selector) {
		s.Where(sql.In(s.C(mailbox.FieldOrganizationID), chosen(s, member.Table, member.FieldOrganizationID, member.UserID(user), such)))
	}
}

// hasLiveGrant holds for mailboxes that user has been given, with all these
// permissions, and not lost, nor to a missing second factor.
func hasLiveGrant(user nodeid.ID, now time.Time, with ...permission.Permission) predicate.Mailbox {
	given := mailbox.HasGrantsWith(grant.UserID(user), isLive(now), isAwakeFor(user), allows(permission.Of(with...)))
	return mailbox.And(given, welcomes(user))
}

// mayRead holds for mailboxes whose mail the user may read.
func mayRead(user nodeid.ID, now time.Time) predicate.Mailbox {
	return mailbox.Or(hasLiveGrant(user, now, permission.Read), mailbox.HasOrganizationWith(administers(user)))
}

// mayShare holds for mailboxes whose users one may see and change.
func mayShare(user nodeid.ID, now time.Time) predicate.Mailbox {
	return mailbox.Or(hasLiveGrant(user, now, permission.Share), mailbox.HasOrganizationWith(administers(user)))
}

// isLive holds for grants in force at this instant: not taken back, begun, not over.
func isLive(now time.Time) predicate.Grant {
	return grant.And(
		grant.RevokedAtIsNil(),
		grant.Or(grant.StartsAtIsNil(), grant.StartsAtLTE(now)),
		grant.Or(grant.ExpiresAtIsNil(), grant.ExpiresAtGT(now)),
	)
}

// allows holds for grants that contain every permission of the set, which is stored as bits.
func allows(set permission.Set) predicate.Grant {
	return func(s *sql.Selector) {
		if set.Empty() {
			return
		}
		column := s.C(grant.FieldPermissions)
		s.Where(sql.P(func(b *sql.Builder) {
			b.WriteString("(").Ident(column).WriteString(" & ").Arg(int64(set)).WriteString(") = ").Arg(int64(set))
		}))
	}
}
