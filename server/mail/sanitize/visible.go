package sanitize

import (
	"strings"
	"unicode"
)

// Line makes one line of s, at most maxRunes runes, with blanks collapsed and the
// invisible filler left out that newsletters put after their preview text.
func Line(s string, maxRunes int) string {
	var out strings.Builder
	var filter visible
	blank := false
	count := 0
	for _, r := range s {
		if isBlank(r) {
			blank = true
			filter.reset()
			continue
		}
		joiner, ok := filter.next(r)
		if !ok {
			continue
		}
		if blank && count > 0 {
			out.WriteByte(' ')
			count++
		}
		if joiner != "" {
			count++
		}
		if count++; count > maxRunes {
			break
		}
		out.WriteString(joiner)
		out.WriteRune(r)
		blank = false
	}
	return strings.TrimSpace(out.String())
}

// visible drops runes that show nothing. Joiners (U+200C, U+200D) count only between
// two visible runes, where Persian words and composed emoji need them.
type visible struct {
	joiner string
	letter bool // a visible rune stands right before
}

func (v *visible) reset() { *v = visible{} }

// next gives the joiner to write before r, and whether r itself is to be written.
func (v *visible) next(r rune) (joiner string, ok bool) {
	switch {
	case r == '\u200c' || r == '\u200d':
		if v.letter && v.joiner == "" {
			v.joiner = string(r)
		}
		return "", false
	case isFiller(r):
		return "", false
	}
	joiner, v.joiner, v.letter = v.joiner, "", true
	return joiner, true
}

func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\u2800' || r == '\u3164' // blank braille, Hangul filler
}

// isFiller lists what takes no room: soft hyphen, grapheme joiner, zero-width space,
// byte order mark, marks of direction, and controls.
func isFiller(r rune) bool {
	if r < 0x7f {
		return r < ' '
	}
	return r == '\u034f' || r == '\u115f' || r == '\u1160' || r == '\ufffe' || unicode.Is(unicode.Cf, r) || unicode.IsControl(r)
}
