// Package config reads the settings: each is a flag and an environment
// variable, and the flag wins. docs/configuration.md is written from the same
// table, which a test holds it to.
package config

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/url"
	"path/filepath"
	"strings"
)

// Config is what the server was told. Paths are absolute.
type Config struct {
	HTTPAddr string
	// PublicURL is where browsers reach the server: links, cookies and origin checks follow it. No path.
	PublicURL *url.URL
	// SMTPAddr and LMTPAddr are where mail comes in; empty means closed. LMTP
	// takes "host:port" or "unix:/path".
	SMTPAddr, LMTPAddr string
	// DatabaseURL is sqlite://path or postgres://….
	DatabaseURL string
	// NATSURL is a cluster to join; empty runs NATS inside this process.
	NATSURL string
	// BlobDir is the folder of large raw messages.
	BlobDir string
	DataDir string
	// SecretKey seals what must be read again; empty until EnsureSecretKey.
	SecretKey []byte
	// RelayURL is where mail to others goes; nil when there is none.
	RelayURL *url.URL
	// GeoIPDatabase is the file that says where an IP address is; empty knows none.
	GeoIPDatabase string
	Demo          bool
	LogLevel      slog.Level
	LogFormat     string
}

// Load reads flags, then the environment through getenv, then the defaults,
// and returns the arguments that are no flags. Every mistake is reported at
// once. usage gets the help text when -h is among the flags (flag.ErrHelp).
func Load(args []string, getenv func(string) string, usage io.Writer) (*Config, []string, error) {
	values, rest, err := read(args, getenv, usage)
	if err != nil {
		return nil, nil, err
	}
	c := &Config{
		HTTPAddr:    values["http-addr"],
		SMTPAddr:    values["smtp-addr"],
		LMTPAddr:    values["lmtp-addr"],
		NATSURL:     values["nats-url"],
		LogFormat:   values["log-format"],
		Demo:        values["demo"] == "true",
		DatabaseURL: values["database-url"],
	}
	problems := []error{
		c.readDataDir(values["data-dir"]),
		c.readAddresses(),
		c.readPublicURL(values["public-url"]),
		c.readDatabaseURL(),
		c.readBlobURL(values["blob-url"]),
		c.readSecretKey(values["secret-key"]),
		c.readRelayURL(values["relay-url"]),
		c.readLog(values["log-level"]),
		c.readNATSURL(),
		c.readGeoIPDatabase(values["geoip-database"]),
	}
	return c, rest, errors.Join(problems...)
}

func read(args []string, getenv func(string) string, usage io.Writer) (map[string]string, []string, error) {
	flags := flag.NewFlagSet("latchkey", flag.ContinueOnError)
	flags.SetOutput(usage)
	flags.Usage = func() { writeUsage(usage) }
	values := map[string]string{}
	for _, s := range Settings() {
		initial := s.Default
		if given := getenv(s.Variable()); given != "" {
			initial = given
		}
		if s.Name == "demo" {
			flags.Bool(s.Name, initial == "true" || initial == "1", s.Meaning)
		} else {
			flags.String(s.Name, initial, s.Meaning)
		}
	}
	if err := flags.Parse(args); err != nil {
		return nil, nil, err
	}
	flags.VisitAll(func(f *flag.Flag) { values[f.Name] = f.Value.String() })
	return values, flags.Args(), nil
}

func (c *Config) readDataDir(path string) (err error) {
	if c.DataDir, err = filepath.Abs(path); err != nil {
		return wrong("DATA_DIR", "is no path: %v", err)
	}
	return nil
}

func (c *Config) readAddresses() error {
	if _, _, err := net.SplitHostPort(c.HTTPAddr); err != nil {
		return wrong("HTTP_ADDR", "must be host:port or :port, such as :8080")
	}
	for name, addr := range map[string]string{"SMTP_ADDR": c.SMTPAddr, "LMTP_ADDR": c.LMTPAddr} {
		if addr == "" || name == "LMTP_ADDR" && strings.HasPrefix(addr, "unix:/") {
			continue
		}
		if _, _, err := net.SplitHostPort(addr); err != nil {
			return wrong(name, "must be host:port or :port (or nothing, to close that door)")
		}
	}
	return nil
}

// readPublicURL defaults to localhost rather than 127.0.0.1: passkeys need a host name.
func (c *Config) readPublicURL(text string) error {
	if text == "" {
		_, port, err := net.SplitHostPort(c.HTTPAddr)
		if err != nil {
			return nil // said by readAddresses
		}
		text = "http://localhost:" + port
	}
	u, err := url.Parse(strings.TrimSuffix(text, "/"))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.Path != "" || u.RawQuery != "" {
		return wrong("PUBLIC_URL", "must be like https://mail.acme.example, without a path")
	}
	c.PublicURL = u
	return nil
}

func (c *Config) readDatabaseURL() error {
	if c.DatabaseURL == "" {
		c.DatabaseURL = "sqlite://" + filepath.Join(c.DataDir, "latchkey.db")
	}
	for _, scheme := range []string{"sqlite://", "postgres://", "postgresql://"} {
		if strings.HasPrefix(c.DatabaseURL, scheme) {
			return nil
		}
	}
	return wrong("DATABASE_URL", "must begin with sqlite:// or postgres://")
}

func (c *Config) readBlobURL(text string) error {
	if text == "" {
		c.BlobDir = filepath.Join(c.DataDir, "blobs")
		return nil
	}
	path, found := strings.CutPrefix(text, "file://")
	if !found || path == "" {
		return wrong("BLOB_URL", "must be a folder, like file:///var/lib/latchkey/blobs")
	}
	var err error
	if c.BlobDir, err = filepath.Abs(path); err != nil {
		return wrong("BLOB_URL", "is no path: %v", err)
	}
	return nil
}

func (c *Config) readRelayURL(text string) error {
	if text == "" {
		return nil
	}
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "smtp" && u.Scheme != "smtps" || u.Port() == "" {
		return wrong("RELAY_URL", "must be like smtps://user:password@host:465") // never echo it: it holds a password
	}
	c.RelayURL = u
	return nil
}

func (c *Config) readNATSURL() error {
	if c.NATSURL == "" {
		return nil
	}
	if u, err := url.Parse(c.NATSURL); err != nil || u.Host == "" || u.Scheme != "nats" && u.Scheme != "tls" {
		return wrong("NATS_URL", "must be like nats://host:4222")
	}
	return nil
}

func (c *Config) readGeoIPDatabase(path string) (err error) {
	if path == "" {
		return nil
	}
	if c.GeoIPDatabase, err = filepath.Abs(path); err != nil {
		return wrong("GEOIP_DATABASE", "is no path: %v", err)
	}
	return nil
}

func (c *Config) readLog(level string) error {
	if c.LogFormat != "text" && c.LogFormat != "json" {
		return wrong("LOG_FORMAT", "must be text or json")
	}
	if err := c.LogLevel.UnmarshalText([]byte(level)); err != nil {
		return wrong("LOG_LEVEL", "must be debug, info, warn or error")
	}
	return nil
}

func wrong(name, format string, args ...any) error {
	return fmt.Errorf("%s%s %s", prefix, name, fmt.Sprintf(format, args...))
}
