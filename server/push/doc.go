// Package push tells open sessions what happened, at once and without a gap.
//
// The truth is in the database: every event has a topic and, within it, a
// sequence number. What travels between nodes is only a hint that a topic went
// on. A node that has subscriptions to the topic reads the events after the
// last one it delivered and hands them to its sinks (sockets, event streams).
// A lost hint costs a second, until the heads are polled; never an event.
//
// An event is executed by gqlgen once for each operation and class of viewers,
// not once for each session, and the bytes are shared.
package push
