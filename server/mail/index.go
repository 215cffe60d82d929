package mail

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"time"

	"entgo.io/ent/dialect"

	"latchkey/ent"
	entmessage "latchkey/ent/message"
	"latchkey/server/address"
	"latchkey/server/database"
	"latchkey/server/mail/message"
	"latchkey/server/nodeid"
	"latchkey/server/viewer"
)

// The text index follows deliveries: what is to be indexed stands in a table
// of its own, written with the message, so that no crash forgets it.
const (
	// indexBatch is how many messages one transaction indexes.
	indexBatch = 128
	// indexEvery is how long a message of another server, or one that failed, waits at most.
	indexEvery = 10 * time.Second
	// indexAfter lets deliveries that come together be indexed together, and go first.
	indexAfter = 300 * time.Millisecond
)

func (m *Mail) wakeIndexer() {
	select {
	case m.unindexed <- struct{}{}:
	default: // it is awake
	}
}

// indexAlways indexes what is queued until ctx ends.
func (m *Mail) indexAlways(ctx context.Context) {
	again := time.NewTicker(indexEvery)
	defer again.Stop()
	for {
		for {
			n, err := m.indexSome(ctx)
			if err != nil && ctx.Err() == nil {
				m.log.Error("messages were not indexed for search; trying again", "error", err)
			}
			if err != nil || n < indexBatch {
				break
			}
		}
		select {
		case <-ctx.Done():
			return
		case <-again.C:
		case <-m.unindexed:
			select {
			case <-ctx.Done():
				return
			case <-time.After(indexAfter):
			}
		}
	}
}

// Index indexes for search whatever is queued, and returns when it is done.
func (m *Mail) Index(ctx context.Context) error {
	for {
		if n, err := m.indexSome(ctx); n == 0 || err != nil {
			return err
		}
	}
}

// indexSome indexes one batch and says how many messages it took. What they
// say is read before the transaction, so that deliveries do not wait for it.
func (m *Mail) indexSome(ctx context.Context) (int, error) {
	ctx = viewer.System(ctx)
	ids, err := m.queued(ctx)
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	rows, err := m.db.Client().Message.Query().Where(entmessage.IDIn(ids...)).All(ctx)
	if err != nil {
		return 0, fmt.Errorf("read messages to index: %w", err)
	}
	words := make([][]string, len(rows))
	for i, row := range rows {
		words[i] = m.wordsOf(ctx, row)
	}
	return len(ids), database.Write(ctx, m.db, func(ctx context.Context, tx *database.Tx) error {
		for i, row := range rows {
			if err := indexMessage(ctx, tx, row, words[i]); err != nil {
				return fmt.Errorf("index a message: %w", err)
			}
		}
		return execute(ctx, tx, `DELETE FROM search_queue WHERE message_id IN (`+marks(len(ids))+`)`, anyIDs(ids)...)
	})
}

func (m *Mail) queued(ctx context.Context) (ids []nodeid.ID, err error) {
	rows, err := m.db.DB().QueryContext(ctx, m.db.Rebind(`SELECT message_id FROM search_queue ORDER BY message_id LIMIT ?`), indexBatch)
	if err != nil {
		return nil, fmt.Errorf("read the search queue: %w", err)
	}
	return scanIDs(rows)
}

// wordsOf is what a message can be found by: who, what about, and what it says.
func (m *Mail) wordsOf(ctx context.Context, row *ent.Message) []string {
	texts := []string{row.Subject}
	for _, list := range [][]address.Named{row.From, row.To, row.Cc} {
		for _, a := range list {
			texts = append(texts, a.Name, a.Address)
		}
	}
	octets, err := m.octetsOf(ctx, row)
	if err != nil { // found by its headers still
		m.log.Error("a message is indexed without its text", "message", row.ID, "error", err)
	} else {
		texts = append(texts, message.Parse(octets).Text())
	}
	return foldedWords(strings.Join(texts, "\n"), maxIndexedWords)
}

// indexMessage writes the words of one message, with one that stands for its
// mailbox: a search is an intersection that the index itself makes. A message
// that is gone meanwhile is left out.
func indexMessage(ctx context.Context, tx *database.Tx, row *ent.Message, words []string) error {
	words = append(words, mailboxWord(row.MailboxID))
	if tx.Dialect() == dialect.Postgres {
		return execute(ctx, tx, `INSERT INTO message_search(message_id, mailbox_id, received_at, words)
			SELECT id, mailbox_id, received_at, array_to_tsvector(?) FROM messages WHERE id = ? FOR KEY SHARE
			ON CONFLICT (message_id) DO UPDATE SET words = excluded.words`, words, row.ID.String())
	}
	var document int64
	err := tx.SQL.QueryRowContext(ctx, `INSERT INTO message_search_docs(message_id, mailbox_id, received_at)
		SELECT id, mailbox_id, received_at FROM messages WHERE id = ?
		ON CONFLICT (message_id) DO NOTHING RETURNING id`, row.ID.String()).Scan(&document)
	if err == sql.ErrNoRows {
		return nil
	}
	if err != nil {
		return err
	}
	return execute(ctx, tx, `INSERT INTO message_search(rowid, words) VALUES (?, ?)`, document, strings.Join(words, " "))
}

// mailboxWord is a word that no message holds by itself: 26 characters of an id.
func mailboxWord(id nodeid.ID) string {
	_, body, _ := strings.Cut(id.String(), "_")
	return body
}
