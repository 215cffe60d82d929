package smtpd

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/tls"
	"errors"
	"io"
	"net/netip"
	"slices"

	"github.com/emersion/go-smtp"
)

// readStep is how much is read at once. A message's memory is accounted for in
// such steps, as it comes, never as it is announced.
const readStep = 64 << 10

// Data receives a message by SMTP: one answer for all its recipients. When
// some failed the client hears that failure and sends again or bounces; those
// who have the message are not given it twice (Mailroom.Deliver).
func (s *session) Data(r io.Reader) error {
	s.mu.Lock()
	transaction := s.transaction
	s.mu.Unlock()
	end, r := s.findEnd(r)
	answers, answer := s.receive(r, transaction, 1)
	if answer == nil {
		answer = worst(answers)
	}
	if end.overlooked() {
		_ = s.hangUp(orDelivered(answer))
	}
	if answer != nil {
		return answer
	}
	return nil
}

// findEnd watches for the end of a message that comes by DATA. One that comes
// in chunks, through the engine's pipe, has its length said.
func (s *session) findEnd(r io.Reader) (*endFinder, io.Reader) {
	if _, chunked := r.(*io.PipeReader); chunked {
		return nil, r
	}
	end := newEndFinder(r)
	return end, end
}

// orDelivered is the answer in words: what the engine says for none.
func orDelivered(answer *smtp.SMTPError) *smtp.SMTPError {
	if answer == nil {
		return replyDelivered
	}
	return answer
}

// LMTPData receives a message by LMTP: an answer for each RCPT.
func (s *session) LMTPData(r io.Reader, status smtp.StatusCollector) error {
	s.mu.Lock()
	transaction := s.transaction
	s.mu.Unlock()
	end, r := s.findEnd(r)
	answers, failed := s.receive(r, transaction, len(transaction.asked))
	each := slices.Repeat([]*smtp.SMTPError{failed}, len(transaction.asked))
	if failed == nil {
		for i, asked := range transaction.asked {
			each[i] = orDelivered(answers[asked.index])
		}
	}
	if end.overlooked() {
		_ = s.hangUp(each...)
	}
	for i, asked := range transaction.asked {
		if each[i] == replyDelivered {
			status.SetStatus(asked.address, nil)
			continue
		}
		status.SetStatus(asked.address, each[i])
	}
	return nil
}

// receive reads a message and delivers it. failed is the answer when it was
// not taken at all (said so many times when hanging up); otherwise answers has
// one for each of transaction.to, nil for success.
func (s *session) receive(r io.Reader, transaction transaction, times int) (answers []*smtp.SMTPError, failed *smtp.SMTPError) {
	message, ok := s.conn.beginMessage()
	if !ok {
		return nil, replyShutdown
	}
	defer s.conn.endMessage(message)

	envelope := s.envelope(transaction)
	var raw bytes.Buffer
	defer func() { s.server.held.give(int64(raw.Len())) }()
	trace := s.server.trace(envelope)
	s.server.held.take(int64(len(trace))) // small and ours: never refused
	raw.WriteString(trace)

	if err := s.read(&raw, r); err != nil {
		return nil, s.refuse(s.endReading(err, times))
	}
	envelope.TraceBytes = len(trace)
	if hasLoneDot(raw.Bytes()[len(trace):]) {
		return nil, s.refuse(replyLoneLineEnd)
	}
	return s.deliver(envelope, raw.Bytes())
}

var errNoRoom = errors.New("smtpd: no memory left for messages")

// read appends the message to raw, which is what the server holds of it.
func (s *session) read(raw *bytes.Buffer, r io.Reader) error {
	for {
		n, err := io.CopyN(raw, r, readStep)
		if !s.server.held.take(n) {
			raw.Truncate(raw.Len() - int(n)) // so that what is given back is what was taken
			return errNoRoom
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// endReading turns the end of a message that did not come whole into an
// answer. Where the rest of it may still be coming, it hangs up.
func (s *session) endReading(err error, times int) *smtp.SMTPError {
	switch {
	case errors.Is(err, smtp.ErrDataTooLarge):
		return s.hangUpOn(replyTooLarge, times)
	case errors.Is(err, errNoRoom):
		return s.hangUpOn(replyNoRoom, times)
	case errors.Is(err, smtp.ErrTooLongLine):
		return s.hangUpOn(replyLongLine, times)
	case isTimeout(err):
		return s.hangUpOn(replyTooSlow, times)
	default: // cut off, or given up with RSET
		return replyAborted
	}
}

func (s *session) deliver(envelope Envelope, raw []byte) ([]*smtp.SMTPError, *smtp.SMTPError) {
	ctx, cancel := context.WithTimeout(s.server.calls, s.server.Limits.MailroomTimeout)
	defer cancel()
	errs := s.server.Mailroom.Deliver(ctx, envelope, raw)
	log := s.server.log.With("delivery", envelope.ID, "remote", envelope.Remote, "from", envelope.From, "bytes", len(raw))
	if errs != nil && len(errs) != len(envelope.To) {
		// Whoever has no verdict may not have the message.
		log.Error("the mailroom answered for other recipients than asked", "asked", len(envelope.To), "answered", len(errs))
		s.server.counters.failures.Add(1)
		return nil, replyTrouble
	}
	answers := make([]*smtp.SMTPError, len(envelope.To))
	for i, err := range errs {
		if answers[i] = mailroomReply(err); err != nil {
			log.Error("message not delivered", "to", envelope.To[i].Address.String(), "error", err)
			s.server.counters.failures.Add(1)
		}
	}
	if worst(answers) == nil {
		log.Info("message delivered", "recipients", len(envelope.To))
		s.server.counters.messages.Add(1)
		s.server.counters.bytes.Add(int64(len(raw)))
	}
	return answers, nil
}

// worst is the answer that fits all recipients: temporary trouble, which the
// client tries again, before a refusal for good, before success (nil).
func worst(answers []*smtp.SMTPError) (found *smtp.SMTPError) {
	for _, answer := range answers {
		if answer != nil && (found == nil || answer.Temporary() && !found.Temporary()) {
			found = answer
		}
	}
	return found
}

func (s *session) envelope(transaction transaction) Envelope {
	_, encrypted := s.over.(*tls.Conn)
	return Envelope{
		ID:         rand.Text(),
		From:       transaction.from,
		To:         transaction.to,
		Remote:     s.remote(),
		Hello:      s.hello,
		TLS:        encrypted,
		UTF8:       transaction.utf8,
		ReceivedAt: s.server.Now().UTC(),
	}
}

func (s *session) remote() netip.Addr { return remoteAddr(s.over.RemoteAddr()) }
