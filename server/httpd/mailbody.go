package httpd

import (
	"io"
	"net/http"
	"net/url"
	"strings"

	"latchkey/ent"
	"latchkey/server/mail/message"
	"latchkey/server/mail/sanitize"
)

// bodyPolicy is for the frame that shows a message: nothing runs, and nothing
// is loaded but pictures from here. The frame has the same sandbox; the header
// keeps it for whoever opens the address in a tab.
const bodyPolicy = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; " +
	"frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox"

// paper is under HTML mail: most of it takes a white page for granted. It
// comes first, so that what the mail says itself holds.
const paper = "<style>html{background:#fff;color:#000;color-scheme:light}body{overflow-wrap:break-word}</style>"

// body shows a message. ?images=1 fetches remote pictures through the server,
// ?theme=light or dark is for plain text, which follows the client's theme.
func (p *mailPages) body(w http.ResponseWriter, r *http.Request) error {
	row, octets, err := p.open(r, r.PathValue("message"))
	if err != nil {
		return err
	}
	select {
	case p.rendering <- struct{}{}:
		defer func() { <-p.rendering }()
	case <-r.Context().Done():
		return nil
	}
	m := message.Parse(octets)
	page := m.HTML()
	if page == "" {
		page = plainPage(m.PlainText(), r.URL.Query().Get("theme"))
	} else {
		page = p.htmlPage(row, page, r.URL.Query().Get("images") == "1")
	}
	w.Header().Set("Content-Security-Policy", bodyPolicy)
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = io.WriteString(w, page)
	return nil
}

func (p *mailPages) htmlPage(row *ent.Message, hostile string, images bool) string {
	options := sanitize.Options{Inline: func(contentID string) string {
		return "/mail/part/" + row.ID.String() + "/" + url.PathEscape(contentID)
	}}
	if images {
		options.Remote = func(address string) string { return p.images.address(row.ID, address) }
	}
	return strings.Replace(sanitize.HTML(hostile, options).HTML, "<head>", "<head>"+paper, 1)
}
