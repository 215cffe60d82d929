package mail

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"latchkey/ent"
	"latchkey/ent/folder"
	"latchkey/ent/message"
	"latchkey/server/nodeid"
)

// Every function here reads what hangs on many objects in one statement, as
// the viewer sees it; what they don't see is absent.

// Unread counts the unread messages in the inboxes of mailboxes.
func (m *Mail) Unread(ctx context.Context, mailboxes []nodeid.ID) (map[nodeid.ID]int, error) {
	rows, err := m.db.Client().Folder.Query().
		Where(folder.MailboxIDIn(mailboxes...), folder.RoleEQ(folder.RoleINBOX)).
		Select(folder.FieldMailboxID, folder.FieldUnread).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("count unread messages: %w", err)
	}
	unread := make(map[nodeid.ID]int, len(rows))
	for _, row := range rows {
		unread[row.MailboxID] = row.Unread
	}
	return unread, nil
}

// Folders lists the folders of mailboxes: those with a role, then their own by name.
func (m *Mail) Folders(ctx context.Context, mailboxes []nodeid.ID) (map[nodeid.ID][]*ent.Folder, error) {
	rows, err := m.db.Client().Folder.Query().Where(folder.MailboxIDIn(mailboxes...)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("list folders: %w", err)
	}
	slices.SortFunc(rows, func(a, b *ent.Folder) int {
		return cmp.Or(cmp.Compare(folderRank(a), folderRank(b)), cmp.Compare(a.Name, b.Name))
	})
	byMailbox := map[nodeid.ID][]*ent.Folder{}
	for _, row := range rows {
		byMailbox[row.MailboxID] = append(byMailbox[row.MailboxID], row)
	}
	return byMailbox, nil
}

// FoldersByID reads folders.
func (m *Mail) FoldersByID(ctx context.Context, ids []nodeid.ID) (map[nodeid.ID]*ent.Folder, error) {
	rows, err := m.db.Client().Folder.Query().Where(folder.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read folders: %w", err)
	}
	byID := make(map[nodeid.ID]*ent.Folder, len(rows))
	for _, row := range rows {
		byID[row.ID] = row
	}
	return byID, nil
}

// MessagesByID reads messages.
func (m *Mail) MessagesByID(ctx context.Context, ids []nodeid.ID) (map[nodeid.ID]*ent.Message, error) {
	rows, err := m.db.Client().Message.Query().Where(message.IDIn(ids...)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read messages: %w", err)
	}
	byID := make(map[nodeid.ID]*ent.Message, len(rows))
	for _, row := range rows {
		byID[row.ID] = row
	}
	return byID, nil
}

// MessagesOf lists the messages of threads, oldest first.
func (m *Mail) MessagesOf(ctx context.Context, threads []nodeid.ID) (map[nodeid.ID][]*ent.Message, error) {
	rows, err := m.db.Client().Message.Query().Where(message.ThreadIDIn(threads...)).
		Order(message.ByReceivedAt(), message.ByID()).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the messages of threads: %w", err)
	}
	byThread := map[nodeid.ID][]*ent.Message{}
	for _, row := range rows {
		byThread[row.ThreadID] = append(byThread[row.ThreadID], row)
	}
	return byThread, nil
}

// FolderIDs lists the folders that the messages of threads lie in.
func (m *Mail) FolderIDs(ctx context.Context, threads []nodeid.ID) (map[nodeid.ID][]nodeid.ID, error) {
	var rows []struct {
		ThreadID nodeid.ID `json:"thread_id"`
		FolderID nodeid.ID `json:"folder_id"`
	}
	err := m.db.Client().Message.Query().Where(message.ThreadIDIn(threads...)).
		Order(message.ByFolderID()).
		GroupBy(message.FieldThreadID, message.FieldFolderID).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("list the folders of threads: %w", err)
	}
	byThread := map[nodeid.ID][]nodeid.ID{}
	for _, row := range rows {
		byThread[row.ThreadID] = append(byThread[row.ThreadID], row.FolderID)
	}
	return byThread, nil
}
