// Package board is a small GraphQL API that the tests and benchmarks of push
// and of the transports run against, so that they need no mailbox.
package board

// Note is an event of a board: the value that a push.Event carries.
type Note struct {
	Cursor string
	Text   string
}

// Shelf holds a shelf, without end: for queries that are too deep.
type Shelf struct{ Name string }

// Shelf returns the shelf within.
func (s *Shelf) Shelf() *Shelf { return s }
