package sse

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"latchkey/server/push"
)

// maxQueue is what a reader may owe beyond the first result that waits, before
// it is given up, in octets.
const maxQueue = 64 << 10

var (
	completed = []byte("event: complete\ndata: \n\n")
	keepAlive = []byte(":\n\n")
	errEnded  = fmt.Errorf("the stream ended: %w", context.Canceled) // no fault: whoever asked has gone
)

// stream is the sink of one request.
type stream struct {
	w           http.ResponseWriter
	control     *http.ResponseController
	writeWithin time.Duration
	stop        context.CancelFunc // ends the request

	wake chan struct{} // there is something to write; holds one

	mu           sync.Mutex
	queue        []byte
	mayOwe       int           // octets that the queue may grow to
	empty        chan struct{} // closed when the queue was written; nil unless somebody waits
	ended        bool          // nothing more is queued
	subscription *push.Subscription
}

var (
	_ push.Sink   = (*stream)(nil)
	_ push.Ending = (*stream)(nil)
)

func newStream(w http.ResponseWriter, writeWithin time.Duration, stop context.CancelFunc) *stream {
	return &stream{
		w: w, control: http.NewResponseController(w), writeWithin: writeWithin, stop: stop,
		wake: make(chan struct{}, 1),
	}
}

// open sends the head of the response, so that the client knows it is through.
func (s *stream) open() error {
	h := s.w.Header()
	h.Set("Content-Type", "text/event-stream; charset=utf-8")
	h.Set("Cache-Control", "no-cache, no-transform")
	h.Set("X-Accel-Buffering", "no") // nginx would hold events back
	s.w.WriteHeader(http.StatusOK)
	return s.write(keepAlive)
}

// pump writes what is queued until the stream is complete or ctx ends.
func (s *stream) pump(ctx context.Context, every time.Duration, expired func() bool) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for {
		var out []byte
		last := false
		select {
		case <-ctx.Done():
			s.end()
			return
		case <-ticker.C:
			if expired() {
				s.SessionEnded()
				continue
			}
			out = keepAlive
		case <-s.wake:
			out, last = s.take()
		}
		if s.write(out) != nil {
			s.end()
			return
		}
		s.signalEmpty()
		if last {
			return
		}
	}
}

func (s *stream) write(out []byte) error {
	// A server without deadlines, as in tests, still streams.
	if err := s.control.SetWriteDeadline(time.Now().Add(s.writeWithin)); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return err
	}
	if _, err := s.w.Write(out); err != nil {
		return err
	}
	return s.control.Flush()
}

func (s *stream) take() (out []byte, last bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	out, s.queue = s.queue, nil
	return out, s.ended
}

func (s *stream) signal() {
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

func (s *stream) signalEmpty() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.empty != nil && len(s.queue) == 0 {
		close(s.empty)
		s.empty = nil
	}
}

// Next implements push.Sink.
func (s *stream) Next(result []byte) { s.put(result, false) }

// Fail implements push.Sink: errors are the last result.
func (s *stream) Fail(errors []byte) {
	result := append([]byte(`{"errors":`), errors...)
	s.put(append(result, '}'), true)
}

func (s *stream) put(result []byte, last bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended {
		return
	}
	if len(s.queue) == 0 {
		s.mayOwe = len(result) + maxQueue
	} else if len(s.queue)+len(result) > s.mayOwe {
		s.ended = true
		s.stop()
		return
	}
	s.queue = append(s.queue, "event: next\ndata: "...)
	// A scalar of somebody's own might write a line break; one would end the data.
	s.queue = append(s.queue, bytes.ReplaceAll(result, []byte("\n"), []byte("\ndata: "))...)
	s.queue = append(s.queue, "\n\n"...)
	if last {
		s.completeLocked()
	}
	s.signal()
}

func (s *stream) complete() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.ended {
		s.completeLocked()
		s.signal()
	}
}

func (s *stream) completeLocked() {
	s.queue = append(s.queue, completed...)
	s.ended = true
}

// SessionEnded implements push.Ending.
func (s *stream) SessionEnded() {
	s.Fail([]byte(`[{"message":"Your session has ended. Sign in to go on.","extensions":{"code":"UNAUTHENTICATED"}}]`))
}

// Drained implements push.Sink.
func (s *stream) Drained() error {
	s.mu.Lock()
	if s.ended {
		s.mu.Unlock()
		return errEnded
	}
	if len(s.queue) == 0 {
		s.mu.Unlock()
		return nil
	}
	if s.empty == nil {
		s.empty = make(chan struct{})
	}
	empty := s.empty
	s.mu.Unlock()
	<-empty
	return nil
}

// end stops the stream: the client is gone.
func (s *stream) end() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ended = true
	s.queue = nil
	if s.empty != nil {
		close(s.empty)
		s.empty = nil
	}
}

func (s *stream) handOver(subscription *push.Subscription) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.subscription = subscription
}

func (s *stream) unsubscribe() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ended = true
	if s.subscription != nil {
		s.subscription.Unsubscribe()
	}
}

// contain answers a panic like any other fault.
func (s *stream) contain(ctx context.Context, executor graphql.GraphExecutor, op *graphql.OperationContext) {
	if fault := recover(); fault != nil {
		err := fmt.Errorf("panic in an event stream: %v\n%s", fault, debug.Stack())
		s.Fail(push.Present(ctx, executor, op, err))
	}
}
