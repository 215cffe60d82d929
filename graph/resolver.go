package graph

// Resolver holds the domain that the resolvers call.
type Resolver struct{}
