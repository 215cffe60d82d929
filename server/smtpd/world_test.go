package smtpd

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"latchkey/server/address"
	"latchkey/server/nodeid"
)

// letters is a mailroom that keeps what it gets in memory.
type letters struct {
	mu        sync.Mutex
	got       []letter
	fail      error                     // what Deliver answers for every recipient
	failFor   map[string]error          // or for one
	onDeliver func(ctx context.Context) // called first, when set
}

type letter struct {
	Envelope
	raw string
}

func (l *letters) Resolve(_ context.Context, to address.Address) (Recipient, error) {
	switch {
	case to.Domain() != "acme.example":
		return Recipient{}, ErrNotLocal
	case to.Local() == "broken":
		return Recipient{}, errors.New("the database is away")
	case to.Local() == "full":
		return Recipient{}, ErrMailboxFull
	case to.Local() == "nobody":
		return Recipient{}, ErrUnknownRecipient
	}
	return Recipient{Address: to, Mailbox: nodeid.ID("mbx_" + to.Local())}, nil
}

func (l *letters) Deliver(ctx context.Context, envelope Envelope, raw []byte) []error {
	if l.onDeliver != nil {
		l.onDeliver(ctx)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	errs := make([]error, len(envelope.To))
	for i, to := range envelope.To {
		errs[i] = errors.Join(l.fail, l.failFor[to.Address.Local()])
	}
	l.got = append(l.got, letter{envelope, string(raw)})
	return errs
}

func (l *letters) all() []letter {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]letter(nil), l.got...)
}

// testLimits are the real ones without the wait before the greeting.
func testLimits() Limits {
	limits := DefaultLimits()
	limits.GreetingDelay = 0
	return limits
}

type world struct {
	t       *testing.T
	server  *Server
	letters *letters
	addr    string
	log     *bytes.Buffer
}

func newWorld(t *testing.T, change func(*Options)) *world {
	t.Helper()
	w := &world{t: t, letters: &letters{}, log: &bytes.Buffer{}}
	options := Options{
		Domain: "mail.acme.example", Mailroom: w.letters, Limits: testLimits(),
		Log: slog.New(slog.NewTextHandler(&syncWriter{w: w.log}, &slog.HandlerOptions{Level: slog.LevelDebug})),
	}
	if change != nil {
		change(&options)
	}
	w.server = New(options)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w.addr = listener.Addr().String()
	served := make(chan error, 1)
	go func() { served <- w.server.Serve(listener) }()
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = w.server.Shutdown(ctx)
		if err := <-served; err != nil {
			t.Errorf("Serve: %v", err)
		}
	})
	return w
}

type syncWriter struct {
	mu sync.Mutex
	w  io.Writer
}

func (s *syncWriter) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.w.Write(b)
}

func (w *world) waitUntil(what string, done func() bool) {
	w.t.Helper()
	for deadline := time.Now().Add(5 * time.Second); !done(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			w.t.Fatalf("waited in vain until %s", what)
		}
	}
}

// client speaks to the server line by line.
type client struct {
	t    *testing.T
	conn net.Conn
	in   *bufio.Reader
}

func (w *world) dial() *client {
	w.t.Helper()
	conn, err := net.Dial("tcp", w.addr)
	if err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() { _ = conn.Close() })
	_ = conn.SetDeadline(time.Now().Add(10 * time.Second))
	return &client{w.t, conn, bufio.NewReader(conn)}
}

// hello dials and gets past EHLO.
func (w *world) hello() *client {
	w.t.Helper()
	c := w.dial()
	c.expect("220 ")
	c.do("EHLO client.example", "250 ")
	return c
}

func (c *client) send(text string) {
	c.t.Helper()
	if _, err := io.WriteString(c.conn, text); err != nil {
		c.t.Fatalf("send: %v", err)
	}
}

// expect reads one reply, of however many lines, and checks how its last begins.
func (c *client) expect(prefix string) string {
	c.t.Helper()
	for {
		line, err := c.in.ReadString('\n')
		if err != nil {
			c.t.Fatalf("want %q, got %q and %v", prefix, line, err)
		}
		if len(line) > 3 && line[3] == '-' {
			continue
		}
		if !strings.HasPrefix(line, prefix) {
			c.t.Fatalf("want %q, got %q", prefix, line)
		}
		return strings.TrimSpace(line)
	}
}

func (c *client) do(command, prefix string) {
	c.t.Helper()
	c.send(command + "\r\n")
	c.expect(prefix)
}

// expectClosed checks that the server says nothing more.
func (c *client) expectClosed() {
	c.t.Helper()
	if rest, err := io.ReadAll(c.in); err != nil || len(rest) > 0 {
		c.t.Errorf("want the connection closed, got %q and %v", rest, err)
	}
}

// envelope gets as far as 354.
func (c *client) envelope(to ...string) {
	c.t.Helper()
	c.do("MAIL FROM:<clara@garden.example>", "250 ")
	for _, address := range to {
		c.do("RCPT TO:<"+address+">", "250 ")
	}
	c.do("DATA", "354 ")
}
