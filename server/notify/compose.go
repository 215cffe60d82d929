package notify

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/emersion/go-message/mail"
)

// senderName is whom our own mail is from.
const senderName = "Latchkey"

// ErrAddress says that an address cannot stand in a header.
var ErrAddress = errors.New("notify: unusable address")

// Invitation composes the whole message, CRLF line ends, ready to be sent from
// From to To. An answer goes to the inviter. Errors: ErrLanguage, ErrLink,
// ErrAddress.
func Invitation(m InvitationMail) ([]byte, error) {
	preview, err := Preview(m)
	if err != nil {
		return nil, err
	}
	for _, address := range []string{m.From, m.To, m.InviterAddress} {
		if at := strings.LastIndexByte(address, '@'); at < 1 || at == len(address)-1 || clean(address, len(address)) != address {
			return nil, ErrAddress
		}
	}
	var header mail.Header
	header.SetDate(m.SentAt)
	header.SetAddressList("From", []*mail.Address{{Name: senderName, Address: m.From}})
	header.SetAddressList("Reply-To", []*mail.Address{{Name: clean(m.InviterName, maxNameRunes), Address: m.InviterAddress}})
	header.SetAddressList("To", []*mail.Address{{Address: m.To}})
	header.SetSubject(preview.Subject)
	header.SetMessageID(rand.Text() + m.From[strings.LastIndexByte(m.From, '@'):])
	header.Set("Content-Language", string(m.Language))
	header.Set("Auto-Submitted", "auto-generated") // RFC 3834: no absence notes in reply
	return alternative(header, preview)
}

// alternative writes the text, then the HTML, which readers prefer.
func alternative(header mail.Header, preview InvitationPreview) ([]byte, error) {
	var raw bytes.Buffer
	writer, err := mail.CreateInlineWriter(&raw, header)
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

func part(writer *mail.InlineWriter, mediaType, content string) error {
	var header mail.InlineHeader
	header.SetContentType(mediaType, map[string]string{"charset": "utf-8"})
	header.Set("Content-Transfer-Encoding", "quoted-printable")
	w, err := writer.CreatePart(header)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, strings.ReplaceAll(content, "\n", "\r\n"))
	return errors.Join(err, w.Close())
}
