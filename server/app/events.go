package app

import (
	"context"
	"fmt"

	"latchkey/ent"
	"latchkey/graph"
	"latchkey/server/mail"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/push"
	"latchkey/server/refusal"
	"latchkey/server/sharing"
	"latchkey/server/topic"
	"latchkey/server/viewer"
)

// events joins push, which knows topics and sequences, with the domains whose
// events they are: sharing tells each user of their access, mail each mailbox
// of its messages.
type events struct {
	sharing *sharing.Sharing
	mail    *mail.Mail
}

// EventsAfter reads events from where they are durable.
func (e events) EventsAfter(ctx context.Context, name string, after uint64, limit int) ([]push.Event, error) {
	ctx = viewer.System(ctx)
	switch kind, id := topic.Split(name); kind {
	case topic.Access:
		found, err := e.sharing.EventsAfter(ctx, id, int64(after), limit)
		return wrap(name, found, err, func(x *ent.AccessEvent) int64 { return x.Sequence })
	case topic.Mailbox:
		found, err := e.mail.EventsAfter(ctx, id, int64(after), limit)
		return wrap(name, found, err, func(x *ent.MailboxEvent) int64 { return x.Sequence })
	default:
		return nil, fmt.Errorf("no domain has the topic kind %q", kind)
	}
}

// Heads returns the newest sequence of each topic, a statement for each domain.
func (e events) Heads(ctx context.Context, topics []string) (map[string]uint64, error) {
	ctx = viewer.System(ctx)
	byKind := map[topic.Kind][]nodeid.ID{}
	for _, name := range topics {
		kind, id := topic.Split(name)
		byKind[kind] = append(byKind[kind], id)
	}
	heads := make(map[string]uint64, len(topics))
	for kind, read := range map[topic.Kind]func(context.Context, []nodeid.ID) (map[nodeid.ID]int64, error){
		topic.Access: e.sharing.Heads, topic.Mailbox: e.mail.Heads,
	} {
		if len(byKind[kind]) == 0 {
			continue
		}
		found, err := read(ctx, byKind[kind])
		if err != nil {
			return nil, err
		}
		for id, head := range found {
			heads[kind.Of(id)] = uint64(head)
		}
	}
	return heads, nil
}

// Classes says who may see a topic now, from the database: of a user's access
// that user alone, of a mailbox's mail whoever may read it.
func (e events) Classes(ctx context.Context, name string) (push.Classes, error) {
	switch kind, id := topic.Split(name); kind {
	case topic.Access:
		return func(user string) (string, bool) { return user, user == id.String() }, nil
	case topic.Mailbox:
		sets, err := e.sharing.ClassesOf(viewer.System(ctx), id)
		if err != nil {
			return nil, err
		}
		return func(user string) (string, bool) {
			set, ok := sets[nodeid.ID(user)]
			return set.String(), ok && set.Has(permission.Read)
		}, nil
	default:
		return nil, fmt.Errorf("no domain has the topic kind %q", kind)
	}
}

// route names the topic of a subscription, after asking whether the viewer may see it.
func (e events) route(ctx context.Context, who push.Identity, field string, arguments map[string]any) (string, error) {
	if who.User == "" {
		return "", refusal.Unauthenticated()
	}
	switch field {
	case "mailboxAccess":
		return topic.Access.Of(nodeid.ID(who.User)), nil
	case "mailboxActivity":
		text, _ := arguments["mailbox"].(string)
		id, err := nodeid.Parse(text)
		if err != nil {
			return "", refusal.NotFound()
		}
		if err := e.sharing.Require(ctx, id, permission.Read); err != nil {
			return "", refusal.NotFound() // what the viewer may not read does not exist
		}
		return topic.Mailbox.Of(id), nil
	default:
		return "", nil
	}
}

// cursor reads where a subscription left its topic: the cursor of an event of
// the same user or mailbox.
func (e events) cursor(name, text string) (uint64, error) {
	_, id := topic.Split(name)
	sequence, ok := graph.SequenceAt(text, id)
	if !ok {
		return 0, refusal.Invalid("after", "This cursor does not belong to this subscription. Subscribe without it and load afresh.")
	}
	return sequence, nil
}

func wrap[E any](name string, found []E, err error, sequence func(E) int64) ([]push.Event, error) {
	if err != nil {
		return nil, err
	}
	list := make([]push.Event, len(found))
	for i, x := range found {
		list[i] = push.Event{Topic: name, Sequence: uint64(sequence(x)), Payload: x}
	}
	return list, nil
}
