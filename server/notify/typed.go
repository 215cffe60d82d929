package notify

import (
	"strings"
	"unicode"
)

const (
	maxNameRunes = 100
	maxNoteRunes = 2000
)

// zeroWidthJoiner is kept: emoji and several scripts are written with it.
const zeroWidthJoiner = '\u200d'

// clean makes one line of what somebody typed, without characters that draw
// nothing: a right-to-left override can make a name read as another.
func clean(text string, maxRunes int) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r) && r != zeroWidthJoiner, r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, text)
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > maxRunes {
		text = string(runes[:maxRunes]) + "…"
	}
	return text
}

// nameOf cleans the name of a person or an organization.
func nameOf(text string) string { return clean(text, maxNameRunes) }

func noteLines(note string) []string {
	if runes := []rune(note); len(runes) > maxNoteRunes {
		note = string(runes[:maxNoteRunes]) + "…"
	}
	var lines []string
	for line := range strings.SplitSeq(strings.TrimSpace(note), "\n") {
		lines = append(lines, clean(line, maxNoteRunes))
	}
	if len(lines) == 1 && lines[0] == "" {
		return nil
	}
	return lines
}
