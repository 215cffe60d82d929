package organization

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"latchkey/server/refusal"
)

// maxName is in octets, as the columns are.
const maxName = 200

// Name cleans the name of a person or thing that somebody typed. field is the
// input it came in.
//
// Refusals: VALIDATION_FAILED.
func Name(field, typed string) (string, error) {
	name := norm.NFC.String(strings.Join(strings.Fields(typed), " "))
	switch {
	case name == "":
		return "", refusal.Invalid(field, "Say a name.")
	case len(name) > maxName:
		return "", refusal.Invalid(field, "This name is too long. Shorten it to 200 letters at most, fewer with accents.")
	// A line break could pass for a header's end in a mail; an override of direction makes a name read as another.
	case !utf8.ValidString(name) || strings.ContainsFunc(name, isDeceptive):
		return "", refusal.Invalid(field, "This name holds a character that can’t be shown. Type it again.")
	}
	return name, nil
}

func isDeceptive(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
}
