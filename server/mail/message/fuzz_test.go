package message_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"latchkey/server/mail/message"
)

func FuzzParse(f *testing.F) {
	for _, raw := range bombs(2000) {
		f.Add([]byte(raw))
	}
	f.Add(newsletter().Raw())
	f.Fuzz(func(t *testing.T, raw []byte) {
		m := message.Parse(raw)
		checkSound(t, "fuzz", m)
		readEverything(m)
		for what, s := range map[string]string{"text": m.Text(), "snippet": m.Snippet(80), "html": m.HTML()} {
			if !utf8.ValidString(s) {
				t.Errorf("%s is not UTF-8: %q", what, s)
			}
		}
	})
}

func FuzzHeaderDecoding(f *testing.F) {
	for _, s := range []string{
		"=?utf-8?q?a?= =?utf-8?b?w6Q=?=", `"a, b" <c@d.example>, e: f@g;`, "<a@b> <c@d>",
		`text/plain; a*0*=utf-8''%41; a*1="b"; charset=x`, "Tue, 1 Jul 2003 10:52:37 +0200",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, value string) {
		m := message.Parse([]byte("Subject:" + value + "\nFrom:" + value + "\nDate:" + value + "\nReferences:" + value + "\nContent-Type:" + value + "\n\nx"))
		decoded := []string{m.Subject(), m.Root().FileName()}
		for _, a := range m.From() {
			decoded = append(decoded, a.Name, a.Address)
		}
		decoded = append(decoded, m.References()...)
		for _, s := range decoded {
			if !utf8.ValidString(s) || strings.ContainsAny(s, "\r\n\x00") {
				t.Errorf("%q is not one line of UTF-8", s)
			}
		}
		_ = m.Date()
	})
}
