package transport

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"latchkey/server/refusal"
)

// Limits bound what one operation may cost. Zero takes the default in the comment.
type Limits struct {
	Tokens     int // of the document; 3,000
	Depth      int // of fields within fields; 20
	Aliases    int // with fragments counted where they are spread; 100
	RootFields int // 30
	Complexity int // a field costs 1 and what the schema adds; 10,000
}

const (
	defaultTokens     = 3000
	defaultDepth      = 20
	defaultAliases    = 100
	defaultRootFields = 30
	defaultComplexity = 10_000

	// maxErrors is how many errors a response lists: a validation can find thousands.
	maxErrors = 20
)

func (l *Limits) fill() {
	for _, limit := range []struct {
		value    *int
		standard int
	}{
		{&l.Tokens, defaultTokens}, {&l.Depth, defaultDepth}, {&l.Aliases, defaultAliases},
		{&l.RootFields, defaultRootFields}, {&l.Complexity, defaultComplexity},
	} {
		if *limit.value == 0 {
			*limit.value = limit.standard
		}
	}
}

// limiter refuses operations that cost too much: by their size before they are
// validated, by what they ask for before anything is resolved.
type limiter struct {
	limits Limits
	parsed *parsedQueries
	schema graphql.ExecutableSchema
}

var _ interface {
	graphql.HandlerExtension
	graphql.OperationParameterMutator
	graphql.OperationContextMutator
	graphql.ResponseInterceptor
} = (*limiter)(nil)

// ExtensionName implements graphql.HandlerExtension.
func (l *limiter) ExtensionName() string { return "Limits" }

// Validate implements graphql.HandlerExtension.
func (l *limiter) Validate(schema graphql.ExecutableSchema) error {
	l.schema = schema
	return nil
}

// MutateOperationContext implements graphql.OperationContextMutator. It opens
// introspection too, which is limited like everything else.
func (l *limiter) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	op.DisableIntrospection = false
	m := newMeter(ctx, l.schema, op.Variables)
	total := m.selection(op.Operation.SelectionSet)
	for _, limit := range []struct {
		what        string
		value, most int
	}{
		{"levels of fields", total.depth, l.limits.Depth},
		{"aliases", total.aliases, l.limits.Aliases},
		{"fields at the root", total.width, l.limits.RootFields},
		{"points of complexity", total.cost, l.limits.Complexity},
	} {
		if limit.value > limit.most {
			why := fmt.Sprintf("This operation has too many %s: at most %d are served. Split it up.", limit.what, limit.most)
			return gqlerror.Wrap(refusal.TooComplex(why))
		}
	}
	return nil
}

// InterceptResponse implements graphql.ResponseInterceptor.
func (l *limiter) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	response := next(ctx)
	if response != nil && len(response.Errors) > maxErrors {
		response.Errors = response.Errors[:maxErrors]
	}
	return response
}
