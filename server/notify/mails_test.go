package notify

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-message/mail"
	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"latchkey/server/permission"
)

const hostileName = "Anna\r\nBcc: everyone@victim.example\r\n\r\n<b>x</b>\u202e{{.}}%s%!"

const someLink = "https://mail.acme.example/account/security"

func envelope(language Language) Envelope {
	return Envelope{
		Language: language, From: "latchkey@acme.example", To: "chloe@studio.example",
		AnswerTo: "anna@acme.example", AnswerName: "Anna", Key: "invitation iv_1",
		SentAt: time.Date(2026, 11, 23, 16, 0, 0, 0, time.UTC),
	}
}

// every is one mail of each kind and case; name is what people called themselves.
func every(name string) map[string]Content {
	at := time.Date(2026, 11, 23, 16, 4, 0, 0, time.UTC)
	invitation := anInvitation()
	invitation.InviterName = name
	all := map[string]Content{
		"invitation":     invitation,
		"sign-up code":   SignUpCode{Code: "123456", Inviter: name, Mailbox: "info@acme.example"},
		"reset code":     ResetCode{Code: "123456", Account: "chloe@studio.example"},
		"account exists": AccountExists{Inviter: name, Mailbox: "info@acme.example", Account: "chloe@studio.example", Link: someLink},
		"new sign-in": NewSignIn{
			Account: "chloe@studio.example", Browser: "Firefox", System: "Linux", City: "Genève", Country: "CH",
			Address: "203.0.113.7", At: at, Link: someLink,
		},
		"new sign-in, nothing known": NewSignIn{Account: "chloe@studio.example", At: at, Link: someLink},
		"second factor removed, another left": SecurityNotice{
			What: SecondFactorRemoved, Account: "chloe@studio.example", At: at, Protected: true, Link: someLink,
		},
		"accepted": InvitationAccepted{
			GuestName: name, GuestAddress: "chloe@studio.example", Mailbox: "info@acme.example", Permissions: permission.Assistant.Set(),
			AccessUntil: at, Link: someLink,
		},
	}
	all["access, by a second factor"] = AccessChanged{
		Turn: Changed, BySecondFactor: true, Mailboxes: []string{"info@acme.example"}, Actor: name,
		Permissions: permission.Organizer.Set(), Link: someLink,
	}
	all["access to many mailboxes"] = AccessChanged{
		Turn: NeedsSecondFactor, Mailboxes: slices.Repeat([]string{"info@acme.example"}, 50), Link: someLink,
	}
	for what := range english.security.notices {
		for left := range 3 {
			all[fmt.Sprintf("%s, %d codes left", what, left)] = SecurityNotice{
				What: what, Account: "chloe@studio.example", At: at, CodesLeft: left, Link: someLink,
			}
		}
	}
	for turn := range turns {
		for _, actor := range []string{name, ""} {
			all[fmt.Sprintf("access, turn %d by %q", turn, actor)] = AccessChanged{
				Turn: turn, Mailboxes: []string{"info@acme.example", "support@acme.example"}, Actor: actor,
				Permissions: permission.Assistant.Set(), Link: someLink,
			}
		}
	}
	return all
}

// parse reads a message into its header, text and HTML.
func parse(t interface{ Fatal(...any) }, raw []byte) (mail.Header, string, string) {
	reader, err := mail.CreateReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	var bodies []string
	for {
		part, err := reader.NextPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(part.Body)
		if err != nil {
			t.Fatal(err)
		}
		bodies = append(bodies, strings.ReplaceAll(string(body), "\r\n", "\n"))
	}
	if len(bodies) != 2 {
		t.Fatal("want text and HTML, got ", len(bodies))
	}
	return reader.Header, bodies[0], bodies[1]
}

func TestEveryMailIsWholeInEveryLanguage(t *testing.T) {
	for name, content := range every("Anna") {
		for _, language := range Languages() {
			raw, err := Compose(envelope(language), content)
			if err != nil {
				t.Fatalf("%s, %s: %v", name, language, err)
			}
			header, text, page := parse(t, raw)
			subject, err := header.Subject()
			if err != nil || subject == "" {
				t.Errorf("%s, %s: subject %q, %v", name, language, subject, err)
			}
			for _, bad := range []string{"%!", "%s", "%d", "<no value>", "ZgotmplZ", "<img", "src=", "url(", "@import"} {
				if strings.Contains(subject+text+page, bad) {
					t.Errorf("%s, %s: %q in\n%s", name, language, bad, text)
				}
			}
			for _, gap := range []string{" .", "..", " ,", "\n\n\n", " \n"} {
				if strings.Contains(strings.Replace(subject+"\n"+text, "\n-- \n", "\n", 1), gap) {
					t.Errorf("%s, %s: a gap %q in\n%s", name, language, gap, text)
				}
			}
			if header.Get("Auto-Submitted") != "auto-generated" || header.Get("Content-Language") != string(language) {
				t.Errorf("%s, %s: header %v", name, language, header)
			}
			for line := range strings.SplitSeq(string(raw), "\r\n") {
				if len(line) > 998 || strings.ContainsAny(line, "\r\n") {
					t.Errorf("%s, %s: not a line of mail: %q", name, language, line)
				}
			}
		}
	}
}

