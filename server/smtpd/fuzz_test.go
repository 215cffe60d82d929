package smtpd

import (
	"context"
	"io"
	"log/slog"
	"net"
	"strings"
	"testing"
	"time"
)

// oneConn is a listener that yields one connection.
type oneConn struct {
	conns chan net.Conn
	addr  net.Addr
}

func (l *oneConn) Accept() (net.Conn, error) {
	if c, ok := <-l.conns; ok {
		return c, nil
	}
	return nil, net.ErrClosed
}
func (l *oneConn) Close() error   { return nil }
func (l *oneConn) Addr() net.Addr { return l.addr }

// FuzzSession feeds a session whatever bytes there are. It must not panic or
// hang, must answer in SMTP, and must deliver only what ended properly.
func FuzzSession(f *testing.F) {
	f.Add("EHLO a\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<info@acme.example>\r\nDATA\r\nhi\r\n.\r\nQUIT\r\n")
	f.Add("EHLO a\r\nMAIL FROM:<> SIZE=1 SMTPUTF8 BODY=BINARYMIME\r\nRCPT TO:<info@acme.example>\r\nBDAT 3\r\nabcBDAT 0 LAST\r\nRSET\r\n")
	f.Add("EHLO a\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<info@acme.example>\r\nBDAT 0\r\nRSET\r\nMAIL FROM:<>\r\nDATA\r\n")
	f.Add("HELO \x00\r\nMAIL FROM:<\"a\r\"@b>\r\nRCPT TO:<\xff@acme.example>\r\n\r\n\n\n.\r\n")
	f.Fuzz(func(t *testing.T, input string) {
		limits := testLimits()
		limits.MessageBytes, limits.LineBytes, limits.ReadTimeout = 10_000, 5000, time.Second
		letters := &letters{}
		log := &strings.Builder{}
		server := New(Options{Domain: "mail.acme.example", Mailroom: letters, Limits: limits, Log: slog.New(slog.NewTextHandler(&syncWriter{w: log}, nil))})
		ours, theirs := net.Pipe()
		listener := &oneConn{conns: make(chan net.Conn, 1), addr: ours.LocalAddr()}
		listener.conns <- theirs
		go func() { _ = server.Serve(listener) }()
		answers := make(chan string, 1)
		go func() {
			said, _ := io.ReadAll(ours)
			answers <- string(said)
		}()
		_ = ours.SetWriteDeadline(time.Now().Add(5 * time.Second))
		_, _ = io.WriteString(ours, input)
		// What is half said waits for its rest; closing is the rest.
		time.Sleep(time.Millisecond)
		_ = ours.Close()
		close(listener.conns)
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		if err := server.Shutdown(ctx); err != nil {
			t.Fatalf("hangs: %v", err)
		}
		for line := range strings.SplitSeq(strings.TrimSuffix(<-answers, "\r\n"), "\r\n") {
			if len(line) > 0 && (len(line) < 4 || line[0] < '2' || line[0] > '5') {
				t.Errorf("answered %q", line)
			}
		}
		if strings.Contains(log.String(), "panic") {
			t.Error(log.String())
		}
		for _, m := range letters.all() {
			if len(m.To) == 0 || m.TraceBytes == 0 || strings.Count(m.raw[:m.TraceBytes], "\n") != 5-min(1, len(m.To)-1) {
				t.Errorf("delivered %+v", m)
			}
		}
	})
}
