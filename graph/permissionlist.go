package graph

import (
	"context"
	"io"

	"github.com/99designs/gqlgen/graphql"

	"latchkey/server/permission"
)

var _ graphql.FieldInterceptor = Request{}

// InterceptField implements graphql.FieldInterceptor. gqlgen writes each element
// of a list of enums in a goroutine of its own: of the sidebar of an owner of
// 1,000 mailboxes that would be 19,000. Permissions are written here instead.
func (q Request) InterceptField(ctx context.Context, next graphql.Resolver) (any, error) {
	value, err := next(ctx)
	if atoms, ok := value.([]permission.Permission); ok && err == nil {
		return permissionList(atoms), nil
	}
	return value, err
}

// permissionList is written as a GraphQL list of enums.
type permissionList []permission.Permission

// MarshalGQL implements graphql.Marshaler.
func (l permissionList) MarshalGQL(w io.Writer) {
	line := make([]byte, 0, 32*len(l)+2)
	line = append(line, '[')
	for i, atom := range l {
		if i > 0 {
			line = append(line, ',')
		}
		line = append(line, '"')
		line = append(line, atom.String()...)
		line = append(line, '"')
	}
	_, _ = w.Write(append(line, ']'))
}
