package message

import (
	"slices"
	"strings"

	"latchkey/server/mail/sanitize"
)

// Text is what the search index holds of the body, at most MaxSearchBytes: the plain
// text, then the words that only the HTML has, the names of files, text files, and the
// same of attached messages. Headers are indexed by themselves and are not in it.
func (m *Message) Text() string {
	c := collector{left: MaxSearchBytes, messages: MaxNestedMessages}
	c.message(m)
	return strings.ToValidUTF8(c.out.String(), "")
}

// collector gathers words while budgets last.
type collector struct {
	out      strings.Builder
	left     int // bytes
	messages int
}

func (c *collector) add(s string) {
	s = strings.TrimSpace(s)
	if s == "" || c.left <= 0 {
		return
	}
	s = s[:min(len(s), c.left)]
	c.left -= len(s) + 1
	c.out.WriteString(s)
	c.out.WriteByte('\n')
}

func (c *collector) message(m *Message) {
	body := m.Body()
	var text strings.Builder
	for _, p := range body.Text {
		s := plainText(p)
		c.add(s)
		text.WriteString(s + "\n")
	}
	c.alternatives(body, text.String())
	for _, p := range body.Attachments {
		c.attachment(p)
	}
}

// alternatives adds the words of HTML parts that stand beside a plain text.
func (c *collector) alternatives(body Body, text string) {
	var seen map[string]bool
	for _, p := range body.HTML {
		if p.MediaType != "text/html" || slices.Contains(body.Text, p) {
			continue
		}
		if seen == nil {
			seen = map[string]bool{}
			for word := range strings.FieldsSeq(text) {
				seen[word] = true
			}
		}
		c.add(unseenWords(sanitize.Text(p.Text(), c.left+1), seen))
	}
}

// unseenWords keeps what a plain-text alternative left out; most leave out nothing, so
// the index does not hold every newsletter twice.
func unseenWords(s string, seen map[string]bool) string {
	var words []string
	for word := range strings.FieldsSeq(s) {
		if !seen[word] {
			seen[word] = true
			words = append(words, word)
		}
	}
	return strings.Join(words, " ")
}

func (c *collector) attachment(p *Part) {
	c.add(p.FileName())
	switch {
	case c.left <= 0:
	case p.MediaType == "text/html":
		c.add(sanitize.Text(p.Text(), c.left))
	case strings.HasPrefix(p.MediaType, "text/"):
		c.add(p.Text())
	case c.messages > 0:
		if nested := p.Nested(); nested != nil {
			c.messages--
			c.add(nested.Subject())
			c.message(nested)
		}
	}
}
