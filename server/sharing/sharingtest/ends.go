package sharingtest

import (
	"context"
	"slices"
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

// Post collects the mail that is to be sent.
type Post struct {
	mu       sync.Mutex
	queued   []nodeid.ID
	accepted []nodeid.ID
	changed  map[nodeid.ID][]int64
}

// SendInvitation notes the invitation once the transaction is committed.
func (p *Post) SendInvitation(_ context.Context, tx *database.Tx, invitation nodeid.ID) error {
	p.note(tx, func() { p.queued = append(p.queued, invitation) })
	return nil
}

// SendInvitationAccepted notes the invitation once the transaction is committed.
func (p *Post) SendInvitationAccepted(_ context.Context, tx *database.Tx, invitation nodeid.ID) error {
	p.note(tx, func() { p.accepted = append(p.accepted, invitation) })
	return nil
}

// SendAccessChanged notes the event once the transaction is committed.
func (p *Post) SendAccessChanged(_ context.Context, tx *database.Tx, user nodeid.ID, event int64) error {
	p.note(tx, func() {
		if p.changed == nil {
			p.changed = map[nodeid.ID][]int64{}
		}
		p.changed[user] = append(p.changed[user], event)
	})
	return nil
}

func (p *Post) note(tx *database.Tx, f func()) {
	tx.AfterCommit(func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		f()
	})
}

// Queued are the invitations to be sent, in order.
func (p *Post) Queued() []nodeid.ID {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.queued)
}

// Accepted are the invitations whose inviters are to be told, in order.
func (p *Post) Accepted() []nodeid.ID {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.accepted)
}

// Changed are the events that a user is to be told of by mail, in order.
func (p *Post) Changed(user nodeid.ID) []int64 {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.changed[user])
}
