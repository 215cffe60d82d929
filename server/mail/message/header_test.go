package message_test

import (
	"slices"
	"strings"
	"testing"

	"latchkey/server/mail/message"
)

func subject(raw string) string {
	return message.Parse([]byte("Subject: " + raw + "\n\n")).Subject()
}

func TestSubjectsAreDecoded(t *testing.T) {
	for promise, c := range map[string]struct{ raw, want string }{
		"plain ASCII stays":                             {"Hello  there", "Hello  there"},
		"a folded line is unfolded":                     {"one\r\n two", "one two"},
		"neighbouring words are joined":                 {"=?utf-8?q?a?= =?utf-8?q?b?=", "ab"},
		"a character cut between two words is whole":    {"=?utf-8?b?w6TDtsM=?=\n =?utf-8?b?vA==?=", "äöü"},
		"neighbouring words may differ in charset":      {"=?utf-8?q?=C3=A4?= =?iso-8859-1?q?=F6?=", "äö"},
		"blanks between a word and text stay":           {"a =?utf-8?q?b?= c", "a b c"},
		"a word may follow text without a blank":        {"[x]=?utf-8?q?b?=", "[x]b"},
		"a word may hold blanks":                        {"=?utf-8?Q?hello world?=", "hello world"},
		"a broken word is shown as it is":               {"=?utf-8?q?abc", "=?utf-8?q?abc"},
		"an unknown encoding is shown as it is":         {"=?utf-8?x?abc?=", "=?utf-8?x?abc?="},
		"an unknown charset is read as windows-1252":    {"=?nonsense?q?=80?=", "€"},
		"raw UTF-8 is UTF-8":                            {"Grüße", "Grüße"},
		"raw latin-1 is read too":                       {"Gr\xfc\xdfe", "Grüße"},
		"Japanese in its own shifting charset":          {"=?ISO-2022-JP?B?GyRCJDMkcyRLJEEkTxsoQg==?=", "こんにちは"},
		"Korean by its old name":                        {"=?ks_c_5601-1987?B?vsiz5w==?=", "안녕"},
		"line ends in a word can't make another header": {"=?utf-8?q?a=0D=0ABcc:_x?=", "a Bcc: x"},
		"controls are dropped":                          {"a\x00b\x07c", "abc"},
	} {
		if got := subject(c.raw); got != c.want {
			t.Errorf("%s: got %q, want %q", promise, got, c.want)
		}
	}
}

func TestAddressesAreRead(t *testing.T) {
	type list = []message.Address
	for promise, c := range map[string]struct {
		raw  string
		want list
	}{
		"name and address":                       {"Anna <anna@acme.example>", list{{"Anna", "anna@acme.example"}}},
		"an address alone":                       {"anna@acme.example", list{{"", "anna@acme.example"}}},
		"a quoted comma divides nothing":         {`"Weber, Ben" <ben@acme.example>, a@b.example`, list{{"Weber, Ben", "ben@acme.example"}, {"", "a@b.example"}}},
		"an encoded comma divides nothing":       {"=?utf-8?q?Weber=2C_Ben?= <ben@acme.example>", list{{"Weber, Ben", "ben@acme.example"}}},
		"an encoded name in quotes is decoded":   {`"=?utf-8?q?Chlo=C3=A9?=" <chloe@studio.example>`, list{{"Chloé", "chloe@studio.example"}}},
		"a group is opened":                      {"Team: a@b.example, c@d.example;", list{{"", "a@b.example"}, {"", "c@d.example"}}},
		"an empty group is nobody":               {"undisclosed-recipients:;", nil},
		"a comment after the address is a name":  {"anna@acme.example (Anna)", list{{"Anna", "anna@acme.example"}}},
		"semicolons divide too":                  {"a@b.example; c@d.example", list{{"", "a@b.example"}, {"", "c@d.example"}}},
		"a route is left out":                    {"<@x.example,@y.example:a@b.example>", list{{"", "a@b.example"}}},
		"a quoted local part keeps its quotes":   {`<"a b"@c.example>`, list{{"", `"a b"@c.example`}}},
		"an open quote does not hide an address": {`"Anna <anna@acme.example>`, list{{"Anna", "anna@acme.example"}}},
		"a name alone stays a name":              {"Anna", list{{"Anna", ""}}},
		"an empty field is nobody":               {"  ", nil},
	} {
		got := message.Parse([]byte("From: " + c.raw + "\n\n")).From()
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", promise, got, c.want)
		}
	}
}

func TestEveryFieldOfANameCounts(t *testing.T) {
	m := message.Parse([]byte("To: a@b.example\nTO: c@d.example\nReceived: one\nReceived: two\n\n"))
	if len(m.To()) != 2 || len(m.Root().Header.Texts("received")) != 2 {
		t.Errorf("to %q, received %q", m.To(), m.Root().Header.Texts("received"))
	}
}

