package notify

import (
	"bytes"
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/emersion/go-message"
	"github.com/emersion/go-message/mail"
)

// senderName is whom our own mail is from.
const senderName = "Latchkey"

// ErrAddress says that an address cannot stand in a header.
var ErrAddress = errors.New("notify: unusable address")

// Envelope is what every mail has, whatever it says.
type Envelope struct {
	Language Language
	// From is our own address; To has one reader.
	From, To string
	// AnswerTo is whom an answer goes to, with AnswerName; empty: nobody.
	AnswerTo, AnswerName string
	// Zone is where the reader's clock is; nil is UTC.
	Zone *time.Location
	// SentAt becomes the Date.
	SentAt time.Time
	// Key names what the mail is about. Mails of the same key that say the same
	// are the same to the octet: a job that runs twice sends no second mail to
	// whoever compares them, as our own mailboxes do.
	Key string
}

// Content is what one kind of mail says.
type Content interface {
	page(v voice) page
}

// Render draws a mail without its envelope. zone may be nil. Errors: ErrLanguage, ErrLink.
func Render(language Language, zone *time.Location, content Content) (Preview, error) {
	v, err := voiceOf(language, zone)
	if err != nil {
		return Preview{}, err
	}
	drawn := content.page(v)
	drawn.Language, drawn.CopyLink = language, v.copyLink
	return drawn.draw()
}

// Compose makes the whole message, with CRLF line ends. Errors: ErrLanguage,
// ErrLink, ErrAddress.
func Compose(e Envelope, content Content) ([]byte, error) {
	preview, err := Render(e.Language, e.Zone, content)
	if err != nil {
		return nil, err
	}
	if !isHeaderAddress(e.From) || !isHeaderAddress(e.To) || e.AnswerTo != "" && !isHeaderAddress(e.AnswerTo) {
		return nil, ErrAddress
	}
	mark := e.mark()
	var header mail.Header
	header.SetDate(e.SentAt)
	header.SetAddressList("From", []*mail.Address{{Name: senderName, Address: e.From}})
	if e.AnswerTo != "" {
		header.SetAddressList("Reply-To", []*mail.Address{{Name: nameOf(e.AnswerName), Address: e.AnswerTo}})
	}
	header.SetAddressList("To", []*mail.Address{{Address: e.To}})
	header.SetSubject(preview.Subject)
	header.SetMessageID(mark + e.From[strings.LastIndexByte(e.From, '@'):])
	header.Set("Content-Language", string(e.Language))
	header.Set("Auto-Submitted", "auto-generated") // RFC 3834: no absence notes in reply
	header.SetContentType("multipart/alternative", map[string]string{"boundary": mark})
	return alternative(header.Header, preview)
}

// mark is the same for the same mail, and of no use to guess what it is about.
func (e Envelope) mark() string {
	sum := sha256.Sum256([]byte(e.Key + " " + e.SentAt.UTC().Format(time.RFC3339Nano) + " " + e.To))
	return strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(sum[:20]))
}

func isHeaderAddress(address string) bool {
	at := strings.LastIndexByte(address, '@')
	return at >= 1 && at < len(address)-1 && clean(address, len(address)) == address
}

// alternative writes the text, then the HTML, which readers prefer.
func alternative(header message.Header, preview Preview) ([]byte, error) {
	var raw bytes.Buffer
	writer, err := message.CreateWriter(&raw, header)
	if err != nil {
		return nil, fmt.Errorf("notify: %w", err)
	}
	err = errors.Join(
		part(writer, "text/plain", preview.Text),
		part(writer, "text/html", preview.HTML),
		writer.Close(),
	)
	if err != nil {
		return nil, fmt.Errorf("notify: %w", err)
	}
	return raw.Bytes(), nil
}

func part(writer *message.Writer, mediaType, content string) error {
	var header message.Header
	header.SetContentType(mediaType, map[string]string{"charset": "utf-8"})
	header.Set("Content-Transfer-Encoding", "quoted-printable")
	w, err := writer.CreatePart(header)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, strings.ReplaceAll(content, "\n", "\r\n"))
	return errors.Join(err, w.Close())
}
