package message

import "bytes"

// span is a range of offsets in the raw message: here a boundary line with its end.
type span struct{ begin, end int }

// boundaryLines finds the lines that divide p. The last one closes it when closed.
//
// A parent cuts before its children look at their own range, so a parent's boundary
// wins over a child's, whatever the child declares.
func (x *indexer) boundaryLines(p *Part) (lines []span, closed bool) {
	declared := p.Params["boundary"]
	if declared == "" {
		x.defect(DefectNoBoundary)
	} else {
		if lines, closed = x.linesOf(p, declared, true); len(lines) > 0 {
			return lines, closed
		}
		if lines, closed = x.linesOf(p, declared, false); len(lines) > 0 {
			return lines, closed
		}
	}
	guess := guessBoundary(p.content())
	if guess == "" || guess == declared {
		return nil, false
	}
	if declared != "" {
		x.defect(DefectBoundaryMismatch)
	}
	return x.linesOf(p, guess, true)
}

// linesOf finds the lines "--boundary" and the closing "--boundary--". Strictly nothing
// may follow on the line but blanks; otherwise anything may.
func (x *indexer) linesOf(p *Part, boundary string, strict bool) (lines []span, closed bool) {
	delimiter := []byte("--" + boundary)
	for pos := p.body; pos < p.end && len(lines) <= MaxParts; {
		i := bytes.Index(x.raw[pos:p.end], delimiter)
		if i < 0 {
			break
		}
		at := pos + i
		pos = at + len(delimiter)
		if at > p.body && x.raw[at-1] != '\n' {
			continue
		}
		rest, next := x.line(pos, p.end)
		final := bytes.HasPrefix(rest, []byte("--"))
		if strict && !blankAfter(rest, final) {
			continue
		}
		lines = append(lines, span{at, next})
		if final {
			return lines, true
		}
		pos = next
	}
	return lines, false
}

func blankAfter(rest []byte, final bool) bool {
	if final {
		rest = rest[2:]
	}
	return len(bytes.TrimRight(rest, " \t\r")) == 0
}

// guessBoundary looks for a line that can only be one: "--word" before a Content- field.
func guessBoundary(body []byte) string {
	const maxLines = 200
	for range maxLines {
		line, rest, more := bytes.Cut(body, []byte("\n"))
		line = bytes.TrimRight(line, " \t\r")
		if looksLikeBoundary(line) && startsWithContentField(rest) {
			return string(line[2:])
		}
		if !more {
			break
		}
		body = rest
	}
	return ""
}

func looksLikeBoundary(line []byte) bool {
	return len(line) > 4 && len(line) < 200 && bytes.HasPrefix(line, []byte("--")) && bytes.IndexByte(line, ' ') < 0
}

func startsWithContentField(b []byte) bool {
	const field = "content-"
	return len(b) >= len(field) && bytes.EqualFold(b[:len(field)], []byte(field))
}
