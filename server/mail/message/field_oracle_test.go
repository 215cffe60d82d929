package message_test

import (
	"encoding/json"
	"strings"
	"testing"

	"latchkey/server/mail/corpustest"
	"latchkey/server/mail/message"
)

// Minimum scores on single header fields, out of what the oracle expects.
const (
	minFieldAddresses = 50 // of 60; the rest want comments in names
	minFieldDates     = 36 // of 40
	minFieldIDs       = 9  // of 11
	minFieldTypes     = 91 // of 103
	minFieldTexts     = 27 // of 30
)

// fieldCase is one raw header value and what it means.
type fieldCase struct {
	Header   string          `json:"header"`
	Expected json.RawMessage `json:"expected"`
}

func TestFieldsAgreeWithTheOracle(t *testing.T) {
	for _, c := range []struct {
		file, field string
		least       int
		right       func(m *message.Message, want json.RawMessage) (got any, ok bool)
	}{
		{"address", "From", minFieldAddresses, rightAddresses},
		{"date", "Date", minFieldDates, rightDate},
		{"id", "References", minFieldIDs, rightIDs},
		{"content_type", "Content-Type", minFieldTypes, rightType},
		{"unstructured", "Subject", minFieldTexts, rightText},
	} {
		t.Run(c.file, func(t *testing.T) {
			var cases []fieldCase
			corpustest.JSON(t, "mime/mail-parser/"+c.file+".json", &cases)
			right := 0
			for _, f := range cases {
				m := message.Parse([]byte(c.field + ":" + strings.TrimRight(f.Header, "\r\n") + "\n\nbody\n"))
				if got, ok := c.right(m, f.Expected); ok {
					right++
				} else {
					t.Logf("%q: got %q, the oracle has %s", f.Header, got, f.Expected)
				}
			}
			t.Logf("%d of %d", right, len(cases))
			if right < c.least {
				t.Errorf("%d of %d right, want %d at least", right, len(cases), c.least)
			}
		})
	}
}

func rightAddresses(m *message.Message, want json.RawMessage) (any, bool) {
	return m.From(), sameAddresses(m.From(), oracleAddresses(want))
}

func rightDate(m *message.Message, want json.RawMessage) (any, bool) {
	return m.Date().String(), m.Date().Equal(oracleDate(want))
}

func rightIDs(m *message.Message, want json.RawMessage) (any, bool) {
	var ids []string
	if json.Unmarshal(want, &ids) != nil {
		ids = []string{""}
		_ = json.Unmarshal(want, &ids[0])
	}
	got := m.References()
	return got, strings.Join(got, " ") == strings.Join(ids, " ")
}

func rightType(m *message.Message, want json.RawMessage) (any, bool) {
	var w struct {
		Type       string      `json:"c_type"`
		Subtype    string      `json:"c_subtype"`
		Attributes [][2]string `json:"attributes"`
	}
	if json.Unmarshal(want, &w) != nil || w.Subtype == "" {
		return "not a media type", true
	}
	p := m.Root()
	ok := w.Type == "multipart" || p.MediaType == w.Type+"/"+w.Subtype // without parts it is text
	for _, a := range w.Attributes {
		ok = ok && (strings.HasSuffix(a[0], "-language") || p.Params[strings.ToLower(a[0])] == a[1])
	}
	return append([]string{p.MediaType}, flatten(p.Params)...), ok
}

func flatten(params map[string]string) []string {
	var out []string
	for k, v := range params {
		out = append(out, k+"="+v)
	}
	return out
}

func rightText(m *message.Message, want json.RawMessage) (any, bool) {
	var w string
	_ = json.Unmarshal(want, &w) // null: no text
	return m.Subject(), agrees(m.Subject(), w)
}
