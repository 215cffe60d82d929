package sharing

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect"

	"latchkey/ent"
	"latchkey/ent/accessevent"
	"latchkey/ent/mailboxevent"
	"latchkey/ent/user"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/topic"
	"latchkey/server/viewer"
)

// emit writes the next access event of a user's sequence and lets a hint
// follow the commit. What the user may do from now on is read from the
// transaction, so emit comes after the change it tells of; counting first locks
// the user's row, so that a second factor that goes meanwhile is met before or
// told after. by is whom the user is told of, empty when time did it.
func (a *act) emit(ctx context.Context, to, by nodeid.ID, kind accessevent.Kind, mailbox nodeid.ID) error {
	last, err := a.count(ctx, to, 1)
	if err != nil {
		return err
	}
	st, err := a.standing(ctx, to, mailbox)
	if err != nil {
		return err
	}
	if ends(kind) && !st.Permissions.Empty() {
		kind = accessevent.KindCHANGED // a grant is gone, the access that comes with a role stays
	}
	told := change{mailbox: mailbox, address: st.Address, kind: kind, permissions: st.Permissions}
	if st.Permissions.Empty() && st.Asleep {
		told.reason = new(accessevent.ReasonSECOND_FACTOR)
	}
	actor, err := a.nameOf(ctx, by)
	if err != nil {
		return err
	}
	if err := a.tell(ctx, to, actor, last, []change{told}); err != nil {
		return err
	}
	return a.tellByMail(ctx, to, last)
}

// tellByMail queues the e-mail that tells a user of an event, unless they did it themselves.
func (a *act) tellByMail(ctx context.Context, to nodeid.ID, event int64) error {
	if a.by == to || a.sharing.postman == nil {
		return nil
	}
	if err := a.sharing.postman.SendAccessChanged(ctx, a.Tx, to, event); err != nil {
		return fmt.Errorf("queue the e-mail of an access event: %w", err)
	}
	return nil
}

// emitChange tells a user what a change of their grant made of what they had;
// nothing, when it changed nothing for them because their access sleeps.
func (a *act) emitChange(ctx context.Context, before Standing, mailbox nodeid.ID) error {
	after, err := a.standing(ctx, before.User, mailbox)
	if err != nil || before.Permissions.Empty() && after.Permissions.Empty() {
		return err
	}
	return a.emit(ctx, before.User, a.by, kindOf(before.Permissions, after.Permissions), mailbox)
}

// kindOf names a change of what a user may do.
func kindOf(before, after permission.Set) accessevent.Kind {
	switch {
	case before.Empty():
		return accessevent.KindGRANTED
	case after.Empty():
		return accessevent.KindREVOKED
	}
	return accessevent.KindCHANGED
}

func ends(kind accessevent.Kind) bool {
	return kind == accessevent.KindREVOKED || kind == accessevent.KindEXPIRED || kind == accessevent.KindLEFT
}

// change is what an access event tells.
type change struct {
	mailbox     nodeid.ID
	address     string
	kind        accessevent.Kind
	reason      *accessevent.Reason
	permissions permission.Set // from now on
}

// count takes the next n numbers of a user's sequence, and the lock of the
// user's row with them. It returns the last.
func (a *act) count(ctx context.Context, user nodeid.ID, n int) (last int64, err error) {
	next := a.Rebind("UPDATE users SET access_sequence = access_sequence + ? WHERE id = ? RETURNING access_sequence")
	if err := a.SQL.QueryRowContext(ctx, next, n, user).Scan(&last); err != nil {
		return 0, fmt.Errorf("count access events: %w", err)
	}
	return last, nil
}

// tell writes access events of a user, numbered up to last.
func (a *act) tell(ctx context.Context, to nodeid.ID, actor string, last int64, changes []change) error {
	sequence := last - int64(len(changes))
	for chunk := range slices.Chunk(changes, atOnce) {
		writes := make([]*ent.AccessEventCreate, len(chunk))
		for i, c := range chunk {
			sequence++
			writes[i] = a.AccessEvent.Create().
				SetUserID(to).SetSequence(sequence).SetKind(c.kind).SetNillableReason(c.reason).
				SetMailboxID(c.mailbox).SetAddress(c.address).SetPermissions(c.permissions).
				SetActorName(actor).SetAt(a.now)
		}
		if err := a.AccessEvent.CreateBulk(writes...).Exec(ctx); err != nil {
			return fmt.Errorf("write access events: %w", err)
		}
	}
	a.hint(topic.Access.Of(to), last)
	return nil
}

