package push

import (
	"encoding/json"
	"maps"
	"regexp"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// cursorArgument says where a subscription begins. It changes what is replayed
// and not what an event looks like, so operations that differ in it are one.
const cursorArgument = "after"

// operationKey identifies operations that give the same result to viewers of one class.
type operationKey struct {
	executor graphql.GraphExecutor
	text     string // document, operation's name, variables; without the cursor
}

// operation is one validated document with its variables, shared by every
// subscription that sent the same.
type operation struct {
	key     operationKey
	context *graphql.OperationContext
	uses    int // guarded by Hub.operationsMu
}

// rootField returns the one field of a subscription.
func rootField(op *graphql.OperationContext) (graphql.CollectedField, bool) {
	if op.Operation == nil || op.Operation.Operation != ast.Subscription {
		return graphql.CollectedField{}, false
	}
	fields := graphql.CollectFields(op, op.Operation.SelectionSet, []string{"Subscription"})
	if len(fields) != 1 {
		return graphql.CollectedField{}, false
	}
	return fields[0], true
}

// share returns the operation that equals op, so that both are executed once.
// forget gives it back; what nobody uses is not kept.
func (h *Hub) share(executor graphql.GraphExecutor, op *graphql.OperationContext, field graphql.CollectedField) *operation {
	text, variables := withoutCursor(op, field)
	encoded, err := json.Marshal(variables)
	if err != nil { // can't be compared, so it isn't shared
		return &operation{context: op}
	}
	key := operationKey{executor, strings.Join([]string{text, op.OperationName, string(encoded)}, "\x00")}
	h.operationsMu.Lock()
	defer h.operationsMu.Unlock()
	o := h.operations[key]
	if o == nil {
		op.Headers, op.Extensions, op.Variables = nil, nil, variables // nothing of one request's for all
		o = &operation{key: key, context: op}
		h.operations[key] = o
	}
	o.uses++
	return o
}

func (h *Hub) forget(o *operation) {
	h.operationsMu.Lock()
	defer h.operationsMu.Unlock()
	if o.uses--; o.uses == 0 {
		delete(h.operations, o.key)
	}
}

// withoutCursor returns the operation's text and variables without the cursor,
// where that is certain to be its only place; otherwise as they are, which
// shares less and is as right.
func withoutCursor(op *graphql.OperationContext, field graphql.CollectedField) (string, map[string]any) {
	argument := field.Arguments.ForName(cursorArgument)
	if argument == nil {
		return op.RawQuery, op.Variables
	}
	switch value := argument.Value; value.Kind {
	case ast.Variable:
		// Its definition and this use are two.
		mention := regexp.MustCompile(`\$` + regexp.QuoteMeta(value.Raw) + `\b`)
		if len(mention.FindAllStringIndex(op.RawQuery, 3)) != 2 {
			return op.RawQuery, op.Variables
		}
		variables := maps.Clone(op.Variables)
		delete(variables, value.Raw)
		return op.RawQuery, variables
	case ast.StringValue:
		literal := `"` + value.Raw + `"`
		if strings.Count(op.RawQuery, literal) != 1 {
			return op.RawQuery, op.Variables
		}
		return strings.Replace(op.RawQuery, literal, "null", 1), op.Variables
	}
	return op.RawQuery, op.Variables
}
