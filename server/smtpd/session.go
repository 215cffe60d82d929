package smtpd

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/emersion/go-smtp"

	"latchkey/server/address"
)

// session is one conversation: from EHLO to the end of the connection, or to
// STARTTLS, after which the client begins anew.
type session struct {
	server *Server
	conn   *conn
	over   net.Conn // conn, or the TLS on it
	hello  string

	// The engine resets a session while a message that came in chunks may
	// still be unwinding in another goroutine.
	mu          sync.Mutex
	transaction transaction
	messages    int // begun, refused ones included
	unknown     int // recipients refused
}

// transaction is what MAIL and RCPT have said so far.
type transaction struct {
	from string
	utf8 bool
	to   []Recipient
	// asked are the recipients as the client wrote them, each with its index
	// in to: an address may be asked for twice, and LMTP answers twice.
	asked []asked
}

type asked struct {
	address string
	index   int
}

func (s *Server) newSession(c *smtp.Conn) (smtp.Session, error) {
	session := &session{server: s, over: c.Conn(), hello: c.Hostname()}
	switch over := session.over.(type) {
	case *conn:
		session.conn = over
	case *tls.Conn:
		session.conn = over.NetConn().(*conn) // STARTTLS wraps what we accepted
	}
	session.conn.speakOver(session.over)
	return session, nil
}

// Mail begins a transaction.
func (s *session) Mail(from string, options *smtp.MailOptions) error {
	s.mu.Lock()
	s.messages++
	tooMany := s.server.Limits.MessagesPerConnection > 0 && s.messages > s.server.Limits.MessagesPerConnection
	s.transaction = transaction{from: from, utf8: options.UTF8}
	s.mu.Unlock()
	switch {
	case s.conn.isDraining():
		return s.hangUp(replyShutdown)
	case tooMany:
		return s.refuse(s.hangUp(replyManyMessages))
	case !usable(from):
		return s.refuse(replyBadAddress)
	case !s.server.peers.allowMessage(site(s.remote())):
		return s.refuse(replySlowDown)
	}
	return nil
}

// Rcpt adds a recipient, when it is a mailbox of ours.
func (s *session) Rcpt(to string, _ *smtp.RcptOptions) error {
	parsed, err := address.Parse(to)
	if err != nil {
		return s.refuseRecipient(to, ErrUnknownRecipient) // no mailbox has an address like that
	}
	ctx, cancel := context.WithTimeout(s.server.calls, s.server.Limits.MailroomTimeout)
	defer cancel()
	recipient, err := s.server.Mailroom.Resolve(ctx, parsed)
	if err != nil {
		return s.refuseRecipient(to, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.transaction.add(to, recipient)
	return nil
}

func (t *transaction) add(address string, recipient Recipient) {
	index := slices.IndexFunc(t.to, func(r Recipient) bool { return r.Address == recipient.Address })
	if index < 0 {
		index = len(t.to)
		t.to = append(t.to, recipient)
	}
	t.asked = append(t.asked, asked{address, index})
}

func (s *session) refuseRecipient(to string, err error) error {
	answer := mailroomReply(err)
	if answer == replyTrouble {
		s.server.counters.failures.Add(1)
		s.server.log.Error("recipient not resolved", "to", to, "error", err)
		return answer
	}
	s.server.counters.refusedRecipients.Add(1)
	s.server.log.Info("recipient refused", "remote", s.remote(), "to", to, "code", answer.Code)
	if errors.Is(err, ErrMailboxFull) {
		return answer
	}
	s.mu.Lock()
	s.unknown++
	tooMany := s.server.Limits.UnknownRecipients > 0 && s.unknown > s.server.Limits.UnknownRecipients
	s.mu.Unlock()
	if tooMany {
		return s.hangUp(replyManyUnknown)
	}
	return answer
}

// Reset forgets the transaction.
func (s *session) Reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.transaction = transaction{}
}

// Logout is the end; the connection is accounted for by conn.
func (s *session) Logout() error { return nil }

// hangUp says a last word, or one for each recipient, and returns the first.
func (s *session) hangUp(answers ...*smtp.SMTPError) *smtp.SMTPError {
	s.conn.hangUp(answers...)
	return answers[0]
}

// hangUpOn says the same so many times: LMTP owes each recipient an answer.
func (s *session) hangUpOn(answer *smtp.SMTPError, times int) *smtp.SMTPError {
	return s.hangUp(slices.Repeat([]*smtp.SMTPError{answer}, times)...)
}

// refuse counts and logs a message that is not taken.
func (s *session) refuse(answer *smtp.SMTPError) *smtp.SMTPError {
	s.server.counters.refusedMessages.Add(1)
	s.server.log.Info("message refused", "remote", s.remote(), "code", answer.Code, "answer", answer.Message)
	return answer
}

// maxSender is in octets. RFC 5321 §4.5.3.1.3 allows 256; senders that carry
// whom to tell about a bounce are longer now and then. It becomes one line of a header.
const maxSender = 900

// usable reports whether a sender can stand in an envelope and a header. It is
// a stranger's claim and need not be an address that we could write to.
func usable(from string) bool {
	return len(from) <= maxSender && utf8.ValidString(from) && !strings.ContainsFunc(from, unicode.IsControl)
}
