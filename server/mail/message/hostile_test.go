package message_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"latchkey/server/mail/message"
)

// slowest is what the worst message may take to be read in every way, with room for a
// loaded machine.
const slowest = 5 * time.Second

func TestBombsAreReadInTime(t *testing.T) {
	const mega = 1 << 20
	for name, raw := range bombs(mega) {
		start := time.Now()
		m := message.Parse([]byte(raw))
		checkSound(t, name, m)
		readEverything(m)
		if took := time.Since(start); took > slowest {
			t.Errorf("%s (%d bytes): %v", name, len(raw), took)
		} else if took > slowest/10 {
			t.Logf("%s (%d bytes): %v", name, len(raw), took)
		}
	}
}

// bombs are about size bytes each and aim at one loop each.
func bombs(size int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	return map[string]string{
		"nested multiparts":         nestedMultiparts(5000),
		"one boundary for all":      "Content-Type: multipart/mixed; boundary=a\n\n" + fill("--a\nContent-Type: multipart/mixed; boundary=a\n\n"),
		"empty parts":               "Content-Type: multipart/mixed; boundary=a\n\n" + fill("--a\n\n"),
		"near boundaries":           "Content-Type: multipart/mixed; boundary=" + strings.Repeat("a", 60) + "\n\n" + fill("--"+strings.Repeat("a", 59)+"\n"),
		"boundaries never at lines": "Content-Type: multipart/mixed; boundary=a\n\n" + fill("x--a"),
		"fields":                    fill("A: b\n") + "\nbody",
		"one folded field":          "Subject: a\n" + fill(" b\n") + "\nbody",
		"one long subject":          "Subject: " + fill("a ") + "\n\nbody",
		"open encoded words":        "Subject: " + fill("=?a?Q?x") + "\n\nbody",
		"encoded words":             "Subject: " + fill("=?utf-8?Q?x?= ") + "\n\nbody",
		"question marks":            "Subject: " + fill("=?") + "\n\nbody",
		"parameters":                "Content-Type: text/plain" + fill("; a=b") + "\n\nbody",
		"bare parameters":           "Content-Type: text/plain" + fill(";a") + "=b\n\nbody",
		"sections":                  "Content-Type: text/plain" + sections(size/16) + "\n\nbody",
		"a quote that never ends":   "Content-Type: text/plain; a=\"" + fill("\\\"") + "\n\nbody",
		"addresses":                 "To: " + fill("a@b.example,") + "\n\nbody",
		"comments in an address":    "To: " + fill("(") + "\n\nbody",
		"references":                "References: " + fill("<a@b>") + "\n\nbody",
		"open references":           "References: " + fill("<a") + "\n\nbody",
		"stray lines":               fill("stray\n") + "A-B: c\n\nbody",
		"blank lines of blanks":     "A: b\n" + fill(" \n"),
		"base64 of nothing":         "Content-Transfer-Encoding: base64\n\n" + fill("="),
		"quoted-printable damage":   "Content-Transfer-Encoding: quoted-printable\n\n" + fill("=Z"),
		"soft breaks of blanks":     "Content-Transfer-Encoding: quoted-printable\n\n" + fill("= \t"),
		"uuencode":                  "Content-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n" + fill("M"),
		"UTF-7":                     "Content-Type: text/plain; charset=utf-7\n\n" + fill("+AAA"),
		"messages in messages":      fill("Content-Type: message/rfc822\n\n"),
		"a digest":                  "Content-Type: multipart/digest; boundary=a\n\n" + fill("--a\n\nSubject: x\n\ny\n"),
		"tags":                      "Content-Type: text/html\n\n" + fill("<b><p>"),
		"attributes":                "Content-Type: text/html\n\n<a " + fill("a=b "),
		"calendar folds":            "Content-Type: text/calendar\n\nBEGIN:VEVENT\n" + fill(" a\n"),
		"many calendars":            "Content-Type: multipart/mixed; boundary=a\n\n" + fill("--a\nContent-Type: text/calendar\n\nMETHOD:X\n"),
		"references to content ids": "Content-Type: text/html\n\n" + fill("cid:"),
		"many content ids":          "Content-Type: multipart/related; boundary=a\n\n--a\nContent-Type: text/html\n\ncid:" + fill("x") + strings.Repeat("\n--a\nContent-ID: <q>\nContent-Type: image/png\n\nx", 1900),
	}
}

func nestedMultiparts(depth int) string {
	var b strings.Builder
	for i := range depth {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
	}
	return b.String()
}

func sections(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "; a*%d*=%%41", i)
	}
	return b.String()
}

func TestLimitsHold(t *testing.T) {
	deep := message.Parse([]byte(nestedMultiparts(100)))
	if n := len(deep.Parts()); n != message.MaxDepth+1 {
		t.Errorf("%d parts below one another, want %d", n, message.MaxDepth+1)
	}
	many := message.Parse([]byte("Content-Type: multipart/mixed; boundary=a\n\n" + strings.Repeat("--a\n\nx\n", 5000)))
	if n := len(many.Parts()); n != message.MaxParts {
		t.Errorf("%d parts, want %d", n, message.MaxParts)
	}
	fields := message.Parse([]byte(strings.Repeat("A: b\n", 5000) + "\nbody"))
	if n := len(fields.Root().Header); n != message.MaxHeaderFields || fields.PlainText() != "body" {
		t.Errorf("%d fields, want %d, and the body is %q", n, message.MaxHeaderFields, fields.PlainText())
	}
}
