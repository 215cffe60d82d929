package smtpd

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net/http/httptest"
	"net/smtp"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

const hello = "From: Clara <clara@garden.example>\r\nSubject: Hello\r\n\r\nGood morning.\r\n"

func TestARealClientsMessageArrivesWithOurTraceBeforeIt(t *testing.T) {
	w := newWorld(t, nil)
	err := smtp.SendMail(w.addr, nil, "clara@garden.example", []string{"Info@Acme.example"}, []byte(hello))
	if err != nil {
		t.Fatal(err)
	}
	got := w.letters.all()
	if len(got) != 1 {
		t.Fatalf("%d messages, want 1", len(got))
	}
	m := got[0]
	if m.From != "clara@garden.example" || len(m.To) != 1 || m.To[0].Address.String() != "info@acme.example" || m.To[0].Mailbox != "mbx_info" {
		t.Errorf("envelope: %+v", m.Envelope)
	}
	if m.raw[m.TraceBytes:] != hello {
		t.Errorf("message changed: %q", m.raw[m.TraceBytes:])
	}
	for _, want := range []string{"Return-Path: <clara@garden.example>\r\nReceived: from localhost ([127.0.0.1])\r\n\tby mail.acme.example with UTF8SMTP id " + m.ID, "\r\n\tfor <info@acme.example>;\r\n\t"} {
		if !strings.Contains(m.raw[:m.TraceBytes], want) {
			t.Errorf("trace %q lacks %q", m.raw[:m.TraceBytes], want)
		}
	}
	if strings.Contains(w.log.String(), "Good morning") {
		t.Error("the log holds the message")
	}
	if n := w.server.Counts(); n.Messages != 1 || n.Connections != 1 || n.Bytes != int64(len(m.raw)) {
		t.Errorf("counts: %+v", n)
	}
}

func TestEveryRefusalHasItsCode(t *testing.T) {
	w := newWorld(t, func(o *Options) { o.Limits.MessageBytes = 10_000 })
	c := w.hello()
	c.do("RCPT TO:<info@acme.example>", "502 ")
	c.do("MAIL FROM:<clara@garden.example> SIZE=10001", "552 5.3.4")
	c.do("MAIL FROM:<clara@garden.example> SIZE=500", "250 ")
	for to, want := range map[string]string{
		"nobody@acme.example":           "550 5.1.1",
		`"odd one"@acme.example`:        "550 5.1.1",
		"friend@elsewhere.example":      "550 5.7.1",
		"a%elsewhere.example@b.example": "550 5.7.1",
		"full@acme.example":             "452 4.2.2",
		"broken@acme.example":           "451 4.3.0",
	} {
		c.do("RCPT TO:<"+to+">", want)
	}
	c.do("DATA", "502 ")
	c.do("NOOP", "250 ")
	if n := len(w.letters.all()); n != 0 {
		t.Errorf("%d messages delivered", n)
	}
}

func TestNothingIsAcknowledgedThatIsNotDurable(t *testing.T) {
	w := newWorld(t, nil)
	w.letters.fail = errors.New("disk full at /secret/path")
	c := w.hello()
	c.envelope("info@acme.example", "support@acme.example")
	c.send(hello + ".\r\n")
	if got := c.expect("451 4.3.0"); strings.Contains(got, "secret") {
		t.Errorf("the reply tells our insides: %q", got)
	}
	w.letters.fail = nil
	w.letters.failFor = map[string]error{"support": ErrUnknownRecipient}
	c.envelope("info@acme.example", "support@acme.example")
	c.send(hello + ".\r\n")
	c.expect("550 5.1.1") // one answer for both: a failure is never hidden
}

