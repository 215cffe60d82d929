// Package sse answers GraphQL operations as event streams: the distinct
// connections mode of GraphQL over Server-Sent Events (graphql-sse). Every
// operation has its own request; results come as `next` events and `complete`
// ends them. Subscriptions go through the same hub as those of sockets.
package sse
