package message

import (
	"bytes"
	"encoding/base64"
)

// sextet gives the value of a base64 letter of either alphabet, or -1.
func sextet(c byte) int {
	switch {
	case c >= 'A' && c <= 'Z':
		return int(c - 'A')
	case c >= 'a' && c <= 'z':
		return int(c-'a') + 26
	case c >= '0' && c <= '9':
		return int(c-'0') + 52
	case c == '+' || c == '-':
		return 62
	case c == '/' || c == '_':
		return 63
	}
	return -1
}

// decodeBase64 takes the standard decoder where the text is sound, else decodes what is
// there: missing padding, padding in the middle (pieces encoded one by one), stray
// characters. Text of which over 5 % cannot be base64 was labelled wrongly: it is
// returned as it is, so that a plain sentence labelled base64 stays readable.
func decodeBase64(b []byte) []byte {
	out := make([]byte, base64.StdEncoding.DecodedLen(len(b)))
	if n, err := base64.StdEncoding.Decode(out, b); err == nil {
		return out[:n]
	}
	if notBase64(b) {
		return b
	}
	b, trailing := cutTrailing(b)
	out = out[:0]
	var group uint32
	letters := 0
	for _, c := range b {
		if c == '=' {
			out = appendPartial(out, group, letters)
			group, letters = 0, 0
			continue
		}
		v := sextet(c)
		if v < 0 {
			continue
		}
		group = group<<6 | uint32(v)
		if letters++; letters == 4 {
			out = append(out, byte(group>>16), byte(group>>8), byte(group))
			group, letters = 0, 0
		}
	}
	return append(appendPartial(out, group, letters), trailing...)
}

func appendPartial(out []byte, group uint32, letters int) []byte {
	switch letters {
	case 2:
		return append(out, byte(group>>4))
	case 3:
		return append(out, byte(group>>10), byte(group>>2))
	}
	return out
}

// base64Size is len(decodeBase64(b)) without the memory.
func base64Size(b []byte) int {
	if notBase64(b) {
		return len(b)
	}
	b, trailing := cutTrailing(b)
	size, letters := len(trailing), 0
	for _, c := range b {
		if c == '=' {
			size += max(letters-1, 0)
			letters = 0
		} else if sextet(c) >= 0 {
			if letters++; letters == 4 {
				size += 3
				letters = 0
			}
		}
	}
	return size + max(letters-1, 0)
}

// cutTrailing divides what is encoded from words that somebody put after its padding, as
// mailing lists do with their footer. Pieces that were each encoded stay together.
func cutTrailing(b []byte) (encoded, trailing []byte) {
	pad := bytes.IndexByte(b, '=')
	if pad < 0 {
		return b, nil
	}
	for pad < len(b) && b[pad] == '=' {
		pad++
	}
	letters := 0
	for _, c := range b[pad:] {
		switch {
		case c == '=' || c == '\r' || c == '\n':
		case sextet(c) >= 0:
			letters++
		default:
			return b[:pad], b[pad:]
		}
	}
	if letters%4 == 1 || letters < 4 && letters > 0 {
		return b[:pad], b[pad:]
	}
	return b, nil
}

// notBase64 says whether over 5 % of the visible characters are no base64 letters.
func notBase64(b []byte) bool {
	const few = 8 // a stray word in a short text proves nothing
	stray := 0
	for _, c := range b {
		if c >= ' ' && c != '=' && sextet(c) < 0 {
			stray++
		}
	}
	return stray > few && stray*20 > len(b)
}
