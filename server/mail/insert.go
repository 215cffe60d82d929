package mail

import (
	"context"
	"fmt"
	"strings"

	"latchkey/ent"
	"latchkey/ent/mailboxevent"
	"latchkey/ent/message"
	entthread "latchkey/ent/thread"
	"latchkey/server/mail/threading"
	"latchkey/server/nodeid"
)

// insertAll stores the copies that their mailboxes do not have yet.
func (m *Mail) insertAll(ctx context.Context, c *change, copies []*copyFor) error {
	have, err := c.haveAlready(ctx, copies)
	if err != nil {
		return err
	}
	for _, copied := range copies {
		which := possession{copied.mailbox, copied.digest}
		if have[which] {
			continue // the client did not hear our answer and tries again
		}
		have[which] = true
		box, err := c.box(copied.mailbox)
		if err != nil {
			return err
		}
		if err := c.insert(ctx, box, copied); err != nil {
			return fmt.Errorf("insert a message: %w", err)
		}
	}
	return nil
}

type possession struct {
	mailbox nodeid.ID
	digest  digest
}

func (c *change) haveAlready(ctx context.Context, copies []*copyFor) (map[possession]bool, error) {
	digests := make([][]byte, len(copies))
	for i, copied := range copies {
		digests[i] = copied.digest[:]
	}
	rows, err := c.tx.Message.Query().
		Where(message.MailboxIDIn(mailboxesOf(copies)...), message.DigestIn(digests...)).
		Select(message.FieldMailboxID, message.FieldDigest).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for messages that are here already: %w", err)
	}
	have := make(map[possession]bool, len(rows)+len(copies))
	for _, row := range rows {
		have[possession{row.MailboxID, digest(row.Digest)}] = true
	}
	return have, nil
}

func (c *change) insert(ctx context.Context, box *boxChange, a *copyFor) error {
	place := &placement{change: c, tx: c.tx, box: box, copy: a, mailbox: a.mailbox}
	thread, err := threading.Place(ctx, place, a.letter, threading.DefaultPolicy())
	if err != nil {
		return err
	}
	c.keepOctets(a)
	folder := box.folders[a.role]
	id := c.addRow(a, thread, folder)
	if err := c.insertIntoThread(ctx, a, place, thread, folder); err != nil {
		return err
	}
	box.count(folder, 1, ones(!a.flags.Seen))
	box.bytes += int64(len(a.octets))
	if a.receivedAt.After(box.lastAt) {
		box.lastAt = a.receivedAt
	}
	box.kind = mailboxevent.KindMESSAGE_DELIVERED
	box.messages = append(box.messages, id)
	box.threads.add(thread)
	return nil
}

// pending is what is written in one statement for many messages.
type pending struct {
	ids  []nodeid.ID
	rows []*ent.MessageCreate
	raw  []any // digest, octets, and so on
}

// flush writes what is pending. Whoever reads messages in a change calls it first.
func (c *change) flush(ctx context.Context) error {
	p := c.pending
	c.pending = pending{}
	if n := len(p.raw) / 2; n > 0 { // a conflict takes the row, so that a deletion that runs now waits and sees us
		err := execute(ctx, c.tx, `INSERT INTO raw_messages(digest, octets) VALUES `+strings.Repeat(", (?, ?)", n)[2:]+`
			ON CONFLICT (digest) DO UPDATE SET digest = excluded.digest`, p.raw...)
		if err != nil {
			return fmt.Errorf("keep octets: %w", err)
		}
	}
	if len(p.rows) == 0 {
		return nil
	}
	if err := c.tx.Message.CreateBulk(p.rows...).Exec(ctx); err != nil {
		return fmt.Errorf("insert messages: %w", err)
	}
	return execute(ctx, c.tx, `INSERT INTO search_queue(message_id) VALUES `+strings.Repeat(", (?)", len(p.ids))[2:], anyIDs(p.ids)...)
}

func (c *change) addRow(a *copyFor, thread, folder nodeid.ID) nodeid.ID {
	id := nodeid.New(nodeid.Message)
	create := c.tx.Message.Create().SetID(id).
		SetMailboxID(a.mailbox).SetThreadID(thread).SetFolderID(folder).
		SetDigest(a.digest[:]).SetInternetMessageID(a.row.messageID).
		SetSubject(a.row.subject).SetSnippet(a.row.snippet).
		SetFrom(a.row.from).SetTo(a.row.to).SetCc(a.row.cc).SetReplyTo(a.row.replyTo).
		SetNillableSentAt(a.row.sentAt).SetReceivedAt(a.receivedAt).SetSize(len(a.octets)).
		SetSeen(a.flags.Seen).SetStarred(a.flags.Starred).
		SetPlainText(a.row.plainText).SetRemoteImages(a.row.remoteImages).
		SetAttachments(a.row.attachments).SetDefects(a.row.defects)
	if len(a.trace) > 0 {
		create.SetTrace(a.trace)
	}
	c.pending.ids = append(c.pending.ids, id)
	c.pending.rows = append(c.pending.rows, create)
	return id
}

// keepOctets stores a small message's octets once, however many mailboxes have it.
func (c *change) keepOctets(a *copyFor) {
	if c.kept[a.digest] || len(a.octets) > maxInline {
		return
	}
	c.kept[a.digest] = true
	c.pending.raw = append(c.pending.raw, a.digest[:], a.octets)
}

// insertIntoThread makes the thread's row and its place in folder lists tell of the new message.
func (c *change) insertIntoThread(ctx context.Context, a *copyFor, place *placement, thread, folder nodeid.ID) error {
	if place.made {
		return c.list(ctx, a, thread, folder)
	}
	row, err := c.tx.Thread.Get(ctx, thread)
	if err != nil {
		return err
	}
	if place.merged || a.receivedAt.Before(row.LastMessageAt) {
		_, err := c.summarise(ctx, []nodeid.ID{thread})
		return err
	}
	err = c.tx.Thread.Update().Where(entthread.ID(thread)).
		SetSnippet(a.row.snippet).SetParticipants(addParticipants(row.Participants, a.row.from)).
		AddMessageCount(1).AddUnread(ones(!a.flags.Seen)).AddStarredCount(ones(a.flags.Starred)).
		SetHasAttachments(row.HasAttachments || a.row.hasFiles).SetLastMessageAt(a.receivedAt).Exec(ctx)
	if err != nil {
		return err
	}
	// The thread moves to the top of every folder that it lies in.
	err = execute(ctx, c.tx, `UPDATE folder_threads SET last_at = ? WHERE thread_id = ?`, a.receivedAt, thread.String())
	if err != nil {
		return err
	}
	return c.list(ctx, a, thread, folder)
}

// list counts the message in the folder's list of threads.
func (c *change) list(ctx context.Context, a *copyFor, thread, folder nodeid.ID) error {
	return execute(ctx, c.tx, `INSERT INTO folder_threads(folder_id, thread_id, last_at, message_count, unread) VALUES (?, ?, ?, 1, ?)
		ON CONFLICT (folder_id, thread_id) DO UPDATE SET
		message_count = folder_threads.message_count + 1, unread = folder_threads.unread + excluded.unread`,
		folder.String(), thread.String(), a.receivedAt, ones(!a.flags.Seen))
}
