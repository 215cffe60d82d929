package mail

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"entgo.io/ent/dialect"

	"latchkey/ent"
	"latchkey/ent/folder"
	"latchkey/ent/mailbox"
	"latchkey/ent/mailboxevent"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
)

// change is what one transaction does to mailboxes. It holds their rows, so
// that nobody else changes them meanwhile, and gathers what finish writes:
// counts, sizes and the events that tell of it all.
type change struct {
	mail  *Mail
	tx    *database.Tx
	at    time.Time
	boxes map[nodeid.ID]*boxChange

	kept    map[digest]bool // octets that this transaction stores
	pending pending
}

// boxChange is the part of a change that concerns one mailbox.
type boxChange struct {
	row     *ent.Mailbox
	folders map[folder.Role]nodeid.ID
	counts  map[nodeid.ID]counts // by folder, to be added
	bytes   int64                // to be added
	lastAt  time.Time            // of a message that came; zero for none

	kind     mailboxevent.Kind
	messages []nodeid.ID
	threads  orderedSet
	gone     orderedSet
}

// counts of messages in a folder.
type counts struct{ total, unread int }

// beginChange takes the rows of the mailboxes, in the order of their ids so
// that two changes never wait for each other. Mailboxes that are not there are left out.
func (m *Mail) beginChange(ctx context.Context, tx *database.Tx, ids ...nodeid.ID) (*change, error) {
	if tx.Dialect() == dialect.Postgres && len(ids) > 0 { // SQLite has one writer anyhow
		// NO KEY: whoever only refers to a mailbox, as a new grant does, need not wait.
		err := execute(ctx, tx, `SELECT 1 FROM mailboxes WHERE id IN (`+marks(len(ids))+`) ORDER BY id FOR NO KEY UPDATE`, anyIDs(ids)...)
		if err != nil {
			return nil, fmt.Errorf("take mailboxes: %w", err)
		}
	}
	rows, err := tx.Mailbox.Query().Where(mailbox.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read mailboxes: %w", err)
	}
	c := &change{mail: m, tx: tx, at: m.clock.Now(), boxes: map[nodeid.ID]*boxChange{}, kept: map[digest]bool{}}
	for _, row := range rows {
		c.boxes[row.ID] = &boxChange{
			row: row, folders: map[folder.Role]nodeid.ID{}, counts: map[nodeid.ID]counts{},
			kind: mailboxevent.KindMESSAGES_CHANGED,
		}
	}
	return c, c.findFolders(ctx, ids)
}

// findFolders finds the folders with a role, and makes those that a mailbox lacks.
func (c *change) findFolders(ctx context.Context, ids []nodeid.ID) error {
	rows, err := c.tx.Folder.Query().Where(folder.MailboxIDIn(ids...), folder.RoleNotNil()).All(ctx)
	if err != nil {
		return fmt.Errorf("find folders: %w", err)
	}
	for _, row := range rows {
		if box := c.boxes[row.MailboxID]; box != nil {
			box.folders[*row.Role] = row.ID
		}
	}
	for id, box := range c.boxes {
		if len(box.folders) == len(standardFolders) {
			continue
		}
		made, err := createFolders(ctx, c.tx.Folder, id, box.folders)
		if err != nil {
			return err
		}
		maps.Copy(box.folders, made)
	}
	return nil
}

func (b *boxChange) count(folder nodeid.ID, total, unread int) {
	now := b.counts[folder]
	b.counts[folder] = counts{now.total + total, now.unread + unread}
}

// finish writes what was gathered and lets open sessions know after the commit.
func (c *change) finish(ctx context.Context) error {
	if err := c.flush(ctx); err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(c.boxes)) {
		if err := c.finishBox(ctx, c.boxes[id]); err != nil {
			return fmt.Errorf("finish a change of a mailbox: %w", err)
		}
	}
	return nil
}

func (c *change) finishBox(ctx context.Context, b *boxChange) error {
	if len(b.messages) == 0 {
		return nil
	}
	for _, id := range slices.Sorted(maps.Keys(b.counts)) {
		add := b.counts[id]
		if add == (counts{}) {
			continue
		}
		if err := c.tx.Folder.Update().Where(folder.ID(id)).AddTotal(add.total).AddUnread(add.unread).Exec(ctx); err != nil {
			return err
		}
	}
	sequence, err := c.recordEvents(ctx, b)
	if err != nil {
		return err
	}
	update := c.tx.Mailbox.Update().Where(mailbox.ID(b.row.ID)).SetEventSequence(sequence).AddStoredBytes(b.bytes)
	if b.row.LastMessageAt == nil || b.lastAt.After(*b.row.LastMessageAt) {
		if !b.lastAt.IsZero() {
			update.SetLastMessageAt(b.lastAt)
		}
	}
	if err := update.Exec(ctx); err != nil {
		return err
	}
	id := b.row.ID
	c.tx.AfterCommit(func() { c.mail.hint(id, sequence) })
	return nil
}

// box finds the mailbox in the change; NOT_FOUND when it is gone.
func (c *change) box(id nodeid.ID) (*boxChange, error) {
	if b := c.boxes[id]; b != nil {
		return b, nil
	}
	return nil, refusal.NotFound()
}

// orderedSet holds ids once each, in the order they came.
type orderedSet struct {
	list []nodeid.ID
	has  map[nodeid.ID]bool
}

func (s *orderedSet) add(ids ...nodeid.ID) {
	if s.has == nil {
		s.has = map[nodeid.ID]bool{}
	}
	for _, id := range ids {
		if !s.has[id] {
			s.has[id] = true
			s.list = append(s.list, id)
		}
	}
}

func (s *orderedSet) remove(id nodeid.ID) {
	if s.has[id] {
		delete(s.has, id)
		s.list = slices.DeleteFunc(s.list, func(other nodeid.ID) bool { return other == id })
	}
}
