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
	var shown map[string]bool // looked for when a file has a Content-ID at all
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
		if a.ContentID != "" && shown == nil {
			shown = shownIDs(body)
		}
		a.Inline = between && hasHTML(body.HTML) && slices.Contains(body.HTML, p) || a.ContentID != "" && shown[a.ContentID]
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

// maxReferences is how many cid: addresses of one HTML part are looked at.
const maxReferences = 10_000

// shownIDs are the Content-IDs that the HTML refers to. The disposition is no help: half
// of all senders call the pictures of their signature attachments.
func shownIDs(b Body) map[string]bool {
	ids := map[string]bool{}
	for _, p := range b.HTML {
		if p.MediaType != "text/html" {
			continue
		}
		page := p.Text()
		for range maxReferences {
			i := indexFold(page, "cid:")
			if i < 0 {
				break
			}
			page = page[i+len("cid:"):]
			ids[contentIDAt(page)] = true
		}
	}
	return ids
}

// contentIDAt reads the id at the start of s, with the escapes of HTML and of addresses.
func contentIDAt(s string) string {
	s = s[:min(len(s), maxMessageID)]
	if end := strings.IndexAny(s, "\"'<> \t\r\n)"); end >= 0 {
		s = s[:end]
	}
	s = html.UnescapeString(s)
	if plain, err := url.PathUnescape(s); err == nil {
		s = plain
	}
	return s
}

// indexFold finds an ASCII word that has no capitals, in whatever case it stands.
func indexFold(s, word string) int {
	for i := 0; ; i++ {
		next := strings.IndexAny(s[i:], word[:1]+strings.ToUpper(word[:1]))
		if next < 0 || i+next+len(word) > len(s) {
			return -1
		}
		if i += next; strings.EqualFold(s[i:i+len(word)], word) {
			return i
		}
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
