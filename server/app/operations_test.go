package app_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"latchkey/graph/generated"
	"latchkey/server/nodeid"
)

// apiSchema is the API as it is served, so that what is added to it is tested without being listed here.
var apiSchema = generated.NewExecutableSchema(generated.Config{}).Schema()

// mostFields keeps a generated operation below the limits of tokens and complexity.
const mostFields = 120

// operations makes operations out of the schema.
type operations struct {
	*rand.Rand
	// known are real ids, cursors and words to use as arguments.
	known *findings
	// garbage has arguments be anything; else they are real and of their kind.
	garbage bool

	variables map[string]any
	declared  []string
	fields    int
	lastID    nodeid.ID
}

// operation asks for one field of the root with all that can be asked of it.
func (o *operations) operation(kind ast.Operation, field *ast.FieldDefinition) (query string, variables map[string]any) {
	o.variables, o.declared, o.fields, o.lastID = map[string]any{}, nil, 0, ""
	body := o.field(field, 0)
	var declared string
	if len(o.declared) > 0 {
		declared = "(" + strings.Join(o.declared, " ") + ")"
	}
	return fmt.Sprintf("%s%s { %s }", kind, declared, body), o.variables
}

func (o *operations) field(f *ast.FieldDefinition, depth int) string {
	o.fields++
	var arguments []string
	for _, a := range f.Arguments {
		// Within the answer only lists are narrowed: everything else would hide what is there.
		if !a.Type.NonNull && depth > 0 && o.IntN(3) > 0 {
			continue
		}
		arguments = append(arguments, a.Name+": "+o.variable(a.Type))
	}
	text := f.Name
	if len(arguments) > 0 {
		text += "(" + strings.Join(arguments, " ") + ")"
	}
	return text + o.selection(apiSchema.Types[f.Type.Name()], depth+1)
}

func (o *operations) variable(t *ast.Type) string {
	name := fmt.Sprintf("v%d", len(o.declared))
	o.declared = append(o.declared, fmt.Sprintf("$%s: %s", name, t))
	o.variables[name] = o.value(t)
	return "$" + name
}

// selection asks for every plain field of a type and for some of its objects.
func (o *operations) selection(t *ast.Definition, depth int) string {
	if t.IsLeafType() {
		return ""
	}
	if t.IsAbstractType() {
		possible := o.possible(t)
		return " { __typename ... on " + possible.Name + o.selection(possible, depth) + " }"
	}
	parts := []string{"__typename"}
	for _, f := range t.Fields {
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		leaf := apiSchema.Types[f.Type.Name()].IsLeafType()
		list := f.Name == "edges" || f.Name == "node"
		if !leaf && !list && (depth > 6 || o.fields > mostFields || depth > 1 && o.IntN(depth) > 0) {
			continue
		}
		parts = append(parts, o.field(f, depth))
	}
	return " { " + strings.Join(parts, " ") + " }"
}

// possible is the type that the last id used is of, or any.
func (o *operations) possible(t *ast.Definition) *ast.Definition {
	types := apiSchema.GetPossibleTypes(t)
	for _, candidate := range types {
		if nodeTypes[o.lastID.Prefix()] == candidate.Name && o.IntN(5) > 0 {
			return candidate
		}
	}
	return types[o.IntN(len(types))]
}

var nodeTypes = map[nodeid.Prefix]string{
	nodeid.User: "User", nodeid.Organization: "Organization", nodeid.Member: "Member", nodeid.MailService: "MailService",
	nodeid.Mailbox: "Mailbox", nodeid.Grant: "Grant", nodeid.Invitation: "Invitation", nodeid.Folder: "Folder",
	nodeid.Thread: "Thread", nodeid.Message: "Message",
}

