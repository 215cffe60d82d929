package mail

import (
	"context"
	"fmt"
	"slices"

	"latchkey/ent"
	"latchkey/ent/folder"
	"latchkey/ent/message"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// Moved is a message that is in another folder now, for undo.
type Moved struct{ Message, From nodeid.ID }

// MovedMessages is what MoveMessages did.
type MovedMessages struct {
	Moved            []Moved
	Threads, Folders []nodeid.ID
}

// MoveMessages moves messages to another folder of their mailbox. Needs
// ORGANIZE, and DELETE too when that folder is the trash. What was sent and
// what is still a draft stays where it is when a thread is moved, unless the
// thread holds nothing else or goes to the trash.
//
// Refusals: Unauthenticated, NotFound, Forbidden, Invalid("messages"), Invalid("folder").
func (m *Mail) MoveMessages(ctx context.Context, s Selection, to nodeid.ID) (done MovedMessages, err error) {
	if _, err := viewer.RequireUser(ctx); err != nil {
		return done, err
	}
	target, err := m.db.Client().Folder.Get(ctx, to)
	if ent.IsNotFound(err) {
		return done, refusal.NotFound()
	}
	if err != nil {
		return done, fmt.Errorf("find a folder: %w", err)
	}
	needed := []permission.Permission{permission.Organize}
	if target.Role != nil && *target.Role == folder.RoleTRASH {
		needed = append(needed, permission.Delete)
	}
	err = m.on(ctx, s, needed, func(ctx context.Context, c *change, box *boxChange, selected []*ent.Message) error {
		done = MovedMessages{}
		if target.MailboxID != box.row.ID {
			return refusal.Invalid("folder", "The folder is in another mailbox. Choose one of the same mailbox.")
		}
		selected, err := c.withoutOwn(ctx, box.row.ID, s, target, selected)
		if err != nil {
			return err
		}
		moved, err := c.move(ctx, box, selected, to)
		if err != nil {
			return err
		}
		if err := c.relistMoved(ctx, box); err != nil {
			return err
		}
		var folders orderedSet
		folders.add(append(foldersOf(selected), to)...)
		done = MovedMessages{Moved: moved, Threads: threadsOf(selected), Folders: folders.list}
		return nil
	})
	return done, err
}

// withoutOwn leaves out the sent messages and drafts of threads, which nobody
// means who archives a conversation or reports it as spam.
func (c *change) withoutOwn(ctx context.Context, box nodeid.ID, s Selection, target *ent.Folder, selected []*ent.Message) ([]*ent.Message, error) {
	if len(s.Threads) == 0 || target.Role != nil && *target.Role == folder.RoleTRASH {
		return selected, nil
	}
	own, err := c.tx.Folder.Query().
		Where(folder.MailboxID(box), folder.RoleIn(folder.RoleSENT, folder.RoleDRAFTS)).IDs(ctx)
	if err != nil {
		return nil, fmt.Errorf("find the folders of sent mail: %w", err)
	}
	others := map[nodeid.ID]bool{} // threads that hold something else
	for _, row := range selected {
		if !slices.Contains(own, row.FolderID) {
			others[row.ThreadID] = true
		}
	}
	return slices.DeleteFunc(selected, func(row *ent.Message) bool {
		return slices.Contains(own, row.FolderID) && others[row.ThreadID] && !slices.Contains(s.Messages, row.ID)
	}), nil
}

// move puts messages into a folder and counts them there; relistMoved must follow.
func (c *change) move(ctx context.Context, box *boxChange, selected []*ent.Message, to nodeid.ID) ([]Moved, error) {
	var moved []Moved
	var ids []nodeid.ID
	for _, row := range selected {
		if row.FolderID == to {
			continue
		}
		ids = append(ids, row.ID)
		moved = append(moved, Moved{Message: row.ID, From: row.FolderID})
		box.count(row.FolderID, -1, -ones(!row.Seen))
		box.count(to, 1, ones(!row.Seen))
		box.threads.add(row.ThreadID)
	}
	if len(ids) == 0 {
		return nil, nil
	}
	box.messages = append(box.messages, ids...)
	return moved, c.tx.Message.Update().Where(message.IDIn(ids...)).SetFolderID(to).Exec(ctx)
}

func (c *change) relistMoved(ctx context.Context, box *boxChange) error {
	if len(box.threads.list) == 0 {
		return nil
	}
	return c.relist(ctx, box.threads.list)
}
