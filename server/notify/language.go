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

// voice is how one reader is spoken to: in their language, by their clock.
type voice struct {
	words
	language Language
	zone     *time.Location
}

func voiceOf(language Language, zone *time.Location) (voice, error) {
	spoken, ok := languages[language]
	if !ok {
		return voice{}, ErrLanguage
	}
	if zone == nil {
		zone = time.UTC
	}
	return voice{spoken, language, zone}, nil
}

// day writes a date as the language does, such as "31 December 2026".
func (v voice) day(at time.Time) string {
	at = at.In(v.zone)
	day, month, year := at.Day(), strings.Fields(months[v.language])[at.Month()-1], at.Year()
	switch {
	case v.language == German:
		return fmt.Sprintf("%d. %s %d", day, month, year)
	case v.language == Spanish:
		return fmt.Sprintf("%d de %s de %d", day, month, year)
	case v.language == French && day == 1:
		return fmt.Sprintf("1er %s %d", month, year)
	case v.language == Italian && day == 1:
		return fmt.Sprintf("1º %s %d", month, year)
	default:
		return fmt.Sprintf("%d %s %d", day, month, year)
	}
}

// moment adds the time of day and says by which clock: "31 December 2026,
// 17:05 (Europe/Zurich)".
func (v voice) moment(at time.Time) string {
	return fmt.Sprintf("%s, %s (%s)", v.day(at), at.In(v.zone).Format("15:04"), v.zone)
}

// enumerate joins phrases as a sentence does: "a, b and c".
func enumerate(phrases []string, and string) string {
	last := len(phrases) - 1
	if last < 1 {
		return strings.Join(phrases, "")
	}
	return strings.Join(phrases[:last], ", ") + " " + and + " " + phrases[last]
}
