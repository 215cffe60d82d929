package sse

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"latchkey/server/push"
	"latchkey/server/refusal"
)

const (
	defaultKeepAlive  = 12 * time.Second
	defaultPerSession = 32
	defaultWriteIn    = 10 * time.Second
)

// Identify says whose request it is, or refuses; the request's context carries the viewer.
type Identify func(r *http.Request) (push.Identity, error)

// Options are the limits of a server; zero takes the default in the comment.
type Options struct {
	Hub      *push.Hub
	Identify Identify
	// KeepAlive is the time between comments, so that proxies keep the connection; 12 s.
	KeepAlive time.Duration
	// PerSession bounds the streams of a session on this node; 32.
	PerSession int
	// WriteWithin is how long one write may take; 10 s.
	WriteWithin time.Duration
	// Now is for sessions that expire; time.Now.
	Now func() time.Time
}

// Server answers operations as event streams.
type Server struct {
	options Options
	closed  context.Context
	close   context.CancelFunc
}

// New returns a server.
func New(o Options) *Server {
	if o.KeepAlive == 0 {
		o.KeepAlive = defaultKeepAlive
	}
	if o.PerSession == 0 {
		o.PerSession = defaultPerSession
	}
	if o.WriteWithin == 0 {
		o.WriteWithin = defaultWriteIn
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	s := &Server{options: o}
	s.closed, s.close = context.WithCancel(context.Background())
	return s
}

// Close ends every stream, so that the HTTP server can shut down. Clients see
// no complete, so they come back.
func (s *Server) Close() { s.close() }

// Stream executes the operation and writes its results until it is complete,
// the client leaves or the session ends. Errors of the request itself (errs)
// come as the only result: an EventSource can't read another status.
func (s *Server) Stream(w http.ResponseWriter, r *http.Request, executor graphql.GraphExecutor, op *graphql.OperationContext, errs gqlerror.List) {
	who, err := s.options.Identify(r)
	if err != nil {
		refuse(w, http.StatusUnauthorized, push.Present(r.Context(), executor, op, err))
		return
	}
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	defer context.AfterFunc(s.closed, cancel)()
	out := newStream(w, s.options.WriteWithin, cancel)
	if who.Session != "" {
		if !s.options.Hub.Register(who.Session, out, s.options.PerSession) {
			refuse(w, http.StatusTooManyRequests, push.Present(r.Context(), executor, op, refusal.RateLimited(time.Second)))
			return
		}
		defer s.options.Hub.Unregister(who.Session, out)
	}
	if out.open() != nil {
		return // the client has gone
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer out.contain(ctx, executor, op)
		s.produce(ctx, out, executor, op, errs, who)
	}()
	out.pump(ctx, s.options.KeepAlive, func() bool {
		return !who.ExpiresAt.IsZero() && !s.options.Now().Before(who.ExpiresAt)
	})
	cancel()
	<-done
	out.unsubscribe()
}

// refuse answers before the stream has begun.
func refuse(w http.ResponseWriter, status int, errs []byte) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_, _ = fmt.Fprintf(w, `{"errors":%s}`, errs)
}

// produce fills the stream; what the hub takes over is filled by the hub.
func (s *Server) produce(ctx context.Context, out *stream, executor graphql.GraphExecutor, op *graphql.OperationContext, errs gqlerror.List, who push.Identity) {
	if len(errs) > 0 {
		response := executor.DispatchError(graphql.WithOperationContext(ctx, op), errs)
		out.Fail(push.EncodeErrors(response.Errors))
		return
	}
	subscription, ours, err := s.options.Hub.Subscribe(ctx, push.Request{
		Who: who, Viewer: context.WithoutCancel(ctx), Executor: executor, Operation: op, Sink: out,
	})
	switch {
	case err != nil:
		out.Fail(push.Present(ctx, executor, op, err))
	case ours:
		out.handOver(subscription)
	default:
		execute(ctx, out, executor, op)
	}
}

func execute(ctx context.Context, out *stream, executor graphql.GraphExecutor, op *graphql.OperationContext) {
	next, ctx := executor.DispatchOperation(ctx, op)
	for response := next(ctx); response != nil; response = next(ctx) {
		out.Next(push.Encode(response))
		if op.Operation.Operation != ast.Subscription || out.Drained() != nil {
			break
		}
	}
	out.complete()
}
