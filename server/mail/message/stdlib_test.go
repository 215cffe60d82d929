package message_test

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"regexp"
	"strings"
	"testing"
	"time"

	"latchkey/server/mail/corpustest"
	"latchkey/server/mail/message"
)

// leaf is one part as the standard library reads it.
type leaf struct {
	mediaType, charset string
	body               []byte
}

// standard reads a message as net/mail and mime/multipart do, the common way.
func standard(raw []byte) (m *mail.Message, leaves []leaf, err error) {
	m, err = mail.ReadMessage(bytes.NewReader(withoutMboxLine(raw)))
	if err != nil {
		return nil, nil, err
	}
	err = walk(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), m.Body, &leaves)
	return m, leaves, err
}

func withoutMboxLine(raw []byte) []byte {
	if bytes.HasPrefix(raw, []byte("From ")) {
		_, raw, _ = bytes.Cut(raw, []byte("\n"))
	}
	return raw
}

func walk(contentType, encoding string, body io.Reader, leaves *[]leaf) error {
	mediaType, params := "text/plain", map[string]string{}
	if contentType != "" {
		var err error
		if mediaType, params, err = mime.ParseMediaType(contentType); err != nil {
			return err
		}
	}
	if strings.HasPrefix(mediaType, "multipart/") {
		parts := multipart.NewReader(body, params["boundary"])
		for {
			p, err := parts.NextRawPart()
			if err == io.EOF {
				return nil
			}
			if err != nil {
				return err
			}
			if err := walk(p.Header.Get("Content-Type"), p.Header.Get("Content-Transfer-Encoding"), p, leaves); err != nil {
				return err
			}
		}
	}
	switch strings.ToLower(encoding) {
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	}
	b, err := io.ReadAll(body)
	*leaves = append(*leaves, leaf{mediaType, params["charset"], b})
	return err
}

func TestWhatTheStandardLibraryFindsIsFound(t *testing.T) {
	compared := 0
	for _, f := range corpustest.Real(t) {
		std, leaves, err := standard(f.Raw)
		if err != nil {
			continue // it is stricter than we are
		}
		compared++
		m := message.Parse(f.Raw)
		if what := difference(m, std, leaves); what != "" {
			t.Errorf("%s: %s; defects %q", f.Name, what, m.Defects())
		}
	}
	t.Logf("%d messages compared", compared)
}

func difference(m *message.Message, std *mail.Message, leaves []leaf) string {
	have := map[string]bool{}
	for _, p := range m.Parts() {
		have[string(bytes.TrimRight(p.Bytes(), "\r\n"))] = true
	}
	text := m.Text()
	for _, l := range leaves {
		if len(bytes.TrimSpace(l.body)) > 0 && !have[string(bytes.TrimRight(l.body, "\r\n"))] {
			return "a part of type " + l.mediaType + " has other bytes"
		}
		shifting := strings.HasPrefix(strings.ToLower(l.charset), "iso-2022") // ASCII bytes are other letters
		if l.mediaType == "text/plain" && !shifting && len(text) < message.MaxSearchBytes/2 {
			if word := missingWord(l.body, text); word != "" {
				return "the word " + word + " is lost"
			}
		}
	}
	want, err := std.Header.Date()
	named := strings.Trim(want.Location().String(), "+-0123456789") != "" // time.Parse takes unknown names for UTC
	if err == nil && !named && !m.Date().Equal(want) {
		return "date " + m.Date().String() + ", not " + want.String()
	}
	if want, err := std.Header.AddressList("To"); err == nil && len(want) != len(m.To()) {
		return "other recipients"
	}
	return ""
}

var asciiWord = regexp.MustCompile(`[A-Za-z0-9]{3,}`)

// missingWord looks for ASCII words only, which are the same in almost all charsets.
func missingWord(body []byte, text string) string {
	for _, word := range asciiWord.FindAllString(string(body), -1) {
		if !strings.Contains(text, word) {
			return word
		}
	}
	return ""
}

// BenchmarkParse reads the real corpus whole (headers, structure, every part decoded),
// by turns with net/mail and mime/multipart, and reports how many times faster it is.
func BenchmarkParse(b *testing.B) {
	corpus := corpustest.Real(b)
	var bytesRead int64
	for _, f := range corpus {
		bytesRead += int64(len(f.Raw))
	}
	b.SetBytes(bytesRead)
	b.ReportAllocs()
	var ours, theirs, index time.Duration
	for b.Loop() {
		start := time.Now()
		for _, f := range corpus {
			readAsStandard(message.Parse(f.Raw))
		}
		ours += time.Since(start)
		b.StopTimer()
		start = time.Now()
		for _, f := range corpus {
			if m, _, err := standard(f.Raw); err == nil {
				_, _ = m.Header.AddressList("From")
				_, _ = m.Header.AddressList("To")
				_, _ = m.Header.Date()
			}
		}
		theirs += time.Since(start)
		start = time.Now()
		for _, f := range corpus {
			message.Parse(f.Raw)
		}
		index += time.Since(start)
		b.StartTimer()
	}
	b.ReportMetric(float64(len(corpus)*b.N)/ours.Seconds(), "messages/s")
	b.ReportMetric(theirs.Seconds()/ours.Seconds(), "times-stdlib")
	b.ReportMetric(theirs.Seconds()/index.Seconds(), "times-stdlib-index-only")
}

// readAsStandard reads of a message what the standard library is made to read.
func readAsStandard(m *message.Message) {
	_, _, _ = m.From(), m.To(), m.Date()
	for _, p := range m.Parts() {
		if !p.IsContainer() {
			_ = p.Bytes()
		}
	}
}

// BenchmarkDeliver reads what delivery stores: headers, snippet, attachments, words.
func BenchmarkDeliver(b *testing.B) {
	corpus := corpustest.Real(b)
	for b.Loop() {
		for _, f := range corpus {
			m := message.Parse(f.Raw)
			_, _, _, _, _, _ = m.Subject(), m.From(), m.To(), m.Cc(), m.Date(), m.References()
			_, _, _ = m.Snippet(200), m.Attachments(), m.Text()
		}
	}
	b.ReportMetric(float64(len(corpus)*b.N)/b.Elapsed().Seconds(), "messages/s")
}
