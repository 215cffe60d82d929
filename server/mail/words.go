package mail

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

const (
	// maxIndexedWords of one message; dictionaries stop there.
	maxIndexedWords = 20_000
	// maxQueryWords of one search.
	maxQueryWords = 16
	// maxWord is in runes: longer ones are no words but data, and are cut.
	maxWord = 48
)

// foldedWords cuts text into its different words, at most limit, as both
// databases index them: lower case, without accents, letters and digits only.
// Scripts that do not put blanks between words give a word a character.
func foldedWords(text string, limit int) []string {
	var words []string
	seen := map[string]bool{}
	for word := range strings.FieldsFuncSeq(norm.NFKD.String(text), isSeparator) {
		for _, one := range split(fold(word)) {
			if !seen[one] {
				seen[one] = true
				words = append(words, one)
			}
			if len(words) == limit {
				return words
			}
		}
	}
	return words
}

func isSeparator(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)
}

// fold drops accents, which are marks of their own after NFKD, and case.
func fold(word string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'ß' || r == 'ẞ':
			return 's'
		case r == 'ø' || r == 'Ø':
			return 'o'
		case r == 'ł' || r == 'Ł':
			return 'l'
		case r == 'đ' || r == 'Đ':
			return 'd'
		default:
			return unicode.ToLower(r)
		}
	}, word)
}

// split gives the pieces of a folded word, none empty or too long.
func split(word string) []string {
	var pieces []string
	var piece []rune
	flush := func() {
		if len(piece) > 0 {
			pieces = append(pieces, string(piece[:min(len(piece), maxWord)]))
			piece = piece[:0]
		}
	}
	for _, r := range word {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
			flush()
			pieces = append(pieces, string(r))
			continue
		}
		piece = append(piece, r)
	}
	flush()
	return pieces
}
