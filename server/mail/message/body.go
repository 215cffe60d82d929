package message

import "strings"

// Body is what a reader shows, as RFC 8621 §4.1.4 (JMAP) chooses it: the parts in order
// for a reader of plain text, for a reader of HTML, and the files. A message without
// HTML has its text parts in both lists; pictures between texts are in them too.
type Body struct{ Text, HTML, Attachments []*Part }

// Body chooses among the parts.
func (m *Message) Body() Body {
	var b Body
	c := chooser{attachments: &b.Attachments}
	c.walk([]*Part{m.root}, "mixed", false, &b.Text, &b.HTML)
	return b
}

type chooser struct{ attachments *[]*Part }

// walk sorts parts into the lists; text or html is nil where the branch of an
// alternative that is being walked belongs to the other one.
func (c chooser) walk(parts []*Part, kind string, inAlternative bool, text, html *[]*Part) {
	textBefore, htmlBefore := length(text), length(html)
	for i, p := range parts {
		if p.isMultipart() {
			sub := strings.TrimPrefix(p.MediaType, "multipart/")
			c.walk(p.Children, sub, inAlternative || sub == "alternative", text, html)
			continue
		}
		if !isBodyPart(p, i == 0, kind) {
			c.attach(p)
			continue
		}
		if kind == "alternative" {
			c.alternative(p, text, html)
			continue
		}
		if inAlternative && p.MediaType == "text/plain" {
			html = nil
		}
		if inAlternative && p.MediaType == "text/html" {
			text = nil
		}
		push(text, p)
		push(html, p)
		if (text == nil || html == nil) && isMedia(p.MediaType) {
			c.attach(p)
		}
	}
	if kind == "alternative" && text != nil && html != nil {
		fillMissing(text, html, textBefore, htmlBefore)
	}
}

func (c chooser) attach(p *Part) { *c.attachments = append(*c.attachments, p) }

func (c chooser) alternative(p *Part, text, html *[]*Part) {
	switch p.MediaType {
	case "text/plain":
		push(text, p)
	case "text/html":
		push(html, p)
	default:
		c.attach(p)
	}
}

// fillMissing gives an alternative that came in one form only to both lists.
func fillMissing(text, html *[]*Part, textBefore, htmlBefore int) {
	textAfter, htmlAfter := len(*text), len(*html)
	if textAfter == textBefore && htmlAfter > htmlBefore {
		*text = append(*text, (*html)[htmlBefore:]...)
	}
	if htmlAfter == htmlBefore && textAfter > textBefore {
		*html = append(*html, (*text)[textBefore:]...)
	}
}

// isBodyPart says whether a part is shown rather than offered as a file. A text part
// with a file name that does not come first is a file, and in multipart/related only
// the first part is ever shown by itself.
func isBodyPart(p *Part, isFirst bool, kind string) bool {
	if p.Disposition() == "attachment" {
		return false
	}
	media := isMedia(p.MediaType)
	if p.MediaType != "text/plain" && p.MediaType != "text/html" && !media {
		return false
	}
	return isFirst || kind != "related" && (media || p.FileName() == "")
}

func isMedia(mediaType string) bool {
	return strings.HasPrefix(mediaType, "image/") || strings.HasPrefix(mediaType, "audio/") || strings.HasPrefix(mediaType, "video/")
}

func push(list *[]*Part, p *Part) {
	if list != nil {
		*list = append(*list, p)
	}
}

func length(list *[]*Part) int {
	if list == nil {
		return -1
	}
	return len(*list)
}
