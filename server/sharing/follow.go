package sharing

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"latchkey/ent/accessevent"
	"latchkey/server/audit"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/viewer"
)

// Follow runs change inside tx and tells these users, in every open session,
// what it changed of what they may do with each mailbox: GRANTED, CHANGED or
// REVOKED, by whom and for what reason (nil: none). It locks the rows of these
// users first, so that nothing else changes what they have meanwhile. It reads
// what they have been given, not what their organizations own, unless a role
// came or went.
func (s *Sharing) Follow(ctx context.Context, tx *database.Tx, by nodeid.ID, users []nodeid.ID, reason *accessevent.Reason,
	change func(ctx context.Context) error) error {
	users = inOrder(users)
	if err := lockUsers(ctx, tx, users); err != nil {
		return err
	}
	a := &act{Tx: tx, sharing: s, now: s.Now(), by: by, entries: new([]audit.Entry)}
	before, err := a.holdings(ctx, users)
	if err != nil {
		return err
	}
	if err := change(ctx); err != nil {
		return err
	}
	after, err := a.holdings(ctx, users)
	if err != nil {
		return err
	}
	changes, err := a.differences(ctx, before, after)
	if err != nil || len(changes) == 0 {
		return err
	}
	return a.tellAll(viewer.System(ctx), users, changes, reason)
}

// tellAll writes the events of each user, and then of each mailbox.
func (a *act) tellAll(ctx context.Context, users []nodeid.ID, changes map[nodeid.ID][]change, reason *accessevent.Reason) error {
	actor, err := a.nameOf(ctx, a.by)
	if err != nil {
		return err
	}
	var mailboxes []nodeid.ID
	for _, user := range users {
		theirs := changes[user]
		if len(theirs) == 0 {
			continue
		}
		for i := range theirs {
			theirs[i].reason = reason
			mailboxes = append(mailboxes, theirs[i].mailbox)
		}
		slices.SortFunc(theirs, func(a, b change) int { return cmp.Compare(a.address, b.address) })
		last, err := a.count(ctx, user, len(theirs))
		if err != nil {
			return err
		}
		if err := a.tell(ctx, user, actor, last, theirs); err != nil {
			return err
		}
		// One e-mail a person, of the first: an owner can have thousands of mailboxes.
		if err := a.tellByMail(ctx, user, last-int64(len(theirs))+1); err != nil {
			return err
		}
	}
	return a.tellUsersChanged(ctx, inOrder(mailboxes))
}

// holdings are what some users have: everything in the organizations they
// administer, and what grants give them.
type holdings struct {
	roles  map[userIn]bool
	grants map[userIn]given
}

// userIn is a user with an organization or a mailbox.
type userIn struct{ user, in nodeid.ID }

// given is what a grant gives in one mailbox.
type given struct {
	organization nodeid.ID // that owns it
	address      string
	permissions  permission.Set
}

// of is what a user may do with a mailbox of an organization.
func (h holdings) of(user, mailbox, organization nodeid.ID) permission.Set {
	if h.roles[userIn{user, organization}] {
		return permission.All
	}
	return h.grants[userIn{user, mailbox}].permissions
}

const (
	rolesOf = `
SELECT p.user_id, p.organization_id FROM members p
JOIN organizations o ON o.id = p.organization_id
JOIN users u ON u.id = p.user_id
WHERE p.role IN ('OWNER', 'ADMIN') AND ` + roleAwake + ` AND p.user_id IN `

	grantsOf = `
SELECT g.user_id, g.mailbox_id, m.organization_id, m.address, g.permissions FROM grants g` + grantContext + `
WHERE ` + grantInForce + ` AND ` + grantAwake + ` AND g.user_id IN `
)

// holdings reads what users have, as of this transaction.
func (a *act) holdings(ctx context.Context, users []nodeid.ID) (holdings, error) {
	h := holdings{roles: map[userIn]bool{}, grants: map[userIn]given{}}
	for chunk := range slices.Chunk(users, atOnce) {
		err := each(ctx, a.SQL, a.Rebind(rolesOf+marks(len(chunk))), arguments(chunk), func(scan func(...any) error) error {
			var at userIn
			err := scan(&at.user, &at.in)
			h.roles[at] = true
			return err
		})
		if err != nil {
			return holdings{}, fmt.Errorf("read what roles give: %w", err)
		}
		err = each(ctx, a.SQL, a.Rebind(grantsOf+marks(len(chunk))), append([]any{a.now, a.now}, arguments(chunk)...), func(scan func(...any) error) error {
			var (
				at userIn
				g  given
			)
			err := scan(&at.user, &at.in, &g.organization, &g.address, &g.permissions)
			h.grants[at] = g
			return err
		})
		if err != nil {
			return holdings{}, fmt.Errorf("read what grants give: %w", err)
		}
	}
	return h, nil
}

// differences are what changed for each user, in no order.
func (a *act) differences(ctx context.Context, before, after holdings) (map[nodeid.ID][]change, error) {
	changes := map[nodeid.ID][]change{}
	seen := map[userIn]bool{}
	compare := func(user, mailbox, organization nodeid.ID, address string) {
		had, has := before.of(user, mailbox, organization), after.of(user, mailbox, organization)
		if at := (userIn{user, mailbox}); had != has && !seen[at] {
			seen[at] = true
			changes[user] = append(changes[user], change{mailbox: mailbox, address: address, kind: kindOf(had, has), permissions: has})
		}
	}
	for _, h := range []holdings{before, after} {
		for at, g := range h.grants {
			compare(at.user, at.in, g.organization, g.address)
		}
	}
	members := map[nodeid.ID][]nodeid.ID{} // whose role came or went, by organization
	for _, pair := range [][2]holdings{{before, after}, {after, before}} {
		for at := range pair[0].roles {
			if !pair[1].roles[at] {
				members[at.in] = append(members[at.in], at.user)
			}
		}
	}
	for organization, users := range members {
		query := "SELECT id, address FROM mailboxes WHERE organization_id = ?"
		err := each(ctx, a.SQL, a.Rebind(query), []any{organization}, func(scan func(...any) error) error {
			var (
				mailbox nodeid.ID
				address string
			)
			err := scan(&mailbox, &address)
			for _, user := range users {
				compare(user, mailbox, organization, address)
			}
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("read the mailboxes of an organization: %w", err)
		}
	}
	return changes, nil
}
