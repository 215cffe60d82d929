package message

import (
	"bytes"
	"time"
)

// Message is the index of one raw message.
type Message struct {
	raw     []byte
	root    *Part
	parts   []*Part
	defects []Defect
}

// Parse indexes raw, which must not be changed afterwards. It always returns a message:
// bytes that are no e-mail at all become one text part, with Defects saying so.
func Parse(raw []byte) *Message {
	x := &indexer{raw: raw}
	root := x.part("", x.skipMboxLines(), len(raw), 0, "text/plain")
	if len(root.Children) == 0 {
		root.ID = "1" // as IMAP numbers the only part
	}
	return &Message{raw: raw, root: root, parts: x.parts, defects: x.defects}
}

// skipMboxLines steps over "From " separators, which archives leave on top.
func (x *indexer) skipMboxLines() int {
	begin := 0
	for {
		rest := x.raw[begin:]
		end := bytes.IndexByte(rest, '\n')
		if end < 0 || !bytes.HasPrefix(rest, []byte("From ")) && !bytes.HasPrefix(rest, []byte(">From ")) {
			return begin
		}
		x.defect(DefectMboxLine)
		begin += end + 1
	}
}

// Raw returns the bytes that were parsed, not a copy.
func (m *Message) Raw() []byte { return m.raw }

// Root is the part that is the whole message.
func (m *Message) Root() *Part { return m.root }

// Parts lists all parts, containers before their children, in the order of the bytes.
func (m *Message) Parts() []*Part { return m.parts }

// Part finds a part by its ID; nil when there is none.
func (m *Message) Part(id string) *Part {
	for _, p := range m.parts {
		if p.ID == id {
			return p
		}
	}
	return nil
}

// Header returns the first field of that name, unfolded and decoded (RFC 2047); "" when
// absent. Names are compared without regard to case.
func (m *Message) Header(name string) string { return m.root.Header.Text(name) }

// Subject is the decoded Subject, on one line.
func (m *Message) Subject() string { return m.Header("Subject") }

// From lists the authors; more than one is rare but legal.
func (m *Message) From() []Address { return m.root.Header.Addresses("From") }

// Sender lists who sent on behalf of From; at most one in a sound message.
func (m *Message) Sender() []Address { return m.root.Header.Addresses("Sender") }

// ReplyTo lists where answers should go, if not to From.
func (m *Message) ReplyTo() []Address { return m.root.Header.Addresses("Reply-To") }

// To lists the primary recipients.
func (m *Message) To() []Address { return m.root.Header.Addresses("To") }

// Cc lists the other visible recipients.
func (m *Message) Cc() []Address { return m.root.Header.Addresses("Cc") }

// Bcc lists the hidden recipients; present only in messages that we sent ourselves.
func (m *Message) Bcc() []Address { return m.root.Header.Addresses("Bcc") }

// Date is when the sender says it was written, in the sender's zone; the zero time when
// absent or unreadable. It is a claim: order by time of arrival, not by this.
func (m *Message) Date() time.Time { return parseDate(m.Header("Date")) }

// MessageID is the message's own id without brackets; "" when absent.
func (m *Message) MessageID() string { return first(m.root.Header.MessageIDs("Message-ID")) }

// InReplyTo lists the ids of what this answers, without brackets.
func (m *Message) InReplyTo() []string { return m.root.Header.MessageIDs("In-Reply-To") }

// References lists the ids of the conversation, oldest first, without brackets.
func (m *Message) References() []string { return m.root.Header.MessageIDs("References") }

func first(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return ids[0]
}
