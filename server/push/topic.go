package push

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
)

// topic is a stream of events that this node has subscriptions to.
type topic struct {
	name  string
	holds int // subscriptions that hold it, joined or joining; guarded by Hub.mu

	reading atomic.Bool // one goroutine at a time reads on
	again   atomic.Bool // a hint came meanwhile
	head    atomic.Uint64
	dead    atomic.Int32 // subscriptions that ended and are still listed

	mu     sync.Mutex // held while an event is delivered and while a subscription joins
	opened bool       // head is known
	live   []*Subscription
}

// hold returns the topic and keeps it from being forgotten until released.
func (h *Hub) hold(name string) *topic {
	h.mu.Lock()
	defer h.mu.Unlock()
	t := h.topics[name]
	if t == nil {
		t = &topic{name: name}
		h.topics[name] = t
	}
	t.holds++
	return t
}

func (h *Hub) release(t *topic, holds int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if t.holds -= holds; t.holds == 0 {
		delete(h.topics, t.name)
	}
}

// open learns where the topic stands when the first subscription comes. A hint
// that arrives meanwhile waits for the lock and reads on from there.
func (h *Hub) open(ctx context.Context, t *topic) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.opened {
		return nil
	}
	heads, err := h.options.Source.Heads(ctx, []string{t.name})
	if err != nil {
		return fmt.Errorf("read the head of a topic: %w", err)
	}
	t.head.Store(heads[t.name])
	t.opened = true
	return nil
}

// Hint says that the topic reached the sequence number. It never blocks.
func (h *Hub) Hint(name string, sequence uint64) {
	h.mu.RLock()
	t := h.topics[name]
	h.mu.RUnlock()
	if t == nil || sequence <= t.head.Load() && sequence > 0 {
		return
	}
	t.again.Store(true)
	if h.ctx.Err() == nil && t.reading.CompareAndSwap(false, true) {
		h.done.Go(func() { h.readOn(t) })
	}
}

// readOn delivers what is new until no hint is left.
func (h *Hub) readOn(t *topic) {
	h.reads <- struct{}{}
	defer func() { <-h.reads }()
	for {
		t.again.Store(false)
		if err := h.advance(t); err != nil && h.ctx.Err() == nil {
			h.log.Error("push: events wait for the next poll", "topic", t.name, "error", err)
		}
		t.reading.Store(false)
		if !t.again.Load() || !t.reading.CompareAndSwap(false, true) {
			return
		}
	}
}

// advance delivers the events after the head. On an error the head stays where
// it is, and the poll comes back to it.
func (h *Hub) advance(t *topic) error {
	t.mu.Lock()
	opened := t.opened
	t.mu.Unlock()
	for opened {
		events, err := h.eventsAfter(h.ctx, t.name, t.head.Load())
		if err != nil {
			return err
		}
		for _, e := range events {
			if err := h.deliver(t, e); err != nil {
				return err
			}
		}
		if len(events) < eventsAtOnce {
			return nil
		}
	}
	return nil
}

func (h *Hub) eventsAfter(ctx context.Context, topic string, after uint64) ([]Event, error) {
	ctx, cancel := context.WithTimeout(ctx, defaultReadWithin)
	defer cancel()
	events, err := h.options.Source.EventsAfter(ctx, topic, after, eventsAtOnce)
	if err != nil {
		return nil, fmt.Errorf("read events: %w", err)
	}
	return events, nil
}

// sweep forgets the subscriptions that ended. Those only mark themselves,
// because they may end inside a delivery, which holds the lock.
func (h *Hub) sweep(t *topic) {
	if !t.mu.TryLock() {
		return // a delivery takes long; the next sweep comes soon
	}
	ended := 0
	t.live = slices.DeleteFunc(t.live, func(s *Subscription) bool {
		if !s.ended.Load() {
			return false
		}
		h.forget(s.operation)
		ended++
		return true
	})
	if len(t.live) == 0 {
		t.live = nil
	}
	t.dead.Add(int32(-ended))
	t.mu.Unlock()
	h.subscriptions.Add(int64(-ended))
	h.release(t, ended)
}
