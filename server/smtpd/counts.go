package smtpd

import "sync/atomic"

// Counts is what a server has done since it was made, and has open now.
type Counts struct {
	// Open is the number of connections open now; the others only grow.
	Open int64
	// Connections accepted, and turned away at the door by a connection limit.
	Connections, TurnedAway int64
	// EarlyTalkers spoke before the greeting.
	EarlyTalkers int64
	// Messages delivered (answered with 250) and their size with trace lines.
	Messages, Bytes int64
	// RefusedRecipients were unknown or not ours; RefusedMessages broke a limit
	// or the protocol; Failures are the mailroom's own trouble.
	RefusedRecipients, RefusedMessages, Failures int64
}

// counters are the live values behind Counts.
type counters struct {
	open, connections, turnedAway, earlyTalkers  atomic.Int64
	messages, bytes                              atomic.Int64
	refusedRecipients, refusedMessages, failures atomic.Int64
}

func (c *counters) read() Counts {
	return Counts{
		Open:              c.open.Load(),
		Connections:       c.connections.Load(),
		TurnedAway:        c.turnedAway.Load(),
		EarlyTalkers:      c.earlyTalkers.Load(),
		Messages:          c.messages.Load(),
		Bytes:             c.bytes.Load(),
		RefusedRecipients: c.refusedRecipients.Load(),
		RefusedMessages:   c.refusedMessages.Load(),
		Failures:          c.failures.Load(),
	}
}
