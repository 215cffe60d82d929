package push

import (
	"context"
	"log/slog"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

const (
	// readsAtOnce bounds how many topics read their events at the same time.
	readsAtOnce = 16
	// eventsAtOnce is how many events are read from the source in one query.
	eventsAtOnce = 128
	// headsAtOnce bounds the topics of one query for heads.
	headsAtOnce = 500

	defaultPoll          = time.Second
	defaultExecuteWithin = 10 * time.Second
	defaultReadWithin    = 10 * time.Second
)

// Options are the hub's ends: what it reads, whom it asks, how it routes.
type Options struct {
	Source    Source
	Authority Authority
	Route     Route
	// Cursor reads the argument by which a subscription says where it left the
	// topic; DecodeCursor when nil. Its errors are shown.
	Cursor func(topic, cursor string) (sequence uint64, err error)
	// Individual tells whether a context value identifies the individual
	// viewer. A result whose resolvers read one is shared with nobody. Nil for none.
	Individual func(contextKey any) bool
	// Poll is how often the heads of topics are read, for hints that were
	// lost; 1 s when zero.
	Poll time.Duration
	// ExecuteWithin bounds the execution of one event; 10 s when zero.
	ExecuteWithin time.Duration
	Log           *slog.Logger
}

// Hub delivers events to the subscriptions of one node.
type Hub struct {
	options  Options
	log      *slog.Logger
	reads    chan struct{} // a slot for each topic that reads
	sessions sessions

	mu     sync.RWMutex
	topics map[string]*topic

	operationsMu sync.Mutex
	operations   map[operationKey]*operation

	executions    atomic.Int64
	subscriptions atomic.Int64

	ctx    context.Context // ends when the hub closes
	cancel context.CancelFunc
	done   sync.WaitGroup
}

// NewHub returns a hub at work; Close ends it.
func NewHub(o Options) *Hub {
	if o.Poll == 0 {
		o.Poll = defaultPoll
	}
	if o.Cursor == nil {
		o.Cursor = DecodeCursor
	}
	if o.ExecuteWithin == 0 {
		o.ExecuteWithin = defaultExecuteWithin
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	h := &Hub{
		options:    o,
		log:        o.Log,
		reads:      make(chan struct{}, max(readsAtOnce, runtime.GOMAXPROCS(0))),
		sessions:   sessions{open: map[string][]Ending{}, ended: map[string]time.Time{}},
		topics:     map[string]*topic{},
		operations: map[operationKey]*operation{},
	}
	h.ctx, h.cancel = context.WithCancel(context.Background())
	h.done.Go(h.poll)
	return h
}

// Close stops deliveries and waits for those that run. Sinks are left to their owners.
func (h *Hub) Close() {
	h.cancel()
	h.done.Wait()
}

// Register makes a connection end with its session; false when the session
// has limit connections on this node already, or ended a moment ago.
func (h *Hub) Register(session string, c Ending, limit int) bool {
	return h.sessions.add(session, c, limit)
}

// Unregister forgets a connection that is gone.
func (h *Hub) Unregister(session string, c Ending) { h.sessions.remove(session, c) }

// CloseSession ends every connection of the session on this node. For all
// nodes, this one too, see Broker.EndSession.
func (h *Hub) CloseSession(session string) { h.sessions.end(session) }

// Stats are counts for metrics.
type Stats struct {
	Topics, Operations, Subscriptions int
	// Executions counts what gqlgen executed since the hub began.
	Executions int64
}

// Stats returns the counts of now.
func (h *Hub) Stats() Stats {
	h.mu.RLock()
	topics := len(h.topics)
	h.mu.RUnlock()
	h.operationsMu.Lock()
	operations := len(h.operations)
	h.operationsMu.Unlock()
	return Stats{
		Topics: topics, Operations: operations,
		Subscriptions: int(h.subscriptions.Load()), Executions: h.executions.Load(),
	}
}
