package transport

import (
	"log/slog"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
)

// NewExecutor returns gqlgen's executor for the schema with the limits, the
// error presenter and introspection, which is open because the API is public.
func NewExecutor(schema graphql.ExecutableSchema, limits Limits, log *slog.Logger) *executor.Executor {
	limits.fill()
	parsed := newParsedQueries()
	e := executor.New(schema)
	e.SetParserTokenLimit(limits.Tokens)
	e.SetQueryCache(parsed)
	e.SetErrorPresenter(Presenter(log))
	e.SetRecoverFunc(recoverPanic)
	e.Use(&limiter{limits: limits, parsed: parsed})
	return e
}
