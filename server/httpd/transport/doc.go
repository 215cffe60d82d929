// Package transport serves GraphQL over HTTP as the specification of that name
// asks (graphql.github.io/graphql-over-http): POST with JSON, GET for queries,
// content negotiation with the status codes that go with it. WebSockets and
// event streams are handed to the transports that it is given.
//
// What a request may cost is limited before work is done for it: octets,
// tokens, depth, aliases, root fields, complexity. Batches, forms and uploads
// are not served, which also leaves nothing for a foreign page to send without
// a preflight.
package transport
