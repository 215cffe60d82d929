package threading_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"latchkey/server/mail/threading"
)

func TestBaseSubjects(t *testing.T) {
	for subject, want := range map[string]threading.Subject{
		"Lunch":                          {Text: "LUNCH"},
		"Re: Lunch":                      {Text: "LUNCH", Reply: true},
		"RE: re:  Fwd: Lunch":            {Text: "LUNCH", Reply: true},
		"AW: WG: Mittag":                 {Text: "MITTAG", Reply: true},
		"Re[2]: Lunch":                   {Text: "LUNCH", Reply: true},
		"Re : Lunch":                     {Text: "LUNCH", Reply: true},
		"回复：午饭":                          {Text: "午饭", Reply: true},
		"[list] Lunch":                   {Text: "LUNCH"},
		"[list] Re: Lunch":               {Text: "LUNCH", Reply: true},
		"Re: [list] Lunch":               {Text: "LUNCH", Reply: true},
		"[a] [b] Re: [c] Lunch (fwd)":    {Text: "LUNCH", Reply: true},
		"[Fwd: Re: Lunch]":               {Text: "LUNCH", Reply: true},
		"[only]":                         {Text: "[ONLY]"},
		"Re: [only]":                     {Text: "[ONLY]", Reply: true},
		"Re:":                            {Reply: true},
		"":                               {},
		"Regarding: Lunch":               {Text: "REGARDING: LUNCH"},
		"Lunch\t\n at  noon":             {Text: "LUNCH AT NOON"},
		"Rechnung":                       {Text: "RECHNUNG"},
		"Re: " + strings.Repeat("a", 50): {Text: strings.Repeat("A", 50), Reply: true},
	} {
		if got := threading.BaseSubject(subject); got != want {
			t.Errorf("%q: got %+v, want %+v", subject, got, want)
		}
	}
}

func FuzzBaseSubject(f *testing.F) {
	for _, s := range []string{"Re: [x] Fwd: y (fwd)", "[Fwd: [a] b]", strings.Repeat("[", 500), strings.Repeat("[a]", 300), "回复：x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, subject string) {
		base := threading.BaseSubject(subject)
		if !utf8.ValidString(base.Text) || strings.TrimSpace(base.Text) != base.Text {
			t.Errorf("%q: base %q", subject, base.Text)
		}
		if len(subject) > threading.MaxSubject/4 {
			return // cut, and letters may grow in upper case
		}
		if again := threading.BaseSubject(base.Text); again.Text != base.Text {
			t.Errorf("%q: base %q has base %q", subject, base.Text, again.Text)
		}
		if reply := threading.BaseSubject("Re: " + subject); reply.Text != base.Text {
			t.Errorf("%q: base %q, but %q of a reply to it", subject, base.Text, reply.Text)
		}
	})
}
