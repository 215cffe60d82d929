package app

import (
	"context"
	"fmt"
	"strings"

	"latchkey/ent"
	"latchkey/graph"
	"latchkey/server/mail"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/push"
	"latchkey/server/refusal"
	"latchkey/server/sharing"
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
func (e events) EventsAfter(ctx context.Context, topic string, after uint64, limit int) ([]push.Event, error) {
	ctx = viewer.System(ctx)
	switch kind, id := split(topic); kind {
	case sharing.TopicKind:
		found, err := e.sharing.EventsAfter(ctx, id, int64(after), limit)
		return wrap(topic, found, err, func(x *ent.AccessEvent) int64 { return x.Sequence })
	case mail.TopicKind:
		found, err := e.mail.EventsAfter(ctx, id, int64(after), limit)
		return wrap(topic, found, err, func(x *ent.MailboxEvent) int64 { return x.Sequence })
	default:
		return nil, fmt.Errorf("no domain has the topic kind %q", kind)
	}
}

// Heads returns the newest sequence of each topic, a statement for each domain.
func (e events) Heads(ctx context.Context, topics []string) (map[string]uint64, error) {
	ctx = viewer.System(ctx)
	byKind := map[string][]nodeid.ID{}
	for _, topic := range topics {
		kind, id := split(topic)
		byKind[kind] = append(byKind[kind], id)
	}
	heads := make(map[string]uint64, len(topics))
	for kind, read := range map[string]func(context.Context, []nodeid.ID) (map[nodeid.ID]int64, error){
		sharing.TopicKind: e.sharing.Heads, mail.TopicKind: e.mail.Heads,
	} {
		if len(byKind[kind]) == 0 {
			continue
		}
		found, err := read(ctx, byKind[kind])
		if err != nil {
			return nil, err
		}
		for id, head := range found {
			heads[kind+":"+id.String()] = uint64(head)
		}
	}
	return heads, nil
}

// Classes says who may see a topic now, from the database: of a user's access
// that user alone, of a mailbox's mail whoever may read it.
func (e events) Classes(ctx context.Context, topic string) (push.Classes, error) {
	switch kind, id := split(topic); kind {
	case sharing.TopicKind:
		return func(user string) (string, bool) { return user, user == id.String() }, nil
	case mail.TopicKind:
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
		return sharing.Topic(nodeid.ID(who.User)), nil
	case "mailboxActivity":
		id, ok := arguments["mailbox"].(nodeid.ID)
		if !ok {
			text, _ := arguments["mailbox"].(string)
			parsed, err := nodeid.Parse(text)
			if err != nil {
				return "", refusal.NotFound()
			}
			id = parsed
		}
		if err := e.sharing.Require(ctx, id, permission.Read); err != nil {
			return "", refusal.NotFound() // what the viewer may not read does not exist
		}
		return mail.Topic(id), nil
	default:
		return "", nil
	}
}

// cursor reads where a subscription left its topic: the cursor of an event of
// the same user or mailbox.
func (e events) cursor(topic, text string) (uint64, error) {
	_, id := split(topic)
	sequence, ok := graph.SequenceAt(text, id)
	if !ok {
		return 0, refusal.Invalid("after", "This cursor does not belong to this subscription. Subscribe without it and load afresh.")
	}
	return sequence, nil
}

func split(topic string) (kind string, id nodeid.ID) {
	kind, text, _ := strings.Cut(topic, ":")
	return kind, nodeid.ID(text)
}

func wrap[E any](topic string, found []E, err error, sequence func(E) int64) ([]push.Event, error) {
	if err != nil {
		return nil, err
	}
	list := make([]push.Event, len(found))
	for i, x := range found {
		list[i] = push.Event{Topic: topic, Sequence: uint64(sequence(x)), Payload: x}
	}
	return list, nil
}
