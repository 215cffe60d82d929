package outbound

import (
	"errors"
	"fmt"
	"net/textproto"
	"strings"
)

// Error says which recipients a message did not reach. Those that it does not
// name were handed over and must not be sent to again.
type Error struct {
	// Failed has at least one entry, each recipient at most once.
	Failed []Failure
}

// Failure is why one recipient was not reached.
type Failure struct {
	Recipient string
	// Permanent failures are bounced; the others are worth another attempt.
	Permanent bool
	// Code is the SMTP reply code, 0 when it did not come to a reply.
	Code int
	// Text is the other server's reply or our own words. It holds no secret.
	Text string
}

// Error lists the failures in one line.
func (e *Error) Error() string {
	parts := make([]string, len(e.Failed))
	for i, f := range e.Failed {
		parts[i] = fmt.Sprintf("%s: %s", f.Recipient, f.Text)
	}
	return "mail not sent: " + strings.Join(parts, "; ")
}

// Retry lists the recipients for whom another attempt can help.
func (e *Error) Retry() []string {
	var again []string
	for _, f := range e.Failed {
		if !f.Permanent {
			again = append(again, f.Recipient)
		}
	}
	return again
}

// failAll is the same failure for every recipient.
func failAll(to []string, doing string, err error) *Error {
	failed := &Error{}
	for _, recipient := range to {
		failed.Failed = append(failed.Failed, failure(recipient, doing, err))
	}
	return failed
}

// failure reads an error of the SMTP client. Only a reply of 5xx is for good;
// a network that is down comes back.
func failure(recipient, doing string, err error) Failure {
	var reply *textproto.Error
	if errors.As(err, &reply) {
		return Failure{recipient, reply.Code >= 500, reply.Code, fmt.Sprintf("%d %s", reply.Code, reply.Msg)}
	}
	return Failure{recipient, false, 0, doing + ": " + err.Error()}
}
