package httpd

import (
	"bytes"
	"mime"
	"net/http"
	"slices"
	"strings"
	"time"

	"latchkey/server/mail/attachment"
	"latchkey/server/mail/message"
	"latchkey/server/refusal"
)

// filePolicy is for files: if a browser shows one at all, it can do nothing.
const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; sandbox"

// pdfPolicy has no sandbox, in which browsers' own viewers refuse to work. The
// viewer keeps the scripts of a PDF away from the page's origin.
const pdfPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"

// part serves a picture that an HTML body shows, by its Content-ID.
func (p *mailPages) part(w http.ResponseWriter, r *http.Request) error {
	_, octets, err := p.open(r, r.PathValue("message"))
	if err != nil {
		return err
	}
	part := message.Parse(octets).PartByContentID(r.PathValue("part"))
	if part == nil {
		return refusal.NotFound()
	}
	picture := part.Bytes()
	mediaType := pictureType(picture)
	if mediaType == "" {
		return refusal.NotFound()
	}
	w.Header().Set("Content-Type", mediaType)
	serve(w, r, picture)
	return nil
}

// attachment serves a file: for download, or with ?show=1 for a tab if a
// browser can show it without running anything.
func (p *mailPages) attachment(w http.ResponseWriter, r *http.Request) error {
	row, octets, err := p.open(r, r.PathValue("message"))
	if err != nil {
		return err
	}
	at := slices.IndexFunc(row.Attachments, func(a attachment.Attachment) bool { return a.PartID == r.PathValue("part") })
	if at < 0 {
		return refusal.NotFound()
	}
	part := message.Parse(octets).Part(row.Attachments[at].PartID)
	if part == nil {
		return refusal.NotFound()
	}
	file, mediaType := part.Bytes(), ""
	if r.URL.Query().Get("show") == "1" && row.Attachments[at].Viewable() {
		file, mediaType = shown(part)
	}
	disposition := "inline"
	if mediaType == "" {
		mediaType, disposition = "application/octet-stream", "attachment"
	}
	if mediaType == "application/pdf" {
		w.Header().Set("Content-Security-Policy", pdfPolicy)
	}
	w.Header().Set("Content-Type", mediaType)
	w.Header().Set("Content-Disposition", named(disposition, row.Attachments[at].Name))
	serve(w, r, file)
	return nil
}

// shown is a file as a browser may show it, and its true type; no type when
// its octets are not what its sender calls them.
func shown(part *message.Part) (file []byte, mediaType string) {
	file = part.Bytes()
	switch {
	case part.MediaType == "text/plain":
		return []byte(part.Text()), "text/plain; charset=utf-8"
	case part.MediaType == "application/pdf" && bytes.HasPrefix(file, []byte("%PDF-")):
		return file, "application/pdf"
	case strings.HasPrefix(part.MediaType, "image/"):
		return file, pictureType(file)
	default:
		return file, ""
	}
}

// raw serves a message as it was received, our own trace lines first.
func (p *mailPages) raw(w http.ResponseWriter, r *http.Request) error {
	row, octets, err := p.open(r, r.PathValue("message"))
	if err != nil {
		return err
	}
	name := strings.NewReplacer("/", "-", `\`, "-").Replace(row.Subject)
	if name == "" {
		name = "message"
	}
	w.Header().Set("Content-Type", "message/rfc822")
	w.Header().Set("Content-Disposition", named("attachment", name+".eml"))
	serve(w, r, slices.Concat(row.Trace, octets))
	return nil
}

// named is a Content-Disposition (RFC 6266), without the name if it can't be written.
func named(disposition, name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, name)
	if full := mime.FormatMediaType(disposition, map[string]string{"filename": name}); full != "" {
		return full
	}
	return disposition
}

// serve answers ranges too, as viewers of long files ask for.
func serve(w http.ResponseWriter, r *http.Request, octets []byte) {
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(octets))
}
