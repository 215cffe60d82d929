package message_test

import (
	"slices"
	"strings"
	"testing"

	"latchkey/server/mail/message"
)

func lines(all ...string) *message.Message {
	return message.Parse([]byte(strings.Join(all, "\r\n")))
}

func TestDamagedMailIsReadAndSaysSo(t *testing.T) {
	for promise, c := range map[string]struct {
		raw    string
		text   string
		defect message.Defect
	}{
		"an mbox line is skipped": {
			"From a@b.example Mon\nSubject: x\n\nbody", "body", message.DefectMboxLine},
		"an empty line may be missing": {
			"Subject: x\nno field at all\nbody", "no field at all\nbody", message.DefectNoEmptyLine},
		"a stray line does not end the header": {
			"Subject: x\nstray words\nFrom: a@b.example\n\nbody", "body", message.DefectHeaderLine},
		"a missing boundary is guessed": {
			"Content-Type: multipart/mixed\n\n--abc\nContent-Type: text/plain\n\nbody\n--abc--\n", "body", message.DefectNoBoundary},
		"a wrong boundary is guessed": {
			"Content-Type: multipart/mixed; boundary=xyz\n\n--abc\nContent-Type: text/plain\n\nbody\n--abc--\n", "body", message.DefectBoundaryMismatch},
		"a multipart without parts is text": {
			"Content-Type: multipart/mixed; boundary=xyz\n\nbody", "body", message.DefectNoParts},
		"a multipart may be cut short": {
			"Content-Type: multipart/mixed; boundary=xyz\n\n--xyz\n\nbody", "body", message.DefectNotClosed},
		"an unreadable type is text": {
			"Content-Type: ?\n\nbody", "body", message.DefectContentType},
		"an unknown transfer encoding is left": {
			"Content-Transfer-Encoding: rot13\n\nbody", "body", message.DefectUnreadableTransfer},
	} {
		m := message.Parse([]byte(c.raw))
		if got := m.PlainText(); got != c.text {
			t.Errorf("%s: got %q, want %q", promise, got, c.text)
		}
		if !slices.Contains(m.Defects(), c.defect) {
			t.Errorf("%s: defects are %q", promise, m.Defects())
		}
	}
}

func TestASoundMessageHasNoDefects(t *testing.T) {
	m := lines("From: a@b.example", `Content-Type: multipart/mixed; boundary="x"`, "", "--x", "", "body", "--x--", "")
	if len(m.Defects()) > 0 {
		t.Errorf("defects: %q", m.Defects())
	}
}

func TestAParentsBoundaryWins(t *testing.T) {
	m := lines(
		"Content-Type: multipart/mixed; boundary=outer", "",
		"--outer", "Content-Type: multipart/alternative; boundary=inner", "",
		"--inner", "", "one", // the inner one is never closed
		"--outer", "", "two",
		"--inner", "", "three", // not inside it any more
		"--outer--")
	var ids []string
	for _, p := range m.Parts() {
		ids = append(ids, p.ID)
	}
	if want := []string{"", "1", "1.1", "2"}; !slices.Equal(ids, want) {
		t.Errorf("parts %q, want %q", ids, want)
	}
}

func TestTextIsDecodedAsItWasMeant(t *testing.T) {
	for promise, c := range map[string]struct{ kind, encoding, body, want string }{
		"UTF-8 beats a latin-1 label":         {"text/plain; charset=iso-8859-1", "8bit", "Grüße äö", "Grüße äö"},
		"latin-1 is latin-1":                  {"text/plain; charset=iso-8859-1", "8bit", "Gr\xfc\xdfe", "Grüße"},
		"latin-1 without a label":             {"text/plain", "8bit", "Gr\xfc\xdfe", "Grüße"},
		"a single broken byte of UTF-8":       {"text/plain; charset=utf-8", "8bit", "äöüäöü\xff", "äöüäöü\uFFFD"},
		"quoted-printable":                    {"text/plain; charset=utf-8", "Quoted-Printable", "Gr=C3=BC=\r\n=C3=9Fe", "Grüße"},
		"damaged quoted-printable":            {"text/plain", "quoted-printable", "a=ZZb=", "a=ZZb"},
		"base64":                              {"text/plain; charset=utf-8", "base64", "R3LDvMOfZQ==", "Grüße"},
		"base64 without padding":              {"text/plain; charset=utf-8", "base64", "R3LDvMOfZQ", "Grüße"},
		"base64 in pieces":                    {"text/plain", "base64", "YQ==\r\nYmNk", "abcd"},
		"text that is only labelled base64":   {"text/plain", "base64", "Dear Anna, this is plain text, not base64.", "Dear Anna, this is plain text, not base64."},
		"a footer after base64":               {"text/plain", "base64", "SGVsbG8hCg==\r\n____\r\nlist footer", "Hello!\n\n____\nlist footer"},
		"uuencode":                            {"text/plain", "x-uuencode", "begin 644 a.txt\r\n%2&5L;&\\\r\n`\r\nend", "Hello"},
		"UTF-7":                               {"text/plain; charset=utf-7", "7bit", "Hi Mom -+Jjo--!", "Hi Mom -☺-!"},
		"UTF-16":                              {"text/plain; charset=utf-16be", "base64", "AEgAaQ==", "Hi"},
		"HTML names its own charset":          {"text/html", "8bit", "<meta charset=windows-1251>\xcf\xf0\xe8", "При"},
		"a byte order mark is not text":       {"text/plain; charset=utf-8", "8bit", "\xef\xbb\xbfHi", "Hi"},
		"a charset in quotes and with spaces": {`text/plain; charset=" 'UTF-8' "`, "8bit", "ä", "ä"},
	} {
		m := lines("Content-Type: "+c.kind, "Content-Transfer-Encoding: "+c.encoding, "", c.body)
		if got := m.PlainText(); got != c.want {
			t.Errorf("%s: got %q, want %q", promise, got, c.want)
		}
	}
}

func TestAnAttachedMessageIsOpenedOnlyWhenAsked(t *testing.T) {
	m := lines("Content-Type: message/rfc822", "", "Subject: inner", "", "needle")
	if len(m.Parts()) != 1 {
		t.Fatalf("%d parts, want the attached message closed", len(m.Parts()))
	}
	if got := m.Part("1").Nested().Subject(); got != "inner" {
		t.Errorf("nested subject %q", got)
	}
	if got := m.Attachments()[0].Name; got != "inner.eml" {
		t.Errorf("name %q", got)
	}
	if !strings.Contains(m.Text(), "needle") {
		t.Errorf("search text %q lacks the words of the attached message", m.Text())
	}
}
