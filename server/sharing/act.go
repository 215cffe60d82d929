package sharing

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"entgo.io/ent/dialect"

	"latchkey/ent"
	"latchkey/ent/grant"
	"latchkey/ent/member"
	"latchkey/server/audit"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// act is one change of access in one transaction: at what instant, by whom.
// Inside, everything is read and written as the system; what the actor may do
// is asked by standing.
type act struct {
	*database.Tx
	sharing *Sharing
	now     time.Time
	by      nodeid.ID // empty when time does it
	entries *[]audit.Entry
}

// touched are the mailboxes whose users or invitations the act changed, in a
// fixed order, so that two acts never wait for each other's rows in a circle.
func (a *act) touched() []nodeid.ID {
	var mailboxes []nodeid.ID
	for _, entry := range *a.entries {
		if entry.Mailbox != "" {
			mailboxes = append(mailboxes, entry.Mailbox)
		}
	}
	return inOrder(mailboxes)
}

// perform runs f in one transaction, tells the mailboxes that it changed, and then appends to the audit log what f
// recorded: the log is one chain that others wait for, and who waits for a row
// while holding it would have them wait in a circle. It may run f more than once.
func perform[T any](ctx context.Context, s *Sharing, by nodeid.ID, f func(ctx context.Context, a *act) (T, error)) (T, error) {
	return database.InTx(viewer.System(ctx), s.store, func(ctx context.Context, tx *database.Tx) (T, error) {
		return within(ctx, s, tx, by, f)
	})
}

// within is perform inside a transaction of somebody else's, who does nothing after it.
func within[T any](ctx context.Context, s *Sharing, tx *database.Tx, by nodeid.ID, f func(ctx context.Context, a *act) (T, error)) (T, error) {
	var entries []audit.Entry
	a := &act{Tx: tx, sharing: s, now: s.Now(), by: by, entries: &entries}
	result, err := f(ctx, a)
	if err == nil {
		err = a.tellUsersChanged(ctx, a.touched())
	}
	for _, entry := range entries {
		if err == nil {
			err = audit.Append(ctx, tx, entry)
		}
	}
	return result, err
}

// byTime is the same act, done by nobody.
func (a *act) byTime() *act {
	timely := *a
	timely.by = ""
	return &timely
}

// lock makes all changes of access to one mailbox happen one after the other,
// so that what is checked still holds when it is written. SQLite has one
// writer anyway. It comes first of all locks, users' rows and the audit log last.
func (a *act) lock(ctx context.Context, mailbox nodeid.ID) error {
	if a.Dialect() != dialect.Postgres {
		return nil
	}
	if _, err := a.SQL.ExecContext(ctx, "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", "access:"+mailbox.String()); err != nil {
		return fmt.Errorf("lock the access to a mailbox: %w", err)
	}
	if err := lockPolicy(ctx, a.Tx, mailbox); err != nil {
		return err
	}
	a.now = a.sharing.Now() // the wait may have been long
	return nil
}

// lockUsers locks the rows of users, in the order of their ids: nothing that
// changes what they may do happens beside it. It comes after the lock of a mailbox.
func lockUsers(ctx context.Context, tx *database.Tx, users []nodeid.ID) error {
	if tx.Dialect() != dialect.Postgres {
		return nil
	}
	for chunk := range slices.Chunk(inOrder(users), atOnce) {
		// NO KEY: whoever writes a row that refers to a user need not wait.
		lock := tx.Rebind("SELECT id FROM users WHERE id IN " + marks(len(chunk)) + " ORDER BY id FOR NO KEY UPDATE")
		if _, err := tx.SQL.ExecContext(ctx, lock, arguments(chunk)...); err != nil {
			return fmt.Errorf("lock users: %w", err)
		}
	}
	return nil
}

// atOnce bounds how many rows one statement names or writes.
const atOnce = 500

// inOrder are ids sorted, each once.
func inOrder(ids []nodeid.ID) []nodeid.ID {
	sorted := slices.Clone(ids)
	slices.Sort(sorted)
	return slices.Compact(sorted)
}

// standing is where a user stands with the mailbox, as of this transaction.
func (a *act) standing(ctx context.Context, user, mailbox nodeid.ID) (Standing, error) {
	st, found, err := a.sharing.standing(ctx, a.SQL, user, mailbox, a.now)
	if err == nil && !found {
		err = refusal.NotFound()
	}
	return st, err
}

// sharer locks the mailbox and returns where the actor stands, who must hold SHARE.
func (a *act) sharer(ctx context.Context, mailbox nodeid.ID) (Standing, error) {
	if err := a.lock(ctx, mailbox); err != nil {
		return Standing{}, err
	}
	st, err := a.standing(ctx, a.by, mailbox)
	if err != nil {
		return Standing{}, err
	}
	err = mayShare(st, "")
	if !errors.Is(err, refusal.Forbidden("")) {
		return st, err
	}
	owner, err := a.Member.Query().
		Where(member.OrganizationID(st.Organization), member.RoleEQ(member.RoleOWNER)).
		WithUser().Order(ent.Asc(member.FieldJoinedAt, member.FieldID)).First(ctx)
	if err != nil {
		return Standing{}, fmt.Errorf("find an owner to ask: %w", err)
	}
	return Standing{}, mayShare(st, owner.Edges.User.Name)
}

// refuseAccess answers ALREADY_HAS_ACCESS when the user can use the mailbox
// already, or will. An access that is over, and that the sweep has not met
// yet, is ended on the way.
func (a *act) refuseAccess(ctx context.Context, user, mailbox nodeid.ID) error {
	if err := lockUsers(ctx, a.Tx, []nodeid.ID{user}); err != nil {
		return err
	}
	st, err := a.standing(ctx, user, mailbox)
	if err != nil {
		return err
	}
	held, err := a.Grant.Query().Where(grant.MailboxID(mailbox), grant.UserID(user), grant.RevokedAtIsNil()).Only(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return fmt.Errorf("look for a grant: %w", err)
	}
	if held != nil && isOver(held.ExpiresAt, a.now) {
		if err := a.end(ctx, held, grant.EndedAsEXPIRED); err != nil {
			return err
		}
		held = nil
	}
	if held == nil && !st.IsAdmin() {
		return nil
	}
	if user == a.by && st.Asleep {
		return refusal.SecondFactorRequired()
	}
	if user == a.by {
		return refusal.AlreadyYours()
	}
	name, err := a.nameOf(ctx, user)
	if err != nil {
		return err
	}
	return refusal.AlreadyHasAccess(name)
}

// nameOf is a user's name; empty for nobody.
func (a *act) nameOf(ctx context.Context, user nodeid.ID) (string, error) {
	if user == "" {
		return "", nil
	}
	u, err := a.User.Get(ctx, user)
	if err != nil {
		return "", fmt.Errorf("read a user's name: %w", err)
	}
	return u.Name, nil
}

func isOver(end *time.Time, now time.Time) bool { return end != nil && !end.After(now) }
