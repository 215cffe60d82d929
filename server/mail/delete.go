package mail

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect"

	"latchkey/ent"
	"latchkey/ent/folder"
	"latchkey/ent/mailboxevent"
	"latchkey/ent/message"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/viewer"
)

// DeletedMessages is what DeleteMessages did.
type DeletedMessages struct {
	// Moved to the trash.
	Moved []Moved
	// Deleted for good, and threads that had no other messages.
	Deleted, GoneThreads []nodeid.ID
	Threads, Folders     []nodeid.ID
}

// DeleteMessages moves messages to the trash of their mailbox, and deletes for
// good what is in the trash or in spam already. Needs DELETE.
//
// Refusals: Unauthenticated, NotFound, Forbidden, Invalid("messages").
func (m *Mail) DeleteMessages(ctx context.Context, s Selection) (done DeletedMessages, err error) {
	err = m.on(ctx, s, []permission.Permission{permission.Delete},
		func(ctx context.Context, c *change, box *boxChange, selected []*ent.Message) error {
			done = DeletedMessages{}
			trash, spam := box.folders[folder.RoleTRASH], box.folders[folder.RoleSPAM]
			var away, forGood []*ent.Message
			for _, row := range selected {
				if row.FolderID == trash || row.FolderID == spam {
					forGood = append(forGood, row)
				} else {
					away = append(away, row)
				}
			}
			moved, err := c.move(ctx, box, away, trash)
			if err != nil {
				return err
			}
			if err := c.relistMoved(ctx, box); err != nil {
				return err
			}
			if err := c.deleteForGood(ctx, box, forGood); err != nil {
				return err
			}
			var folders orderedSet
			folders.add(append(foldersOf(selected), trash)...)
			done = DeletedMessages{
				Moved: moved, Deleted: idsOf(forGood), GoneThreads: box.gone.list,
				Threads: slices.Clone(box.threads.list), Folders: folders.list,
			}
			return nil
		})
	return done, err
}

func (c *change) deleteForGood(ctx context.Context, box *boxChange, rows []*ent.Message) error {
	if len(rows) == 0 {
		return nil
	}
	for _, row := range rows {
		box.count(row.FolderID, -1, -ones(!row.Seen))
		box.bytes -= int64(row.Size)
		box.threads.add(row.ThreadID)
	}
	ids := idsOf(rows)
	box.kind = mailboxevent.KindMESSAGES_DELETED
	box.messages = append(box.messages, ids...)
	if _, err := c.tx.Message.Delete().Where(message.IDIn(ids...)).Exec(ctx); err != nil {
		return fmt.Errorf("delete messages: %w", err)
	}
	gone, err := c.summarise(ctx, threadsOf(rows))
	if err != nil {
		return err
	}
	for _, id := range gone {
		box.threads.remove(id)
	}
	box.gone.add(gone...)
	return c.deleteOctets(ctx, rows)
}

// deleteOctets deletes what no message of any mailbox has any more. The rows
// are taken first: a delivery of the same octets that runs now is either seen
// by the deletion, or waits for it and stores them again.
func (c *change) deleteOctets(ctx context.Context, rows []*ent.Message) error {
	var inline []any
	for _, row := range rows {
		if row.Size > maxInline {
			lost := digest(row.Digest)
			c.tx.AfterCommit(func() { c.mail.removeBlob(lost) })
			continue
		}
		inline = append(inline, row.Digest)
	}
	if len(inline) == 0 {
		return nil
	}
	slices.SortFunc(inline, func(a, b any) int { return bytes.Compare(a.([]byte), b.([]byte)) })
	in := ` IN (` + marks(len(inline)) + `)`
	if c.tx.Dialect() == dialect.Postgres {
		err := execute(ctx, c.tx, `SELECT 1 FROM raw_messages WHERE digest`+in+` ORDER BY digest FOR UPDATE`, inline...)
		if err != nil {
			return fmt.Errorf("take raw messages: %w", err)
		}
	}
	err := execute(ctx, c.tx, `DELETE FROM raw_messages WHERE digest`+in+`
		AND NOT EXISTS (SELECT 1 FROM messages WHERE messages.digest = raw_messages.digest)`, inline...)
	if err != nil {
		return fmt.Errorf("delete raw messages: %w", err)
	}
	return nil
}

// removeBlob removes a large message's file when no row refers to it. One
// that stays by a fault only takes room.
func (m *Mail) removeBlob(d digest) {
	m.blobs.kept.Lock()
	defer m.blobs.kept.Unlock()
	ctx := viewer.System(context.Background())
	needed, err := m.db.Client().Message.Query().Where(message.Digest(d[:])).Exist(ctx)
	if err == nil && !needed {
		err = m.blobs.remove(d)
	}
	if err != nil {
		m.log.Warn("a large message that nobody has any more was not removed", "error", err)
	}
}

func idsOf(rows []*ent.Message) []nodeid.ID {
	var ids []nodeid.ID
	for _, row := range rows {
		ids = append(ids, row.ID)
	}
	return ids
}
