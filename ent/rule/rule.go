// Package rule holds the privacy rules of ent/schema, readable as sentences.
// An Allow…InSight rule narrows the query to what the viewer may see and then
// allows it, so that a forgotten check returns nothing rather than too much.
package rule

import (
	"context"
	"errors"

	"entgo.io/ent/dialect/sql"

	"latchkey/ent"
	"latchkey/ent/privacy"
	"latchkey/server/nodeid"
	"latchkey/server/viewer"
)

// errNoViewer is a fault of ours, not a refusal: some code reads with a context that nobody acts in.
var errNoViewer = errors.New("nothing can be read or written without a viewer")

// AllowSystem lets the server itself read everything.
func AllowSystem() privacy.QueryRule {
	return privacy.QueryRuleFunc(func(ctx context.Context, _ ent.Query) error { return allowSystem(ctx) })
}

// AllowSystemMutation lets the server itself write.
func AllowSystemMutation() privacy.MutationRule {
	return privacy.MutationRuleFunc(func(ctx context.Context, _ ent.Mutation) error { return allowSystem(ctx) })
}

// DenyWithoutViewer stops whoever does not say who acts.
func DenyWithoutViewer() privacy.QueryRule {
	return privacy.QueryRuleFunc(func(ctx context.Context, _ ent.Query) error {
		if v, ok := viewer.FromContext(ctx); !ok || v.User == "" {
			return privacy.Denyf("%w", errNoViewer)
		}
		return privacy.Skip
	})
}

func allowSystem(ctx context.Context) error {
	if v, ok := viewer.FromContext(ctx); ok && v.IsSystem() {
		return privacy.Allow
	}
	return privacy.Skip
}

// acting is the user that a rule narrows for; DenyWithoutViewer has run before.
func acting(ctx context.Context) nodeid.ID {
	v, _ := viewer.FromContext(ctx)
	return v.User
}

// chosen selects one column of the rows of a table that all conditions hold
// for. Put after IN, it is read once a statement and through its own index;
// EXISTS is asked again for each row, which suits where few rows are asked about.
func chosen[P ~func(*sql.Selector)](s *sql.Selector, table, column string, conditions ...P) *sql.Selector {
	from := sql.Table(table)
	rows := sql.Dialect(s.Dialect()).Select(from.C(column)).From(from)
	for _, condition := range conditions {
		condition(rows)
	}
	return rows
}
