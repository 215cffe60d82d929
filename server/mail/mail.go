package mail

import (
	"context"
	"fmt"
	"log/slog"
	"sync"

	"latchkey/server/clock"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/topic"
)

// authority says what the viewer may do. It answers nil, NOT_FOUND for a
// mailbox that the viewer can't see, or FORBIDDEN.
type authority interface {
	Require(ctx context.Context, mailbox nodeid.ID, needed permission.Permission) error
}

// hinter tells open sessions that a topic went on. A hint may be lost; the event it is about is in the database.
type hinter interface {
	Hint(topic string, sequence uint64)
}

// Options are what a Mail needs besides its database.
type Options struct {
	Authority authority
	// Hints may be nil: then sessions learn of events when they poll.
	Hints hinter
	// BlobDir is the folder in which large messages are kept.
	BlobDir string
	Log     *slog.Logger
}

// Mail is the mailboxes of one server. It is safe for use by many goroutines.
type Mail struct {
	db        *database.Store
	clock     *clock.Clock
	authority authority
	hints     hinter
	log       *slog.Logger
	blobs     *blobs

	arrivals  chan *arrival
	together  int           // how many of them one commit takes at most
	unindexed chan struct{} // wakes the indexer

	closing sync.RWMutex // held for reading while an arrival is handed over
	closed  bool
	cancel  context.CancelFunc
	done    sync.WaitGroup
}

// Open prepares the folder for large messages and starts the writer of
// deliveries and the search indexer. Close stops them.
func Open(db *database.Store, o Options) (*Mail, error) {
	folder, err := openBlobs(o.BlobDir)
	if err != nil {
		return nil, fmt.Errorf("open the folder for large messages: %w", err)
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	m := &Mail{
		db: db, clock: db.Clock(), authority: o.Authority, hints: o.Hints, log: o.Log, blobs: folder,
		arrivals: make(chan *arrival, maxBatch), together: maxBatch,
		unindexed: make(chan struct{}, 1),
	}
	ctx, cancel := context.WithCancel(context.Background())
	m.cancel = cancel
	m.done.Go(m.write)
	m.done.Go(func() { m.indexAlways(ctx) })
	return m, nil
}

// Close answers what is being delivered, refuses what comes later, and stops.
func (m *Mail) Close() {
	m.closing.Lock()
	closed := m.closed
	m.closed = true
	m.closing.Unlock()
	if closed {
		return
	}
	close(m.arrivals)
	m.cancel()
	m.done.Wait()
}

func (m *Mail) hint(mailbox nodeid.ID, sequence int64) {
	if m.hints != nil {
		m.hints.Hint(topic.Mailbox.Of(mailbox), uint64(sequence))
	}
}
