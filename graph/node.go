package graph

import (
	"context"
	"fmt"

	"latchkey/ent"
	"latchkey/ent/folder"
	"latchkey/ent/grant"
	"latchkey/ent/invitation"
	"latchkey/ent/member"
	"latchkey/ent/message"
	"latchkey/ent/thread"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// mostNodes is how many objects can be asked for at once.
const mostNodes = 100

// findNodes reads objects by their ids, a statement for each kind among them.
// What the viewer may not see is left out, like what does not exist.
func (r *Resolver) findNodes(ctx context.Context, ids []nodeid.ID) (map[nodeid.ID]ent.Noder, error) {
	if _, err := viewer.RequireUser(ctx); err != nil {
		return nil, err
	}
	if len(ids) > mostNodes {
		return nil, refusal.Invalid("ids", fmt.Sprintf("Ask for at most %d at once.", mostNodes))
	}
	byKind := map[nodeid.Prefix][]nodeid.ID{}
	for _, id := range ids {
		byKind[id.Prefix()] = append(byKind[id.Prefix()], id)
	}
	found := map[nodeid.ID]ent.Noder{}
	for kind, ids := range byKind {
		if err := r.findKind(ctx, kind, ids, found); err != nil {
			return nil, fmt.Errorf("find nodes: %w", err)
		}
	}
	return found, nil
}

// findKind reads objects of one kind. No kind that the API does not show is read: it is as if there were none.
func (r *Resolver) findKind(ctx context.Context, kind nodeid.Prefix, ids []nodeid.ID, found map[nodeid.ID]ent.Noder) error {
	switch kind {
	case nodeid.User:
		return loadNodes(ctx, r.loaders(ctx).users, ids, found)
	case nodeid.Organization:
		return loadNodes(ctx, r.loaders(ctx).organizations, ids, found)
	case nodeid.MailService:
		return loadNodes(ctx, r.loaders(ctx).mailServices, ids, found)
	case nodeid.Mailbox:
		return loadNodes(ctx, r.loaders(ctx).mailboxes, ids, found)
	case nodeid.Member:
		return addNodes(found, func(m *ent.Member) nodeid.ID { return m.ID })(r.Client.Member.Query().Where(member.IDIn(ids...)).All(ctx))
	case nodeid.Grant:
		return addNodes(found, func(g *ent.Grant) nodeid.ID { return g.ID })(r.Client.Grant.Query().Where(grant.IDIn(ids...)).All(ctx))
	case nodeid.Invitation:
		return addNodes(found, func(i *ent.Invitation) nodeid.ID { return i.ID })(r.Client.Invitation.Query().Where(invitation.IDIn(ids...)).All(ctx))
	case nodeid.Folder:
		return addNodes(found, func(f *ent.Folder) nodeid.ID { return f.ID })(r.Client.Folder.Query().Where(folder.IDIn(ids...)).All(ctx))
	case nodeid.Thread:
		return addNodes(found, func(t *ent.Thread) nodeid.ID { return t.ID })(r.Client.Thread.Query().Where(thread.IDIn(ids...)).All(ctx))
	case nodeid.Message:
		return addNodes(found, func(m *ent.Message) nodeid.ID { return m.ID })(r.Client.Message.Query().Where(message.IDIn(ids...)).All(ctx))
	}
	return nil
}

// node is a pointer to an entity that has a global id.
type node[E any] interface {
	*E
	ent.Noder
}

// loadNodes reads what resolvers further down will ask for again, through their loader.
func loadNodes[E any, N node[E]](ctx context.Context, l *loader[nodeid.ID, N], ids []nodeid.ID, found map[nodeid.ID]ent.Noder) error {
	l.expect(ids...)
	for _, id := range ids {
		value, err := l.load(ctx, id)
		if err != nil {
			return err
		}
		if value != nil {
			found[id] = value
		}
	}
	return nil
}

func addNodes[N ent.Noder](found map[nodeid.ID]ent.Noder, id func(N) nodeid.ID) func([]N, error) error {
	return func(rows []N, err error) error {
		for _, row := range rows {
			found[id(row)] = row
		}
		return err
	}
}
