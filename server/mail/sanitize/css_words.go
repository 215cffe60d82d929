package sanitize

import "strings"

// isName says whether s is a name without escapes.
func isName(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c < 0x80 && c != '-' && c != '_' && !isLetter(c) && !isDigit(c) {
			return false
		}
	}
	return s != ""
}

// isNumber says whether s is a number with an optional unit, and nothing cleverer.
func isNumber(s string) bool {
	for i := range len(s) {
		c := s[i]
		if !isDigit(c) && !isLetter(c) && c != '.' && c != '%' && c != '+' && c != '-' {
			return false
		}
	}
	return s != ""
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// quote writes a string token anew in double quotes. The only escapes it lets through
// are code points ("\201C"), as in content and the names of fonts.
func quote(token string) (string, bool) {
	if len(token) < 2 || token[len(token)-1] != token[0] {
		return "", false
	}
	var out strings.Builder
	out.WriteByte('"')
	text := token[1 : len(token)-1]
	for i := range len(text) {
		switch c := text[i]; {
		case c == '\\' && (i+1 == len(text) || !isHex(text[i+1])), c == '\n', c == '\r', c == '\f', c == 0:
			return "", false
		case c == '"':
			out.WriteString(`\22 `)
		case c == '<':
			out.WriteString(`\3c `)
		default:
			out.WriteByte(c)
		}
	}
	out.WriteByte('"')
	return out.String(), true
}

func isHex(c byte) bool {
	return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}
