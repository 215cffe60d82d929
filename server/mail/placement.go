package mail

import (
	"context"
	"fmt"
	"strings"

	"latchkey/ent/message"
	"latchkey/ent/thread"
	"latchkey/server/address"
	"latchkey/server/database"
	"latchkey/server/mail/threading"
	"latchkey/server/nodeid"
)

// maxParticipants is how many people a thread's row names.
const maxParticipants = 10

// placement keeps the threads of one mailbox for threading.Place, in the
// transaction that stores the message being placed.
type placement struct {
	change  *change
	tx      *database.Tx
	box     *boxChange
	copy    *copyFor
	made    bool // the thread was made for this message
	merged  bool // other threads were merged into it
	mailbox nodeid.ID
}

// Known implements threading.Store.
func (p *placement) Known(ctx context.Context, keys []threading.Key) ([]threading.Known[nodeid.ID], error) {
	if len(keys) == 0 {
		return nil, nil
	}
	args := []any{p.mailbox.String()}
	for _, key := range keys {
		args = append(args, key[:])
	}
	rows, err := p.tx.SQL.QueryContext(ctx, p.tx.Rebind(`SELECT k.key, k.present, t.id, t.message_count
		FROM thread_keys k JOIN threads t ON t.id = k.thread_id
		WHERE k.mailbox_id = ? AND k.key IN (`+marks(len(keys))+`)`), args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []threading.Known[nodeid.ID]
	for rows.Next() {
		var key []byte
		var known threading.Known[nodeid.ID]
		if err := rows.Scan(&key, &known.Present, &known.Thread.ID, &known.Thread.Size); err != nil {
			return nil, err
		}
		copy(known.Key[:], key)
		found = append(found, known)
	}
	return found, rows.Err()
}

// Opening implements threading.Store.
func (p *placement) Opening(ctx context.Context, subject threading.Key) (opening threading.Opening[nodeid.ID], found bool, err error) {
	rows, err := p.tx.SQL.QueryContext(ctx, p.tx.Rebind(`SELECT t.id, t.message_count, s.at
		FROM thread_subjects s JOIN threads t ON t.id = s.thread_id
		WHERE s.mailbox_id = ? AND s.key = ?`), p.mailbox.String(), subject[:])
	if err != nil {
		return opening, false, err
	}
	defer rows.Close()
	if rows.Next() {
		found = true
		err = rows.Scan(&opening.Thread.ID, &opening.Thread.Size, &opening.At)
	}
	return opening, found, firstError(err, rows.Err())
}

// Apply implements threading.Store.
func (p *placement) Apply(ctx context.Context, change threading.Change[nodeid.ID]) (nodeid.ID, error) {
	into, err := p.thread(ctx, change.Into)
	if err != nil {
		return "", err
	}
	if len(change.Merge) > 0 {
		if err := p.merge(ctx, into, change.Merge); err != nil {
			return "", fmt.Errorf("merge threads: %w", err)
		}
	}
	if err := p.remember(ctx, into, change); err != nil {
		return "", err
	}
	if change.Subject == nil {
		return into, nil
	}
	return into, execute(ctx, p.tx, `INSERT INTO thread_subjects(mailbox_id, key, thread_id, at) VALUES (?, ?, ?, ?)
		ON CONFLICT (mailbox_id, key) DO UPDATE SET thread_id = excluded.thread_id,
		at = CASE WHEN excluded.at > thread_subjects.at THEN excluded.at ELSE thread_subjects.at END`,
		p.mailbox.String(), change.Subject[:], into.String(), change.At)
}

// thread makes one, with this message as its only one, unless there is one to join.
func (p *placement) thread(ctx context.Context, into *nodeid.ID) (nodeid.ID, error) {
	if into != nil {
		return *into, nil
	}
	p.made = true
	c := p.copy
	create := p.tx.Thread.Create().SetMailboxID(p.mailbox).
		SetSubject(c.row.subject).SetSnippet(c.row.snippet).SetParticipants(addParticipants([]address.Named{}, c.row.from)).
		SetMessageCount(1).SetUnread(ones(!c.flags.Seen)).SetStarredCount(ones(c.flags.Starred)).
		SetHasAttachments(c.row.hasFiles).SetLastMessageAt(c.receivedAt)
	made, err := create.Save(ctx)
	if err != nil {
		return "", err
	}
	return made.ID, nil
}

// merge moves everything of the other threads into one. Their rows stay and
// only point to it, for whoever still has their ids.
func (p *placement) merge(ctx context.Context, into nodeid.ID, others []nodeid.ID) error {
	p.merged = true
	if err := p.change.flush(ctx); err != nil {
		return err
	}
	if err := p.tx.Message.Update().Where(message.ThreadIDIn(others...)).SetThreadID(into).Exec(ctx); err != nil {
		return err
	}
	err := p.tx.Thread.Update().Where(thread.Or(thread.IDIn(others...), thread.MergedIntoIDIn(others...))).
		SetMergedIntoID(into).SetMessageCount(0).SetUnread(0).SetStarredCount(0).Exec(ctx)
	if err != nil {
		return err
	}
	for _, table := range []string{"thread_keys", "thread_subjects"} {
		args := append([]any{into.String()}, anyIDs(others)...)
		if err := execute(ctx, p.tx, `UPDATE `+table+` SET thread_id = ? WHERE thread_id IN (`+marks(len(others))+`)`, args...); err != nil {
			return err
		}
	}
	for _, id := range others {
		p.box.threads.remove(id)
	}
	p.box.gone.add(others...)
	return execute(ctx, p.tx, `DELETE FROM folder_threads WHERE thread_id IN (`+marks(len(others))+`)`, anyIDs(others)...)
}

// remember makes the ids that the message has and names point to its thread.
func (p *placement) remember(ctx context.Context, into nodeid.ID, change threading.Change[nodeid.ID]) error {
	var args []any
	add := func(key threading.Key, present bool) {
		args = append(args, p.mailbox.String(), key[:], into.String(), present)
	}
	if change.Own != nil {
		add(*change.Own, true)
	}
	for _, key := range change.Named {
		add(key, false)
	}
	if len(args) == 0 {
		return nil
	}
	values := strings.Repeat(", (?, ?, ?, ?)", len(args)/4)[2:]
	return execute(ctx, p.tx, `INSERT INTO thread_keys(mailbox_id, key, thread_id, present) VALUES `+values+`
		ON CONFLICT (mailbox_id, key) DO UPDATE SET thread_id = excluded.thread_id,
		present = (thread_keys.present OR excluded.present)`, args...)
}

// addParticipants adds who wrote a message to those named before, each once, ten at most.
func addParticipants(list, from []address.Named) []address.Named {
	for _, author := range from {
		if len(list) == maxParticipants {
			break
		}
		known := false
		for _, p := range list {
			known = known || strings.EqualFold(p.Address, author.Address) && (author.Address != "" || p.Name == author.Name)
		}
		if !known {
			list = append(list, author)
		}
	}
	return list
}
