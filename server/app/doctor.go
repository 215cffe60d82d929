package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"latchkey/server/clock"
	"latchkey/server/config"
	"latchkey/server/database"
	"latchkey/server/outbound"
	"latchkey/server/place"
	"latchkey/server/push"
)

// checkWithin bounds each of doctor's looks at another machine.
const checkWithin = 10 * time.Second

// errUnhealthy makes `latchkey doctor` exit with 1; what is wrong was printed.
var errUnhealthy = errors.New("something is wrong: see above")

// finding is what a check says: fine, or what is wrong and what would help.
type finding struct {
	warning bool
	err     error
	note    string
}

// Doctor checks every setting and prints a line for each. It changes nothing.
func Doctor(ctx context.Context, cfg *config.Config, w io.Writer) error {
	checks := []struct {
		name  string
		check func(context.Context, *config.Config) finding
	}{
		{"DATA_DIR", checkDataDir},
		{"SECRET_KEY", checkSecretKey},
		{"DATABASE_URL", checkDatabase},
		{"BLOB_URL", checkBlobs},
		{"NATS_URL", checkNATS},
		{"HTTP_ADDR", func(_ context.Context, c *config.Config) finding { return checkPort(c.HTTPAddr) }},
		{"PUBLIC_URL", checkPublicURL},
		{"SMTP_ADDR", func(_ context.Context, c *config.Config) finding { return checkPort(c.SMTPAddr) }},
		{"LMTP_ADDR", func(_ context.Context, c *config.Config) finding { return checkPort(c.LMTPAddr) }},
		{"RELAY_URL", checkRelay},
		{"GEOIP_DATABASE", checkGeoIPDatabase},
	}
	healthy := true
	for _, c := range checks {
		bounded, cancel := context.WithTimeout(ctx, checkWithin)
		found := c.check(bounded, cfg)
		cancel()
		mark, text := "ok  ", found.note
		switch {
		case found.err != nil:
			mark, text, healthy = "FAIL", found.err.Error(), false
		case found.warning:
			mark = "warn"
		}
		_, _ = fmt.Fprintf(w, "%s  %-14s  %s\n", mark, c.name, text)
	}
	if !healthy {
		return errUnhealthy
	}
	return nil
}

func checkDataDir(_ context.Context, c *config.Config) finding {
	return checkFolder(c.DataDir)
}

func checkBlobs(_ context.Context, c *config.Config) finding {
	return checkFolder(c.BlobDir)
}

// checkFolder accepts a folder that is not there yet, if it can be made.
func checkFolder(path string) finding {
	existing := path
	for {
		info, err := os.Stat(existing)
		if err == nil && !info.IsDir() {
			return finding{err: fmt.Errorf("%s is a file; it must be a folder", existing)}
		}
		if err == nil {
			break
		}
		parent := filepath.Dir(existing)
		if parent == existing {
			return finding{err: err}
		}
		existing = parent
	}
	probe, err := os.CreateTemp(existing, ".latchkey-doctor-*")
	if err != nil {
		return finding{err: fmt.Errorf("can't write to %s: %w", existing, err)}
	}
	_ = probe.Close()
	_ = os.Remove(probe.Name())
	if existing != path {
		return finding{note: path + " will be made"}
	}
	return finding{note: path}
}

func checkSecretKey(_ context.Context, c *config.Config) finding {
	if c.SecretKey != nil {
		return finding{note: "given"}
	}
	path := filepath.Join(c.DataDir, "secret.key")
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return finding{note: "will be made and kept in " + path}
	case err != nil:
		return finding{err: err}
	case info.Mode().Perm()&0o077 != 0:
		return finding{err: fmt.Errorf("others can read %s: chmod 600 it", path)}
	}
	kept := *c
	if err := kept.EnsureSecretKey(); err != nil {
		return finding{err: err}
	}
	return finding{note: "kept in " + path}
}

func checkDatabase(ctx context.Context, c *config.Config) finding {
	if path, isFile := strings.CutPrefix(c.DatabaseURL, "sqlite://"); isFile {
		if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
			return finding{note: path + " will be made"}
		}
	}
	store, err := database.Open(ctx, c.DatabaseURL, clock.System(), database.Unmigrated())
	if err != nil {
		return finding{err: fmt.Errorf("can't open the database: %w", err)}
	}
	defer func() { _ = store.Close() }()
	if err := store.Ping(ctx); err != nil {
		return finding{err: fmt.Errorf("the database does not answer: %w", err)}
	}
	return finding{note: "answers (" + store.Dialect() + ")"}
}

func checkNATS(_ context.Context, c *config.Config) finding {
	if c.NATSURL == "" {
		return finding{note: "runs inside this process"}
	}
	broker, err := push.OpenBroker(c.NATSURL, slog.New(slog.DiscardHandler))
	if err != nil {
		return finding{err: fmt.Errorf("can't reach NATS: %w", err)}
	}
	defer broker.Close()
	if !broker.Connected() { // it goes on trying in the background
		return finding{err: errors.New("NATS does not answer there, or refuses us")}
	}
	return finding{note: "answers"}
}

func checkPort(addr string) finding {
	if addr == "" {
		return finding{note: "closed"}
	}
	network := "tcp"
	if path, isSocket := strings.CutPrefix(addr, "unix:"); isSocket {
		network, addr = "unix", path
	}
	l, err := net.Listen(network, addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return finding{warning: true, note: addr + " is in use: by a Latchkey that runs already, or by something else"}
	}
	if err != nil {
		return finding{err: fmt.Errorf("can't listen: %w", err)}
	}
	_ = l.Close()
	return finding{note: addr + " is free"}
}

func checkPublicURL(_ context.Context, c *config.Config) finding {
	host := c.PublicURL.Hostname()
	switch {
	case net.ParseIP(host) != nil:
		return finding{warning: true, note: c.PublicURL.String() + ": use a host name, passkeys need one"}
	case c.PublicURL.Scheme == "http" && host != "localhost":
		return finding{warning: true, note: c.PublicURL.String() + ": use https, or cookies travel in the clear"}
	}
	return finding{note: c.PublicURL.String()}
}

func checkRelay(ctx context.Context, c *config.Config) finding {
	switch {
	case c.Demo:
		return finding{note: "not used: the demonstration captures mail"}
	case c.RelayURL == nil:
		return finding{warning: true, note: "none: mail to other servers, invitations too, can't be sent"}
	}
	relay, err := outbound.NewRelay(c.RelayURL.String())
	if err != nil {
		return finding{err: err}
	}
	if err := relay.Check(ctx); err != nil {
		return finding{err: fmt.Errorf("%s refuses us: %w", relay.Address(), err)}
	}
	return finding{note: relay.Address() + " takes our mail"}
}

func checkGeoIPDatabase(_ context.Context, c *config.Config) finding {
	if c.GeoIPDatabase == "" {
		return finding{note: "none: sessions are listed without a place"}
	}
	places, err := place.Open(c.GeoIPDatabase)
	if err != nil {
		return finding{err: err}
	}
	defer func() { _ = places.Close() }()
	return finding{note: places.Kind() + " in " + c.GeoIPDatabase}
}
