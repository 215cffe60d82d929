package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
)

// Request prepares each root field and each event of a subscription: it gives
// them loaders of their own, so that nothing read before a mutation is shown
// after it. Add it to a server with Use.
type Request struct{ Resolver *Resolver }

var (
	_ graphql.HandlerExtension     = Request{}
	_ graphql.ResponseInterceptor  = Request{}
	_ graphql.RootFieldInterceptor = Request{}
)

// ExtensionName implements graphql.HandlerExtension.
func (Request) ExtensionName() string { return "Request" }

// Validate implements graphql.HandlerExtension.
func (Request) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptResponse implements graphql.ResponseInterceptor: for a subscription it runs once an event.
func (q Request) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	return next(WithLoaders(ctx, q.Resolver))
}

// InterceptRootField implements graphql.RootFieldInterceptor.
func (q Request) InterceptRootField(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	return next(&arrival{Context: WithLoaders(ctx, q.Resolver)})
}
