package message

import (
	"bytes"
	"strings"
)

// Address is one mailbox of an address field.
type Address struct {
	// Name is the decoded display name; "" when none was given.
	Name string
	// Address is what stands in the angle brackets, as sent: neither normalised nor
	// checked, and "" when only a name was given.
	Address string
}

// Addresses reads all fields of that name (RFC 5322 §3.4, with its obsolete forms and
// with damage). Groups are opened: their members count, their names do not.
func (h Header) Addresses(name string) []Address {
	var list []Address
	for i := range h {
		if bytes.EqualFold(h[i].Name, []byte(name)) {
			list = append(list, parseAddresses(unfold(h[i].Value), MaxAddresses-len(list))...)
		}
	}
	return list
}

// parseAddresses reads at most limit addresses from one unfolded value, in linear time.
func parseAddresses(v []byte, limit int) []Address {
	p := addressParser{limit: limit}
	for i := 0; i < len(v) && len(p.list) < limit; i++ {
		i += p.step(v[i], v[i+1:])
	}
	p.finish()
	return p.list
}

// addressParser collects the pieces of one address until a separator ends it.
type addressParser struct {
	list  []Address
	limit int

	phrase, comment, angle []byte
	quoted                 bool // inside "…"
	inAngle, hadAngle      bool
	depth                  int // of comments
}

// step takes one byte and says how many of next it consumed besides.
func (p *addressParser) step(c byte, next []byte) int {
	switch {
	case c == '\\' && len(next) > 0 && (p.quoted || p.depth > 0):
		p.put(next[0])
		return 1
	case p.depth > 0:
		p.inComment(c)
	case c == '"':
		p.quoted = !p.quoted
		if p.inAngle {
			p.put(c) // a quoted local part keeps its quotes
		}
	case p.quoted:
		p.put(c)
	case c == '(':
		p.depth = 1
	case c == '<':
		p.inAngle, p.hadAngle = true, true
		p.angle = p.angle[:0]
	case c == '>':
		p.inAngle = false
	case c == ',' || c == ';':
		if p.inAngle && c == ',' && !bytes.ContainsRune(p.angle, '@') || p.inAngle && c == ',' && p.angle[0] == '@' {
			break // an obsolete route: "<@a,@b:c@d>"
		}
		p.finish()
	case c == ':' && p.inAngle && bytes.HasPrefix(p.angle, []byte("@")):
		p.angle = p.angle[:0] // the route ends, the address begins
	case c == ':' && !p.inAngle && !p.hadAngle && !bytes.ContainsRune(p.phrase, '@'):
		p.phrase = p.phrase[:0] // the name of a group
	case p.inAngle && (c == ' ' || c == '\t'):
		// RFC 822 allowed blanks between the words of an address
	default:
		p.put(c)
	}
	return 0
}

func (p *addressParser) inComment(c byte) {
	switch c {
	case '(':
		p.depth++
	case ')':
		p.depth--
	}
	if p.depth > 0 {
		p.put(c)
	}
}

func (p *addressParser) put(c byte) {
	switch {
	case p.depth > 0:
		p.comment = append(p.comment, c)
	case p.inAngle:
		p.angle = append(p.angle, c)
	default:
		p.phrase = append(p.phrase, c)
	}
}

// finish ends the current address, if there is any.
func (p *addressParser) finish() {
	a := p.address()
	if (a.Name != "" || a.Address != "") && len(p.list) < p.limit {
		p.list = append(p.list, a)
	}
	*p = addressParser{list: p.list, limit: p.limit}
}

func (p *addressParser) address() Address {
	name := strings.Trim(collapse(decodeWords(p.phrase)), `"' `)
	spec := toUTF8("", p.angle)
	if !p.hadAngle {
		name, spec = splitBare(name)
	}
	if name == "" && spec != "" { // "a@b.example (Name)", as before RFC 822
		name = collapse(decodeWords(p.comment))
	}
	return Address{Name: name, Address: spec}
}

// splitBare finds the address in text without brackets: the word with an "@".
func splitBare(s string) (name, spec string) {
	if !strings.Contains(s, "@") {
		return s, ""
	}
	var rest []string
	for _, word := range strings.Fields(s) {
		if spec == "" && strings.Contains(word, "@") && word != "@" {
			spec = strings.Trim(word, `<>"'`) // an unclosed quote swallows the brackets
		} else {
			rest = append(rest, word)
		}
	}
	if spec == "" || strings.HasPrefix(spec, "@") || strings.HasSuffix(spec, "@") {
		return "", withoutBlanks(s) // blanks around the "@", as RFC 822 allowed
	}
	return strings.Join(rest, " "), spec
}

func collapse(s string) string { return strings.Join(strings.Fields(s), " ") }

func withoutBlanks(s string) string { return strings.Join(strings.Fields(s), "") }
