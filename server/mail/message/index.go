package message

import (
	"bytes"
	"strconv"
	"strings"
)

// indexer walks the raw bytes once for each level of nesting and notes offsets.
type indexer struct {
	raw     []byte
	parts   []*Part
	defects []Defect
}

// part indexes raw[begin:end]; fallback is its media type when none is declared.
func (x *indexer) part(id string, begin, end, depth int, fallback string) *Part {
	p := &Part{ID: id, MediaType: fallback, raw: x.raw, begin: begin, end: end}
	x.parts = append(x.parts, p)
	p.Header, p.body = x.header(begin, end)
	x.mediaType(p)
	p.encoding = transferEncoding(p.Header)
	if !knownEncoding(p.encoding) {
		x.defect(DefectUnreadableTransfer)
	}
	switch {
	case !p.isMultipart():
	case depth >= MaxDepth:
		x.defect(DefectTooDeep)
		p.MediaType = "application/octet-stream"
	default:
		x.children(p, depth)
	}
	return p
}

func (x *indexer) mediaType(p *Part) {
	v, ok := p.Header.Raw("Content-Type")
	if !ok {
		return
	}
	var declared string
	declared, p.Params = parseParams(string(unfold(v)))
	if t, ok := normalMediaType(declared); ok {
		p.MediaType = t
		return
	}
	x.defect(DefectContentType)
	if _, ok := p.Header.Raw("Content-Disposition"); ok {
		p.MediaType = "application/octet-stream" // a file, though of no known kind
	}
}

// children cuts the body of a multipart at its boundary lines.
func (x *indexer) children(p *Part, depth int) {
	lines, closed := x.boundaryLines(p)
	if len(lines) == 0 {
		x.showAsText(p)
		return
	}
	if !closed {
		x.defect(DefectNotClosed)
		lines = append(lines, span{p.end, p.end})
	}
	fallback := "text/plain"
	if p.MediaType == "multipart/digest" {
		fallback = "message/rfc822" // RFC 2046 §5.1.5
	}
	for i := range len(lines) - 1 {
		begin, end := lines[i].end, lines[i+1].begin
		if begin >= p.end && !closed {
			break // the file ends with a boundary: no part follows
		}
		if len(x.parts) >= MaxParts {
			x.defect(DefectTooManyParts)
			break
		}
		if end < p.end {
			end = x.beforeLineEnd(begin, end)
		}
		p.Children = append(p.Children, x.part(childID(p, i+1), begin, max(begin, end), depth+1, fallback))
	}
	if len(p.Children) == 0 {
		x.showAsText(p)
	}
}

// showAsText turns a multipart that cannot be cut into a text part: its words stay
// readable, though among MIME's own.
func (x *indexer) showAsText(p *Part) {
	x.defect(DefectNoParts)
	if !p.blank() {
		p.MediaType, p.encoding = "text/plain", ""
	}
}

func childID(p *Part, n int) string {
	if p.ID == "" {
		return strconv.Itoa(n)
	}
	return p.ID + "." + strconv.Itoa(n)
}

// beforeLineEnd steps back over the line end before a boundary line, which belongs to
// the boundary (RFC 2046 §5.1.1).
func (x *indexer) beforeLineEnd(begin, end int) int {
	if end > begin && x.raw[end-1] == '\n' {
		end--
		if end > begin && x.raw[end-1] == '\r' {
			end--
		}
	}
	return end
}

// line returns the line at pos without its end, and where the next one begins.
func (x *indexer) line(pos, end int) (line []byte, next int) {
	i := bytes.IndexByte(x.raw[pos:end], '\n')
	if i < 0 {
		return x.raw[pos:end], end
	}
	return bytes.TrimSuffix(x.raw[pos:pos+i], []byte("\r")), pos + i + 1
}

// normalMediaType lowers and repairs "type/subtype"; false when it is neither.
func normalMediaType(s string) (string, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if s == "text" || s == "html" { // RFC 1049, and senders who never read it
		return map[string]string{"text": "text/plain", "html": "text/html"}[s], true
	}
	major, minor, _ := strings.Cut(s, "/")
	major, minor = strings.TrimSpace(major), strings.TrimSpace(minor)
	if i := strings.IndexFunc(minor, isNoTypeLetter); i >= 0 {
		minor = minor[:i]
	}
	if major == "" || minor == "" || strings.ContainsFunc(major, isNoTypeLetter) {
		return "", false
	}
	return major + "/" + minor, true
}

// isNoTypeLetter is what RFC 6838 §4.2 keeps out of the names of media types.
func isNoTypeLetter(r rune) bool {
	return (r < 'a' || r > 'z') && (r < '0' || r > '9') && !strings.ContainsRune("!#$&^_.+-", r)
}
