package mail

import (
	"context"
	"fmt"
	"slices"

	"latchkey/ent"
	"latchkey/ent/mailbox"
	"latchkey/ent/mailboxevent"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/refusal"
)

const (
	// EventsKept is how many events of a mailbox can be replayed. Whoever comes
	// back after more is told to read the mailbox again.
	EventsKept = 10_000
	// messagesAnEvent is how many messages one event names.
	messagesAnEvent = 100
	// sweepEvery is after how many events the oldest are deleted.
	sweepEvery = 256
)

// recordEvents writes what happened in a mailbox, and returns the sequence
// number of the newest event. Of arrivals every one is named, in several
// events if need be; of other changes the first hundred, and all their threads.
func (c *change) recordEvents(ctx context.Context, b *boxChange) (int64, error) {
	parts := [][]nodeid.ID{b.messages[:min(len(b.messages), messagesAnEvent)]}
	if b.kind == mailboxevent.KindMESSAGE_DELIVERED {
		parts = slices.Collect(slices.Chunk(b.messages, messagesAnEvent))
	}
	sequence := b.row.EventSequence
	folders := make([]nodeid.ID, 0, len(b.counts))
	for id := range b.counts {
		folders = append(folders, id)
	}
	slices.Sort(folders)
	for _, messages := range parts {
		sequence++
		err := c.tx.MailboxEvent.Create().SetMailboxID(b.row.ID).SetSequence(sequence).SetKind(b.kind).SetAt(c.at).
			SetMessageIds(messages).SetThreadIds(orNone(b.threads.list)).SetGoneThreadIds(orNone(b.gone.list)).
			SetFolderIds(folders).Exec(ctx)
		if err != nil {
			return 0, fmt.Errorf("record a mailbox event: %w", err)
		}
	}
	if sequence/sweepEvery != b.row.EventSequence/sweepEvery {
		_, err := c.tx.MailboxEvent.Delete().
			Where(mailboxevent.MailboxID(b.row.ID), mailboxevent.SequenceLTE(sequence-EventsKept)).Exec(ctx)
		if err != nil {
			return 0, fmt.Errorf("delete old mailbox events: %w", err)
		}
	}
	return sequence, nil
}

func orNone(ids []nodeid.ID) []nodeid.ID {
	if ids == nil {
		return []nodeid.ID{}
	}
	return ids
}

// EventsAfter returns the events of a mailbox that the viewer may read, in
// order, at most limit. When the next one is no longer kept, the answer is one
// event of the kind RESYNC that stands for all that is missing.
func (m *Mail) EventsAfter(ctx context.Context, id nodeid.ID, after int64, limit int) ([]*ent.MailboxEvent, error) {
	if err := m.mayRead(ctx, id); err != nil {
		return nil, err
	}
	events, err := m.db.Client().MailboxEvent.Query().
		Where(mailboxevent.MailboxID(id), mailboxevent.SequenceGT(after)).
		Order(mailboxevent.BySequence()).Limit(limit).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read mailbox events: %w", err)
	}
	if len(events) == 0 || events[0].Sequence == after+1 {
		return events, nil
	}
	return []*ent.MailboxEvent{{
		MailboxID: id, Sequence: events[0].Sequence - 1, Kind: mailboxevent.KindRESYNC, At: m.clock.Now(),
	}}, nil
}

// Head returns the sequence number of the newest event of a mailbox that the viewer may read.
func (m *Mail) Head(ctx context.Context, id nodeid.ID) (int64, error) {
	if err := m.mayRead(ctx, id); err != nil {
		return 0, err
	}
	heads, err := m.Heads(ctx, []nodeid.ID{id})
	if err != nil {
		return 0, err
	}
	head, found := heads[id]
	if !found {
		return 0, refusal.NotFound()
	}
	return head, nil
}

// Heads returns the sequence numbers of the newest events of mailboxes in one
// statement, of those in the viewer's sight.
func (m *Mail) Heads(ctx context.Context, ids []nodeid.ID) (map[nodeid.ID]int64, error) {
	rows, err := m.db.Client().Mailbox.Query().Where(mailbox.IDIn(ids...)).
		Select(mailbox.FieldID, mailbox.FieldEventSequence).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the heads of mailboxes: %w", err)
	}
	heads := make(map[nodeid.ID]int64, len(rows))
	for _, row := range rows {
		heads[row.ID] = row.EventSequence
	}
	return heads, nil
}

// mayRead answers NOT_FOUND to whoever may not read the mailbox: its events
// and heads tell of mail. The system may.
func (m *Mail) mayRead(ctx context.Context, id nodeid.ID) error {
	if isSystem(ctx) {
		return nil
	}
	if err := m.authority.Require(ctx, id, permission.Read); err != nil {
		if refused, ok := refusal.As(err); ok && refused.Code == refusal.CodeForbidden {
			return refusal.NotFound()
		}
		return err
	}
	return nil
}
