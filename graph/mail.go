package graph

import (
	"context"
	"net/url"

	"github.com/99designs/gqlgen/graphql"

	"latchkey/ent"
	"latchkey/graph/model"
	"latchkey/server/mail"
	"latchkey/server/nodeid"
	"latchkey/server/push/feed"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// mailLoaders read what hangs on mailboxes, threads and messages.
type mailLoaders struct {
	unread        *loader[nodeid.ID, int]           // by mailbox
	folders       *loader[nodeid.ID, []*ent.Folder] // by mailbox
	foldersByID   *loader[nodeid.ID, *ent.Folder]
	threads       *loader[nodeid.ID, *ent.Thread]
	messages      *loader[nodeid.ID, []*ent.Message] // by thread
	threadFolders *loader[nodeid.ID, []nodeid.ID]    // by thread
}

func newMailLoaders(m *mail.Mail) *mailLoaders {
	l := &mailLoaders{
		unread:        newLoader(m.Unread),
		folders:       newLoader(m.Folders),
		foldersByID:   newLoader(m.FoldersByID),
		threads:       newLoader(m.ThreadsByID),
		threadFolders: newLoader(m.FolderIDs),
	}
	l.messages = newLoader(func(ctx context.Context, threads []nodeid.ID) (map[nodeid.ID][]*ent.Message, error) {
		found, err := m.MessagesOf(ctx, threads)
		for _, messages := range found {
			l.expectMessages(messages)
		}
		return found, err
	})
	return l
}

// expectMail announces a mailbox to every loader that reads its mail.
func (l *mailLoaders) expectMail(mailbox nodeid.ID) {
	l.unread.expect(mailbox)
	l.folders.expect(mailbox)
}

// expectThreads announces threads to every loader that reads what hangs on one.
func (l *mailLoaders) expectThreads(threads []*ent.Thread) {
	for _, t := range threads {
		l.threads.expect(t.ID)
		l.messages.expect(t.ID)
		l.threadFolders.expect(t.ID)
	}
}

// expectMessages announces messages to every loader that reads what hangs on one.
func (l *mailLoaders) expectMessages(messages []*ent.Message) {
	for _, m := range messages {
		l.threads.expect(m.ThreadID)
		l.foldersByID.expect(m.FolderID)
	}
}

func threadPage(first *int, after *ent.Cursor) mail.Page {
	page := mail.Page{First: mail.UsualPage, After: after}
	if first != nil {
		page.First = *first
	}
	return page
}

func (r *Resolver) threadConnection(ctx context.Context, after *ent.Cursor, found mail.Threads, err error) (*model.ThreadConnection, error) {
	if err != nil {
		return nil, err
	}
	r.loaders(ctx).expectThreads(found.Rows)
	out := &model.ThreadConnection{
		Edges:    make([]*model.ThreadEdge, 0, len(found.Rows)),
		PageInfo: &ent.PageInfo{HasNextPage: found.More, HasPreviousPage: after != nil},
	}
	for _, t := range found.Rows {
		out.Edges = append(out.Edges, &model.ThreadEdge{Node: t, Cursor: mail.Cursor(t)})
	}
	if n := len(out.Edges); n > 0 {
		out.PageInfo.StartCursor, out.PageInfo.EndCursor = &out.Edges[0].Cursor, &out.Edges[n-1].Cursor
	}
	return out, nil
}

func attachmentsOf(m *ent.Message) []*model.Attachment {
	list := make([]*model.Attachment, 0, len(m.Attachments))
	for _, a := range m.Attachments {
		list = append(list, &model.Attachment{
			Part: a.PartID, Name: a.Name, MediaType: a.MediaType, Size: int64(a.Size),
			URL:      "/mail/attachment/" + m.ID.String() + "/" + a.PartID + "/" + url.PathEscape(a.Name),
			Viewable: a.Viewable(),
		})
	}
	return list
}

func selection(messages, threads graphql.Omittable[[]nodeid.ID]) mail.Selection {
	return mail.Selection{Messages: messages.Value(), Threads: threads.Value()}
}

func movedMessages(moved []mail.Moved) []*model.MovedMessage {
	list := make([]*model.MovedMessage, 0, len(moved))
	for _, m := range moved {
		list = append(list, &model.MovedMessage{MessageID: m.Message, FromFolderID: m.From})
	}
	return list
}

// showing is the context to read the objects of an event in. The hub has asked
// who may see the event, and shows what it reads to all of them alike.
func showing(ctx context.Context) context.Context {
	if _, shown := feed.Class(ctx); shown {
		return viewer.System(ctx)
	}
	return ctx
}

// found lists what was found, in the order asked for; never null.
func found[V any](ids []nodeid.ID, values map[nodeid.ID]V, err error) ([]V, error) {
	list := make([]V, 0, len(ids))
	for _, id := range ids {
		if v, ok := values[id]; ok {
			list = append(list, v)
		}
	}
	return list, err
}

// threadsAndFolders reads what an act changed, as it is now.
func (r *Resolver) threadsAndFolders(ctx context.Context, threadIDs, folderIDs []nodeid.ID) (threads []*ent.Thread, folders []*ent.Folder, err error) {
	byID, err := r.Mail.ThreadsByID(ctx, threadIDs)
	if threads, err = found(threadIDs, byID, err); err != nil {
		return nil, nil, err
	}
	r.loaders(ctx).expectThreads(threads)
	folderByID, err := r.Mail.FoldersByID(ctx, folderIDs)
	folders, err = found(folderIDs, folderByID, err)
	return threads, folders, err
}

func nothingToMark() error {
	return refusal.Invalid("seen", "Say what to mark: seen, starred, or both.")
}
