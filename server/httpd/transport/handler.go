package transport

import (
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"latchkey/server/refusal"
)

// defaultBodyLimit of a request, in octets.
const defaultBodyLimit = 1 << 20

// Streamer answers an operation as an event stream. errs are the errors of a
// request that can't be executed.
type Streamer interface {
	Stream(w http.ResponseWriter, r *http.Request, executor graphql.GraphExecutor, op *graphql.OperationContext, errs gqlerror.List)
}

// Options are the parts of the endpoint.
type Options struct {
	Executor graphql.GraphExecutor
	Sockets  graphql.Transport // for WebSockets; nil serves none
	Streams  Streamer          // for event streams; nil serves none
	// AllowOrigin decides on mutations and subscriptions by where their request
	// comes from; see Origins. Nil allows all.
	AllowOrigin func(*http.Request) bool
	// Refuse tells why a request is not served at all, before it is looked at;
	// nil serves every one. Sockets decide for themselves when they are opened.
	Refuse    func(*http.Request) error
	BodyLimit int64 // octets; 1 MiB when zero
}

type handler struct{ options Options }

// New returns the GraphQL endpoint.
func New(o Options) http.Handler {
	if o.BodyLimit == 0 {
		o.BodyLimit = defaultBodyLimit
	}
	return &handler{o}
}

// ServeHTTP implements http.Handler.
func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if h.options.Sockets != nil && h.options.Sockets.Supports(r) {
		h.options.Sockets.Do(w, r, h.options.Executor)
		return
	}
	media := negotiate(r.Header.Values("Accept"))
	if rejected := h.checkHead(r, media); rejected != nil {
		h.reject(w, r, media, rejected)
		return
	}
	if h.options.Refuse != nil {
		if err := h.options.Refuse(r); err != nil {
			h.reject(w, r, media, &rejection{http.StatusConflict, err})
			return
		}
	}
	p, rejected := h.parameters(w, r)
	if rejected != nil {
		h.reject(w, r, media, rejected)
		return
	}
	h.serve(w, r, media, p)
}

func (h *handler) checkHead(r *http.Request, media string) *rejection {
	if r.Method != http.MethodGet && r.Method != http.MethodPost {
		return &rejection{http.StatusMethodNotAllowed, refusal.Invalid("", "GraphQL is served by POST, and queries by GET.")}
	}
	if media == "" || media == mediaEvents && h.options.Streams == nil {
		why := "Accept " + mediaResponse + " or " + mediaJSON + "."
		return &rejection{http.StatusNotAcceptable, refusal.Invalid("", why)}
	}
	return nil
}

func (h *handler) serve(w http.ResponseWriter, r *http.Request, media string, p *graphql.RawParams) {
	executor := h.options.Executor
	ctx := graphql.StartOperationTrace(r.Context())
	op, errs := executor.CreateOperationContext(ctx, p)
	if len(errs) == 0 {
		if rejected := h.checkOperation(r, media, op.Operation.Operation); rejected != nil {
			h.reject(w, r, media, rejected)
			return
		}
	}
	switch {
	case media == mediaEvents:
		h.options.Streams.Stream(w, r.WithContext(ctx), executor, op, errs)
	case len(errs) > 0:
		refuse(w, media, executor.DispatchError(graphql.WithOperationContext(ctx, op), errs))
	default:
		next, ctx := executor.DispatchOperation(ctx, op)
		if response := next(ctx); response != nil { // nil: the client has gone
			respond(w, media, http.StatusOK, response)
		}
	}
}

func (h *handler) checkOperation(r *http.Request, media string, kind ast.Operation) *rejection {
	switch {
	case kind == ast.Mutation && r.Method != http.MethodPost:
		return &rejection{http.StatusMethodNotAllowed, refusal.Invalid("", "A mutation is served by POST only.")}
	case kind != ast.Query && h.options.AllowOrigin != nil && !h.options.AllowOrigin(r):
		return &rejection{http.StatusForbidden, refusal.Forbidden("Mutations and subscriptions are served to this server's own pages only.")}
	case kind == ast.Subscription && media != mediaEvents:
		why := "A subscription is served as " + mediaEvents + " or over a WebSocket."
		return &rejection{http.StatusNotAcceptable, refusal.Invalid("", why)}
	}
	return nil
}
