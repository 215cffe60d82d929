package httpd

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"log/slog"
	"net/http"
	"runtime"

	"latchkey/ent"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// messages reads a message and its octets, as the viewer in the context may; it refuses otherwise.
type messages interface {
	Octets(ctx context.Context, id nodeid.ID) (*ent.Message, []byte, error)
}

// MailOptions are what the pages of messages need.
type MailOptions struct {
	Messages messages
	// Secret is the server's secret key. Addresses of remote pictures are
	// signed with a key made of it, so that nobody else fetches through us.
	Secret []byte
	Log    *slog.Logger
}

// mailPages shows messages: bodies for sandboxed frames, files, raw octets.
// Every request asks anew what the viewer may see, and nothing is cached.
type mailPages struct {
	messages  messages
	log       *slog.Logger
	rendering chan struct{} // a slot for each message that is being made harmless
	images    *imageProxy
}

// MailHandlers are the addresses of messages' contents, below /mail/.
func MailHandlers(o MailOptions) map[string]http.Handler {
	key := hmac.New(sha256.New, o.Secret)
	key.Write([]byte("latchkey addresses of remote pictures 1"))
	p := &mailPages{
		messages: o.Messages, log: o.Log,
		rendering: make(chan struct{}, runtime.GOMAXPROCS(0)),
		images:    newImageProxy(key.Sum(nil), isPublic),
	}
	return map[string]http.Handler{
		"GET /mail/body/{message}":                     p.page(p.body),
		"GET /mail/part/{message}/{part}":              p.page(p.part),
		"GET /mail/attachment/{message}/{part}/{name}": p.page(p.attachment),
		"GET /mail/raw/{message}":                      p.page(p.raw),
		"GET /mail/image-proxy":                        p.page(p.image),
	}
}

// page sets what holds for every answer, and asks who is asking.
func (p *mailPages) page(show func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", filePolicy)
		h.Set("Cache-Control", "no-store")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-DNS-Prefetch-Control", "off")
		_, err := viewer.RequireUser(r.Context())
		if err == nil {
			err = show(w, r)
		}
		if err != nil {
			p.fail(w, r, err)
		}
	})
}

// fail answers in plain text: these pages are shown in frames and tabs.
func (p *mailPages) fail(w http.ResponseWriter, r *http.Request, err error) {
	refused, ok := refusal.As(err)
	switch {
	case !ok:
		p.log.ErrorContext(r.Context(), "a message can't be shown", "path", r.URL.Path, "error", err)
		http.Error(w, "This can’t be shown now. The server’s log says why.", http.StatusInternalServerError)
	case refused.Code == refusal.CodeUnauthenticated:
		http.Error(w, refused.Message, http.StatusUnauthorized)
	case refused.Code == refusal.CodeUnavailable:
		http.Error(w, refused.Message, http.StatusBadGateway)
	default: // who may not see it learns no more than that
		http.Error(w, refusal.NotFound().Error(), http.StatusNotFound)
	}
}

// open reads the message that the address names.
func (p *mailPages) open(r *http.Request, id string) (*ent.Message, []byte, error) {
	parsed, err := nodeid.Parse(id)
	if err != nil {
		return nil, nil, refusal.NotFound()
	}
	return p.messages.Octets(r.Context(), parsed)
}
