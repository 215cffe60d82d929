package mail

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"latchkey/ent"
	"latchkey/ent/folder"
	"latchkey/ent/mailbox"
	"latchkey/ent/maildomain"
	"latchkey/server/address"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// Why an address takes no mail.
var (
	// ErrNoSuchMailbox: the domain is ours, but has no such mailbox.
	ErrNoSuchMailbox = errors.New("mail: no such mailbox")
	// ErrNotLocal: the domain is not ours.
	ErrNotLocal = errors.New("mail: not a local domain")
)

// Flags are what is known of a message when it comes.
type Flags struct{ Seen, Starred bool }

// Resolve finds the mailbox that takes mail for an address: the one of that
// very address, else the one of the address without its sub-address. Errors:
// ErrNoSuchMailbox, ErrNotLocal.
func (m *Mail) Resolve(ctx context.Context, to address.Address) (nodeid.ID, error) {
	ctx = viewer.System(ctx)
	names := []string{to.String()}
	if base := to.Base(); base != to {
		names = append(names, base.String())
	}
	for _, name := range names {
		id, err := m.db.Client().Mailbox.Query().
			Where(mailbox.Address(name), mailbox.KindEQ(mailbox.KindHOSTED)).OnlyID(ctx)
		if err == nil || !ent.IsNotFound(err) {
			return id, err
		}
	}
	ours, err := m.db.Client().MailDomain.Query().Where(maildomain.Name(to.Domain())).Exist(ctx)
	switch {
	case err != nil:
		return "", fmt.Errorf("look up a mail domain: %w", err)
	case ours:
		return "", ErrNoSuchMailbox
	default:
		return "", ErrNotLocal
	}
}

// Incoming says for whom a message came, and how.
type Incoming struct {
	Mailboxes  []nodeid.ID
	ReceivedAt time.Time
	// TraceBytes is the length of the lines that our server put before the
	// octets that the client sent. They are kept with the mailbox's own row.
	TraceBytes int
}

// Deliver puts a message into the inboxes and returns once it is durable
// there. The result has one error for each mailbox, nil for those delivered.
// Octets (without the trace) that a mailbox has already are delivered: a
// client that got no answer may try again.
func (m *Mail) Deliver(ctx context.Context, in Incoming, raw []byte) []error {
	trace := min(max(in.TraceBytes, 0), len(raw))
	a := read(raw[trace:], in.ReceivedAt)
	a.trace = bytes.Clone(raw[:trace])
	a.mailboxes = in.Mailboxes
	return m.hand(ctx, a)
}

// Append puts a message into the folder of a role, as an import does: Deliver
// with a time and flags of its own.
func (m *Mail) Append(ctx context.Context, box nodeid.ID, role folder.Role, raw []byte, receivedAt time.Time, flags Flags) error {
	a := read(raw, receivedAt)
	a.mailboxes, a.role, a.flags = []nodeid.ID{box}, role, flags
	return m.hand(ctx, a)[0]
}

// hand gives the arrival to the writer and waits for its answer. A large
// message is a file before its row is written, so that no row is without octets.
func (m *Mail) hand(ctx context.Context, a *arrival) []error {
	m.blobs.kept.RLock()
	defer m.blobs.kept.RUnlock()
	if len(a.octets) > maxInline {
		if err := m.blobs.write(a.digest, a.octets); err != nil {
			return allFailed(a, err)
		}
	}
	if err := m.enqueue(ctx, a); err != nil {
		return allFailed(a, err)
	}
	return <-a.answers // the writer answers every arrival that it took
}

func (m *Mail) enqueue(ctx context.Context, a *arrival) error {
	m.closing.RLock()
	defer m.closing.RUnlock()
	if m.closed {
		return refusal.Unavailable()
	}
	select {
	case m.arrivals <- a:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func allFailed(a *arrival, err error) []error {
	failed := make([]error, len(a.mailboxes))
	for i := range failed {
		failed[i] = err
	}
	return failed
}
