// Package feed is what a resolver sees of push: the one event that it is asked
// to show, and the class of viewers it is shown to. It imports nothing of
// ours, so that resolvers need not know the hub.
package feed

import (
	"context"
	"errors"
	"sync/atomic"
)

// ErrNoEvent is returned when a pushed field is resolved outside the hub.
var ErrNoEvent = errors.New("feed: no event to show here")

type contextKey struct{}

// Showing is one event being shown to one class of viewers.
type Showing struct {
	// Payload is the event's value, as the domain gave it.
	Payload any
	// Class names the viewers who see the same; the authority on the topic gave it.
	Class string

	individual atomic.Bool
}

// NewContext returns a context in which resolvers see the showing.
func NewContext(ctx context.Context, s *Showing) context.Context {
	return context.WithValue(ctx, contextKey{}, s)
}

// Of returns the source stream of a subscription field: the event that is
// being shown, alone. The hub asks again for each event.
func Of[Payload, Shown any](ctx context.Context, show func(Payload) Shown) (<-chan Shown, error) {
	s, ok := ctx.Value(contextKey{}).(*Showing)
	if !ok {
		return nil, ErrNoEvent
	}
	payload, ok := s.Payload.(Payload)
	if !ok {
		return nil, ErrNoEvent
	}
	stream := make(chan Shown, 1)
	stream <- show(payload)
	close(stream)
	return stream, nil
}

// Class returns the class of viewers that an event is being shown to; ok is
// false outside a subscription of the hub.
func Class(ctx context.Context) (class string, ok bool) {
	s, ok := ctx.Value(contextKey{}).(*Showing)
	if !ok {
		return "", false
	}
	return s.Class, true
}

// Individual declares that what is being resolved depends on the individual
// viewer: the result is then sent to that viewer alone.
func Individual(ctx context.Context) {
	if s, ok := ctx.Value(contextKey{}).(*Showing); ok {
		s.MarkIndividual()
	}
}

// MarkIndividual keeps the result of this showing from being shared.
func (s *Showing) MarkIndividual() { s.individual.Store(true) }

// IsIndividual tells whether the result must not be shared.
func (s *Showing) IsIndividual() bool { return s.individual.Load() }
