package message

import (
	"bytes"
	"strings"
	"unicode/utf16"
)

// decodeUTF7 decodes RFC 2152, which old servers still label their bounces with.
func decodeUTF7(b []byte) string {
	var out strings.Builder
	for len(b) > 0 {
		plus := bytes.IndexByte(b, '+')
		if plus < 0 {
			out.WriteString(toUTF8("", b))
			break
		}
		out.WriteString(toUTF8("", b[:plus]))
		b = b[plus+1:]
		n := 0
		for n < len(b) && b[n] != '-' && sextet(b[n]) >= 0 {
			n++
		}
		if n == 0 {
			out.WriteByte('+')
		} else {
			out.WriteString(fromUTF16(decodeBase64(b[:n])))
		}
		b = bytes.TrimPrefix(b[n:], []byte("-"))
	}
	return out.String()
}

func fromUTF16(b []byte) string {
	units := make([]uint16, 0, len(b)/2)
	for ; len(b) >= 2; b = b[2:] {
		units = append(units, uint16(b[0])<<8|uint16(b[1]))
	}
	return string(utf16.Decode(units))
}
