package message_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"latchkey/server/mail/corpustest"
	"latchkey/server/mail/message"
)

// The scores that reading must not fall under, out of what the oracle expects. The rest
// are differences of opinion, mostly about what is attached when a message is broken.
const (
	minSubjects    = 79  // of 79
	minAuthors     = 77  // of 77
	minDates       = 73  // of 74
	minTexts       = 140 // of 146
	minAttachments = 94  // of 107
)

// oracle is the part of the expected reading that is compared.
type oracle struct {
	TextBody    []int `json:"text_body"`
	HTMLBody    []int `json:"html_body"`
	Attachments []int `json:"attachments"`
	Parts       []struct {
		Headers []struct {
			Name  any             `json:"name"`
			Value json.RawMessage `json:"value"`
		} `json:"headers"`
		Body json.RawMessage `json:"body"`
	} `json:"parts"`
}

func (o oracle) header(name string) json.RawMessage {
	for _, h := range o.Parts[0].Headers {
		if h.Name == name {
			return h.Value
		}
	}
	return nil
}

// texts are the contents of the parts that are shown, each once.
func (o oracle) texts() []string {
	var all []string
	seen := map[int]bool{}
	for _, i := range append(o.TextBody, o.HTMLBody...) {
		var body struct{ Text, HTML *string }
		if seen[i] || json.Unmarshal(o.Parts[i].Body, &body) != nil {
			continue
		}
		seen[i] = true
		for _, s := range []*string{body.Text, body.HTML} {
			if s != nil {
				all = append(all, *s)
			}
		}
	}
	return all
}

func TestReadingAgreesWithTheOracle(t *testing.T) {
	messages, expected := corpustest.Oracle(t)
	s := scores{t: t}
	for _, f := range messages {
		var want oracle
		if err := json.Unmarshal(expected[f.Name], &want); err != nil {
			t.Fatal(err)
		}
		s.compare(f.Name, message.Parse(f.Raw), want)
	}
	s.atLeast("subjects", s.subjects, minSubjects)
	s.atLeast("texts", s.texts, minTexts)
	s.atLeast("attachment counts", s.attachments, minAttachments)
	s.atLeast("authors", s.froms, minAuthors)
	s.atLeast("dates", s.dates, minDates)
}

type score struct{ right, of int }

type scores struct {
	t                                          *testing.T
	subjects, texts, attachments, froms, dates score
}

func (s *scores) atLeast(what string, got score, least int) {
	s.t.Logf("%s: %d of %d", what, got.right, got.of)
	if got.right < least {
		s.t.Errorf("%s: %d of %d right, want %d at least", what, got.right, got.of, least)
	}
}

func (s *scores) add(to *score, name, what string, got, want any, right bool) {
	to.of++
	if right {
		to.right++
		return
	}
	s.t.Logf("%s: %s: got %.120q, the oracle has %.120q", name, what, got, want)
}

func (s *scores) compare(name string, m *message.Message, want oracle) {
	if v := want.header("subject"); v != nil {
		var w struct{ Text string }
		_ = json.Unmarshal(v, &w) // "Empty" is no object: no text
		s.add(&s.subjects, name, "subject", m.Subject(), w.Text, agrees(m.Subject(), w.Text))
	}
	if v := want.header("from"); v != nil {
		w := oracleAddresses(v)
		s.add(&s.froms, name, "from", m.From(), w, sameAddresses(m.From(), w))
	}
	if v := want.header("date"); v != nil {
		w := oracleDate(v)
		s.add(&s.dates, name, "date", m.Date(), w, m.Date().Equal(w))
	}
	files := len(m.Attachments())
	s.add(&s.attachments, name, "attachments", strconv.Itoa(files), strconv.Itoa(len(want.Attachments)), files == len(want.Attachments))
	for _, text := range want.texts() {
		found := slices.ContainsFunc(m.Parts(), func(p *message.Part) bool { return agrees(p.Text(), text) })
		s.add(&s.texts, name, "text", squash(m.PlainText()), squash(text), found)
	}
}

// agrees compares words. U+FFFD in what is wanted stands for anything: it marks 8-bit
// letters without a charset, which the oracle leaves unread and we guess.
func agrees(got, want string) bool {
	want = strings.ReplaceAll(want, "\x00", "")
	if !strings.ContainsRune(want, '\uFFFD') {
		return squash(got) == squash(want)
	}
	pattern := strings.ReplaceAll(regexp.QuoteMeta(squash(want)), "\uFFFD", ".{0,2}")
	return regexp.MustCompile("^" + pattern + "$").MatchString(squash(got))
}

func squash(s string) string { return strings.Join(strings.Fields(s), " ") }

func oracleAddresses(v json.RawMessage) []message.Address {
	type address struct{ Name, Address string }
	var a struct {
		Address struct {
			List  []address
			Group []struct{ Addresses []address }
		}
		List  []address
		Group []struct{ Addresses []address }
	}
	_ = json.Unmarshal(v, &a)
	list := append(a.List, a.Address.List...)
	for _, g := range append(a.Group, a.Address.Group...) {
		list = append(list, g.Addresses...)
	}
	var out []message.Address
	for _, x := range list {
		out = append(out, message.Address(x))
	}
	return out
}

func sameAddresses(got, want []message.Address) bool {
	if len(got) != len(want) {
		return false
	}
	for i := range got {
		if squash(got[i].Name) != squash(want[i].Name) || got[i].Address != want[i].Address {
			return false
		}
	}
	return true
}

func oracleDate(v json.RawMessage) time.Time {
	type date struct {
		Year, Month, Day, Hour, Minute, Second int
		Before                                 bool `json:"tz_before_gmt"`
		ZoneHour                               int  `json:"tz_hour"`
		ZoneMinute                             int  `json:"tz_minute"`
	}
	var wrapped struct{ DateTime *date }
	var d date
	if json.Unmarshal(v, &wrapped) == nil && wrapped.DateTime != nil {
		d = *wrapped.DateTime
	} else if json.Unmarshal(v, &d) != nil || d.Year == 0 {
		return time.Time{}
	}
	offset := (d.ZoneHour*60 + d.ZoneMinute) * 60
	if d.Before {
		offset = -offset
	}
	return time.Date(d.Year, time.Month(d.Month), d.Day, d.Hour, d.Minute, d.Second, 0, time.FixedZone("", offset))
}
