package message

import (
	"html"
	"net/url"
	"slices"
	"strings"
)

// Attachment describes one file of a message. Its bytes are Part(PartID).Bytes().
type Attachment struct {
	PartID    string
	Name      string // never empty; untrusted text without folders
	MediaType string
	Size      int    // decoded bytes
	ContentID string // without brackets; "" when absent
	// Inline files are shown inside what HTML returns.
	Inline bool
	// Invitation is set for calendar files that say what they ask for.
	Invitation *Invitation
}

// Attachments lists the files in the order of the bytes, with those that the HTML shows
// and the media between texts, which a reader of plain text would miss otherwise.
func (m *Message) Attachments() []Attachment {
	body := m.Body()
	shown := inlineTest(body)
	var list []Attachment
	for _, p := range m.parts {
		isFile := slices.Contains(body.Attachments, p)
		between := !isFile && isMedia(p.MediaType) && (slices.Contains(body.HTML, p) || slices.Contains(body.Text, p))
		if !isFile && !between {
			continue
		}
		a := Attachment{
			PartID:    p.ID,
			Name:      attachmentName(p),
			MediaType: p.MediaType,
			Size:      p.Size(),
			ContentID: p.ContentID(),
		}
		a.Inline = between && hasHTML(body.HTML) && slices.Contains(body.HTML, p) || a.ContentID != "" && shown(a.ContentID)
		if p.MediaType == "text/calendar" || p.MediaType == "application/ics" {
			a.Invitation = readInvitation(p)
		}
		list = append(list, a)
	}
	return list
}

// PartByContentID finds what a cid: address in the HTML means; nil when nothing. The
// form "part.ID" names a picture that HTML shows though it has no Content-ID.
func (m *Message) PartByContentID(id string) *Part {
	for _, p := range m.parts {
		if p.ContentID() == id && id != "" {
			return p
		}
	}
	if part, ok := strings.CutPrefix(id, partScheme); ok {
		return m.Part(part)
	}
	return nil
}

const partScheme = "part."

// inlineTest answers whether the HTML refers to a Content-ID. The disposition is no
// help: half of all senders call the pictures of their signature attachments.
func inlineTest(b Body) func(contentID string) bool {
	var source strings.Builder
	for _, p := range b.HTML {
		if p.MediaType == "text/html" {
			source.WriteString(p.Text())
		}
	}
	page := source.String()
	if !strings.Contains(strings.ToLower(page), "cid:") {
		return func(string) bool { return false }
	}
	return func(id string) bool {
		return strings.Contains(page, id) || strings.Contains(page, html.EscapeString(id)) || strings.Contains(page, url.PathEscape(id))
	}
}

// attachmentName makes a name where the sender gave none: the subject for an attached
// message, else the place of the part.
func attachmentName(p *Part) string {
	if name := p.FileName(); name != "" {
		return name
	}
	if nested := p.Nested(); nested != nil {
		if subject := cleanFileName(strings.ReplaceAll(nested.Subject(), "/", "-")); subject != "" {
			return subject + ".eml"
		}
	}
	return "attachment-" + p.ID + extension(p.MediaType)
}
