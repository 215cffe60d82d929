package push

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"latchkey/server/refusal"
)

const (
	// alone is how many subscriptions one goroutine serves before others help.
	alone = 128
	// share is how many subscriptions a helper takes at a time.
	portion = 64
)

// deliver hands one event to every live subscription of the topic and moves
// the head. When the authority can't be asked, nobody gets it and it stays next.
func (h *Hub) deliver(t *topic, e Event) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if e.Sequence <= t.head.Load() {
		return nil
	}
	if len(t.live) > 0 {
		r, err := h.newRound(e)
		if err != nil {
			return err
		}
		r.serveAll(t.live)
	}
	t.head.Store(e.Sequence)
	return nil
}

// round is the delivery of one event: who may see it, as the authority says
// now, and what was executed for it so far.
type round struct {
	hub     *Hub
	event   Event
	classes Classes

	mu     sync.Mutex
	shared map[audience]result
}

// audience is everyone who gets the same bytes.
type audience struct {
	operation *operation
	class     string
}

func (h *Hub) newRound(e Event) (*round, error) {
	ctx, cancel := context.WithTimeout(h.ctx, defaultReadWithin)
	defer cancel()
	classes, err := h.options.Authority.Classes(ctx, e.Topic)
	if err != nil {
		return nil, fmt.Errorf("ask who may see an event: %w", err)
	}
	return &round{hub: h, event: e, classes: classes, shared: map[audience]result{}}, nil
}

func (r *round) serveAll(live []*Subscription) {
	if len(live) < alone {
		r.serve(live)
		return
	}
	var next atomic.Int64
	work := func() {
		for {
			end := int(next.Add(portion))
			if end-portion >= len(live) {
				return
			}
			r.serve(live[end-portion : min(end, len(live))])
		}
	}
	var helpers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) - 1 {
		helpers.Go(work)
	}
	work()
	helpers.Wait()
}

func (r *round) serve(live []*Subscription) {
	for _, s := range live {
		if s.ended.Load() || r.event.Sequence <= s.last {
			continue
		}
		if class, ok := r.classes(s.who.User); ok {
			s.last = r.event.Sequence
			s.sink.Next(r.resultFor(s, class))
		} else {
			s.fail(refusal.NotFound())
		}
	}
}

// resultFor executes the event for the first of an audience and gives the same
// bytes to the others, unless a resolver looked at who was asking.
func (r *round) resultFor(s *Subscription, class string) []byte {
	who := audience{s.operation, class}
	r.mu.Lock()
	known, ok := r.shared[who]
	if !ok {
		known = r.hub.execute(s, class, r.event)
		r.shared[who] = known
	}
	r.mu.Unlock()
	if ok && known.individual {
		return r.hub.execute(s, class, r.event).body
	}
	return known.body
}
