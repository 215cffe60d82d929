package outbound

import (
	"context"
	"errors"
)

// Sender hands a message over for good or says why not, with an *Error.
type Sender interface {
	Send(ctx context.Context, from string, to []string, raw []byte) error
}

// Mailboxes delivers to the mailboxes of this server. ours is false when the
// address is not one of them.
type Mailboxes interface {
	DeliverLocally(ctx context.Context, to string, raw []byte) (ours bool, err error)
}

// Route sends to mailboxes of this server by delivering, and to everybody else
// through Outside.
type Route struct {
	Local Mailboxes
	// Outside is nil where no relay was set.
	Outside Sender
}

var errNoRelay = errors.New("this server sends no mail to others: set LATCHKEY_RELAY_URL")

// Send reaches every recipient, or returns an *Error naming those it did not.
func (r Route) Send(ctx context.Context, from string, to []string, raw []byte) error {
	failed := &Error{}
	var away []string
	for _, recipient := range to {
		ours, err := r.Local.DeliverLocally(ctx, recipient, raw)
		switch {
		case err != nil:
			failed.Failed = append(failed.Failed, failure(recipient, "deliver", err))
		case !ours:
			away = append(away, recipient)
		}
	}
	if err := r.sendAway(ctx, from, away, raw); err != nil {
		var partly *Error
		if !errors.As(err, &partly) {
			return err
		}
		failed.Failed = append(failed.Failed, partly.Failed...)
	}
	if len(failed.Failed) > 0 {
		return failed
	}
	return nil
}

func (r Route) sendAway(ctx context.Context, from string, to []string, raw []byte) error {
	if len(to) == 0 {
		return nil
	}
	if r.Outside == nil {
		return failAll(to, "send", errNoRelay)
	}
	return r.Outside.Send(ctx, from, to, raw)
}
