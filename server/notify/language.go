package notify

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Language is an ISO 639-1 code.
type Language string

// The languages that mail is written in.
const (
	English Language = "en"
	French  Language = "fr"
	German  Language = "de"
	Italian Language = "it"
	Spanish Language = "es"
)

// ErrLanguage says that mail is not written in that language.
var ErrLanguage = errors.New("notify: unknown language")

// Languages lists them, in the order in which they are offered.
func Languages() []Language { return []Language{English, French, German, Italian, Spanish} }

var months = map[Language]string{
	English: "January February March April May June July August September October November December",
	French:  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
	German:  "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
	Italian: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
	Spanish: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}

// date writes a day as the language does, such as "31 December 2026".
func (l Language) date(t time.Time) string {
	day, month, year := t.Day(), strings.Fields(months[l])[t.Month()-1], t.Year()
	switch {
	case l == German:
		return fmt.Sprintf("%d. %s %d", day, month, year)
	case l == Spanish:
		return fmt.Sprintf("%d de %s de %d", day, month, year)
	case l == French && day == 1:
		return fmt.Sprintf("1er %s %d", month, year)
	case l == Italian && day == 1:
		return fmt.Sprintf("1º %s %d", month, year)
	default:
		return fmt.Sprintf("%d %s %d", day, month, year)
	}
}

// enumerate joins phrases as a sentence does: "a, b and c".
func enumerate(phrases []string, and string) string {
	last := len(phrases) - 1
	if last < 1 {
		return strings.Join(phrases, "")
	}
	return strings.Join(phrases[:last], ", ") + " " + and + " " + phrases[last]
}
