package message

import (
	"bytes"
	"io"
	"mime/quotedprintable"
	"strings"
)

// Bytes decodes the part's transfer encoding (RFC 2045 §6). It never fails: what does
// not decode stays as it was sent. The result may share memory with the message.
func (p *Part) Bytes() []byte {
	switch p.encoding {
	case "base64":
		return decodeBase64(p.content())
	case "quoted-printable":
		return decodeQuotedPrintable(p.content())
	case "uuencode":
		return decodeUU(p.content())
	}
	return p.content()
}

// Open reads the decoded bytes.
func (p *Part) Open() io.Reader { return bytes.NewReader(p.Bytes()) }

// Size is the number of decoded bytes. For base64 it is counted without decoding.
func (p *Part) Size() int {
	switch p.encoding {
	case "base64":
		return base64Size(p.content())
	case "", "7bit", "8bit", "binary":
		return p.end - p.body
	}
	return len(p.Bytes())
}

// transferEncoding reads the field as senders write it: quoted, with a comment, in
// capitals, and uuencode by any of its names.
func transferEncoding(h Header) string {
	v, _ := h.Raw("Content-Transfer-Encoding")
	s := strings.ToLower(strings.Trim(string(unfold(v)), `"'; `))
	if i := strings.IndexAny(s, " ;(\t"); i > 0 {
		s = s[:i]
	}
	switch s {
	case "uuencode", "x-uuencode", "x-uue", "uue":
		return "uuencode"
	case "quoted_printable", "quotedprintable", "qp":
		return "quoted-printable"
	}
	return s
}

func knownEncoding(e string) bool {
	switch e {
	case "", "7bit", "8bit", "binary", "base64", "quoted-printable", "uuencode":
		return true
	}
	return false
}

// decodeQuotedPrintable takes the standard decoder where the text is sound; else it
// goes on past damage and leaves what is no escape as it stands.
func decodeQuotedPrintable(b []byte) []byte {
	if d, err := io.ReadAll(quotedprintable.NewReader(bytes.NewReader(b))); err == nil {
		return d
	}
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		if b[i] != '=' {
			out = append(out, b[i])
			continue
		}
		if skip, ok := softBreak(b[i+1:]); ok {
			i += skip
			continue
		}
		if c, ok := hexPair(b[i+1:]); ok {
			out = append(out, c)
			i += 2
			continue
		}
		out = append(out, '=')
	}
	return out
}

// softBreak says how many bytes after "=" belong to a soft line break.
func softBreak(b []byte) (n int, ok bool) {
	for n < len(b) && (b[n] == ' ' || b[n] == '\t') {
		n++
	}
	if n < len(b) && b[n] == '\r' {
		n++
	}
	if n == len(b) {
		return n, true
	}
	return n + 1, b[n] == '\n'
}

func hexPair(b []byte) (byte, bool) {
	if len(b) < 2 {
		return 0, false
	}
	high, low := unhex(b[0]), unhex(b[1])
	return byte(high<<4 | low), high >= 0 && low >= 0
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
