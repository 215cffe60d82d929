package sharing

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"latchkey/ent/member"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
)

// Standing is where one user stands with one mailbox now: what they may do,
// and so the most that they can give.
type Standing struct {
	User         nodeid.ID
	Mailbox      nodeid.ID
	Organization nodeid.ID // that owns it
	Address      string
	// Role in the owning organization; empty for outsiders.
	Role member.Role
	// Grant in force and awake; empty when there is none.
	Grant nodeid.ID
	// SecondFactor says that the user has one, Demanded that the owning
	// organization demands one of this user.
	SecondFactor, Demanded bool
	// Asleep says that a grant or a role would give more if the user had one.
	Asleep bool
	// Permissions are the union of the grant's and those that come with the role.
	Permissions permission.Set
	// Until is when they end by themselves; nil: never.
	Until *time.Time
}

// IsAdmin tells whether the user is an owner or admin, asleep or not.
func (st Standing) IsAdmin() bool {
	return st.Role == member.RoleOWNER || st.Role == member.RoleADMIN
}

// Administers tells whether everything comes with the user's role.
func (st Standing) Administers() bool { return st.IsAdmin() && !st.lacks(false) }

// lacks tells whether a second factor is demanded, by the organization or by
// these terms too, that the user does not have.
func (st Standing) lacks(demanded bool) bool { return (demanded || st.Demanded) && !st.SecondFactor }

// IsMember tells whether the user is a member of the owning organization.
func (st Standing) IsMember() bool { return st.Role != "" }

// settle works out what the role and the grant together give.
func (st Standing) settle(granted permission.Set, until *time.Time) Standing {
	st.Permissions, st.Until = granted, until
	if st.Administers() {
		st.Permissions, st.Until = permission.All, nil
	}
	return st
}

// standingQuery reads a mailbox with what one user has of it, in one statement.
const standingQuery = `
SELECT m.organization_id, m.address, COALESCE(u.second_factor, FALSE), ` + policyDemands + `,
	p.role, g.id, g.permissions, g.expires_at, g.requires_second_factor
FROM mailboxes m
JOIN organizations o ON o.id = m.organization_id
LEFT JOIN users u ON u.id = ?
LEFT JOIN members p ON p.organization_id = m.organization_id AND p.user_id = ?
LEFT JOIN grants g ON g.mailbox_id = m.id AND g.user_id = ? AND ` + grantInForce + `
WHERE m.id = ?`

// rowQuerier is a pool or a transaction.
type rowQuerier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// standing reads from the database where a user stands; found is false when
// there is no such mailbox.
func (s *Sharing) standing(ctx context.Context, db rowQuerier, user, mailbox nodeid.ID, now time.Time) (st Standing, found bool, err error) {
	var (
		role    sql.NullString
		held    nodeid.ID
		granted sql.NullInt64
		until   sql.NullTime
		demands sql.NullBool
	)
	st = Standing{User: user, Mailbox: mailbox}
	row := db.QueryRowContext(ctx, s.store.Rebind(standingQuery), user, user, user, now, now, mailbox)
	err = row.Scan(&st.Organization, &st.Address, &st.SecondFactor, &st.Demanded, &role, &held, &granted, &until, &demands)
	if errors.Is(err, sql.ErrNoRows) {
		return Standing{}, false, nil
	}
	if err != nil {
		return Standing{}, false, fmt.Errorf("read what a user may do: %w", err)
	}
	st.Role = member.Role(role.String)
	st.Asleep = st.IsAdmin() && !st.Administers()
	if held == "" {
		return st.settle(0, nil), true, nil
	}
	if st.lacks(demands.Bool) {
		st.Asleep = true
		return st.settle(0, nil), true, nil
	}
	st.Grant = held
	var end *time.Time
	if until.Valid {
		end = instant(&until.Time)
	}
	return st.settle(permission.Set(granted.Int64), end), true, nil
}
