package outbound

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"
)

// relayServer is a mail server that takes mail for everybody but a few.
type relayServer struct {
	t          *testing.T
	addr       string
	tls        *tls.Config // trusts the server
	mu         sync.Mutex
	got        []string
	to         []string
	signedInAs string
	encrypted  bool
	dataError  error
}

func newRelayServer(t *testing.T, encrypt bool) *relayServer {
	t.Helper()
	r := &relayServer{t: t}
	server := smtp.NewServer(smtp.BackendFunc(func(c *smtp.Conn) (smtp.Session, error) {
		_, encrypted := c.TLSConnectionState()
		return &relaySession{r, encrypted}, nil
	}))
	server.AllowInsecureAuth = true
	server.EnableSMTPUTF8 = true
	if encrypt {
		certificate := httptest.NewTLSServer(http.NotFoundHandler())
		t.Cleanup(certificate.Close)
		server.TLSConfig = certificate.TLS
		r.tls = certificate.Client().Transport.(*http.Transport).TLSClientConfig.Clone()
		r.tls.ServerName = "example.com" // whom the test certificate names
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	r.addr = listener.Addr().String()
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(func() { _ = server.Close() })
	return r
}

type relaySession struct {
	*relayServer
	secure bool
}

func (s *relaySession) AuthMechanisms() []string { return []string{sasl.Plain} }
func (s *relaySession) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, username, password string) error {
		if password != "p@ss word" {
			return smtp.ErrAuthFailed
		}
		s.signedInAs = username
		return nil
	}), nil
}
func (s *relaySession) Mail(string, *smtp.MailOptions) error { s.encrypted = s.secure; return nil }
func (s *relaySession) Rcpt(to string, _ *smtp.RcptOptions) error {
	switch {
	case strings.HasPrefix(to, "gone@"):
		return &smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no such user"}
	case strings.HasPrefix(to, "busy@"):
		return &smtp.SMTPError{Code: 450, EnhancedCode: smtp.EnhancedCode{4, 2, 1}, Message: "later"}
	}
	s.to = append(s.to, to)
	return nil
}
func (s *relaySession) Data(r io.Reader) error {
	raw, err := io.ReadAll(r)
	s.mu.Lock()
	defer s.mu.Unlock()
	if err == nil && s.dataError == nil {
		s.got = append(s.got, string(raw))
	}
	if s.dataError != nil {
		return s.dataError
	}
	return err
}
func (s *relaySession) Reset()        {}
func (s *relaySession) Logout() error { return nil }

func (r *relayServer) relay(url string) *Relay {
	r.t.Helper()
	relay, err := NewRelay(strings.Replace(url, "HOST", r.addr, 1))
	if err != nil {
		r.t.Fatal(err)
	}
	relay.TLS = r.tls
	return relay
}

