package message

import (
	"strings"

	"latchkey/server/mail/sanitize"
)

// maxSnippetSource is how much text a snippet is looked for in, in bytes.
const maxSnippetSource = 16 << 10

// Snippet is the beginning of the body on one line, at most maxRunes runes. It is taken
// from the HTML where there is some, because newsletters hide a line in it that is
// meant for just this; the invisible filler after that line is left out, and so are
// quotes and rulers unless there is nothing else.
func (m *Message) Snippet(maxRunes int) string {
	text := m.snippetSource()
	if s := sanitize.Line(ownWords(text), maxRunes); s != "" {
		return s
	}
	return sanitize.Line(text, maxRunes)
}

func (m *Message) snippetSource() string {
	body := m.Body()
	for _, list := range [][]*Part{body.HTML, body.Text} {
		for _, p := range list {
			if s := beginning(p); strings.TrimSpace(s) != "" {
				return s
			}
		}
	}
	return ""
}

func beginning(p *Part) string {
	switch p.MediaType {
	case "text/html":
		return sanitize.Text(p.Text(), maxSnippetSource)
	case "text/plain":
		s := p.Text()
		return strings.ToValidUTF8(s[:min(len(s), maxSnippetSource)], "")
	}
	return ""
}

// ownWords drops the lines that somebody else wrote or that are drawn.
func ownWords(text string) string {
	var own strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, ">") || strings.Trim(line, "-=_*~#+ ") == "" {
			continue
		}
		own.WriteString(line + "\n")
	}
	return own.String()
}
