// Package rule holds the privacy rules of ent/schema, readable as sentences.
// An Allow…InSight rule narrows the query to what the viewer may see and then
// allows it, so that a forgotten check returns nothing rather than too much.
package rule

import (
	"context"
	"errors"

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
