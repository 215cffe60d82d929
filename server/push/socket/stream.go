package socket

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"latchkey/server/push"
)

// tooManyOperations is the error for one operation too many.
var tooManyOperations = []byte(`[{"message":"Too many operations at a time on this connection. Complete some first.",` +
	`"extensions":{"code":"RATE_LIMITED"}}]`)

// stream is one operation on a socket, and the sink of its results.
type stream struct {
	socket   *socket
	quotedID string // JSON, as it stands in every frame

	// Guarded by socket.mu.
	ended        bool
	cancel       context.CancelFunc // while the operation runs or catches up
	subscription *push.Subscription // once the hub delivers to it
}

var _ push.Sink = (*stream)(nil)

func newStream(c *socket, id string) *stream { return &stream{socket: c, quotedID: quote(id)} }

func quote(id string) string {
	quoted, err := json.Marshal(id)
	if err != nil { // a string always encodes
		panic(err)
	}
	return string(quoted)
}

// run executes the operation; a subscription of the hub's is handed over to it.
func (s *stream) run(p *graphql.RawParams) {
	defer s.socket.contain()
	ctx, cancel := context.WithCancel(s.socket.viewer)
	defer cancel()
	if !s.begin(cancel) {
		return
	}
	ctx = graphql.StartOperationTrace(ctx)
	now := graphql.Now()
	p.ReadTime = graphql.TraceTiming{Start: now, End: now}
	executor := s.socket.executor
	op, errs := executor.CreateOperationContext(ctx, p)
	if len(errs) > 0 {
		s.failWith(executor.DispatchError(graphql.WithOperationContext(ctx, op), errs))
		return
	}
	subscription, ours, err := s.socket.server.options.Hub.Subscribe(ctx, push.Request{
		Who: s.socket.identity(), Viewer: s.socket.viewer, Executor: executor, Operation: op, Sink: s,
	})
	switch {
	case err != nil:
		s.Fail(push.Present(ctx, executor, op, err))
	case ours:
		s.handOver(subscription)
	default:
		s.execute(ctx, op)
	}
}

func (c *socket) identity() push.Identity {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.who
}

// begin arms complete and the socket's end; false when either came before.
func (s *stream) begin(cancel context.CancelFunc) bool {
	s.socket.mu.Lock()
	defer s.socket.mu.Unlock()
	s.cancel = cancel
	return !s.ended
}

func (s *stream) handOver(subscription *push.Subscription) {
	s.socket.mu.Lock()
	defer s.socket.mu.Unlock()
	s.cancel = nil
	s.subscription = subscription
	if s.ended {
		subscription.Unsubscribe()
	}
}

// execute runs queries, mutations and what else the hub does not know.
func (s *stream) execute(ctx context.Context, op *graphql.OperationContext) {
	streams := op.Operation.Operation == ast.Subscription
	next, ctx := s.socket.executor.DispatchOperation(ctx, op)
	for {
		response := next(ctx)
		if response == nil {
			break
		}
		if streams && response.Data == nil && len(response.Errors) > 0 { // the source itself refused
			s.failWith(response)
			return
		}
		s.nextInTurn(push.Encode(response))
		if !streams {
			break
		}
	}
	s.finish("complete", nil)
}

// Next implements push.Sink.
func (s *stream) Next(result []byte) {
	s.socket.send(
		func(b []byte) []byte { return appendMessage(b, "next", s.quotedID, result) },
		func() bool { return !s.ended },
	)
}

// nextInTurn waits until the socket has room. What has a goroutine of its own
// can wait; the results of many queries at once are no reader's fault.
func (s *stream) nextInTurn(result []byte) {
	for settled := false; !settled; {
		s.socket.awaitDrained()
		s.socket.send(
			func(b []byte) []byte { return appendMessage(b, "next", s.quotedID, result) },
			func() bool {
				settled = s.ended || s.socket.queue == nil
				return settled && !s.ended
			},
		)
	}
}

// Fail implements push.Sink: the protocol's error, after which there is no complete.
func (s *stream) Fail(errors []byte) { s.finish("error", errors) }

func (s *stream) failWith(response *graphql.Response) { s.Fail(push.EncodeErrors(response.Errors)) }

// finish ends the stream from the server's side, and says so unless the client
// ended it before.
func (s *stream) finish(kind string, payload []byte) {
	s.socket.send(
		func(b []byte) []byte { return appendMessage(b, kind, s.quotedID, payload) },
		func() bool {
			if s.ended {
				return false
			}
			s.endLocked()
			s.socket.dropLocked(s)
			return true
		},
	)
}

// errEnded is no fault: whoever asked has gone.
var errEnded = fmt.Errorf("the stream ended: %w", context.Canceled)

// Drained implements push.Sink.
func (s *stream) Drained() error {
	s.socket.awaitDrained()
	s.socket.mu.Lock()
	defer s.socket.mu.Unlock()
	if s.ended {
		return errEnded
	}
	return nil
}

func (s *stream) endLocked() {
	s.ended = true
	if s.cancel != nil {
		s.cancel()
	}
	if s.subscription != nil {
		s.subscription.Unsubscribe()
	}
}
