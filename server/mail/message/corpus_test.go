package message_test

import (
	"bytes"
	"io"
	"testing"

	"latchkey/server/mail/corpustest"
	"latchkey/server/mail/message"
)

func TestEveryMessageOfTheCorporaIsReadWhole(t *testing.T) {
	for _, f := range corpustest.Messages(t) {
		for name, raw := range lineEndings(f) {
			m := message.Parse(raw)
			checkSound(t, name, m)
			readEverything(m)
		}
	}
}

// lineEndings gives a message as it is and with the line ends of SMTP.
func lineEndings(f corpustest.File) map[string][]byte {
	lf := bytes.ReplaceAll(f.Raw, []byte("\r\n"), []byte("\n"))
	return map[string][]byte{
		f.Name:           f.Raw,
		f.Name + " CRLF": bytes.ReplaceAll(lf, []byte("\n"), []byte("\r\n")),
	}
}

// checkSound states what holds for every message, however broken.
func checkSound(t testing.TB, name string, m *message.Message) {
	t.Helper()
	if len(m.Parts()) > message.MaxParts {
		t.Errorf("%s: %d parts", name, len(m.Parts()))
	}
	end := 0 // leaves come in order and share no byte
	for _, p := range m.Parts() {
		header, body, stop := p.Offsets()
		if header > body || body > stop || stop > len(m.Raw()) {
			t.Fatalf("%s: part %q has offsets %d, %d, %d", name, p.ID, header, body, stop)
		}
		if p.IsContainer() {
			continue
		}
		if header < end {
			t.Errorf("%s: part %q begins inside the one before", name, p.ID)
		}
		end = stop
		if m.Part(p.ID) != p {
			t.Errorf("%s: part %q is not found by its id", name, p.ID)
		}
		if got := len(p.Bytes()); got != p.Size() {
			t.Errorf("%s: part %q has size %d, but %d bytes", name, p.ID, p.Size(), got)
		}
	}
	checkNothingLost(t, name, m)
}

// checkNothingLost: each leaf is shown or offered as a file.
func checkNothingLost(t testing.TB, name string, m *message.Message) {
	t.Helper()
	reachable := map[string]bool{}
	body := m.Body()
	for _, p := range append(body.Text, body.HTML...) {
		if p.MediaType == "text/plain" || p.MediaType == "text/html" {
			reachable[p.ID] = true
		}
	}
	for _, a := range m.Attachments() {
		reachable[a.PartID] = true
	}
	for _, p := range m.Parts() {
		empty := len(bytes.TrimSpace(p.Bytes())) == 0
		if !p.IsContainer() && !reachable[p.ID] && !empty {
			t.Errorf("%s: part %q (%s) is neither shown nor offered", name, p.ID, p.MediaType)
		}
	}
}

// readEverything calls all that decodes, for its panics.
func readEverything(m *message.Message) {
	_, _, _, _ = m.Subject(), m.Date(), m.MessageID(), m.InReplyTo()
	_, _, _, _, _, _ = m.From(), m.To(), m.Cc(), m.Bcc(), m.ReplyTo(), m.Sender()
	_, _, _, _, _ = m.References(), m.Text(), m.Snippet(100), m.PlainText(), m.HTML()
	for _, a := range m.Attachments() {
		_, _ = io.Copy(io.Discard, m.Part(a.PartID).Open())
		_ = m.PartByContentID(a.ContentID)
	}
	for _, p := range m.Parts() {
		_ = p.Text()
		if nested := p.Nested(); nested != nil {
			_ = nested.Text()
		}
	}
}
