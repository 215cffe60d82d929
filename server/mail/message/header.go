package message

import "bytes"

// Field is one raw header field. Both slices point into the message.
type Field struct {
	Name  []byte // as sent
	Value []byte // as sent: still folded and encoded
}

// Header is the fields of one part, in their order.
type Header []Field

// Raw returns the first value of that name as it was sent.
func (h Header) Raw(name string) (value []byte, ok bool) {
	for i := range h {
		if len(h[i].Name) == len(name) && bytes.EqualFold(h[i].Name, []byte(name)) {
			return h[i].Value, true
		}
	}
	return nil, false
}

// Text returns the first value of that name, unfolded and decoded; "" when absent.
func (h Header) Text(name string) string {
	v, _ := h.Raw(name)
	return decodeWords(v)
}

// Texts returns every value of that name, unfolded and decoded.
func (h Header) Texts(name string) []string {
	var out []string
	for i := range h {
		if bytes.EqualFold(h[i].Name, []byte(name)) {
			out = append(out, decodeWords(h[i].Value))
		}
	}
	return out
}

// header reads fields up to the empty line; body is where what follows begins.
func (x *indexer) header(begin, end int) (fields Header, body int) {
	valueAt := 0 // where the value of the last field begins
	for pos := begin; pos < end; {
		line, next := x.line(pos, end)
		switch kind := x.lineKind(line, len(fields) == 0, next, end); kind {
		case lineEmpty:
			return fields, next
		case lineBody:
			x.defect(DefectNoEmptyLine)
			return fields, pos
		case lineBlank:
			x.defect(DefectNoEmptyLine)
			return fields, next
		default:
			if len(fields) >= MaxHeaderFields && kind == lineField || pos-begin > MaxHeaderBytes {
				x.defect(DefectHeaderTooBig)
				break
			}
			if kind == lineField {
				name, value := splitField(line)
				fields = append(fields, Field{Name: name, Value: value})
				valueAt = pos + len(line) - len(value)
				break
			}
			if kind == lineStray {
				x.defect(DefectHeaderLine)
			}
			if n := len(fields); n > 0 {
				fields[n-1].Value = x.raw[valueAt : pos+len(line)]
			}
		}
		pos = next
	}
	return fields, end
}

type lineKind int

const (
	lineEmpty  lineKind = iota // ends the header
	lineBlank                  // only blanks, and no header after it: ends it too
	lineField                  // "Name: value"
	lineFolded                 // goes on with the field before
	lineStray                  // no field, but more header follows
	lineBody                   // the body, with no empty line before it
)

func (x *indexer) lineKind(line []byte, isFirst bool, next, end int) lineKind {
	switch {
	case len(line) == 0:
		return lineEmpty
	case line[0] == ' ' || line[0] == '\t':
		if len(bytes.TrimSpace(line)) == 0 && !x.headerFollows(next, end) {
			return lineBlank
		}
		if name, _ := splitField(line); isFirst && name != nil && isUsualName(name) {
			return lineField // nothing that it could go on with
		}
		return lineFolded
	}
	if name, _ := splitField(line); name != nil {
		return lineField
	}
	if x.headerFollows(next, end) {
		return lineStray
	}
	return lineBody
}

// headerFollows looks a few lines ahead for something that can only be a field.
func (x *indexer) headerFollows(pos, end int) bool {
	const maxLines = 20
	for range maxLines {
		if pos >= end {
			return false
		}
		line, next := x.line(pos, end)
		if len(line) == 0 {
			return false
		}
		if name, _ := splitField(line); name != nil && isUsualName(name) {
			return true
		}
		pos = next
	}
	return false
}

func isUsualName(name []byte) bool {
	switch string(bytes.ToLower(name)) {
	case "from", "to", "cc", "subject", "date", "received", "sender":
		return true
	}
	return len(name) < 40 && bytes.IndexByte(name, '-') > 0
}

// splitField cuts "Name: value"; name is nil when the line is no field. Blanks before
// the colon are forgiven (RFC 5322 §4.5), and so are blanks before the first name.
func splitField(line []byte) (name, value []byte) {
	const maxName = 200
	colon := bytes.IndexByte(line[:min(len(line), maxName)], ':')
	if colon <= 0 {
		return nil, nil
	}
	name = bytes.Trim(line[:colon], " \t")
	if len(name) == 0 {
		return nil, nil
	}
	for _, c := range name {
		if c <= ' ' || c >= 0x7f {
			return nil, nil
		}
	}
	return name, line[colon+1:]
}

// unfold takes the line ends out of a raw value and the blanks around it.
func unfold(v []byte) []byte {
	v = bytes.TrimSpace(v)
	if bytes.IndexByte(v, '\n') < 0 && bytes.IndexByte(v, '\r') < 0 {
		return v
	}
	out := make([]byte, 0, len(v))
	for _, c := range v {
		if c != '\r' && c != '\n' {
			out = append(out, c)
		}
	}
	return out
}