func TestAPanicOfTheMailroomCostsOneConnection(t *testing.T) {
	w := newWorld(t, nil)
	w.letters.onDeliver = func(context.Context) { panic("a defect") }
	c := w.hello()
	c.envelope("info@acme.example")
	c.send(hello + ".\r\n")
	c.expect("421 ")
	c.expectClosed()
	w.letters.onDeliver = nil
	if err := smtp.SendMail(w.addr, nil, "clara@garden.example", []string{"info@acme.example"}, []byte(hello)); err != nil {
		t.Error(err)
	}
	w.waitUntil("nothing is held", func() bool { return w.server.held.now.Load() == 0 })
}

func TestABlindRecipientIsNotNamed(t *testing.T) {
	w := newWorld(t, nil)
	c := w.hello()
	c.envelope("info@acme.example", "support@acme.example", "INFO@acme.example")
	c.send(hello + ".\r\n")
	c.expect("250 ")
	m := w.letters.all()[0]
	if len(m.To) != 2 {
		t.Errorf("recipients %v, want each once", m.To)
	}
	if strings.Contains(m.raw, "support@") {
		t.Errorf("a recipient is named in %q", m.raw)
	}
}

func TestAMalformedMessageIsKeptWhole(t *testing.T) {
	for name, raw := range map[string]string{
		"no header":           "just words\r\n",
		"empty":               "",
		"bytes and NUL":       "Subject: \x00\xff\xfe\r\n\r\n\x00\r\n",
		"bare line ends":      "Subject: old\n\nline\rline\n\r\n",
		"a very long line":    "Subject: long\r\n\r\n" + strings.Repeat("x", 200_000) + "\r\n",
		"leading dots":        "Subject: dots\r\n\r\n.one\r\n..two\r\n",
		"a broken boundary":   "Content-Type: multipart/mixed; boundary=\"a\r\n\r\n--a\r\n",
		"a forged Received":   "Received: from nowhere\r\nReturn-Path: <x@y.example>\r\n\r\n.\x00\r\n",
		"only dots and ends ": "...\r\n",
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, nil)
			c := w.hello()
			c.envelope("info@acme.example")
			lines := strings.Split(raw, "\r\n")
			for i, line := range lines {
				if strings.HasPrefix(line, ".") {
					lines[i] = "." + line
				}
			}
			c.send(strings.Join(lines, "\r\n") + ".\r\n")
			c.expect("250 ")
			if m := w.letters.all()[0]; m.raw[m.TraceBytes:] != raw {
				t.Errorf("got %.80q, want %.80q", m.raw[m.TraceBytes:], raw)
			}
		})
	}
}

func TestSmuggledMessagesAreRefused(t *testing.T) {
	for _, end := range []string{"\n.\n", "\n.\r\n", "\r.\r\n", "\r\n.\n", "\r.\r", "\r\n.\r\x00"} {
		t.Run(fmt.Sprintf("%q", end), func(t *testing.T) {
			w := newWorld(t, nil)
			c := w.hello()
			c.envelope("info@acme.example")
			c.send("Subject: one\r\n\r\nbody" + end + "MAIL FROM:<ceo@acme.example>\r\nRCPT TO:<info@acme.example>\r\nDATA\r\nSubject: two\r\n\r\nforged\r\n.\r\n")
			if end == "\r\n.\n" || end == "\r\n.\r\x00" {
				// The engine takes the dot for stuffing, so that nothing is hidden.
				c.expect("250 ")
			} else {
				c.expect("554 5.6.0")
			}
			c.do("NOOP", "250 ")
			if n := len(w.letters.all()); n > 1 {
				t.Errorf("%d messages came of one", n)
			}
		})
	}
}

