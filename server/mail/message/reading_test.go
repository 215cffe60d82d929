package message_test

import (
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"latchkey/server/mail/message"
)

// newsletter has what designed mail has: an alternative with related pictures, a file
// and an invitation.
func newsletter() *message.Message {
	return lines(
		"Content-Type: multipart/mixed; boundary=m", "",
		"--m", "Content-Type: multipart/alternative; boundary=a", "",
		"--a", "Content-Type: text/plain", "", "Plain words",
		"--a", "Content-Type: multipart/related; boundary=r", "",
		"--r", "Content-Type: text/html", "", `<p>Rich <b>words</b> only here <img src="cid:logo@x"></p>`,
		"--r", "Content-Type: image/png", "Content-Transfer-Encoding: base64", "Content-ID: <logo@x>", "Content-Disposition: attachment; filename=logo.png", "", "iVBORw0KGgo=",
		"--r--",
		"--a", `Content-Type: text/calendar; method="request"`, "", "BEGIN:VCALENDAR", "METHOD:REQUEST", "BEGIN:VEVENT", `SUMMARY;LANGUAGE=en:Lunch\, at`, "  noon", "END:VEVENT", "END:VCALENDAR",
		"--a--",
		"--m", "Content-Type: application/pdf; name=report.pdf", "Content-Transfer-Encoding: base64", "", "JVBERi0=",
		"--m--")
}

func TestTheBodyIsChosenAsJMAPDoes(t *testing.T) {
	b := newsletter().Body()
	for list, c := range map[string]struct {
		parts []*message.Part
		want  string
	}{
		"text":        {b.Text, "1.1"},
		"html":        {b.HTML, "1.2.1"},
		"attachments": {b.Attachments, "1.2.2 1.3 2"},
	} {
		var ids []string
		for _, p := range c.parts {
			ids = append(ids, p.ID)
		}
		if got := strings.Join(ids, " "); got != c.want {
			t.Errorf("%s: parts %s, want %s", list, got, c.want)
		}
	}
}

func TestAttachmentsSayWhatTheyAre(t *testing.T) {
	files := newsletter().Attachments()
	if len(files) != 3 {
		t.Fatalf("%d attachments, want 3", len(files))
	}
	logo, invite, report := files[0], files[1], files[2]
	if !logo.Inline || logo.ContentID != "logo@x" || logo.Size != 8 {
		t.Errorf("the picture that the HTML shows: %+v", logo)
	}
	if invite.Name != "attachment-1.3.ics" || invite.Invitation == nil || *invite.Invitation != (message.Invitation{Method: "REQUEST", Summary: "Lunch, at noon"}) {
		t.Errorf("the invitation: %+v %+v", invite, invite.Invitation)
	}
	if report.Inline || report.Name != "report.pdf" || report.MediaType != "application/pdf" || report.Size != 5 {
		t.Errorf("the file: %+v", report)
	}
	bytes, err := io.ReadAll(newsletter().Part(report.PartID).Open())
	if err != nil || string(bytes) != "%PDF-" {
		t.Errorf("opened %q, %v", bytes, err)
	}
}

func TestAContentIDFindsItsPart(t *testing.T) {
	m := newsletter()
	if p := m.PartByContentID("logo@x"); p == nil || p.ID != "1.2.2" {
		t.Errorf("got %v", p)
	}
	if p := m.PartByContentID(""); p != nil {
		t.Errorf("no id found part %q", p.ID)
	}
}

func TestPicturesBetweenTextsAreNotLost(t *testing.T) {
	picture := []string{"--m", "Content-Type: image/png", "", "x"}
	for promise, c := range map[string]struct {
		kind   string
		inline bool
	}{
		"HTML shows them":          {"text/html", true},
		"plain text offers a file": {"text/plain", false},
	} {
		head := append([]string{"Content-Type: multipart/mixed; boundary=m", "", "--m", "Content-Type: " + c.kind, "", "one"}, picture...)
		m := lines(append(head, "--m", "Content-Type: "+c.kind, "", "two", "--m--")...)
		files := m.Attachments()
		if len(files) != 1 || files[0].Inline != c.inline {
			t.Errorf("%s: %+v", promise, files)
		}
		if got := strings.Contains(m.HTML(), `src="cid:part.2"`); got != c.inline {
			t.Errorf("%s: shown %v in %q", promise, got, m.HTML())
		}
		if p := m.PartByContentID("part.2"); p == nil || p.ID != "2" {
			t.Errorf("%s: the picture is not found", promise)
		}
	}
}

func TestTheSearchTextHoldsEveryWordOnce(t *testing.T) {
	text := newsletter().Text()
	for word, times := range map[string]int{"Plain": 1, "words": 1, "only": 1, "logo.png": 1, "report.pdf": 1, "SUMMARY": 1} {
		if got := strings.Count(text, word); got != times {
			t.Errorf("%q stands %d times in %q", word, got, text)
		}
	}
}

func TestSnippetsAreWorthReading(t *testing.T) {
	for promise, c := range map[string]struct{ kind, body, want string }{
		"blanks are collapsed":         {"text/plain", "Hello,\r\n\r\n  Anna", "Hello, Anna"},
		"quotes are left out":          {"text/plain", "> you wrote\r\nI agree", "I agree"},
		"unless there is nothing else": {"text/plain", "> you wrote", "> you wrote"},
		"rulers are left out":          {"text/plain", "=====\r\nNews\r\n-----", "News"},
		"tags are no text":             {"text/html", "<style>p{}</style><p>Hello <b>Anna</b></p><p>again", "Hello Anna again"},
		"filler after a preheader":     {"text/html", "<div style='display:none'>Look!&zwnj;&nbsp;&#8203;&shy;&zwnj;&nbsp;</div>Buy", "Look! Buy"},
		"Persian keeps its joiner":     {"text/plain; charset=utf-8", "می\u200cخواهم", "می\u200cخواهم"},
		"emoji keep their joiner":      {"text/plain; charset=utf-8", "👩\u200d💻 hi", "👩\u200d💻 hi"},
		"an empty message has none":    {"text/plain", "", ""},
		"a picture alone has none":     {"image/png", "xyz", ""},
	} {
		m := lines("Content-Type: "+c.kind, "", c.body)
		if got := m.Snippet(100); got != c.want {
			t.Errorf("%s: got %q, want %q", promise, got, c.want)
		}
	}
	long := lines("Content-Type: text/plain; charset=utf-8", "", strings.Repeat("ä b ", 1000)).Snippet(50)
	if n := utf8.RuneCountInString(long); n > 50 || n < 45 {
		t.Errorf("%d runes, want about 50", n)
	}
}

func TestTNEFIsOfferedAsAFile(t *testing.T) {
	files := lines("Content-Type: application/ms-tnef; name=winmail.dat", "Content-Transfer-Encoding: base64", "", "eJ8+Ig==").Attachments()
	if len(files) != 1 || files[0].Name != "winmail.dat" || files[0].Inline || files[0].Size != 4 {
		t.Errorf("%+v", files)
	}
}
