package smtpd

import "time"

// Limits bounds what clients can make the server do, hold and wait for. A zero
// field means no limit, except where said.
type Limits struct {
	// MessageBytes is announced as SIZE; a larger message is refused with
	// 552 5.3.4, when declared and while it is read.
	MessageBytes int64
	// HeldBytes bounds the messages being read by all connections together;
	// beyond it a client is told 452 4.3.1 and comes back later.
	HeldBytes int64
	// Recipients of one message; more are answered with 452 4.5.3, and the
	// client sends to the others in a second transaction (RFC 5321 §4.5.3.1.10).
	Recipients int
	// UnknownRecipients a connection may try before it is sent away, so that
	// addresses cannot be guessed by the thousand.
	UnknownRecipients int
	// Connections open at once, in all and for each remote address (an IPv6
	// address counts as its /64).
	Connections, ConnectionsPerAddress int
	// MessagesPerConnection, refused ones included.
	MessagesPerConnection int
	// MessagesPerSecond refills each remote address's allowance of
	// MessagesBurst messages; an empty one is answered with 450 4.7.1.
	MessagesPerSecond float64
	MessagesBurst     int
	// LineBytes bounds a line of a message. Real mail has very long ones, so
	// that RFC 5321's 1,000 would make it bounce. Must be set.
	LineBytes int
	// UnansweredBytes bounds what is read outside of a message before we next
	// have something to say: a command line, under TLS as well.
	UnansweredBytes int64
	// ReadTimeout bounds each wait for the client (RFC 5321 §4.5.3.2.7 asks for
	// five minutes), WriteTimeout each answer. Must be set.
	ReadTimeout, WriteTimeout time.Duration
	// DataTimeout bounds a whole message, from DATA or the first BDAT to its
	// end, however steadily it trickles. Must be set.
	DataTimeout time.Duration
	// MailroomTimeout bounds each call to the mailroom. Must be set.
	MailroomTimeout time.Duration
	// GreetingDelay is how long we listen before greeting: who speaks first
	// does not speak SMTP (RFC 5321 §4.3.1) and is sent away.
	GreetingDelay time.Duration
}

// DefaultLimits suits an SMTP server that faces the world.
func DefaultLimits() Limits {
	return Limits{
		MessageBytes:          50_000_000,
		HeldBytes:             500_000_000,
		Recipients:            100,
		UnknownRecipients:     25,
		Connections:           500,
		ConnectionsPerAddress: 20,
		MessagesPerConnection: 1000,
		MessagesPerSecond:     20,
		MessagesBurst:         500,
		LineBytes:             1 << 20,
		UnansweredBytes:       64 << 10,
		ReadTimeout:           5 * time.Minute,
		WriteTimeout:          time.Minute,
		DataTimeout:           15 * time.Minute,
		MailroomTimeout:       2 * time.Minute,
		GreetingDelay:         100 * time.Millisecond,
	}
}

// LocalLimits suits an LMTP server that one trusted mail server speaks to: all
// its mail comes from one address, so nothing is counted for each address.
func LocalLimits() Limits {
	l := DefaultLimits()
	l.Recipients = 1000
	l.UnknownRecipients = 0
	l.ConnectionsPerAddress = 0
	l.MessagesPerConnection = 0
	l.MessagesPerSecond, l.MessagesBurst = 0, 0
	l.GreetingDelay = 0
	return l
}
