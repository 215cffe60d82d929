package push

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"latchkey/server/push/feed"
)

// result is one execution of an event, ready to be sent.
type result struct {
	body       []byte // {"data":…}
	individual bool
}

// execute shows an event to one viewer: GraphQL's MapSourceToResponseEvent. A
// panic is answered like any other fault.
func (h *Hub) execute(s *Subscription, class string, e Event) (out result) {
	h.executions.Add(1)
	showing := &feed.Showing{Payload: e.Payload, Class: class}
	// The viewer may go while others wait for this result.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(s.viewer), h.options.ExecuteWithin)
	defer cancel()
	ctx = h.observe(ctx, showing)
	ctx = graphql.WithOperationContext(feed.NewContext(ctx, showing), s.operation.context)
	defer func() {
		if fault := recover(); fault != nil {
			err := fmt.Errorf("panic while an event was executed: %v\n%s", fault, debug.Stack())
			response := s.executor.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(err)})
			out = result{body: Encode(response), individual: true}
		}
	}()
	next, ctx := s.executor.DispatchOperation(ctx, s.operation.context)
	response := next(ctx)
	if response == nil { // the execution took too long
		response = s.executor.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(context.DeadlineExceeded)})
	}
	return result{body: Encode(response), individual: showing.IsIndividual()}
}

// Encode returns a response as JSON, in bytes of its own.
func Encode(r *graphql.Response) []byte {
	if len(r.Errors) == 0 && len(r.Extensions) == 0 && len(r.Data) > 0 {
		body := make([]byte, 0, len(r.Data)+len(`{"data":}`))
		body = append(body, `{"data":`...)
		body = append(body, r.Data...)
		return append(body, '}')
	}
	body, err := json.Marshal(r)
	if err != nil {
		return []byte(`{"data":null,"errors":[{"message":"The result could not be written.","extensions":{"code":"INTERNAL"}}]}`)
	}
	return body
}

// observe marks the showing as individual when a resolver reads who the viewer is.
func (h *Hub) observe(ctx context.Context, showing *feed.Showing) context.Context {
	if h.options.Individual == nil {
		return ctx
	}
	return observed{ctx, h.options.Individual, showing}
}

type observed struct {
	context.Context
	individual func(contextKey any) bool
	showing    *feed.Showing
}

// Value implements context.Context.
func (o observed) Value(key any) any {
	if o.individual(key) {
		o.showing.MarkIndividual()
	}
	return o.Context.Value(key)
}

// Present returns the error as clients see it, a JSON array, through the
// executor's error presenter.
func Present(ctx context.Context, executor graphql.GraphExecutor, op *graphql.OperationContext, err error) []byte {
	response := executor.DispatchError(graphql.WithOperationContext(ctx, op), gqlerror.List{gqlerror.Wrap(err)})
	return EncodeErrors(response.Errors)
}

// EncodeErrors returns presented errors as a JSON array.
func EncodeErrors(errs gqlerror.List) []byte {
	body, err := json.Marshal(errs)
	if err != nil {
		return []byte(`[{"message":"The errors could not be written.","extensions":{"code":"INTERNAL"}}]`)
	}
	return body
}
