package push

import (
	"context"
	"time"
)

// Event is one fact of a topic.
type Event struct {
	Topic string
	// Sequence counts the events of the topic from 1, without a hole.
	Sequence uint64
	// Payload is what resolvers show, through feed.Of.
	Payload any
}

// Source reads events from where they are durable.
type Source interface {
	// EventsAfter returns the topic's events after the sequence number, in
	// order, at most limit. A refusal ends the subscription that asked.
	EventsAfter(ctx context.Context, topic string, after uint64, limit int) ([]Event, error)
	// Heads returns the last sequence number of each topic; topics without an
	// event may be absent. It is asked for at most headsAtOnce topics.
	Heads(ctx context.Context, topics []string) (map[string]uint64, error)
}

// Authority says who may see a topic. It is asked at every event, so it must
// answer from the database and with one query.
type Authority interface {
	Classes(ctx context.Context, topic string) (Classes, error)
}

// Classes returns the class of viewers that a user belongs to, those who see
// the same; ok is false when the user may not see the topic (any more). It is
// called from several goroutines.
type Classes func(user string) (class string, ok bool)

// Identity is who a subscription belongs to.
type Identity struct {
	User string
	// Session is what the subscription ends with; empty when there is none.
	Session string
	// ExpiresAt is when the session ends by itself; zero for never.
	ExpiresAt time.Time
}

// Sink takes the results of one subscription. None of the calls may block but
// Drained.
type Sink interface {
	// Next hands over one result, {"data":…}. The bytes are shared: read only.
	Next(result []byte)
	// Fail ends the subscription with errors, as a JSON array; nothing follows.
	Fail(errors []byte)
	// Drained waits until what was handed over has left, so that a long replay
	// goes at the reader's pace. An error ends the replay.
	Drained() error
}

// Route names the topic of a subscription's root field, or refuses. An empty
// topic means that the field is none of the hub's.
type Route func(ctx context.Context, who Identity, field string, arguments map[string]any) (topic string, err error)
