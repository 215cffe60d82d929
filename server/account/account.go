// Package account is what people do with their own account: what they are
// called and prefer, where they are signed in, and its end.
package account

import (
	"context"

	"latchkey/ent"
	"latchkey/ent/accessevent"
	"latchkey/server/audit"
	"latchkey/server/clock"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/place"
)

// people knows where somebody is signed in, and ends it.
type people interface {
	EndSessions(ctx context.Context, tx *database.Tx, person, except nodeid.ID) error
	Sessions(ctx context.Context) ([]*ent.Session, error)
}

// access ends what somebody has and offered, and tells who needs to know.
type access interface {
	Depart(ctx context.Context, tx *database.Tx, who nodeid.ID, rest func(ctx context.Context) ([]audit.Entry, error)) error
	Follow(ctx context.Context, tx *database.Tx, by nodeid.ID, users []nodeid.ID, reason *accessevent.Reason, change func(ctx context.Context) error) error
}

// Options are what accounts work with.
type Options struct {
	Store  *database.Store
	People people
	Access access
	// Places says where sessions were begun; nil knows no place.
	Places *place.Map
}

// Accounts is the domain. It is safe for use by many goroutines.
type Accounts struct {
	store  *database.Store
	client *ent.Client
	clock  *clock.Clock
	people people
	access access
	places *place.Map
}

// New makes the domain.
func New(o Options) *Accounts {
	return &Accounts{
		store: o.Store, client: o.Store.Client(), clock: o.Store.Clock(),
		people: o.People, access: o.Access, places: o.Places,
	}
}
