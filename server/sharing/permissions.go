package sharing

import (
	"context"
	"fmt"

	"latchkey/ent/member"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// Permissions is what the viewer may do with a mailbox now, read from the
// database: the union of their live grants, everything for owners and admins of
// the owning organization, and None for a mailbox that is none of theirs.
//
// Refusals: UNAUTHENTICATED.
func (s *Sharing) Permissions(ctx context.Context, mailbox nodeid.ID) (permission.Set, error) {
	if v, ok := viewer.FromContext(ctx); ok && v.IsSystem() {
		return permission.All, nil
	}
	st, err := s.Standing(ctx, mailbox)
	return st.Permissions, err
}

// Require refuses when the viewer may not do this with the mailbox now: with
// NOT_FOUND when they have no access at all, otherwise with FORBIDDEN. What is
// allowed counts as use of the mailbox (see Touch).
func (s *Sharing) Require(ctx context.Context, mailbox nodeid.ID, needed permission.Permission) error {
	held, err := s.Permissions(ctx, mailbox)
	switch {
	case err != nil:
		return err
	case held.Empty():
		return refusal.NotFound()
	case !held.Has(needed):
		return lacks(needed)
	}
	s.Touch(ctx, mailbox)
	return nil
}

// Standing is where the viewer stands with a mailbox now; with no permissions
// when it does not exist. Refusals: UNAUTHENTICATED.
func (s *Sharing) Standing(ctx context.Context, mailbox nodeid.ID) (Standing, error) {
	me, err := viewer.RequireUser(ctx)
	if err != nil {
		return Standing{}, err
	}
	st, _, err := s.standing(ctx, s.store.DB(), me, mailbox, s.Now())
	return st, err
}

const classesQuery = `
SELECT g.user_id, g.permissions FROM grants g` + grantContext + `
WHERE g.mailbox_id = ? AND ` + grantInForce + ` AND ` + grantAwake + `
UNION ALL
SELECT p.user_id, ? FROM mailboxes m
JOIN organizations o ON o.id = m.organization_id
JOIN members p ON p.organization_id = o.id
JOIN users u ON u.id = p.user_id
WHERE m.id = ? AND p.role IN (?, ?) AND ` + roleAwake

// ClassesOf is everyone who may read a mailbox now, with all that they may do:
// those who may do the same see the same. One statement. The caller decides
// who learns it.
func (s *Sharing) ClassesOf(ctx context.Context, mailbox nodeid.ID) (map[nodeid.ID]permission.Set, error) {
	now := s.Now()
	rows, err := s.store.DB().QueryContext(ctx, s.store.Rebind(classesQuery),
		mailbox, now, now, int64(permission.All), mailbox, member.RoleOWNER, member.RoleADMIN)
	if err != nil {
		return nil, fmt.Errorf("read who may read a mailbox: %w", err)
	}
	defer rows.Close()
	classes := map[nodeid.ID]permission.Set{}
	for rows.Next() {
		var (
			user nodeid.ID
			set  permission.Set
		)
		if err := rows.Scan(&user, &set); err != nil {
			return nil, fmt.Errorf("read who may read a mailbox: %w", err)
		}
		if union := classes[user].Union(set); union.Has(permission.Read) {
			classes[user] = union
		}
	}
	return classes, rows.Err()
}

// lacks refuses an act on a mailbox that the viewer can see.
func lacks(needed permission.Permission) error {
	return &refusal.Error{
		Code:    refusal.CodeForbidden,
		Message: "Your permissions for this address don’t allow this (" + needed.String() + ").",
		WayOut:  "Ask whoever shared it with you for this permission.",
	}
}
