package push

import (
	"context"
	"slices"
	"time"
)

// poll finds events whose hint was lost, and forgets what ended.
func (h *Hub) poll() {
	ticker := time.NewTicker(h.options.Poll)
	defer ticker.Stop()
	for {
		select {
		case <-h.ctx.Done():
			return
		case <-ticker.C:
			h.sweepAll()
			h.pollHeads()
		}
	}
}

func (h *Hub) sweepAll() {
	for _, t := range h.list() {
		if t.dead.Load() > 0 {
			h.sweep(t)
		}
	}
}

func (h *Hub) pollHeads() {
	names := make([]string, 0, headsAtOnce)
	for topics := range slices.Chunk(h.list(), headsAtOnce) {
		names = names[:0]
		for _, t := range topics {
			names = append(names, t.name)
		}
		heads, err := h.heads(names)
		if err != nil {
			if h.ctx.Err() == nil {
				h.log.Error("push: heads can't be read, trying again", "error", err)
			}
			return
		}
		for _, t := range topics {
			if head := heads[t.name]; head > t.head.Load() {
				h.Hint(t.name, head)
			}
		}
	}
}

func (h *Hub) heads(names []string) (map[string]uint64, error) {
	ctx, cancel := context.WithTimeout(h.ctx, defaultReadWithin)
	defer cancel()
	return h.options.Source.Heads(ctx, names)
}

func (h *Hub) list() []*topic {
	h.mu.RLock()
	defer h.mu.RUnlock()
	topics := make([]*topic, 0, len(h.topics))
	for _, t := range h.topics {
		topics = append(topics, t)
	}
	return topics
}
