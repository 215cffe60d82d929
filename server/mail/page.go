package mail

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"latchkey/ent"
	"latchkey/ent/thread"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
)

// How many threads a page holds.
const (
	UsualPage = 50
	MaxPage   = 100
)

// Page asks for threads after a cursor, newest first.
type Page struct {
	First int
	After *ent.Cursor
}

// Threads is a page of a list.
type Threads struct {
	Rows []*ent.Thread
	// More says that another page follows.
	More bool
}

// Cursor is the place of a thread in every list: when its newest message came, and its id.
func Cursor(t *ent.Thread) ent.Cursor {
	return ent.Cursor{ID: t.ID, Value: t.LastMessageAt.UnixMicro()}
}

// place is where a page begins: below this thread.
type place struct {
	at     time.Time
	thread nodeid.ID
}

// place reads the cursor; nil for the first page. Refusals: Invalid("first"), Invalid("after").
func (p Page) place() (*place, error) {
	if p.First < 0 || p.First > MaxPage {
		return nil, refusal.Invalid("first", fmt.Sprintf("Ask for 0 to %d threads at once.", MaxPage))
	}
	if p.After == nil {
		return nil, nil
	}
	micro, ok := CursorNumber(*p.After)
	if !ok || p.After.ID.Prefix() != nodeid.Thread {
		return nil, refusal.Invalid("after", "This cursor is not of this list. Begin at its start.")
	}
	return &place{at: time.UnixMicro(micro).UTC(), thread: p.After.ID}, nil
}

// CursorNumber is the number in a cursor, which may have become another type
// of integer on its way; false when there is none.
func CursorNumber(c ent.Cursor) (int64, bool) {
	switch n := c.Value.(type) {
	case int64:
		return n, true
	case int8:
		return int64(n), true
	case int16:
		return int64(n), true
	case int32:
		return int64(n), true
	case int:
		return int64(n), true
	case uint8:
		return int64(n), true
	case uint16:
		return int64(n), true
	case uint32:
		return int64(n), true
	case uint64:
		return int64(n), n <= 1<<63-1
	default:
		return 0, false
	}
}

// keyset is the condition of a page on columns of time and thread, and its
// arguments. The first half alone would do for the answer, but not for an index.
func (p *place) keyset(at, id string) (condition string, args []any) {
	if p == nil {
		return "", nil
	}
	return ` AND ` + at + ` <= ? AND (` + at + ` < ? OR ` + id + ` < ?)`, []any{p.at, p.at, p.thread.String()}
}

// FolderThreads lists the threads of a folder that the viewer may read.
//
// Refusals: Invalid("first"), Invalid("after").
func (m *Mail) FolderThreads(ctx context.Context, folder nodeid.ID, page Page) (Threads, error) {
	from, err := page.place()
	if err != nil {
		return Threads{}, err
	}
	condition, args := from.keyset("last_at", "thread_id")
	args = append(append([]any{folder.String()}, args...), page.First+1)
	rows, err := m.db.DB().QueryContext(ctx, m.db.Rebind(`SELECT thread_id FROM folder_threads
		WHERE folder_id = ?`+condition+` ORDER BY last_at DESC, thread_id DESC LIMIT ?`), args...)
	if err != nil {
		return Threads{}, fmt.Errorf("list threads: %w", err)
	}
	return m.inSight(ctx, rows, page)
}

// Starred lists the threads of a mailbox with a starred message. Refusals: as FolderThreads.
func (m *Mail) Starred(ctx context.Context, mailbox nodeid.ID, page Page) (Threads, error) {
	from, err := page.place()
	if err != nil {
		return Threads{}, err
	}
	condition, args := from.keyset("last_message_at", "id")
	args = append(append([]any{mailbox.String()}, args...), page.First+1)
	rows, err := m.db.DB().QueryContext(ctx, m.db.Rebind(`SELECT id FROM threads
		WHERE mailbox_id = ? AND starred_count > 0`+condition+` ORDER BY last_message_at DESC, id DESC LIMIT ?`), args...)
	if err != nil {
		return Threads{}, fmt.Errorf("list starred threads: %w", err)
	}
	return m.inSight(ctx, rows, page)
}

// inSight reads the threads of a page as the viewer sees them: of a mailbox
// that they may not read, none.
func (m *Mail) inSight(ctx context.Context, listed *sql.Rows, page Page) (Threads, error) {
	ids, err := scanIDs(listed)
	if err != nil {
		return Threads{}, fmt.Errorf("list threads: %w", err)
	}
	more := len(ids) > page.First
	ids = ids[:min(len(ids), page.First)]
	rows, err := m.ThreadsByID(ctx, ids)
	if err != nil || len(rows) == 0 {
		return Threads{}, err
	}
	return Threads{Rows: inOrder(ids, rows), More: more}, nil
}

// ThreadsByID reads threads as the viewer sees them; what they don't see is absent.
func (m *Mail) ThreadsByID(ctx context.Context, ids []nodeid.ID) (map[nodeid.ID]*ent.Thread, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	rows, err := m.db.Client().Thread.Query().Where(thread.IDIn(ids...), thread.MessageCountGT(0)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read threads: %w", err)
	}
	byID := make(map[nodeid.ID]*ent.Thread, len(rows))
	for _, row := range rows {
		byID[row.ID] = row
	}
	return byID, nil
}

// inOrder lists what was found in the order of the ids.
func inOrder[V any](ids []nodeid.ID, found map[nodeid.ID]V) []V {
	list := make([]V, 0, len(found))
	for _, id := range ids {
		if v, ok := found[id]; ok {
			list = append(list, v)
		}
	}
	return list
}

func scanIDs(rows *sql.Rows) ([]nodeid.ID, error) {
	defer rows.Close()
	var ids []nodeid.ID
	for rows.Next() {
		var id nodeid.ID
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}
