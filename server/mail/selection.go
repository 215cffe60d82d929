package mail

import (
	"context"
	"fmt"

	"latchkey/ent"
	"latchkey/ent/message"
	"latchkey/ent/thread"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// MaxSelected is how many messages one act may change.
const MaxSelected = 1000

// Selection names messages of one mailbox: one by one, or all of a thread.
type Selection struct{ Messages, Threads []nodeid.ID }

// act is what is done with the selected messages, inside the transaction.
type act func(ctx context.Context, c *change, box *boxChange, selected []*ent.Message) error

// on finds the mailbox of a selection, checks what the viewer may do there,
// and does it. Messages that went away meanwhile are left out; when none is
// left, or the viewer sees none, the answer is NOT_FOUND.
func (m *Mail) on(ctx context.Context, s Selection, needed []permission.Permission, do act) error {
	if _, err := viewer.RequireUser(ctx); err != nil {
		return err
	}
	if len(s.Messages)+len(s.Threads) > MaxSelected {
		return tooMany()
	}
	box, err := m.mailboxOf(ctx, s)
	if err != nil {
		return err
	}
	for _, one := range needed {
		if err := m.authority.Require(ctx, box, one); err != nil {
			return err
		}
	}
	return database.Write(viewer.System(ctx), m.db, func(ctx context.Context, tx *database.Tx) error {
		c, err := m.beginChange(ctx, tx, box)
		if err != nil {
			return err
		}
		b, err := c.box(box)
		if err != nil {
			return err
		}
		selected, err := c.selected(ctx, box, s)
		if err != nil {
			return err
		}
		if err := do(ctx, c, b, selected); err != nil {
			return err
		}
		return c.finish(ctx)
	})
}

// mailboxOf finds the one mailbox that a selection is of, as the viewer sees it.
func (m *Mail) mailboxOf(ctx context.Context, s Selection) (nodeid.ID, error) {
	boxes := map[nodeid.ID]bool{}
	messages, err := m.db.Client().Message.Query().Where(message.IDIn(s.Messages...)).
		Unique(true).Select(message.FieldMailboxID).Strings(ctx)
	if err != nil {
		return "", fmt.Errorf("find the mailbox of messages: %w", err)
	}
	threads, err := m.db.Client().Thread.Query().Where(thread.IDIn(s.Threads...)).
		Unique(true).Select(thread.FieldMailboxID).Strings(ctx)
	if err != nil {
		return "", fmt.Errorf("find the mailbox of threads: %w", err)
	}
	var box nodeid.ID
	for _, id := range append(messages, threads...) {
		box = nodeid.ID(id)
		boxes[box] = true
	}
	switch len(boxes) {
	case 0:
		return "", refusal.NotFound()
	case 1:
		return box, nil
	default:
		return "", refusal.Invalid("messages", "The messages are of several mailboxes. Change those of one at a time.")
	}
}

// selected reads the rows that a selection names now, oldest first.
func (c *change) selected(ctx context.Context, box nodeid.ID, s Selection) ([]*ent.Message, error) {
	threads, err := c.unmerged(ctx, s.Threads)
	if err != nil {
		return nil, err
	}
	rows, err := c.tx.Message.Query().
		Where(message.MailboxID(box), message.Or(message.IDIn(s.Messages...), message.ThreadIDIn(threads...))).
		Select(message.FieldThreadID, message.FieldFolderID, message.FieldSeen, message.FieldStarred,
			message.FieldSize, message.FieldDigest).
		Order(message.ByReceivedAt(), message.ByID()).Limit(MaxSelected + 1).All(ctx)
	switch {
	case err != nil:
		return nil, fmt.Errorf("read selected messages: %w", err)
	case len(rows) == 0:
		return nil, refusal.NotFound()
	case len(rows) > MaxSelected:
		return nil, tooMany()
	}
	return rows, nil
}

// unmerged follows threads to those that they were merged into.
func (c *change) unmerged(ctx context.Context, ids []nodeid.ID) ([]nodeid.ID, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	merged, err := c.tx.Thread.Query().Where(thread.IDIn(ids...), thread.MergedIntoIDNotNil()).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("follow merged threads: %w", err)
	}
	for _, row := range merged {
		ids = append(ids[:len(ids):len(ids)], *row.MergedIntoID)
	}
	return ids, nil
}

func tooMany() error {
	return refusal.Invalid("messages", fmt.Sprintf("At most %d messages can be changed at once. Do it in parts.", MaxSelected))
}
