package notify

import (
	"testing"
	"time"
)

func TestTimesAreByTheReadersClock(t *testing.T) {
	zurich, err := time.LoadLocation("Europe/Zurich")
	if err != nil {
		t.Skip("this system has no time zones: ", err)
	}
	late := time.Date(2026, 12, 31, 23, 30, 0, 0, time.UTC)
	for _, c := range []struct {
		language Language
		zone     *time.Location
		want     string
	}{
		{English, nil, "31 December 2026, 23:30 (UTC)"},
		{English, zurich, "1 January 2027, 00:30 (Europe/Zurich)"},
		{French, zurich, "1er janvier 2027, 00:30 (Europe/Zurich)"},
		{German, zurich, "1. Januar 2027, 00:30 (Europe/Zurich)"},
		{Italian, zurich, "1º gennaio 2027, 00:30 (Europe/Zurich)"},
		{Spanish, nil, "31 de diciembre de 2026, 23:30 (UTC)"},
	} {
		v, err := voiceOf(c.language, c.zone)
		if got := v.moment(late); err != nil || got != c.want {
			t.Errorf("%s: %q, %v; want %q", c.language, got, err, c.want)
		}
	}
}

func TestPlacesAreNamedInTheReadersLanguage(t *testing.T) {
	for language, want := range map[Language]string{
		English: "Genève, Switzerland", French: "Genève, Suisse", German: "Genève, Schweiz", Italian: "Genève, Svizzera", Spanish: "Genève, Suiza",
	} {
		v, err := voiceOf(language, nil)
		if got := v.place("Genève", "CH"); err != nil || got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
		if got := v.place("", "?") + v.place("", "ZZZ"); got != "" {
			t.Errorf("%s: no country is %q", language, got)
		}
	}
}
