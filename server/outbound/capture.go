package outbound

import (
	"bytes"
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"mime"
	"net/mail"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// maxCaptured is how many messages the outbox keeps; the oldest go first.
const maxCaptured = 1000

// The envelope is kept in header fields before the message.
const (
	returnPathField = "Return-Path"
	envelopeToField = "X-Envelope-To"
)

// captured names sort by time: so many digits, and letters against collisions.
var captured = regexp.MustCompile(`^\d{8}T\d{6}\.\d{9}Z-[A-Z2-7]{26}\.eml$`)

const nameLayout = "20060102T150405.000000000Z"

// Capture keeps mail in a folder instead of sending it. It is safe for
// concurrent use.
type Capture struct {
	folder string
	now    func() time.Time
}

// CapturedMail describes a message in the outbox.
type CapturedMail struct {
	// Name is what Read takes: a file name in the folder.
	Name string
	// CapturedAt is when it was sent, in UTC.
	CapturedAt time.Time
	// From and To are those of the envelope, Subject is decoded.
	From, Subject string
	To            []string
	// Bytes is the size of the file.
	Bytes int64
}

// NewCapture keeps mail in folder, which it makes.
func NewCapture(folder string, now func() time.Time) (*Capture, error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, fmt.Errorf("outbox: %w", err)
	}
	return &Capture{folder, now}, nil
}

// Send writes the message as an .eml file. It is whole and durable, or not
// there at all. An error is an *Error for every recipient.
func (c *Capture) Send(_ context.Context, from string, to []string, raw []byte) error {
	if len(to) == 0 {
		return nil
	}
	var file bytes.Buffer
	fmt.Fprintf(&file, "%s: <%s>\r\n", returnPathField, oneLine(from))
	fmt.Fprintf(&file, "%s: %s\r\n", envelopeToField, oneLine(strings.Join(to, ",\r\n ")))
	file.Write(wireForm(raw))
	name := c.now().UTC().Format(nameLayout) + "-" + rand.Text() + ".eml"
	if err := writeDurably(c.folder, name, file.Bytes()); err != nil {
		return failAll(to, "writing to the outbox", err)
	}
	c.forgetOldest()
	return nil
}

// List describes the captured messages, newest first, at most limit.
func (c *Capture) List(limit int) ([]CapturedMail, error) {
	names, err := c.names()
	if err != nil {
		return nil, err
	}
	var list []CapturedMail
	for _, name := range names[:min(limit, len(names))] {
		raw, err := c.Read(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue // forgotten since
		}
		if err != nil {
			return nil, err
		}
		list = append(list, describe(name, raw))
	}
	return list, nil
}

// Read returns the message that List called name. For any other name the
// error is fs.ErrNotExist.
func (c *Capture) Read(name string) ([]byte, error) {
	if !captured.MatchString(name) {
		return nil, fs.ErrNotExist
	}
	raw, err := os.ReadFile(filepath.Join(c.folder, name))
	if err != nil {
		return nil, fmt.Errorf("outbox: %w", err)
	}
	return raw, nil
}

// names lists the files, newest first.
func (c *Capture) names() ([]string, error) {
	entries, err := os.ReadDir(c.folder)
	if err != nil {
		return nil, fmt.Errorf("outbox: %w", err)
	}
	var names []string
	for _, entry := range entries {
		if captured.MatchString(entry.Name()) {
			names = append(names, entry.Name())
		}
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Compare(b, a) })
	return names, nil
}

// forgetOldest keeps the folder within its bound. Failing at it harms nothing.
func (c *Capture) forgetOldest() {
	names, err := c.names()
	if err != nil || len(names) <= maxCaptured {
		return
	}
	for _, name := range names[maxCaptured:] {
		_ = os.Remove(filepath.Join(c.folder, name))
	}
}

func describe(name string, raw []byte) CapturedMail {
	at, _ := time.Parse(nameLayout, strings.SplitN(name, "-", 2)[0]) // the name matched
	list := CapturedMail{Name: name, CapturedAt: at, Bytes: int64(len(raw))}
	message, err := mail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		return list // unreadable, still listed
	}
	list.From = strings.Trim(message.Header.Get(returnPathField), "<>")
	for to := range strings.SplitSeq(message.Header.Get(envelopeToField), ",") {
		list.To = append(list.To, strings.TrimSpace(to))
	}
	list.Subject = message.Header.Get("Subject")
	if decoded, err := new(mime.WordDecoder).DecodeHeader(list.Subject); err == nil {
		list.Subject = decoded
	}
	return list
}

// oneLine keeps an address from starting a header field of its own. The only
// line break that stays is our fold before a space.
func oneLine(text string) string {
	const fold = ",\r\n "
	parts := strings.Split(text, fold)
	for i, part := range parts {
		parts[i] = strings.Map(func(r rune) rune {
			if r < ' ' {
				return -1
			}
			return r
		}, part)
	}
	return strings.Join(parts, fold)
}
