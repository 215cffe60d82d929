package push

import (
	"context"
	"fmt"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"

	"latchkey/server/refusal"
)

// replaysFreely is how many times a replay may chase the live events before
// these wait for it.
const replaysFreely = 8

// Request is what a subscription needs.
type Request struct {
	Who Identity
	// Viewer carries the values that resolvers read; it must not be cancelled
	// while the subscription lives.
	Viewer    context.Context
	Executor  graphql.GraphExecutor
	Operation *graphql.OperationContext
	Sink      Sink
}

// Subscription is one viewer's place in a topic.
type Subscription struct {
	hub       *Hub
	topic     *topic
	operation *operation
	executor  graphql.GraphExecutor
	who       Identity
	viewer    context.Context
	sink      Sink
	last      uint64 // sequence of the last event delivered; guarded by topic.mu once live
	ended     atomic.Bool
}

// Subscribe replays what came after the cursor, joins the live events without
// a gap or a repeat, and returns. Without a cursor it begins with the next
// event. Results may reach the sink before it returns; when ctx ends, it stops.
//
// ours is false when the operation is none of the hub's; the caller executes it.
func (h *Hub) Subscribe(ctx context.Context, r Request) (s *Subscription, ours bool, err error) {
	field, ok := rootField(r.Operation)
	if !ok {
		return nil, false, nil
	}
	arguments := field.ArgumentMap(r.Operation.Variables)
	name, err := h.options.Route(ctx, r.Who, field.Name, arguments)
	if err != nil || name == "" {
		return nil, err != nil, err
	}
	cursor, replays := arguments[cursorArgument].(string)
	var after uint64
	if replays {
		if after, err = h.options.Cursor(name, cursor); err != nil {
			return nil, true, err
		}
	}
	s = &Subscription{
		hub: h, topic: h.hold(name), operation: h.share(r.Executor, r.Operation, field),
		executor: r.Executor, who: r.Who, viewer: r.Viewer, sink: r.Sink, last: after,
	}
	if err := s.begin(ctx, replays); err != nil {
		h.forget(s.operation)
		h.release(s.topic, 1)
		return nil, true, err
	}
	h.subscriptions.Add(1)
	return s, true, nil
}

// begin takes its place before it asks who may see the topic: what takes that
// away meanwhile is then an event after that place, which ends the subscription.
func (s *Subscription) begin(ctx context.Context, replays bool) error {
	if err := s.hub.open(ctx, s.topic); err != nil {
		return err
	}
	if !replays {
		s.last = s.topic.head.Load()
	}
	classes, err := s.hub.options.Authority.Classes(ctx, s.topic.name)
	if err != nil {
		return fmt.Errorf("ask who may see a topic: %w", err)
	}
	if _, ok := classes(s.who.User); !ok {
		return refusal.NotFound()
	}
	if !replays && s.joinUnlessBehind() {
		return nil
	}
	if err := s.checkCursor(ctx); err != nil {
		return err
	}
	return s.catchUp(ctx)
}

// checkCursor refuses a cursor ahead of the database: it would be silent until
// the events caught up with it, and nobody would know.
func (s *Subscription) checkCursor(ctx context.Context) error {
	if s.last <= s.topic.head.Load() {
		return nil
	}
	heads, err := s.hub.options.Source.Heads(ctx, []string{s.topic.name})
	if err != nil {
		return fmt.Errorf("read the head of a topic: %w", err)
	}
	if s.last > heads[s.topic.name] {
		return errBadCursor()
	}
	return nil
}

// catchUp replays outside the topic's lock, so that a long replay holds up
// nobody, and joins under it once nothing was delivered to others meanwhile.
func (s *Subscription) catchUp(ctx context.Context) error {
	for range replaysFreely {
		if err := s.replay(ctx, s.sink.Drained); err != nil {
			return err
		}
		if s.joinUnlessBehind() {
			return nil
		}
	}
	s.topic.mu.Lock()
	defer s.topic.mu.Unlock()
	if err := s.replay(ctx, func() error { return nil }); err != nil {
		return err
	}
	s.topic.live = append(s.topic.live, s)
	return nil
}

func (s *Subscription) joinUnlessBehind() bool {
	s.topic.mu.Lock()
	defer s.topic.mu.Unlock()
	if s.topic.head.Load() > s.last {
		return false
	}
	s.topic.live = append(s.topic.live, s)
	return true
}

// replay sends the events after s.last that are in the database now, asking
// the authority for each, and waits after each until pace lets it go on.
func (s *Subscription) replay(ctx context.Context, pace func() error) error {
	for {
		events, err := s.hub.eventsAfter(ctx, s.topic.name, s.last)
		if err != nil {
			return err
		}
		for _, e := range events {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := s.show(e); err != nil {
				return err
			}
			if err := pace(); err != nil {
				return err
			}
		}
		if len(events) < eventsAtOnce {
			return nil
		}
	}
}

func (s *Subscription) show(e Event) error {
	r, err := s.hub.newRound(e)
	if err != nil {
		return err
	}
	class, ok := r.classes(s.who.User)
	if !ok {
		return refusal.NotFound()
	}
	s.last = e.Sequence
	s.sink.Next(r.resultFor(s, class))
	return nil
}

// Unsubscribe ends the subscription. It never blocks, and may be called from
// within the sink.
func (s *Subscription) Unsubscribe() {
	if !s.ended.Swap(true) {
		s.topic.dead.Add(1)
	}
}

// fail ends the subscription and says why.
func (s *Subscription) fail(err error) {
	s.Unsubscribe()
	s.sink.Fail(Present(context.WithoutCancel(s.viewer), s.executor, s.operation.context, err))
}
