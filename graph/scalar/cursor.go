// Package scalar reads and writes scalars of the API whose Go types can't be
// trusted to do it themselves.
package scalar

import (
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"

	"latchkey/ent"
)

// maxCursor bounds a cursor before it is decoded, in octets: ours are far shorter
// (a name of 200 characters and an id).
const maxCursor = 2048

var errCursor = errors.New("this is no cursor; hand back what you were given, or start again without it")

// MarshalCursor writes a cursor.
func MarshalCursor(c ent.Cursor) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) { c.MarshalGQL(w) })
}

// UnmarshalCursor reads a cursor, which anybody can have forged: the decoder
// that entgql uses panics on some, such as one that gives its value twice.
func UnmarshalCursor(input any) (c ent.Cursor, err error) {
	defer func() {
		if recover() != nil {
			c, err = ent.Cursor{}, errCursor
		}
	}()
	text, ok := input.(string)
	if !ok || len(text) > maxCursor || c.UnmarshalGQL(text) != nil {
		return ent.Cursor{}, errCursor
	}
	if value, isText := c.Value.(string); !storable(string(c.ID)) || isText && !storable(value) {
		return ent.Cursor{}, errCursor
	}
	return c, nil
}

// storable tells whether a database takes the text: PostgreSQL refuses NUL and what is no UTF-8.
func storable(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsRune(text, 0)
}