func (o *operations) value(t *ast.Type) any {
	if !t.NonNull && o.IntN(4) == 0 {
		return nil
	}
	if o.garbage && o.IntN(15) == 0 {
		return pick(o, strange) // of another type altogether
	}
	if t.Elem != nil {
		list := make([]any, o.IntN(4))
		if o.garbage && o.IntN(10) == 0 {
			list = make([]any, 2000)
		}
		for i := range list {
			list[i] = o.value(t.Elem)
		}
		return list
	}
	switch definition := apiSchema.Types[t.NamedType]; definition.Kind {
	case ast.Enum:
		if o.garbage && o.IntN(4) == 0 {
			return "NOPE"
		}
		return pick(o, definition.EnumValues).Name
	case ast.InputObject:
		object := map[string]any{}
		for _, f := range definition.Fields {
			if f.Type.NonNull || o.IntN(3) > 0 {
				object[f.Name] = o.value(f.Type)
			}
		}
		return object
	default:
		return o.scalar(t.NamedType)
	}
}

func (o *operations) scalar(name string) any {
	if o.garbage && o.IntN(2) == 0 {
		return pick(o, nonsense[name])
	}
	switch name {
	case "ID":
		o.lastID = nodeid.ID(pick(o, o.known.ids))
		return o.lastID
	case "Cursor":
		return pick(o, o.known.cursors)
	case "String":
		return pick(o, o.known.words)
	case "Int":
		return 1 + o.IntN(5)
	case "Boolean":
		return o.IntN(2) == 0
	case "Time":
		return "2031-02-03T04:05:06Z"
	case "JSON": // of a passkey's form, by no device that is known
		return map[string]any{"id": "AAAA", "rawId": "AAAA", "type": "public-key", "response": map[string]any{"clientDataJSON": "e30", "signature": "AAAA"}}
	default:
		panic("no value is known for the scalar " + name)
	}
}

func pick[E any](o *operations, from []E) E { return from[o.IntN(len(from))] }

// strange are values that no scalar of the API is written as everywhere.
var strange = []any{true, -1, 1.5, "", []any{}, map[string]any{}, []any{[]any{nil}}, map[string]any{"a": 1}, strings.Repeat("x", 10_000)}

var texts = []any{
	"", " ", "\x00", "'; DROP TABLE users; --", "\" OR 1=1", "%", "_", "*", "\\", "a@b", "@", "anna@acme.example\r\nBcc: x@y.example",
	"\u202e", "\ufeff", "\xff\xfe", "😀", "NEAR(a b)", "a AND OR", "\"", "(((((", "a:b", "../../etc/passwd", "{{7*7}}", "<script>",
	"null", strings.Repeat("a", 300), strings.Repeat("ä ", 5_000), strings.Repeat("(", 5_000), strings.Repeat("\" ", 2_000),
}

// nonsense holds values by the scalar that they are no good, or only just good, for.
var nonsense = map[string][]any{
	"ID": append(slices.Clone(texts), 0, -5, 1<<53, "mbx_", "mbx_00000000000000000000000000", "xyz_01hzy3v8k2q6n0f4w7c9r5t1ad",
		"MBX_01HZY3V8K2Q6N0F4W7C9R5T1AD", "mbx_01hzy3v8k2q6n0f4w7c9r5t1ad\x00", "ses_01hzy3v8k2q6n0f4w7c9r5t1ad"),
	"Cursor":  append(slices.Clone(texts), "AAAA", "gaFpoTE", "gqFpoTGhds4ADbk=", "k5OTk5OTk5OTk5OTk5OTk5M", 7),
	"String":  texts,
	"Int":     {0, -1, 101, 5001, 1<<31 - 1, -1 << 31, 1 << 31, 1e300, "5", 1.5},
	"Boolean": {"true", 0, 1, ""},
	"JSON": append(slices.Clone(texts), 0, -1.5, true, []any{}, map[string]any{}, map[string]any{"id": 7, "response": []any{nil}},
		map[string]any{"id": "AAAA", "rawId": "!", "type": "public-key", "response": map[string]any{"attestationObject": "AAAA", "clientDataJSON": "{"}},
		map[string]any{"x": strings.Repeat("a", 70_000)}),
	"Time": {
		"", "yesterday", "0000-00-00T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2031-02-03", "-0001-01-01T00:00:00Z",
		"10000-01-01T00:00:00Z", "2031-02-03T04:05:06.123456789123+14:00", 0, 1e18,
	},
}
