package app

import (
	"context"
	"errors"

	"latchkey/server/address"
	"latchkey/server/clock"
	"latchkey/server/mail"
	"latchkey/server/nodeid"
	"latchkey/server/smtpd"
	"latchkey/server/tracing"
)

// mailroom joins the doors through which mail comes with the mailboxes it is for.
type mailroom struct {
	mail   *mail.Mail
	clock  *clock.Clock
	traces *tracing.Tracing
}

// Resolve answers SMTP's RCPT TO.
func (m mailroom) Resolve(ctx context.Context, to address.Address) (smtpd.Recipient, error) {
	id, err := m.mail.Resolve(ctx, to)
	switch {
	case errors.Is(err, mail.ErrNoSuchMailbox):
		return smtpd.Recipient{}, smtpd.ErrUnknownRecipient
	case errors.Is(err, mail.ErrNotLocal):
		return smtpd.Recipient{}, smtpd.ErrNotLocal
	}
	return smtpd.Recipient{Address: to, Mailbox: id}, err
}

// Deliver answers SMTP's DATA.
func (m mailroom) Deliver(ctx context.Context, envelope smtpd.Envelope, raw []byte) []error {
	boxes := make([]nodeid.ID, len(envelope.To))
	for i, to := range envelope.To {
		boxes[i] = to.Mailbox
	}
	in := mail.Incoming{Mailboxes: boxes, ReceivedAt: envelope.ReceivedAt, TraceBytes: envelope.TraceBytes}
	ctx, end := m.traces.Delivery(ctx, len(boxes), len(raw))
	failures := m.mail.Deliver(ctx, in, raw)
	failed := 0
	for _, err := range failures {
		if err != nil {
			failed++
		}
	}
	end(failed)
	return failures
}

// DeliverLocally takes mail that this server itself sends.
func (m mailroom) DeliverLocally(ctx context.Context, to string, raw []byte) (ours bool, err error) {
	parsed, err := address.Parse(to)
	if err != nil {
		return false, nil // what we can't read, the relay may
	}
	id, err := m.mail.Resolve(ctx, parsed)
	if errors.Is(err, mail.ErrNotLocal) || errors.Is(err, mail.ErrNoSuchMailbox) {
		return false, nil
	}
	if err != nil {
		return true, err
	}
	in := mail.Incoming{Mailboxes: []nodeid.ID{id}, ReceivedAt: m.clock.Now()}
	return true, m.mail.Deliver(ctx, in, raw)[0]
}
