package httpd

import (
	_ "embed"
	"encoding/json"
	"errors"
	"html/template"
	"io/fs"
	"log/slog"
	"net/http"
	"regexp"
	"time"

	"latchkey/server/clock"
	"latchkey/server/mail/message"
	"latchkey/server/outbound"
)

//go:embed demo.html.tmpl
var demoPage string

// outboxLength is how many captured messages the page shows.
const outboxLength = 200

// demoPolicy lets the outbox page be styled and do nothing else.
const demoPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// demoMailPolicy lets a captured mail be styled, its links be followed, and nothing
// else: it runs nothing and fetches nothing, and its page is of no origin.
const demoMailPolicy = demoPolicy + "; sandbox allow-popups allow-popups-to-escape-sandbox"

// outbox is the folder of mail that the demonstration did not send.
type outbox interface {
	List(limit int) ([]outbound.CapturedMail, error)
	Read(name string) ([]byte, error)
}

// DemoHandlers are the pages of the demonstration: mail that was captured
// instead of sent, and the clock that can be moved.
func DemoHandlers(captured outbox, c *clock.Clock, log *slog.Logger) map[string]http.Handler {
	page := template.Must(template.New("outbox").Funcs(template.FuncMap{"pieces": pieces}).Parse(demoPage))
	return map[string]http.Handler{
		"GET /demo/outbox":             demoOutbox(captured, page, log),
		"GET /demo/outbox/{name}":      demoMessage(captured),
		"GET /demo/outbox/{name}/html": demoMail(captured),
		"POST /demo/clock":             demoClock(c),
	}
}

type outboxEntry struct {
	outbound.CapturedMail
	Text    string
	HasHTML bool
}

func demoOutbox(captured outbox, page *template.Template, log *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		list, err := captured.List(outboxLength)
		if err != nil {
			log.ErrorContext(r.Context(), "the outbox can't be read", "error", err)
			http.Error(w, "The outbox can’t be read. The server’s log says why.", http.StatusInternalServerError)
			return
		}
		entries := make([]outboxEntry, 0, len(list))
		for _, mail := range list {
			raw, err := captured.Read(mail.Name)
			if errors.Is(err, fs.ErrNotExist) { // deleted meanwhile
				continue
			}
			parsed := message.Parse(raw)
			entries = append(entries, outboxEntry{mail, parsed.PlainText(), htmlOf(parsed) != ""})
		}
		w.Header().Set("Content-Security-Policy", demoPolicy)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		if err := page.Execute(w, entries); err != nil {
			log.DebugContext(r.Context(), "the outbox was not shown to its end", "error", err)
		}
	})
}

func demoMessage(captured outbox) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw, err := captured.Read(r.PathValue("name"))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Security-Policy", demoPolicy)
		w.Header().Set("Content-Type", "message/rfc822")
		w.Header().Set("Content-Disposition", `attachment; filename="message.eml"`)
		_, _ = w.Write(raw) //nolint:gosec // G705: a download, which the policy keeps from running
	})
}

// demoMail shows a captured mail as its reader's program draws it.
func demoMail(captured outbox) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		raw, err := captured.Read(r.PathValue("name"))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Security-Policy", demoMailPolicy)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		_, _ = w.Write([]byte(htmlOf(message.Parse(raw))))
	})
}

// htmlOf is the HTML of a mail; empty when it has none.
func htmlOf(m *message.Message) string {
	for _, part := range m.Body().HTML {
		if part.MediaType == "text/html" {
			return part.Text()
		}
	}
	return ""
}

// demoClock moves the clock forward: {"advance":"720h"}.
func demoClock(c *clock.Clock) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var ask struct {
			Advance string `json:"advance"`
		}
		if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<10)).Decode(&ask); err != nil {
			http.Error(w, `Send {"advance":"720h"}.`, http.StatusBadRequest)
			return
		}
		by, err := time.ParseDuration(ask.Advance)
		if err != nil || by < 0 {
			http.Error(w, `"advance" must be a duration that is not negative, such as "720h".`, http.StatusBadRequest)
			return
		}
		c.Advance(by)
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(map[string]time.Time{"now": c.Now()})
	})
}

// piece is a run of text, or an address to follow.
type piece struct{ Text, Link string }

var webAddress = regexp.MustCompile(`https?://[^\s<>"]+`)

// pieces finds the web addresses in a text, so that a captured link can be clicked.
func pieces(text string) []piece {
	var list []piece
	at := 0
	for _, span := range webAddress.FindAllStringIndex(text, -1) {
		list = append(list, piece{Text: text[at:span[0]]}, piece{Text: text[span[0]:span[1]], Link: text[span[0]:span[1]]})
		at = span[1]
	}
	return append(list, piece{Text: text[at:]})
}