// visible is what a reader of the HTML sees, word by word, without the hidden preheader.
func visible(t *testing.T, page string) []string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for node := range root.Descendants() {
		if node.Type != html.TextNode || node.Parent.Data == "style" || node.Parent.Data == "title" {
			continue
		}
		hidden := slices.ContainsFunc(node.Parent.Attr, func(a html.Attribute) bool {
			return a.Key == "style" && strings.Contains(a.Val, "display:none")
		})
		if !hidden {
			text.WriteString(" " + node.Data)
		}
	}
	return strings.Fields(text.String())
}

func TestTheTextAndTheHTMLSayTheSame(t *testing.T) {
	for name, content := range every("Anna") {
		for _, language := range Languages() {
			preview, err := Render(language, nil, content)
			if err != nil {
				t.Fatal(err)
			}
			seen := map[string]bool{}
			for _, word := range visible(t, preview.HTML) {
				seen[word] = true
			}
			said := map[string]bool{"Latchkey": true}
			for word := range strings.FieldsSeq(languages[language].copyLink) {
				said[word] = true
			}
			for word := range strings.FieldsSeq(preview.Text) {
				said[word], said[strings.TrimSuffix(word, ":")] = true, true
				if word != ">" && word != "--" && !seen[word] && !seen[strings.TrimSuffix(word, ":")] {
					t.Errorf("%s, %s: %q of the text is not in the HTML", name, language, word)
				}
			}
			for word := range seen {
				if !said[word] {
					t.Errorf("%s, %s: %q of the HTML is not in the text", name, language, word)
				}
			}
		}
	}
}

func TestNothingIsLeftUntranslated(t *testing.T) {
	same := []string{"123 456", "Address", "Account", "Browser", "Firefox"} // words that are the same elsewhere
	for name, content := range every("Anna") {
		inEnglish, err := Render(English, nil, content)
		if err != nil {
			t.Fatal(err)
		}
		lines := map[string]bool{}
		for line := range strings.SplitSeq(inEnglish.Text+"\n"+inEnglish.Subject, "\n") {
			lines[strings.TrimSpace(line)] = true
		}
		for _, language := range Languages()[1:] {
			preview, err := Render(language, nil, content)
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.SplitSeq(preview.Text+"\n"+preview.Subject, "\n") {
				line = strings.TrimSpace(line)
				typed := line == "" || line == "--" || strings.HasPrefix(line, ">") || strings.HasPrefix(line, "https://")
				if lines[line] && !typed && !slices.ContainsFunc(same, func(s string) bool { return strings.HasPrefix(line, s) }) {
					t.Errorf("%s, %s: %q is English", name, language, line)
				}
			}
		}
	}
}

func TestNobodysNameDoesHarmInAnyMail(t *testing.T) {
	check := func(t interface {
		Errorf(string, ...any)
		Fatal(...any)
	}, name string) {
		for kind, content := range every(name) {
			e := envelope(English)
			e.AnswerName = name
			raw, err := Compose(e, content)
			if err != nil {
				t.Fatal(err)
			}
			header, text, page := parse(t, raw)
			fields := slices.Sorted(maps.Keys(header.Map()))
			if len(fields) != 10 || header.Has("Bcc") {
				t.Errorf("%s: header fields %v", kind, fields)
			}
			subject, _ := header.Subject()
			for _, part := range []string{subject, text, page} {
				if strings.ContainsAny(part, "\u202e\u202d\u2066\u2067\u200f\x00") {
					t.Errorf("%s: it holds what turns text around", kind)
				}
			}
			if strings.ContainsAny(subject, "\r\n") || strings.Contains(page, "<b>") || strings.Contains(page, "<script") {
				t.Errorf("%s: a name is markup or a header: %q", kind, subject)
			}
			if strings.Count(text, "\n-- \n") != 1 {
				t.Errorf("%s: a name made lines:\n%s", kind, text)
			}
		}
	}
	check(t, hostileName)
	rapid.Check(t, func(t *rapid.T) { check(t, rapid.String().Draw(t, "name")) })
}

func TestACodeIsInTheSubjectAndNeverInALink(t *testing.T) {
	for name, content := range map[string]Content{"sign-up": every("Anna")["sign-up code"], "reset": every("Anna")["reset code"]} {
		for _, language := range Languages() {
			preview, err := Render(language, nil, content)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(preview.Subject, "123 456 ") || !strings.Contains(preview.Text, "\n    123 456\n") || strings.Contains(preview.HTML, "href") {
				t.Errorf("%s, %s: %s\n%s", name, language, preview.Subject, preview.Text)
			}
		}
	}
}

func TestTheSameMailIsTheSameToTheOctet(t *testing.T) {
	first, err := Compose(envelope(English), anInvitation())
	if err != nil {
		t.Fatal(err)
	}
	again, _ := Compose(envelope(English), anInvitation())
	if !bytes.Equal(first, again) {
		t.Error("a job that runs twice would send two mails")
	}
	later := envelope(English)
	later.SentAt = later.SentAt.Add(time.Minute)
	if other, _ := Compose(later, anInvitation()); bytes.Equal(first, other) || messageID(t, other) == messageID(t, first) {
		t.Error("what is sent anew is a mail of its own")
	}
}

func messageID(t *testing.T, raw []byte) string {
	t.Helper()
	header, _, _ := parse(t, raw)
	id, err := header.MessageID()
	if err != nil {
		t.Fatal(err)
	}
	return id
}