func TestPipelinedCommandsAndChunksAreTaken(t *testing.T) {
	w := newWorld(t, nil)
	c := w.hello()
	c.send("MAIL FROM:<a@b.example> BODY=8BITMIME\r\nRCPT TO:<info@acme.example>\r\nRCPT TO:<nobody@acme.example>\r\nDATA\r\n")
	for _, want := range []string{"250 ", "250 ", "550 5.1.1", "354 "} {
		c.expect(want)
	}
	c.send(hello + ".\r\nMAIL FROM:<> SMTPUTF8\r\nRCPT TO:<info@acme.example>\r\nBDAT 10\r\n0123456789BDAT 5 LAST\r\n.\r\n.xQUIT\r\n")
	for _, want := range []string{"250 ", "250 ", "250 ", "250 ", "250 ", "221 "} {
		c.expect(want)
	}
	got := w.letters.all()
	if len(got) != 2 || got[1].raw[got[1].TraceBytes:] != "0123456789.\r\n.x" || got[1].From != "" || !got[1].UTF8 {
		t.Errorf("got %+v", got)
	}
}

func TestGarbageGetsAnErrorAndThenTheDoor(t *testing.T) {
	w := newWorld(t, nil)
	c := w.dial()
	c.expect("220 ")
	c.do("\x00\xff\x80garbage", "501 ")
	c.do("GET / HTTP/1.1", "501 ")
	c.do("", "500 ")
	c.do("XYZZ hello", "500 ")
	c.expect("500 5.5.1")
	c.expectClosed()
	if strings.Contains(w.log.String(), "panic") {
		t.Error(w.log.String())
	}
}

func TestSTARTTLSIsOfferedAndKeepsEveryLimit(t *testing.T) {
	certificate := httptest.NewUnstartedServer(nil)
	certificate.StartTLS()
	defer certificate.Close()
	w := newWorld(t, func(o *Options) { o.TLS = certificate.TLS; o.Limits.MessageBytes = 50_000 })
	dial := func() *smtp.Client {
		c, err := smtp.Dial(w.addr)
		if err != nil {
			t.Fatal(err)
		}
		if err := c.StartTLS(&tls.Config{InsecureSkipVerify: true}); err != nil {
			t.Fatal(err)
		}
		return c
	}
	send := func(c *smtp.Client, text string) error {
		if err := errors.Join(c.Mail("clara@garden.example"), c.Rcpt("info@acme.example")); err != nil {
			t.Fatal(err)
		}
		data, err := c.Data()
		if err != nil {
			t.Fatal(err)
		}
		_, err = data.Write([]byte(text))
		return errors.Join(err, data.Close())
	}
	if err := send(dial(), hello); err != nil {
		t.Fatal(err)
	}
	if m := w.letters.all()[0]; !m.TLS || !strings.Contains(m.raw, "with UTF8SMTPS id") {
		t.Errorf("not marked as encrypted: %+v", m)
	}
	if err := send(dial(), strings.Repeat("too long\r\n", 6000)); err == nil || !strings.Contains(err.Error(), "5.3.4") {
		t.Errorf("too large: %v", err)
	}
	idle := dial()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	go func() { _ = idle.Noop(); _ = idle.Close() }()
	if err := w.server.Shutdown(ctx); err != nil {
		t.Error(err)
	}
}

func TestSwaksIsServed(t *testing.T) {
	swaks, err := exec.LookPath("swaks")
	if err != nil {
		if os.Getenv("LATCHKEY_TEST_STRICT") == "1" {
			t.Fatal("swaks is not installed")
		}
		t.Skip("swaks is not installed: apt-get install swaks")
	}
	smtpWorld := newWorld(t, nil)
	lmtpWorld := newWorld(t, func(o *Options) { o.Protocol = LMTP; o.Limits = LocalLimits() })
	for protocol, w := range map[string]*world{"ESMTP": smtpWorld, "LMTP": lmtpWorld} {
		out, err := exec.Command(swaks, "--protocol", protocol, "--server", w.addr, "--from", "clara@garden.example",
			"--to", "info@acme.example,support@acme.example", "--header", "Subject: Grüße").CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%s", protocol, err, out)
		}
		if got := w.letters.all(); len(got) != 1 || len(got[0].To) != 2 {
			t.Errorf("%s: got %+v", protocol, got)
		}
	}
}
