package app_test

import (
	"bytes"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/smtp"
	"sync"
	"testing"

	"latchkey/server/app/apptest"
)

// collector keeps what arrives by OTLP. Names and values lie in it as plain text.
type collector struct {
	mu   sync.Mutex
	seen bytes.Buffer
	path string
}

func (c *collector) ServeHTTP(_ http.ResponseWriter, r *http.Request) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.path = r.URL.Path
	_, _ = io.Copy(&c.seen, r.Body)
}

func TestTracesArriveAndHoldNoSecret(t *testing.T) {
	c := &collector{}
	listening := httptest.NewServer(c)
	t.Cleanup(listening.Close)
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", listening.URL)
	s := apptest.Start(t, "")
	anna := s.SignIn(t, "anna@acme.example")
	anna.Must(t, `query WhoAmI { viewer { user { name } } }`, nil)
	if status, _ := anna.Get(t, "/iw/a-secret-token"); status != http.StatusOK {
		t.Fatalf("the page of an invitation: %d", status)
	}
	letter := []byte("Subject: hush\r\n\r\nthe body of a letter\r\n")
	if err := smtp.SendMail(s.SMTP, nil, "sender@elsewhere.example", []string{"info@acme.example"}, letter); err != nil {
		t.Fatal(err)
	}
	s.Stop() // sends what is held

	c.mu.Lock()
	defer c.mu.Unlock()
	if c.path != "/v1/traces" {
		t.Errorf("traces went to %q", c.path)
	}
	for _, want := range []string{"latchkey", "POST /graphql", "query WhoAmI", "GET /", "deliver", "mail.octets"} {
		if !bytes.Contains(c.seen.Bytes(), []byte(want)) {
			t.Errorf("no span says %q", want)
		}
	}
	for _, secret := range []string{"a-secret-token", "/iw/", "anna@", "info@", "sender@", "demo-latchkey", "hush", "the body", "127.0.0.1"} {
		if bytes.Contains(c.seen.Bytes(), []byte(secret)) {
			t.Errorf("a span holds %q", secret)
		}
	}
}

func TestWithoutAnEndpointNothingIsTraced(t *testing.T) {
	c := &collector{}
	listening := httptest.NewServer(c)
	t.Cleanup(listening.Close)
	_, port, _ := net.SplitHostPort(listening.Listener.Addr().String())
	t.Setenv("OTEL_EXPORTER_OTLP_HEADERS", "x="+port) // any other variable turns nothing on
	s := apptest.Start(t, "")
	s.SignIn(t, "anna@acme.example")
	s.Stop()
	if c.seen.Len() > 0 {
		t.Error("something was sent")
	}
}
