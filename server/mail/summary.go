package mail

import (
	"context"
	"fmt"

	"latchkey/ent"
	"latchkey/ent/message"
	"latchkey/ent/thread"
	"latchkey/server/address"
	"latchkey/server/mail/attachment"
	"latchkey/server/nodeid"
)

// summarise writes the rows of threads anew from their messages, and where
// they are listed. A thread without messages is deleted; it returns those.
func (c *change) summarise(ctx context.Context, threads []nodeid.ID) (gone []nodeid.ID, err error) {
	if err := c.flush(ctx); err != nil {
		return nil, err
	}
	messages, err := c.tx.Message.Query().Where(message.ThreadIDIn(threads...)).
		Order(message.ByReceivedAt(), message.ByID()).
		Select(message.FieldThreadID, message.FieldSubject, message.FieldSnippet, message.FieldFrom, message.FieldSeen,
			message.FieldStarred, message.FieldAttachments, message.FieldReceivedAt).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the messages of threads: %w", err)
	}
	byThread := map[nodeid.ID][]*ent.Message{}
	for _, row := range messages {
		byThread[row.ThreadID] = append(byThread[row.ThreadID], row)
	}
	for _, id := range threads {
		if len(byThread[id]) == 0 {
			gone = append(gone, id)
			continue
		}
		if err := c.writeSummary(ctx, id, byThread[id]); err != nil {
			return nil, fmt.Errorf("write the summary of a thread: %w", err)
		}
	}
	if err := c.forgetThreads(ctx, gone); err != nil {
		return nil, err
	}
	return gone, c.relist(ctx, threads)
}

// writeSummary writes a thread's row from its messages, oldest first.
func (c *change) writeSummary(ctx context.Context, id nodeid.ID, messages []*ent.Message) error {
	newest := messages[len(messages)-1]
	update := c.tx.Thread.Update().Where(thread.ID(id)).
		SetSubject(messages[0].Subject).SetSnippet(newest.Snippet).
		SetMessageCount(len(messages)).SetLastMessageAt(newest.ReceivedAt)
	unread, starred, files := 0, 0, false
	participants := []address.Named{}
	for _, row := range messages {
		unread += ones(!row.Seen)
		starred += ones(row.Starred)
		files = files || hasFiles(row.Attachments)
		participants = addParticipants(participants, row.From)
	}
	return update.SetUnread(unread).SetStarredCount(starred).SetHasAttachments(files).
		SetParticipants(participants).Exec(ctx)
}

// hasFiles leaves out the pictures that a body shows.
func hasFiles(list []attachment.Attachment) bool {
	for _, a := range list {
		if !a.Inline {
			return true
		}
	}
	return false
}

// recount writes what marking changes of threads: how many messages are
// unread, here and in each folder, and starred.
func (c *change) recount(ctx context.Context, threads []nodeid.ID) error {
	in := ` IN (` + marks(len(threads)) + `)`
	err := execute(ctx, c.tx, `UPDATE threads SET
		unread = (SELECT count(*) FROM messages m WHERE m.thread_id = threads.id AND NOT m.seen),
		starred_count = (SELECT count(*) FROM messages m WHERE m.thread_id = threads.id AND m.starred)
		WHERE id`+in, anyIDs(threads)...)
	if err != nil {
		return err
	}
	return execute(ctx, c.tx, `UPDATE folder_threads SET unread = (SELECT count(*) FROM messages m
		WHERE m.thread_id = folder_threads.thread_id AND m.folder_id = folder_threads.folder_id AND NOT m.seen)
		WHERE thread_id`+in, anyIDs(threads)...)
}

// relist writes anew which folders list the threads.
func (c *change) relist(ctx context.Context, threads []nodeid.ID) error {
	in := ` IN (` + marks(len(threads)) + `)`
	if err := execute(ctx, c.tx, `DELETE FROM folder_threads WHERE thread_id`+in, anyIDs(threads)...); err != nil {
		return err
	}
	return execute(ctx, c.tx, `INSERT INTO folder_threads(folder_id, thread_id, last_at, message_count, unread)
		SELECT m.folder_id, t.id, t.last_message_at, count(*), count(CASE WHEN NOT m.seen THEN 1 END)
		FROM threads t JOIN messages m ON m.thread_id = t.id
		WHERE t.id`+in+` GROUP BY m.folder_id, t.id, t.last_message_at`, anyIDs(threads)...)
}

// forgetThreads deletes threads whose messages are gone, and what pointed to
// them; keys, subjects and lists go with them.
func (c *change) forgetThreads(ctx context.Context, gone []nodeid.ID) error {
	if len(gone) == 0 {
		return nil
	}
	_, err := c.tx.Thread.Delete().Where(thread.Or(thread.IDIn(gone...), thread.MergedIntoIDIn(gone...))).Exec(ctx)
	return err
}
