package message

import (
	"html"
	"strings"

	"latchkey/server/mail/sanitize"
)

// maxPlainBytes bounds the plain text that is made of one HTML part.
const maxPlainBytes = 4 << 20

// PlainText is the body for a reader of plain text. HTML is turned into text where the
// sender gave no other.
func (m *Message) PlainText() string {
	var texts []string
	for _, p := range m.Body().Text {
		if s := plainText(p); s != "" {
			texts = append(texts, s)
		}
	}
	return strings.Join(texts, "\n\n")
}

func plainText(p *Part) string {
	switch p.MediaType {
	case "text/html":
		return sanitize.Text(p.Text(), maxPlainBytes)
	case "text/plain":
		s := strings.ReplaceAll(p.Text(), "\r\n", "\n")
		return strings.TrimLeft(strings.TrimRight(s, "\n "), "\n")
	}
	return ""
}

// HTML is the body for a reader of HTML as one document, HOSTILE AS SENT: it must pass
// sanitize.HTML before anybody sees it. "" when the message has no HTML; then show
// PlainText. Texts and pictures between HTML parts stand in their places.
func (m *Message) HTML() string {
	parts := m.Body().HTML
	if !hasHTML(parts) {
		return ""
	}
	if len(parts) == 1 {
		return parts[0].Text()
	}
	var page strings.Builder
	for _, p := range parts {
		switch {
		case p.MediaType == "text/html":
			page.WriteString(p.Text())
		case p.MediaType == "text/plain":
			page.WriteString(`<div style="white-space:pre-wrap">` + html.EscapeString(p.Text()) + `</div>`)
		case strings.HasPrefix(p.MediaType, "image/"):
			page.WriteString(`<p><img src="cid:` + html.EscapeString(pictureID(p)) + `" alt="` + html.EscapeString(p.FileName()) + `"></p>`)
		}
	}
	return page.String()
}

func pictureID(p *Part) string {
	if id := p.ContentID(); id != "" {
		return id
	}
	return partScheme + p.ID
}

func hasHTML(parts []*Part) bool {
	for _, p := range parts {
		if p.MediaType == "text/html" {
			return true
		}
	}
	return false
}
