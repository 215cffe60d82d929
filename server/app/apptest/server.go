// Package apptest runs the whole server in a test, with the demonstration's
// people and mail, and gives it browsers that speak GraphQL.
package apptest

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"net"
	"testing"
	"time"

	"latchkey/server/app"
	"latchkey/server/config"
	"latchkey/server/database/databasetest"
)

// Server is a running server; it stops when the test ends. An error in its log
// fails the test: whatever people send, it is no fault of the server's.
type Server struct {
	// URL is where browsers reach it, such as http://localhost:41234.
	URL string
	// SMTP is host:port.
	SMTP string
	// DatabaseURL is what it keeps everything in.
	DatabaseURL string
	// Log is all that it logged, at the level debug; empty in benchmarks.
	Log *Journal

	stop func()
}

// Each runs a test body against a server on SQLite and one on PostgreSQL.
func Each(t *testing.T, body func(t *testing.T, s *Server)) {
	t.Run("SQLite", func(t *testing.T) { body(t, Start(t, "")) })
	t.Run("PostgreSQL", func(t *testing.T) { body(t, Start(t, databasetest.PostgreSQLURL(t))) })
}

// Start runs a server with the demonstration in the database; SQLite in a
// folder of its own when databaseURL is empty. Options are further flags.
func Start(t testing.TB, databaseURL string, flags ...string) *Server {
	t.Helper()
	web := FreePort(t)
	args := append([]string{
		"--demo", "--data-dir", t.TempDir(), "--http-addr", web, "--smtp-addr", "localhost:0",
		"--database-url", databaseURL, "--log-level", "warn",
	}, flags...)
	cfg, _, err := config.Load(args, func(string) string { return "" }, io.Discard)
	if err != nil {
		t.Fatalf("configure: %v", err)
	}
	journal := &Journal{}
	a, err := app.New(t.Context(), cfg, slog.New(handler(t, journal)))
	if err != nil {
		t.Fatalf("start: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- a.Serve(ctx) }()
	s := &Server{URL: cfg.PublicURL.String(), SMTP: a.SMTPListener.Addr().String(), DatabaseURL: cfg.DatabaseURL, Log: journal}
	s.stop = func() {
		cancel()
		select {
		case err := <-ended:
			if err != nil {
				t.Errorf("serve: %v", err)
			}
		case <-time.After(time.Minute):
			t.Error("the server does not stop")
		}
	}
	t.Cleanup(func() {
		s.stop()
		for _, fault := range journal.Faults() {
			t.Errorf("the server logged a fault: %.2000s", fault)
		}
	})
	return s
}

// Stop ends the server before the test does, as SIGTERM would.
func (s *Server) Stop() {
	s.stop()
	s.stop = func() {}
}

// FreePort finds a port of localhost that nothing listens on, for what must be
// named before it is opened. It is below those that the system gives to
// connections, so that none takes it meanwhile.
func FreePort(t testing.TB) string {
	t.Helper()
	for range 100 {
		addr := fmt.Sprintf("localhost:%d", 20_000+rand.IntN(12_000))
		if l, err := net.Listen("tcp", addr); err == nil {
			_ = l.Close()
			return addr
		}
	}
	t.Fatal("no port is free")
	return ""
}
