package smtpd

import (
	"bufio"
	"errors"
	"net"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func newLMTP(t *testing.T, change func(*Options)) *world {
	return newWorld(t, func(o *Options) {
		o.Protocol, o.Limits = LMTP, LocalLimits()
		if change != nil {
			change(o)
		}
	})
}

func TestLMTPAnswersForEachRecipient(t *testing.T) {
	w := newLMTP(t, nil)
	w.letters.failFor = map[string]error{"support": errors.New("trouble"), "billing": ErrMailboxFull}
	c := w.dial()
	c.expect("220 ")
	c.do("EHLO mta.example", "500 ")
	c.do("LHLO mta.example", "250 ")
	c.envelope("info@acme.example", "support@acme.example", "billing@acme.example", "info@acme.example")
	c.send(hello + ".\r\n")
	for _, want := range []string{"250 ", "451 4.3.0", "452 4.2.2", "250 "} {
		c.expect(want)
	}
	c.do("MAIL FROM:<>", "250 ")
	c.do("RCPT TO:<info@acme.example>", "250 ")
	c.do("RCPT TO:<support@acme.example>", "250 ")
	c.send("BDAT 3 LAST\r\nhi\n")
	c.expect("250 ")
	c.expect("451 4.3.0")
	c.do("QUIT", "221 ")
	if got := w.letters.all(); len(got) != 2 || len(got[0].To) != 3 {
		t.Errorf("got %+v", got)
	}
}

func TestLMTPSaysTooLargeForEachRecipient(t *testing.T) {
	w := newLMTP(t, func(o *Options) { o.Limits.MessageBytes = 100 })
	c := w.dial()
	c.expect("220 ")
	c.do("LHLO mta.example", "250 ")
	c.envelope("info@acme.example", "support@acme.example")
	c.send(string(make([]byte, 500)))
	c.expect("552 5.3.4")
	c.expect("552 5.3.4")
	c.expectClosed()
}

func TestLMTPIsServedOverAUnixSocket(t *testing.T) {
	w := newLMTP(t, func(o *Options) { o.Limits = testLimits() }) // with limits for each address, which a socket has none of
	path := filepath.Join(t.TempDir(), "lmtp")
	listener, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	go func() { _ = w.server.Serve(listener) }()
	for range w.server.Limits.ConnectionsPerAddress + 1 {
		conn, err := net.Dial("unix", path)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = conn.Close() }()
		_ = conn.SetDeadline(time.Now().Add(10 * time.Second))
		c := &client{t, conn, bufio.NewReader(conn)}
		c.expect("220 ")
		c.do("LHLO mta.example", "250 ")
		c.envelope("info@acme.example")
		c.send(hello + ".\r\n")
		c.expect("250 ")
	}
	if m := w.letters.all()[0]; m.Remote.IsValid() || !strings.Contains(m.raw, "Received: from mta.example\r\n\tby mail.acme.example with LMTP id") {
		t.Errorf("trace: %q", m.raw[:m.TraceBytes])
	}
}
