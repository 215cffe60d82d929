package smtpd

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"latchkey/server/mail/corpustest"
)

// crlf gives a message the line ends that it has on the wire.
func crlf(raw []byte) []byte {
	lf := bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n"))
	wire := bytes.ReplaceAll(lf, []byte("\n"), []byte("\r\n"))
	if !bytes.HasSuffix(wire, []byte("\r\n")) {
		wire = append(wire, '\r', '\n')
	}
	return wire
}

func dotStuff(wire []byte) []byte {
	stuffed := bytes.ReplaceAll(wire, []byte("\r\n."), []byte("\r\n.."))
	if bytes.HasPrefix(stuffed, []byte(".")) {
		stuffed = append([]byte("."), stuffed...)
	}
	return stuffed
}

// deliver sends a message as a client does, and returns the answer and a
// client for the next: the server may hang up after answering.
func (w *world) deliver(c *client, message []byte) (answer string, next *client) {
	w.t.Helper()
	_ = c.conn.SetDeadline(time.Now().Add(10 * time.Second))
	c.envelope("info@acme.example")
	c.send(string(dotStuff(message)) + ".\r\n")
	answer = c.expect("")
	if c.send("NOOP\r\n"); !c.lives() {
		_ = c.conn.Close()
		return answer, w.hello()
	}
	return answer, c
}

func (c *client) lives() bool {
	line, err := c.in.ReadString('\n')
	return err == nil && strings.HasPrefix(line, "250 ")
}

func TestEveryRealMessageArrivesAsItWasSent(t *testing.T) {
	messages := corpustest.Messages(t)
	w := newWorld(t, func(o *Options) { o.Limits.MessagesPerConnection, o.Limits.MessagesPerSecond = 0, 0 })
	c, answer := w.hello(), ""
	for _, m := range messages {
		if answer, c = w.deliver(c, crlf(m.Raw)); !strings.HasPrefix(answer, "250 ") {
			t.Errorf("%s: %s", m.Name, answer)
		}
	}
	got := w.letters.all()
	if len(got) != len(messages) {
		t.Fatalf("%d of %d arrived", len(got), len(messages))
	}
	for i, m := range messages {
		if got[i].raw[got[i].TraceBytes:] != string(crlf(m.Raw)) {
			t.Errorf("%s was changed", m.Name)
		}
	}
}

func TestEveryMixOfLineEndsAndDotsArrivesOrIsRefused(t *testing.T) {
	for _, protocol := range []Protocol{SMTP, LMTP} {
		w := newWorld(t, func(o *Options) {
			o.Protocol = protocol
			o.Limits.MessagesPerConnection, o.Limits.MessagesPerSecond = 0, 0
		})
		rapid.Check(t, func(t *rapid.T) {
			message := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"\r", "\n", "\r\n", ".", "x"})).Draw(t, "message"), "") + "\r\n"
			c := w.dial()
			_ = c.conn.SetDeadline(time.Now().Add(2 * time.Second))
			defer func() { _ = c.conn.Close() }()
			c.expect("220 ")
			c.do(map[Protocol]string{SMTP: "EHLO", LMTP: "LHLO"}[protocol]+" a.example", "250 ")
			c.envelope("info@acme.example")
			before := len(w.letters.all())
			c.send(string(dotStuff([]byte(message))) + ".\r\n")
			answer, got := c.expect(""), w.letters.all()
			if refused := hasLoneDot([]byte(message)); refused != strings.HasPrefix(answer, "554 5.6.0") || refused != (len(got) == before) {
				t.Fatalf("%q: %s", message, answer)
			}
			if len(got) > before && got[before].raw[got[before].TraceBytes:] != message {
				t.Fatalf("sent %q, got %q", message, got[before].raw[got[before].TraceBytes:])
			}
		})
	}
}
