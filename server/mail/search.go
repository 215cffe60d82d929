package mail

import (
	"context"
	"fmt"
	"strings"

	"entgo.io/ent/dialect"

	"latchkey/server/nodeid"
	"latchkey/server/refusal"
)

const (
	// maxFound is how many of the newest messages that match are looked at.
	maxFound = 1000
	// maxQuery is in octets.
	maxQuery = 1000
)

// Search lists the threads of a mailbox with a message that holds every word,
// the last one as a beginning of a word. Refusals: Invalid("query"), and as FolderThreads.
func (m *Mail) Search(ctx context.Context, mailbox nodeid.ID, query string, page Page) (Threads, error) {
	if len(query) > maxQuery {
		return Threads{}, refusal.Invalid("query", fmt.Sprintf("A search has at most %d characters. Make it shorter.", maxQuery))
	}
	from, err := page.place()
	if err != nil {
		return Threads{}, err
	}
	words := foldedWords(clean(query), maxQueryWords)
	if len(words) == 0 {
		return Threads{}, nil
	}
	condition, after := from.keyset("t.last_message_at", "t.id")
	args := append([]any{m.expression(mailbox, words), maxFound, mailbox.String()}, after...)
	rows, err := m.db.DB().QueryContext(ctx, m.db.Rebind(`SELECT t.id FROM threads t
		WHERE t.id IN (SELECT thread_id FROM messages WHERE id IN (`+m.matches()+`))
		AND t.mailbox_id = ?`+condition+` ORDER BY t.last_message_at DESC, t.id DESC LIMIT ?`), append(args, page.First+1)...)
	if err != nil {
		return Threads{}, fmt.Errorf("search: %w", err)
	}
	return m.inSight(ctx, rows, page)
}

// matches selects the ids of the newest messages that match an expression.
func (m *Mail) matches() string {
	if m.db.Dialect() == dialect.Postgres {
		return `SELECT message_id FROM (SELECT message_id FROM message_search
			WHERE words @@ CAST(? AS tsquery) ORDER BY message_id DESC LIMIT ?) newest`
	}
	return `SELECT d.message_id FROM message_search_docs d WHERE d.id IN
		(SELECT rowid FROM message_search WHERE message_search MATCH ? ORDER BY rowid DESC LIMIT ?)`
}

// expression asks for all words, in the index's own language. Words are
// letters and digits only, and quoted: no text of a user is an operator.
func (m *Mail) expression(mailbox nodeid.ID, words []string) string {
	open, and, prefix := `"`, " AND ", "*"
	if m.db.Dialect() == dialect.Postgres {
		open, and, prefix = `'`, " & ", ":*"
	}
	quoted := []string{open + mailboxWord(mailbox) + open}
	for _, word := range words {
		quoted = append(quoted, open+word+open)
	}
	return strings.Join(quoted, and) + prefix
}
