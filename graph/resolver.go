package graph

import (
	"latchkey/ent"
	"latchkey/server/clock"
	"latchkey/server/identity"
	"latchkey/server/organization"
)

// Resolver holds the domain that the resolvers call.
type Resolver struct {
	// Client reads what hangs on an object, narrowed to what the viewer may see.
	Client        *ent.Client
	Clock         *clock.Clock
	Identity      *identity.Identity
	Organizations *organization.Organizations
}
