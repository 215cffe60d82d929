package mail

import (
	"crypto/sha256"
	"strings"
	"time"

	"latchkey/ent/folder"
	"latchkey/server/address"
	"latchkey/server/mail/attachment"
	"latchkey/server/mail/message"
	"latchkey/server/mail/sanitize"
	"latchkey/server/mail/threading"
	"latchkey/server/nodeid"
)

// What rows hold of a message; all of it stays in the raw octets.
const (
	// maxStoredAddresses of one field.
	maxStoredAddresses = 500
	// maxSubject and maxSnippet are in runes.
	maxSubject = 1000
	maxSnippet = 200
	// maxMessageID is in octets: longer ones are no ids but abuse.
	maxMessageID = 998
)

// arrival is one message on its way into mailboxes, read and ready to be
// stored: the work that needs no lock is done before it waits for the writer.
type arrival struct {
	octets     []byte
	digest     digest
	trace      []byte
	receivedAt time.Time
	row        row
	letter     threading.Letter

	mailboxes []nodeid.ID
	role      folder.Role
	flags     Flags

	// answers takes one error for each mailbox, once they are durable or refused.
	answers chan []error
}

// row is what the database holds of a message for lists and headers.
type row struct {
	messageID             string
	subject, snippet      string
	from, to, cc, replyTo []address.Named
	sentAt                *time.Time
	plainText             bool
	remoteImages          int
	attachments           []attachment.Attachment
	hasFiles              bool
	defects               []string
}

// read makes an arrival of raw octets. It never fails: what is damaged is
// shown as well as it can be.
func read(octets []byte, receivedAt time.Time) *arrival {
	m := message.Parse(octets)
	a := &arrival{
		octets:     octets,
		digest:     sha256.Sum256(octets),
		receivedAt: receivedAt.UTC().Truncate(time.Microsecond),
		row:        rowOf(m),
		role:       folder.RoleINBOX,
		answers:    make(chan []error, 1),
	}
	a.letter = threading.Letter{
		MessageID: a.row.messageID, References: m.References(), InReplyTo: m.InReplyTo(),
		Subject: a.row.subject, ReceivedAt: a.receivedAt,
	}
	return a
}

func rowOf(m *message.Message) row {
	r := row{
		messageID: clean(m.MessageID()),
		subject:   firstRunes(clean(m.Subject()), maxSubject),
		snippet:   clean(m.Snippet(maxSnippet)),
		from:      named(m.From()), to: named(m.To()), cc: named(m.Cc()), replyTo: named(m.ReplyTo()),
		sentAt:      sentAt(m.Date()),
		attachments: []attachment.Attachment{},
		defects:     []string{},
	}
	if len(r.messageID) > maxMessageID {
		r.messageID = ""
	}
	page := m.HTML()
	r.plainText = page == ""
	if !r.plainText {
		r.remoteImages = sanitize.HTML(page, sanitize.Options{}).Blocked
	}
	for _, a := range m.Attachments() {
		r.attachments = append(r.attachments, attachment.Attachment{
			PartID: a.PartID, Name: clean(a.Name), MediaType: clean(a.MediaType),
			Size: a.Size, ContentID: clean(a.ContentID), Inline: a.Inline,
		})
		r.hasFiles = r.hasFiles || !a.Inline
	}
	for _, d := range m.Defects() {
		r.defects = append(r.defects, string(d))
	}
	return r
}

func named(list []message.Address) []address.Named {
	out := make([]address.Named, 0, min(len(list), maxStoredAddresses))
	for _, a := range list[:min(len(list), maxStoredAddresses)] {
		out = append(out, address.Named{Name: clean(a.Name), Address: clean(a.Address)})
	}
	return out
}

// clean leaves text that PostgreSQL stores: UTF-8 without NUL.
func clean(text string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", "")
}

func firstRunes(text string, limit int) string {
	if len(text) <= limit {
		return text
	}
	for at := range text {
		if limit == 0 {
			return text[:at]
		}
		limit--
	}
	return text
}

// sentAt is the sender's date in UTC; nil where it is missing or not of this era.
func sentAt(claimed time.Time) *time.Time {
	at := claimed.UTC().Truncate(time.Microsecond)
	if claimed.IsZero() || at.Year() < 1900 || at.Year() > 9999 {
		return nil
	}
	return &at
}
