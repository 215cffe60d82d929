package rule

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"latchkey/ent"
	"latchkey/ent/accessevent"
	"latchkey/ent/authenticator"
	"latchkey/ent/grant"
	"latchkey/ent/invitation"
	"latchkey/ent/maildomain"
	"latchkey/ent/mailservice"
	"latchkey/ent/member"
	"latchkey/ent/organization"
	"latchkey/ent/passkey"
	"latchkey/ent/predicate"
	"latchkey/ent/privacy"
	"latchkey/ent/recoverycode"
	"latchkey/ent/session"
	"latchkey/ent/user"
	"latchkey/server/nodeid"
)

// AllowUsersInSight shows oneself, fellow members, whoever gave one access or
// invited one, and whoever has, had or gave access to a mailbox that one may share.
func AllowUsersInSight() privacy.QueryRule {
	return privacy.UserQueryRuleFunc(func(ctx context.Context, q *ent.UserQuery) error {
		me := acting(ctx)
		q.Where(user.Or(
			user.ID(me),
			isFellowOf(me),
			gaveTo(me),
			user.HasGrantsWith(grant.HasMailboxWith(mayShare(me, q.Clock.Now()))),
			user.HasGaveWith(grant.HasMailboxWith(mayShare(me, q.Clock.Now()))),
			user.HasInvitedWith(invitation.HasMailboxWith(mayShare(me, q.Clock.Now()))),
			user.HasMembershipsWith(isAdmin(), member.HasOrganizationWith(organization.HasMailboxesWith(mayShare(me, q.Clock.Now())))),
		))
		return privacy.Allow
	})
}

// AllowOwnSessions shows people their own sessions.
func AllowOwnSessions() privacy.QueryRule {
	return privacy.SessionQueryRuleFunc(func(ctx context.Context, q *ent.SessionQuery) error {
		q.Where(session.UserID(acting(ctx)))
		return privacy.Allow
	})
}

// AllowOwnAuthenticators shows people their own authenticator apps.
func AllowOwnAuthenticators() privacy.QueryRule {
	return privacy.AuthenticatorQueryRuleFunc(func(ctx context.Context, q *ent.AuthenticatorQuery) error {
		q.Where(authenticator.UserID(acting(ctx)))
		return privacy.Allow
	})
}

// AllowOwnPasskeys shows people their own passkeys.
func AllowOwnPasskeys() privacy.QueryRule {
	return privacy.PasskeyQueryRuleFunc(func(ctx context.Context, q *ent.PasskeyQuery) error {
		q.Where(passkey.UserID(acting(ctx)))
		return privacy.Allow
	})
}

// AllowOwnRecoveryCodes shows people how many of theirs are left.
func AllowOwnRecoveryCodes() privacy.QueryRule {
	return privacy.RecoveryCodeQueryRuleFunc(func(ctx context.Context, q *ent.RecoveryCodeQuery) error {
		q.Where(recoverycode.UserID(acting(ctx)))
		return privacy.Allow
	})
}

// AllowOwnAccessEvents shows people what concerns themselves.
func AllowOwnAccessEvents() privacy.QueryRule {
	return privacy.AccessEventQueryRuleFunc(func(ctx context.Context, q *ent.AccessEventQuery) error {
		q.Where(accessevent.UserID(acting(ctx)))
		return privacy.Allow
	})
}

// AllowOrganizationsInSight shows one's own organizations, and those that own a mailbox in sight.
func AllowOrganizationsInSight() privacy.QueryRule {
	return privacy.OrganizationQueryRuleFunc(func(ctx context.Context, q *ent.OrganizationQuery) error {
		me := acting(ctx)
		q.Where(organization.Or(isMember(me), organization.HasMailboxesWith(hasLiveGrant(me, q.Clock.Now()))))
		return privacy.Allow
	})
}

// AllowFellowMembers shows the members of one's own organizations.
func AllowFellowMembers() privacy.QueryRule {
	return privacy.MemberQueryRuleFunc(func(ctx context.Context, q *ent.MemberQuery) error {
		q.Where(member.HasOrganizationWith(isMember(acting(ctx))))
		return privacy.Allow
	})
}

// AllowMailServicesInSight shows the mail services of one's organizations, and those of mailboxes in sight.
func AllowMailServicesInSight() privacy.QueryRule {
	return privacy.MailServiceQueryRuleFunc(func(ctx context.Context, q *ent.MailServiceQuery) error {
		me := acting(ctx)
		q.Where(mailservice.Or(
			mailservice.HasOrganizationWith(isTrustedMember(me)),
			mailservice.HasMailboxesWith(hasLiveGrant(me, q.Clock.Now())),
		))
		return privacy.Allow
	})
}

// AllowMailDomainsInSight shows the domains of one's organizations.
func AllowMailDomainsInSight() privacy.QueryRule {
	return privacy.MailDomainQueryRuleFunc(func(ctx context.Context, q *ent.MailDomainQuery) error {
		q.Where(maildomain.HasMailServiceWith(mailservice.HasOrganizationWith(isTrustedMember(acting(ctx)))))
		return privacy.Allow
	})
}

// isFellowOf holds for members of the user's organizations.
func isFellowOf(me nodeid.ID) predicate.User {
	return func(s *sql.Selector) {
		theirs := func(m *sql.Selector) {
			m.Where(sql.In(m.C(member.FieldOrganizationID), chosen(m, member.Table, member.FieldOrganizationID, member.UserID(me))))
		}
		s.Where(sql.In(s.C(user.FieldID), chosen(s, member.Table, member.FieldUserID, theirs)))
	}
}

// gaveTo holds for whoever gave the user a grant.
func gaveTo(me nodeid.ID) predicate.User {
	return func(s *sql.Selector) {
		s.Where(sql.In(s.C(user.FieldID), chosen(s, grant.Table, grant.FieldGiverID, grant.UserID(me), grant.GiverIDNotNil())))
	}
}

func isMember(user nodeid.ID) predicate.Organization {
	return organization.HasMembersWith(member.UserID(user))
}

// isTrustedMember holds for the organizations of a member whom they let use what they have.
func isTrustedMember(user nodeid.ID) predicate.Organization {
	return organization.And(isMember(user), trusts(user))
}

// administers holds for organizations that give the user everything by their role.
func administers(user nodeid.ID) predicate.Organization {
	return organization.And(organization.HasMembersWith(member.UserID(user), isAdmin()), trusts(user))
}

// isAdmin holds for members who have everything by their role.
func isAdmin() predicate.Member { return member.RoleIn(member.RoleOWNER, member.RoleADMIN) }
