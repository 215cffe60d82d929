package mail

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestWordsAreFoundWithoutAccentsAndCase(t *testing.T) {
	for text, want := range map[string]string{
		"Réunion à ZÜRICH":      "reunion a zurich",
		"re-re: re":             "re",
		"日本語 text":              "日 本 語 text",
		"ﬁne Łódź Ångström":     "fine lodz angstrom",
		"a@b.example, (c)":      "a b example c",
		"\"' OR 1=1 -- * : & |": "or 1",
		"\u0301\u200b\x00":      "",
	} {
		if got := strings.Join(foldedWords(clean(text), 100), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// FuzzFoldedWords: no word can be an operator of either index, whatever is searched for.
func FuzzFoldedWords(f *testing.F) {
	f.Add(`"a" OR b* NEAR(c) 'd' & !e:f`)
	f.Fuzz(func(t *testing.T, text string) {
		words := foldedWords(clean(text), maxQueryWords)
		if len(words) > maxQueryWords {
			t.Errorf("%d words", len(words))
		}
		for _, word := range words {
			strange := strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
			if word == "" || strange || utf8.RuneCountInString(word) > maxWord {
				t.Errorf("%q gives the word %q", text, word)
			}
		}
		if !slices.Equal(words, slices.Compact(slices.Clone(words))) {
			t.Errorf("%q gives a word twice", text)
		}
	})
}