func TestARelayGetsTheMessageEncryptedAndSignedIn(t *testing.T) {
	server := newRelayServer(t, true)
	relay := server.relay("smtp://acme:p%40ss%20word@HOST")
	raw := "Subject: Hi\n\n.dot\nbare\rcr\r\nend"
	if err := relay.Send(t.Context(), "info@acme.example", []string{"clara@garden.example", "zoë@garden.example"}, []byte(raw)); err != nil {
		t.Fatal(err)
	}
	if !server.encrypted || server.signedInAs != "acme" || len(server.to) != 2 {
		t.Errorf("encrypted %v, as %q, to %v", server.encrypted, server.signedInAs, server.to)
	}
	if want := "Subject: Hi\r\n\r\n.dot\r\nbarecr\r\nend\r\n"; len(server.got) != 1 || server.got[0] != want {
		t.Errorf("got %q, want %q", server.got, want)
	}
	if err := relay.Check(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestEveryRecipientLearnsWhetherToTryAgain(t *testing.T) {
	server := newRelayServer(t, false)
	err := server.relay("smtp://HOST").Send(t.Context(), "info@acme.example",
		[]string{"gone@garden.example", "clara@garden.example", "busy@garden.example"}, []byte("Subject: Hi\r\n\r\n"))
	var failed *Error
	if !errors.As(err, &failed) || len(failed.Failed) != 2 {
		t.Fatalf("got %v", err)
	}
	if gone := failed.Failed[0]; !gone.Permanent || gone.Code != 550 || gone.Recipient != "gone@garden.example" {
		t.Errorf("gone: %+v", gone)
	}
	if again := failed.Retry(); len(again) != 1 || again[0] != "busy@garden.example" {
		t.Errorf("again: %v", again)
	}
	if len(server.got) != 1 || len(server.to) != 1 {
		t.Errorf("the one who can be reached was not: %v", server.to)
	}
}

func TestARefusedMessageIsBouncedAndABusyServerTriedAgain(t *testing.T) {
	for code, permanent := range map[int]bool{554: true, 451: false} {
		server := newRelayServer(t, false)
		server.dataError = &smtp.SMTPError{Code: code, Message: "no"}
		relay := server.relay("smtp://HOST")
		err := relay.Send(t.Context(), "", []string{"a@b.example", "c@d.example"}, []byte("x"))
		var failed *Error
		if !errors.As(err, &failed) || len(failed.Failed) != 2 || failed.Failed[1].Permanent != permanent {
			t.Errorf("%d: got %v", code, err)
		}
	}
}

func TestAServerThatIsAwayIsTriedAgain(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	silent := listener.Addr().String()
	defer func() { _ = listener.Close() }()
	gone, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	away := gone.Addr().String()
	_ = gone.Close()
	for _, addr := range []string{silent, away} {
		relay, err := NewRelay("smtp://" + addr)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
		err = relay.Send(ctx, "info@acme.example", []string{"clara@garden.example"}, []byte("x"))
		cancel()
		var failed *Error
		if !errors.As(err, &failed) || len(failed.Retry()) != 1 {
			t.Errorf("%s: got %v", addr, err)
		}
	}
}

func TestAPasswordIsNeitherSentInTheClearNorShown(t *testing.T) {
	// Not a name that net/smtp knows for this machine, so another one to it.
	listener, err := net.Listen("tcp", "127.0.0.2:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	heard := make(chan string, 1)
	go func() {
		conn, err := listener.Accept()
		if err != nil {
			return
		}
		_, _ = io.WriteString(conn, "220 hi\r\n")
		buffer := make([]byte, 1000)
		n, _ := conn.Read(buffer)
		_, _ = io.WriteString(conn, "250-hi\r\n250 AUTH PLAIN\r\n")
		m, _ := conn.Read(buffer[n:])
		_ = conn.Close()
		heard <- string(buffer[:n+m])
	}()
	relay, err := NewRelay("smtp://acme:sesame@" + listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	if err := relay.Send(t.Context(), "a@b.example", []string{"c@d.example"}, []byte("x")); err == nil || !strings.Contains(err.Error(), "unencrypted") || strings.Contains(err.Error(), "sesame") {
		t.Errorf("got %v", err)
	}
	if said := <-heard; strings.Contains(said, "AUTH") {
		t.Errorf("the server heard %q", said)
	}
}

func TestACertificateThatIsNotTrustedStopsTheMail(t *testing.T) {
	server := newRelayServer(t, true)
	server.tls = nil
	err := server.relay("smtp://HOST").Send(t.Context(), "a@b.example", []string{"c@d.example"}, []byte("x"))
	if err == nil || !strings.Contains(err.Error(), "certificate") {
		t.Errorf("got %v", err)
	}
}

func TestARelayURLIsCheckedWithoutRepeatingIt(t *testing.T) {
	for _, bad := range []string{"", "mail.example:25", "http://mail.example", "smtp://", "smtp://u:sesame@h:x", "smtp://h/path", "smtp://u:sesame@h\x00"} {
		if _, err := NewRelay(bad); !errors.Is(err, ErrRelayURL) || strings.Contains(err.Error(), "sesame") {
			t.Errorf("%q: got %v", bad, err)
		}
	}
	for url, want := range map[string]string{"smtp://h": "h:587", "smtps://u:p@h": "h:465", "smtp://[::1]:2525": "[::1]:2525"} {
		if relay, err := NewRelay(url); err != nil || relay.Address() != want {
			t.Errorf("%q: got %v", url, err)
		}
	}
}
