package transport

import (
	"context"
	"math"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// measure is what a selection asks for.
type measure struct{ cost, depth, aliases, width int }

// meter measures a validated operation. Fragments are measured once, or a few
// that spread each other twice would take for ever.
type meter struct {
	ctx       context.Context
	schema    graphql.ExecutableSchema
	variables map[string]any
	fragments map[string]measure
}

func newMeter(ctx context.Context, schema graphql.ExecutableSchema, variables map[string]any) *meter {
	return &meter{ctx: ctx, schema: schema, variables: variables, fragments: map[string]measure{}}
}

func (m *meter) selection(set ast.SelectionSet) measure {
	var total measure
	for _, s := range set {
		var one measure
		switch s := s.(type) {
		case *ast.Field:
			one = m.field(s)
		case *ast.InlineFragment:
			one = m.selection(s.SelectionSet)
		case *ast.FragmentSpread:
			one = m.fragment(s.Definition)
		}
		total.cost = add(total.cost, one.cost)
		total.aliases = add(total.aliases, one.aliases)
		total.width = add(total.width, one.width)
		total.depth = max(total.depth, one.depth)
	}
	return total
}

func (m *meter) fragment(definition *ast.FragmentDefinition) measure {
	known, ok := m.fragments[definition.Name]
	if !ok {
		known = m.selection(definition.SelectionSet)
		m.fragments[definition.Name] = known
	}
	return known
}

func (m *meter) field(f *ast.Field) measure {
	within := m.selection(f.SelectionSet)
	own := measure{cost: m.cost(f, within.cost), depth: within.depth + 1, aliases: within.aliases, width: 1}
	if f.Alias != f.Name {
		own.aliases = add(own.aliases, 1)
	}
	return own
}

// cost asks the schema, and counts 1 for a field it says nothing of. For an
// interface the dearest of its types counts.
func (m *meter) cost(f *ast.Field, within int) int {
	dearest := add(1, within)
	for _, t := range m.schema.Schema().GetPossibleTypes(f.ObjectDefinition) {
		if cost, ok := m.schema.Complexity(m.ctx, t.Name, f.Name, within, f.ArgumentMap(m.variables)); ok {
			dearest = max(dearest, cost)
		}
	}
	return dearest
}

// add stops at the largest int.
func add(a, b int) int {
	if a > math.MaxInt-b {
		return math.MaxInt
	}
	return a + b
}
