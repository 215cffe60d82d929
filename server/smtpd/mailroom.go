package smtpd

import (
	"context"
	"errors"
	"net/netip"
	"time"

	"latchkey/server/address"
	"latchkey/server/nodeid"
)

// Mailroom accepts mail for local mailboxes. Its methods are called from many
// connections at once.
type Mailroom interface {
	// Resolve finds the mailbox behind an address, which may be an alias.
	// Errors: ErrUnknownRecipient, ErrNotLocal, ErrMailboxFull; any other is
	// taken for temporary trouble and answered with 451 4.3.0.
	Resolve(ctx context.Context, to address.Address) (Recipient, error)

	// Deliver returns once raw is durable for every recipient it does not
	// report as failed. The result is nil when all went well, or else has one
	// entry for each of envelope.To, in that order, nil for those delivered.
	// A client that got no answer sends the same message again, so that
	// delivering must be idempotent by raw[envelope.TraceBytes:].
	Deliver(ctx context.Context, envelope Envelope, raw []byte) []error
}

// The errors by which a Mailroom refuses a recipient for good, or for now.
var (
	// ErrUnknownRecipient: the domain is ours, but has no such mailbox (550 5.1.1).
	ErrUnknownRecipient = errors.New("smtpd: no such mailbox")
	// ErrNotLocal: the domain is not ours; we relay for nobody (550 5.7.1).
	ErrNotLocal = errors.New("smtpd: not a local domain")
	// ErrMailboxFull: the mailbox takes no more until there is room (452 4.2.2).
	ErrMailboxFull = errors.New("smtpd: mailbox is full")
)

// Recipient is a mailbox of ours that a message is for.
type Recipient struct {
	// Address is the normalised address of the envelope, which may be an alias.
	Address address.Address
	// Mailbox is where its mail goes.
	Mailbox nodeid.ID
}

// Envelope is what the client said about a message, and how we came to know it.
type Envelope struct {
	// ID names this delivery in logs and in our Received line.
	ID string
	// From is the reverse-path without angle brackets; empty for a bounce.
	From string
	// To holds the recipients, each address once, in the order given.
	To []Recipient
	// Remote is the client's address; the zero Addr for a Unix socket.
	Remote netip.Addr
	// Hello is the client's own name for itself, as claimed.
	Hello string
	// TLS and UTF8 say whether the transfer was encrypted, and used SMTPUTF8.
	TLS, UTF8 bool
	// ReceivedAt is when the last byte had come, in UTC.
	ReceivedAt time.Time
	// TraceBytes is the length of the Return-Path and Received lines that we
	// put first: raw[TraceBytes:] is exactly what the client sent.
	TraceBytes int
}
