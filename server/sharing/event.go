package sharing

import (
	"context"
	"fmt"

	"latchkey/ent"
	"latchkey/ent/accessevent"
	"latchkey/ent/mailboxevent"
	"latchkey/ent/user"
	"latchkey/server/nodeid"
	"latchkey/server/topic"
	"latchkey/server/viewer"
)

// emit writes the next access event of a user's sequence and lets a hint
// follow the commit. What the user may do from now on is read from the
// transaction, so emit comes after the change it tells of. by is whom the user
// is told of, empty when time did it.
func (a *act) emit(ctx context.Context, to, by nodeid.ID, kind accessevent.Kind, mailbox nodeid.ID) error {
	st, err := a.standing(ctx, to, mailbox)
	if err != nil {
		return err
	}
	if ends(kind) && !st.Permissions.Empty() {
		kind = accessevent.KindCHANGED // a grant is gone, the access that comes with a role stays
	}
	actor, err := a.nameOf(ctx, by)
	if err != nil {
		return err
	}
	var sequence int64
	next := a.Rebind("UPDATE users SET access_sequence = access_sequence + 1 WHERE id = ? RETURNING access_sequence")
	if err := a.SQL.QueryRowContext(ctx, next, to).Scan(&sequence); err != nil {
		return fmt.Errorf("count an access event: %w", err)
	}
	err = a.AccessEvent.Create().
		SetUserID(to).SetSequence(sequence).SetKind(kind).SetMailboxID(mailbox).SetAddress(st.Address).
		SetPermissions(st.Permissions).SetActorName(actor).SetAt(a.now).Exec(ctx)
	if err != nil {
		return fmt.Errorf("write an access event: %w", err)
	}
	if a.sharing.hints != nil {
		a.AfterCommit(func() { a.sharing.hints.Hint(topic.Access.Of(to), uint64(sequence)) })
	}
	return nil
}

// tellUsersChanged writes an event to the mailbox itself, so that a table of its
// users that is open somewhere follows. It says that they changed, not who:
// whoever may read the mailbox hears it, and only some may see its users.
func (a *act) tellUsersChanged(ctx context.Context, mailbox nodeid.ID) error {
	var sequence int64
	next := a.Rebind("UPDATE mailboxes SET event_sequence = event_sequence + 1 WHERE id = ? RETURNING event_sequence")
	if err := a.SQL.QueryRowContext(ctx, next, mailbox).Scan(&sequence); err != nil {
		return fmt.Errorf("count a mailbox event: %w", err)
	}
	none := []nodeid.ID{}
	err := a.MailboxEvent.Create().
		SetMailboxID(mailbox).SetSequence(sequence).SetKind(mailboxevent.KindUSERS_CHANGED).SetAt(a.now).
		SetMessageIds(none).SetThreadIds(none).SetGoneThreadIds(none).SetFolderIds(none).Exec(ctx)
	if err != nil {
		return fmt.Errorf("write a mailbox event: %w", err)
	}
	if a.sharing.hints != nil {
		a.AfterCommit(func() { a.sharing.hints.Hint(topic.Mailbox.Of(mailbox), uint64(sequence)) })
	}
	return nil
}

func ends(kind accessevent.Kind) bool {
	return kind == accessevent.KindREVOKED || kind == accessevent.KindEXPIRED || kind == accessevent.KindLEFT
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
