package config

import (
	"fmt"
	"io"
	"strings"
)

const prefix = "LATCHKEY_"

// Setting is one line of docs/configuration.md.
type Setting struct {
	// Name is the flag's, such as "http-addr".
	Name    string
	Default string
	Meaning string
}

// Variable is the environment variable of the setting.
func (s Setting) Variable() string {
	return prefix + strings.ToUpper(strings.ReplaceAll(s.Name, "-", "_"))
}

// Settings lists all there are.
func Settings() []Setting {
	return []Setting{
		{"http-addr", ":8080", "Where the API and the web pages are served."},
		{"public-url", "", "Where browsers reach the server, such as https://mail.acme.example. Default: http://localhost and the port of HTTP_ADDR."},
		{"smtp-addr", ":2525", "Where mail comes in by SMTP; empty closes it."},
		{"lmtp-addr", "", "Where mail comes in by LMTP, host:port or unix:/path; empty closes it."},
		{"database-url", "", "sqlite:///path/to/file.db or postgres://user:password@host/name. Default: SQLite in DATA_DIR."},
		{"nats-url", "", "A NATS cluster, for several server processes over one database. Default: NATS inside this process."},
		{"blob-url", "", "Where large messages are kept: file:///path. Default: blobs in DATA_DIR."},
		{"data-dir", "./data", "The folder of everything that is kept."},
		{"secret-key", "", "At least 32 random octets in base64: seals what must be read again. Default: made once and kept in DATA_DIR."},
		{"relay-url", "", "Where mail to other servers goes: smtp://host:25 or smtps://user:password@host:465."},
		{"geoip-database", "", "A file in MaxMind's format (.mmdb) that says where IP addresses are, for the list of sessions. Default: no place is shown."},
		{"demo", "false", "Fills a new database with the demonstration; mail to outside is captured, not sent."},
		{"log-level", "info", "debug, info, warn or error."},
		{"log-format", "text", "text or json."},
	}
}

func writeUsage(w io.Writer) {
	_, _ = fmt.Fprint(w, "Usage: latchkey [serve|migrate|doctor|version] [flags]\n\n")
	for _, s := range Settings() {
		_, _ = fmt.Fprintf(w, "  --%-14s %s\n  %16s %s", s.Name, s.Meaning, "", s.Variable())
		if s.Default != "" {
			_, _ = fmt.Fprintf(w, ", default %s", s.Default)
		}
		_, _ = fmt.Fprintln(w)
	}
}
