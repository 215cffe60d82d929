package demo

import (
	"bytes"
	"net/mail"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

var now = time.Date(2026, 11, 23, 16, 0, 0, 0, time.UTC)

func loaded(t *testing.T) []Message {
	t.Helper()
	messages, err := Messages(now)
	if err != nil {
		t.Fatal(err)
	}
	if len(messages) < 64 {
		t.Fatalf("%d messages, want at least 64", len(messages))
	}
	return messages
}

func TestTheDemonstrationsMailIsAlwaysFresh(t *testing.T) {
	newest := time.Time{}
	for _, m := range loaded(t) {
		if m.ArrivedAt.Before(newest) {
			t.Errorf("%s: not in order of arrival", m.Name)
		}
		newest = m.ArrivedAt
		if age := now.Sub(m.ArrivedAt); age <= 0 || age > 60*24*time.Hour {
			t.Errorf("%s: came %s ago", m.Name, age)
		}
		date, ok := strings.CutPrefix(string(m.Raw[:bytes.IndexByte(m.Raw, '\r')]), "Date: ")
		if sent, err := mail.ParseDate(date); !ok || err != nil || !sent.Equal(m.ArrivedAt) {
			t.Errorf("%s: Date is %q, arrival %s", m.Name, date, m.ArrivedAt)
		}
	}
	if now.Sub(newest) > time.Hour {
		t.Errorf("the newest message is of %s", newest)
	}
}

func TestNoHintOfTheDemonstrationLeaves(t *testing.T) {
	for _, m := range loaded(t) {
		if bytes.Contains(m.Raw, []byte("X-Demo")) || bytes.Contains(m.Raw, []byte("DEMODAY")) {
			t.Errorf("%s: holds a placeholder", m.Name)
		}
		if bytes.Contains(bytes.ReplaceAll(m.Raw, []byte("\r\n"), nil), []byte("\n")) {
			t.Errorf("%s: a bare line end", m.Name)
		}
		if m.Mailbox == "" {
			t.Errorf("%s: no mailbox", m.Name)
		}
	}
}

func TestEveryMessageIsReadableButTheOneThatIsNot(t *testing.T) {
	ids := map[string]string{}
	for _, m := range loaded(t) {
		message, err := mail.ReadMessage(bytes.NewReader(m.Raw))
		if broken := m.Name == "info/malformed-1"; broken != (err != nil) {
			t.Errorf("%s: %v", m.Name, err)
		}
		if err != nil {
			continue
		}
		id := message.Header.Get("Message-Id")
		if other := ids[id]; id == "" || other != "" {
			t.Errorf("%s: Message-ID %q, also of %q", m.Name, id, other)
		}
		ids[id] = m.Name
		for _, field := range []string{"From", "To", "Cc"} {
			if value := message.Header.Get(field); value != "" || field != "Cc" {
				if _, err := mail.ParseAddressList(value); err != nil && !strings.Contains(err.Error(), "charset not supported") {
					t.Errorf("%s: %s %q: %v", m.Name, field, value, err)
				}
			}
		}
	}
}

func TestEveryCorrespondentIsFictional(t *testing.T) {
	address := regexp.MustCompile(`[\w.+-]+@[\w-]+(\.[\w-]+)*`)
	for _, m := range loaded(t) {
		header, _, _ := bytes.Cut(m.Raw, []byte("\r\n\r\n"))
		for _, found := range address.FindAllString(string(header), -1) {
			if !strings.HasSuffix(found, ".example") {
				t.Errorf("%s: %s", m.Name, found)
			}
		}
	}
}

func TestTheMailIsAsVariedAsRealMail(t *testing.T) {
	messages := loaded(t)
	var all bytes.Buffer
	folder, box := map[Folder]int{}, map[string]int{}
	seen, starred, largest, withoutSubject := 0, 0, 0, 0
	for _, m := range messages {
		all.Write(m.Raw)
		folder[m.Folder]++
		box[m.Mailbox]++
		if m.Seen {
			seen++
		}
		if m.Starred {
			starred++
		}
		largest = max(largest, len(m.Raw))
		if header, _, _ := bytes.Cut(m.Raw, []byte("\r\n\r\n")); !bytes.Contains(header, []byte("\r\nSubject:")) {
			withoutSubject++
		}
	}
	text := strings.ToLower(all.String())
	count := func(pattern string) int { return len(regexp.MustCompile(pattern).FindAllString(text, -1)) }
	for what, atLeast := range map[string]int{
		"charset=utf-8": 20, "charset=iso-8859-1": 5, "charset=windows-1252": 3, "charset=iso-8859-2": 1, "charset=iso-8859-7": 1,
		"charset=iso-8859-15": 1, "charset=iso-2022-jp": 1, "charset=shift_jis": 1, "charset=koi8-r": 1,
		"encoding: 7bit": 3, "encoding: 8bit": 10, "encoding: quoted-printable": 20, "encoding: base64": 20,
		"disposition: attachment": 18, "disposition: inline": 3, "application/pdf": 7, "text/csv": 3, "application/zip": 2, "image/png": 4, "image/jpeg": 2,
		`text/calendar[^\n]*method=request`: 3, "multipart/report": 1, "multipart/signed": 1, "message/rfc822": 1, "format=flowed": 2,
		`\nlist-id:`: 2, `\nlist-unsubscribe:`: 4, "auto-submitted:": 2, `\nreferences:`: 20, "<table": 5, `src=(3d)?"https://`: 1,
	} {
		if got := count(what); got < atLeast {
			t.Errorf("%q occurs %d times, want %d", what, got, atLeast)
		}
	}
	for _, f := range folders {
		if folder[f] == 0 {
			t.Errorf("nothing in %s", f)
		}
	}
	if folder[Sent] < 12 || len(box) != len(mailboxes) || box["info@acme.example"] < 30 {
		t.Errorf("folders %v, mailboxes %v", folder, box)
	}
	if seen == 0 || seen == len(messages) || starred < 5 || largest < 20_000 || withoutSubject == 0 {
		t.Errorf("seen %d, starred %d, largest %d, without subject %d", seen, starred, largest, withoutSubject)
	}
}

func TestThreadsShowBothSides(t *testing.T) {
	thread := map[string][]Folder{}
	for _, m := range loaded(t) {
		if i := strings.LastIndexByte(m.Name, '-'); m.Folder == Inbox || m.Folder == Sent {
			thread[m.Name[:i]] = append(thread[m.Name[:i]], m.Folder)
		}
	}
	for name, length := range map[string]int{"info/school-beds": 8, "info/bulbes": 4, "support/wheel": 5, "hello/catalogue": 5, "billing/vat": 3} {
		if got := thread[name]; len(got) != length || !slices.Contains(got, Sent) {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestAMistakeInAHintIsFound(t *testing.T) {
	for _, bad := range []string{"Subject: x\n\n", "X-Demo-Age: soon\n\n", "X-Demo-Age: 1h\nX-Demo-Folder: attic\n\n", "X-Demo-Age: 1h\nX-Demo-Flags: red\n\n", "X-Demo-Age: 1h\nX-Demo-Zone: CET\n\n"} {
		if _, err := load([]byte(bad), now); err == nil {
			t.Errorf("taken: %q", bad)
		}
	}
}
