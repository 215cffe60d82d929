// Package socket carries GraphQL over WebSockets: the graphql-transport-ws
// protocol with all its close codes, as a transport of gqlgen's.
//
// A session that waits costs little. The upgrade is gorilla/websocket's; after
// it the connection is detached from net/http, whose goroutine and buffers go,
// and a goroutine with the smallest stack waits for the socket to be readable.
// Reading borrows a buffer then. One goroutine pings everybody.
//
// A write never blocks: what the kernel does not take is queued, and a reader
// that falls too far behind is closed with 1013, so that it stalls nobody else.
//
// On Linux reading and writing use the raw socket. Elsewhere, and for TLS ended
// in this process, a goroutine reads and the queue writes: the same behaviour
// for more memory.
package socket