// tellUsersChanged writes an event to each of these mailboxes, which are in
// order, so that a table of its users that is open somewhere follows. It says
// that they changed, not who: whoever may read the mailbox hears it, and only
// some may see its users.
func (a *act) tellUsersChanged(ctx context.Context, mailboxes []nodeid.ID) error {
	for chunk := range slices.Chunk(mailboxes, atOnce) {
		sequences, err := a.countMailboxes(ctx, chunk)
		if err != nil {
			return fmt.Errorf("count mailbox events: %w", err)
		}
		none := []nodeid.ID{}
		writes := make([]*ent.MailboxEventCreate, len(chunk))
		for i, mailbox := range chunk {
			writes[i] = a.MailboxEvent.Create().
				SetMailboxID(mailbox).SetSequence(sequences[mailbox]).SetKind(mailboxevent.KindUSERS_CHANGED).SetAt(a.now).
				SetMessageIds(none).SetThreadIds(none).SetGoneThreadIds(none).SetFolderIds(none)
			a.hint(topic.Mailbox.Of(mailbox), sequences[mailbox])
		}
		if err := a.MailboxEvent.CreateBulk(writes...).Exec(ctx); err != nil {
			return fmt.Errorf("write mailbox events: %w", err)
		}
	}
	return nil
}

// countMailboxes takes the next number of each mailbox's sequence.
func (a *act) countMailboxes(ctx context.Context, mailboxes []nodeid.ID) (map[nodeid.ID]int64, error) {
	which := marks(len(mailboxes))
	if a.Dialect() == dialect.Postgres && len(mailboxes) > 1 { // in order: an UPDATE locks in any
		lock := a.Rebind("SELECT id FROM mailboxes WHERE id IN " + which + " ORDER BY id FOR NO KEY UPDATE")
		if _, err := a.SQL.ExecContext(ctx, lock, arguments(mailboxes)...); err != nil {
			return nil, err
		}
	}
	next := a.Rebind("UPDATE mailboxes SET event_sequence = event_sequence + 1 WHERE id IN " + which + " RETURNING id, event_sequence")
	rows, err := a.SQL.QueryContext(ctx, next, arguments(mailboxes)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	sequences := make(map[nodeid.ID]int64, len(mailboxes))
	for rows.Next() {
		var (
			id       nodeid.ID
			sequence int64
		)
		if err := rows.Scan(&id, &sequence); err != nil {
			return nil, err
		}
		sequences[id] = sequence
	}
	return sequences, rows.Err()
}

// hint tells the nodes of a topic's new head once it is committed.
func (a *act) hint(name string, sequence int64) {
	if a.sharing.hints != nil {
		a.AfterCommit(func() { a.sharing.hints.Hint(name, uint64(sequence)) })
	}
}

// EventsAfter is a user's access events after a sequence number, in order, at
// most limit. The caller makes sure that it is for that user.
func (s *Sharing) EventsAfter(ctx context.Context, userID nodeid.ID, after int64, limit int) ([]*ent.AccessEvent, error) {
	events, err := s.store.Client().AccessEvent.Query().
		Where(accessevent.UserID(userID), accessevent.SequenceGT(after)).
		Order(ent.Asc(accessevent.FieldSequence)).Limit(limit).All(viewer.System(ctx))
	if err != nil {
		return nil, fmt.Errorf("read access events: %w", err)
	}
	return events, nil
}

// Head is the sequence number of a user's newest access event; 0 before the first.
func (s *Sharing) Head(ctx context.Context, userID nodeid.ID) (int64, error) {
	heads, err := s.Heads(ctx, []nodeid.ID{userID})
	return heads[userID], err
}

// Heads is Head for several users in one statement; unknown ones are absent.
func (s *Sharing) Heads(ctx context.Context, users []nodeid.ID) (map[nodeid.ID]int64, error) {
	found, err := s.store.Client().User.Query().Where(user.IDIn(users...)).
		Select(user.FieldID, user.FieldAccessSequence).All(viewer.System(ctx))
	if err != nil {
		return nil, fmt.Errorf("read the heads of access events: %w", err)
	}
	heads := make(map[nodeid.ID]int64, len(found))
	for _, u := range found {
		heads[u.ID] = u.AccessSequence
	}
	return heads, nil
}
