// Package topic names the streams of events that open sessions follow, so that
// whoever writes an event and whoever delivers it mean the same.
package topic

import (
	"strings"

	"latchkey/server/nodeid"
)

// Kind is what a topic begins with, before a colon.
type Kind string

// The kinds there are.
const (
	// Access is what a user is told of their own access.
	Access Kind = "access"
	// Mailbox is what happens in a mailbox.
	Mailbox Kind = "mailbox"
)

// Of names the topic of a user or mailbox.
func (k Kind) Of(id nodeid.ID) string { return string(k) + ":" + id.String() }

// Split takes a name apart.
func Split(name string) (Kind, nodeid.ID) {
	kind, id, _ := strings.Cut(name, ":")
	return Kind(kind), nodeid.ID(id)
}
