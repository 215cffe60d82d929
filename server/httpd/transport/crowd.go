package transport

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"latchkey/server/refusal"
)

// maxPairs bounds the pairs of fields that would be merged into one in the
// response. Validation compares each pair, so 3,000 times the same field
// would hold a core for half a second.
const maxPairs = 50_000

// MutateOperationParameters implements graphql.OperationParameterMutator: it
// looks at a document before validation does.
func (l *limiter) MutateOperationParameters(ctx context.Context, request *graphql.RawParams) *gqlerror.Error {
	if _, known := l.parsed.Get(ctx, request.Query); known {
		return nil
	}
	document, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: request.Query}, l.limits.Tokens)
	if err != nil {
		return nil // the executor finds and reports it
	}
	c := crowd{fragments: document.Fragments, most: l.limits.Complexity}
	for _, operation := range document.Operations {
		c.merge([]ast.SelectionSet{operation.SelectionSet})
	}
	if c.tooMany() {
		return gqlerror.Wrap(refusal.TooComplex("This operation asks for too many fields, or for the same one too often. Split it up."))
	}
	return nil
}

// crowd counts the fields of a document that was not validated: fragments may
// be missing, go round in circles, or spread each other so often that the
// counting must give up.
type crowd struct {
	fragments     ast.FragmentDefinitionList
	most          int
	fields, pairs int
}

func (c *crowd) tooMany() bool { return c.fields > c.most || c.pairs > maxPairs }

// merge counts the fields of the sets as one level of the response, then what
// is within the fields of each name.
func (c *crowd) merge(sets []ast.SelectionSet) {
	within := map[string][]ast.SelectionSet{}
	spread := map[string]bool{}
	for _, set := range sets {
		c.collect(set, within, spread)
	}
	for _, same := range within {
		c.pairs += len(same) * (len(same) - 1) / 2
	}
	for _, same := range within {
		if c.tooMany() {
			return
		}
		c.merge(same)
	}
}

func (c *crowd) collect(set ast.SelectionSet, within map[string][]ast.SelectionSet, spread map[string]bool) {
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			c.fields++
			within[s.Alias] = append(within[s.Alias], s.SelectionSet)
		case *ast.InlineFragment:
			c.collect(s.SelectionSet, within, spread)
		case *ast.FragmentSpread:
			if f := c.fragments.ForName(s.Name); f != nil && !spread[s.Name] {
				spread[s.Name] = true
				c.collect(f.SelectionSet, within, spread)
			}
		}
	}
}
