// Package sharing decides who may do what with which mailbox, and is the one
// place where that changes: grants, invitations, and their end by time.
//
// Every change of access is one transaction with its audit entry and, for the
// user whose access it is, an access event of that user's own sequence. After
// the commit a hint goes out, which may be lost; the event row may not. The
// database is asked for what is allowed at every request, so a change holds
// from its commit on, whether or not a hint arrives.
package sharing

import (
	"context"
	"log/slog"
	"strings"
	"time"

	"latchkey/server/clock"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/seal"
)

// hinter tells the nodes that a topic went on to a sequence number. It never
// blocks; a hint may be lost.
type hinter interface {
	Hint(topic string, sequence uint64)
}

// postman queues mail in the transaction that asks for it. The jobs hold ids
// only: see Letter.
type postman interface {
	SendInvitation(ctx context.Context, tx *database.Tx, invitation nodeid.ID) error
	// SendInvitationAccepted tells the inviter.
	SendInvitationAccepted(ctx context.Context, tx *database.Tx, invitation nodeid.ID) error
	// SendAccessChanged tells a user what an access event tells.
	SendAccessChanged(ctx context.Context, tx *database.Tx, user nodeid.ID, event int64) error
}

// Options are what sharing works with.
type Options struct {
	Store *database.Store
	// Box seals the tokens of links, so that they can be sent later.
	Box *seal.Box
	// PublicURL is where people reach the server, such as "https://mail.acme.example".
	PublicURL string
	// Hints may be nil: then sessions learn of events when they look for themselves.
	Hints hinter
	// Postman may be nil where no invitation is sent: then nobody is told by mail.
	Postman postman
	// Log gets faults of background work; slog's default when nil.
	Log *slog.Logger
}

// Sharing is the domain. It is safe for use by many goroutines.
type Sharing struct {
	store     *database.Store
	clock     *clock.Clock
	box       *seal.Box
	publicURL string
	hints     hinter
	postman   postman
	log       *slog.Logger
	uses      uses
}

// New makes the domain.
func New(o Options) *Sharing {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	return &Sharing{
		store: o.Store, clock: o.Store.Clock(), box: o.Box, publicURL: strings.TrimRight(o.PublicURL, "/"),
		hints: o.Hints, postman: o.Postman, log: o.Log,
	}
}

// Now is the instant by which access is judged.
func (s *Sharing) Now() time.Time { return s.clock.Now() }