func TestMessageIDsAreRead(t *testing.T) {
	for promise, c := range map[string]struct {
		raw  string
		want []string
	}{
		"several in brackets":           {"<a@x> <b@x>", []string{"a@x", "b@x"}},
		"folded inside an id":           {"<a\n @x>", []string{"a@x"}},
		"bare words with an at":         {"a@x, b@x", []string{"a@x", "b@x"}},
		"text around them is left out":  {"Your message of \"Mon\" <a@x>", []string{"a@x"}},
		"an unclosed bracket is closed": {"<broken <a@x>", []string{"a@x"}},
		"nothing is nothing":            {"Mon, 1 Jan", nil},
	} {
		got := message.Parse([]byte("References: " + c.raw + "\n\n")).References()
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", promise, got, c.want)
		}
	}
}

func TestManyReferencesKeepTheOldestAndTheNewest(t *testing.T) {
	raw := "References: <first@x>" + strings.Repeat(" <middle@x>", 5000) + " <last@x>\n\n"
	got := message.Parse([]byte(raw)).References()
	if len(got) != message.MaxMessageIDs || got[0] != "first@x" || got[len(got)-1] != "last@x" {
		t.Errorf("%d ids from %q to %q", len(got), got[0], got[len(got)-1])
	}
}

func TestFileNamesAreDecodedAndHarmless(t *testing.T) {
	for promise, c := range map[string]struct{ raw, want string }{
		"plain":                               {`attachment; filename="a b.pdf"`, "a b.pdf"},
		"without quotes, with blanks":         {`attachment; filename=a b.pdf`, "a b.pdf"},
		"RFC 2231":                            {`attachment; filename*=utf-8''%C3%A4.pdf`, "ä.pdf"},
		"RFC 2231 in pieces, out of order":    {`attachment; filename*1*=%A4.pdf; filename*0*=utf-8''%C3`, "ä.pdf"},
		"RFC 2231 wins over the plain one":    {`attachment; filename="a.pdf"; filename*=utf-8''b.pdf`, "b.pdf"},
		"encoded words in quotes":             {`attachment; filename="=?utf-8?q?=C3=A4?=.pdf"`, "ä.pdf"},
		"a Windows path is cut":               {`attachment; filename="C:\temp\a.pdf"`, "a.pdf"},
		"a path upwards is cut":               {`attachment; filename="../../etc/passwd"`, "passwd"},
		"dots alone are no name":              {`attachment; filename=".."`, ""},
		"the true ending can't be turned":     {"attachment; filename=\"cod\u202eexe.pdf\"", "codexe.pdf"},
		"a quote that is not closed":          {`attachment; filename="a.pdf`, "a.pdf"},
		"a missing semicolon after the quote": {`attachment; filename="a.pdf" size=3`, "a.pdf"},
	} {
		m := message.Parse([]byte("Content-Disposition: " + c.raw + "\n\nx"))
		if got := m.Root().FileName(); got != c.want {
			t.Errorf("%s: got %q, want %q", promise, got, c.want)
		}
	}
}

func TestDatesAreRead(t *testing.T) {
	for raw, want := range map[string]string{
		"Tue, 1 Jul 2003 10:52:37 +0200":         "2003-07-01T10:52:37+02:00",
		"1 Jul 03 10:52 GMT":                     "2003-07-01T10:52:00Z",
		"Tue Jul  1 10:52:37 2003":               "2003-07-01T10:52:37Z",
		"Tue, 01-Jul-97 10:52:37 PST":            "1997-07-01T10:52:37-08:00",
		"Tue, 1 Jul 2003 10:52:37 -0700 (PDT)":   "2003-07-01T10:52:37-07:00",
		"Tue, 1 Jul 2003 10:52:37 GMT+0200":      "2003-07-01T10:52:37+02:00",
		"2003-07-01 10:52:37 +02:00":             "2003-07-01T10:52:37+02:00",
		"Sat, 31 Dec 1999 23:59:60 +0000":        "2000-01-01T00:00:00Z",
		"Tue, 1 (a (nested) one) Jul 2003 10:52": "2003-07-01T10:52:00Z",
	} {
		m := message.Parse([]byte("Date: " + raw + "\n\n"))
		if got := m.Date().Format("2006-01-02T15:04:05Z07:00"); got != want {
			t.Errorf("%q: got %s, want %s", raw, got, want)
		}
	}
	for _, raw := range []string{"", "yesterday", "99 Jul 2003", "10:52:37"} {
		if m := message.Parse([]byte("Date: " + raw + "\n\n")); !m.Date().IsZero() {
			t.Errorf("%q: got %s, want no date", raw, m.Date())
		}
	}
}
