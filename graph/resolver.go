package graph

import "latchkey/ent"

// Resolver holds the domain that the resolvers call.
type Resolver struct {
	// Client reads what hangs on an object, narrowed to what the viewer may see.
	Client *ent.Client
}
