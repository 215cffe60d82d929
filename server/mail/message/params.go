package message

import (
	"slices"
	"strconv"
	"strings"
)

const (
	maxParams = 64  // of one field
	maxPieces = 100 // of one RFC 2231 value
)

// parseParams reads "value; a=b; c*0*=utf-8”d" (RFC 2045 §5.1, RFC 2231) and what is
// really sent: encoded words in quotes, blanks without quotes, missing semicolons. The
// first of two equal names counts. Time is linear in s.
func parseParams(s string) (value string, params map[string]string) {
	value, rest := cutValue(s)
	params = map[string]string{}
	pieces := map[string][]piece{}
	for range 2 * maxParams {
		var name, v string
		var ok bool
		if name, v, rest, ok = nextParam(rest); !ok {
			break
		}
		base, section, split := strings.Cut(name, "*")
		if split {
			if len(pieces[base]) < maxPieces {
				pieces[base] = append(pieces[base], newPiece(section, v))
			}
		} else if _, taken := params[name]; !taken && name != "" && len(params) < maxParams {
			params[name] = decodeWords([]byte(v))
		}
	}
	for name, p := range pieces {
		params[name] = join(p)
	}
	return value, params
}

// cutValue cuts the value off, even where the semicolon after it was forgotten.
func cutValue(s string) (value, rest string) {
	value, rest, _ = strings.Cut(s, ";")
	if blank := strings.IndexAny(value, " \t"); blank > 0 && strings.Contains(value, "=") {
		return strings.TrimSpace(value[:blank]), s[blank:]
	}
	return withoutComment(value), rest
}

// nextParam cuts one parameter off s; name is "" where there was none to read.
func nextParam(s string) (name, value, rest string, ok bool) {
	s = strings.TrimLeft(s, " \t;")
	i := strings.IndexAny(s, "=;")
	if i < 0 {
		return "", "", "", false
	}
	if s[i] == ';' {
		return "", "", s[i:], true
	}
	name = strings.ToLower(strings.TrimSpace(s[:i]))
	s = strings.TrimLeft(s[i+1:], " \t")
	if strings.HasPrefix(s, `"`) {
		value, rest = quoted(s[1:])
		return name, value, rest, true
	}
	if name == "charset" || strings.Contains(name, "*") { // no blank can be part of it
		end := strings.IndexAny(s, "; \t")
		if end < 0 {
			end = len(s)
		}
		return name, withoutComment(s[:end]), s[end:], true
	}
	value, rest, _ = strings.Cut(s, ";")
	value = strings.TrimSpace(value)
	if name != "filename" && name != "name" && !strings.Contains(value, "=?") {
		value = withoutComment(value)
	}
	return name, value, rest, true
}

// quoted reads up to the closing quote. Only \" and \\ are escapes: Windows paths are
// sent with single backslashes.
func quoted(s string) (value, rest string) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '"':
			return b.String(), s[i+1:]
		case s[i] == '\\' && i+1 < len(s) && (s[i+1] == '"' || s[i+1] == '\\'):
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String(), ""
}

// piece is one section of a value split by RFC 2231 §3.
type piece struct {
	number  int
	escaped bool // percent encoding; the first one also names charset and language
	value   string
}

func newPiece(section, value string) piece {
	digits, starred := strings.CutSuffix(section, "*")
	number, err := strconv.Atoi(digits)
	if err != nil {
		number = 0
	}
	return piece{number: number, escaped: starred || section == "", value: value}
}

// join puts the pieces in order and decodes them as one.
func join(pieces []piece) string {
	slices.SortStableFunc(pieces, func(a, b piece) int { return a.number - b.number })
	var label string
	var raw []byte
	for i, p := range pieces {
		if i > 0 && p.number == pieces[i-1].number {
			continue
		}
		if !p.escaped {
			raw = append(raw, p.value...)
			continue
		}
		if i == 0 {
			label, p.value = splitCharset(p.value)
		}
		raw = append(raw, percentDecode(p.value)...)
	}
	if label == "" {
		return decodeWords(raw)
	}
	return toUTF8(label, raw)
}

// splitCharset cuts "charset'language'text".
func splitCharset(s string) (label, text string) {
	label, rest, ok := strings.Cut(s, "'")
	if !ok {
		return "", s
	}
	if _, text, ok = strings.Cut(rest, "'"); !ok {
		return "", s
	}
	return label, text
}

func percentDecode(s string) []byte {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' {
			if c, ok := hexPair([]byte(s[i+1 : min(i+3, len(s))])); ok {
				out = append(out, c)
				i += 2
				continue
			}
		}
		out = append(out, s[i])
	}
	return out
}

func withoutComment(s string) string {
	before, _, _ := strings.Cut(s, "(")
	return strings.TrimSpace(before)
}
