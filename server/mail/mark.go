package mail

import (
	"context"

	"latchkey/ent"
	"latchkey/ent/message"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
)

// Marks are what MarkMessages sets; nil leaves as it is.
type Marks struct{ Seen, Starred *bool }

// Changed is what an act changed, as it is now.
type Changed struct {
	Messages []nodeid.ID
	Threads  []nodeid.ID
	Folders  []nodeid.ID
}

// MarkMessages marks messages as seen or starred. Needs ORGANIZE.
//
// Refusals: Unauthenticated, NotFound, Forbidden, Invalid("messages").
func (m *Mail) MarkMessages(ctx context.Context, s Selection, marks Marks) (done Changed, err error) {
	err = m.on(ctx, s, []permission.Permission{permission.Organize},
		func(ctx context.Context, c *change, box *boxChange, selected []*ent.Message) error {
			done = Changed{}
			for _, row := range selected {
				done.Messages = append(done.Messages, row.ID)
			}
			if err := c.mark(ctx, box, selected, marks); err != nil {
				return err
			}
			done.Threads, done.Folders = threadsOf(selected), foldersOf(selected)
			return nil
		})
	return done, err
}

func (c *change) mark(ctx context.Context, box *boxChange, selected []*ent.Message, marks Marks) error {
	var touched []nodeid.ID
	for _, row := range selected {
		seen, starred := changes(marks.Seen, row.Seen), changes(marks.Starred, row.Starred)
		if !seen && !starred {
			continue
		}
		touched = append(touched, row.ID)
		box.threads.add(row.ThreadID)
		unread := 0
		if seen {
			unread = 1 - 2*ones(*marks.Seen)
		}
		box.count(row.FolderID, 0, unread)
	}
	if len(touched) == 0 {
		return nil
	}
	box.messages = touched
	err := c.tx.Message.Update().Where(message.IDIn(touched...)).
		SetNillableSeen(marks.Seen).SetNillableStarred(marks.Starred).Exec(ctx)
	if err != nil {
		return err
	}
	return c.recount(ctx, box.threads.list)
}

func changes(wanted *bool, now bool) bool { return wanted != nil && *wanted != now }

func threadsOf(rows []*ent.Message) []nodeid.ID {
	var set orderedSet
	for _, row := range rows {
		set.add(row.ThreadID)
	}
	return set.list
}

func foldersOf(rows []*ent.Message) []nodeid.ID {
	var set orderedSet
	for _, row := range rows {
		set.add(row.FolderID)
	}
	return set.list
}
