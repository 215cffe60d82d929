package sharingtest

import (
	"context"
	"sync"

	"latchkey/server/database"
	"latchkey/server/nodeid"
)

// Hints collects the hints that go out.
type Hints struct {
	mu    sync.Mutex
	heads map[string]uint64
}

// Hint notes the newest sequence number of a topic.
func (h *Hints) Hint(topic string, sequence uint64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.heads == nil {
		h.heads = map[string]uint64{}
	}
	h.heads[topic] = max(h.heads[topic], sequence)
}

// Head is the highest sequence number hinted for a topic; 0 for none.
func (h *Hints) Head(topic string) uint64 {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.heads[topic]
}

// Post collects the invitations that are to be sent.
type Post struct {
	mu     sync.Mutex
	queued []nodeid.ID
}

// SendInvitation notes the invitation once the transaction is committed.
func (p *Post) SendInvitation(_ context.Context, tx *database.Tx, invitation nodeid.ID) error {
	tx.AfterCommit(func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.queued = append(p.queued, invitation)
	})
	return nil
}

// Queued are the invitations to be sent, in order.
func (p *Post) Queued() []nodeid.ID {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]nodeid.ID(nil), p.queued...)
}
