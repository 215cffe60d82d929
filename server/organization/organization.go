// Package organization holds who owns things: organizations, their members,
// mail services and addresses. What makes them works inside a transaction of
// the caller's (see identity.SetUp); what reads them is narrowed to what the
// viewer may see.
package organization

import (
	"latchkey/ent"
	"latchkey/server/clock"
	"latchkey/server/database"
)

// Organizations is the domain. It is safe for use by many goroutines.
type Organizations struct {
	store  *database.Store
	client *ent.Client
	clock  *clock.Clock
}

// New makes the domain.
func New(store *database.Store) *Organizations {
	return &Organizations{store: store, client: store.Client(), clock: store.Clock()}
}
