package message_test

import (
	"fmt"
	"strings"
	"testing"

	"latchkey/server/mail/corpustest"
	"latchkey/server/mail/message"
)

// enmimeCases say what the damaged messages of one corpus must read as: the beginning
// of the plain text, and the files with their sizes.
var enmimeCases = map[string]struct {
	text  string
	files string
}{
	"low-quality/bad-final-boundary.raw":               {"A text section", "foo_9E5D72.zip 7"},
	"low-quality/bad-header-wrap.raw":                  {"A text section", "7DDA4_foo_9E5D72.zip 7"},
	"low-quality/empty-header.raw":                     {"A text section\n\nAn HTML section", ""},
	"low-quality/malformed-base64-attach.raw":          {"A text section", "some.doc 7"},
	"low-quality/missing-content-type2.raw":            {"A text section\n\nAn HTML section", ""},
	"low-quality/unk-charset-html-only.raw":            {"Hello World!", ""},
	"low-quality/unk-encoding-part.raw":                {"A text section", "foo_9E5D72.zip 13"},
	"mail/attachment-only-inline.raw":                  {"", "favicon.jpg 687"},
	"mail/attachment-only-text-attachment.raw":         {"", "test.csv 10"},
	"mail/erroneous.raw":                               {"// Not an RFC-822 Document", ""},
	"mail/html-mime-bad-unknown-charset-inline.raw":    {"Test of text section", "favicon.png 687"},
	"mail/inlinemultipart.raw":                         {"Simple text.", "test.pdf 524, test.txt 18"},
	"mail/mime-bad-8bit-filename.raw":                  {"Text part", "管理.doc 7"},
	"mail/mime-bad-content-type.raw":                   {"Thank you for booking", "Invoice_302232133150612.pdf 524"},
	"mail/mime-duplicate-param.raw":                    {"Thank you for booking", "Invoice_302232133150612.pdf 524"},
	"mail/mime-mixed-related.raw":                      {"html1\n\nhtml2", ""},
	"mail/mime-signed.raw":                             {"Section one\n\nSection two", "signature.asc 828"},
	"mail/mime-unquoted-tspecials-param.raw":           {"Thank you for booking", "Invoice_(302232133150612).pdf 524"},
	"mail/multipart-wo-boundary.raw":                   {"I'm  multipart message without boundary", ""},
	"mail/non-mime-html-charset-header-only.raw":       {"Test Müller", ""},
	"mail/qp-utf8-header-no-break.raw":                 {"Lorem ipsum", ""},
	"parts/badboundary.raw":                            {"A text section", ""},
	"parts/chardet-success-iso-8859-1.raw":             {"DIE Drachenköpfe", ""},
	"parts/ctype-invalid-characters.raw":               {"", ""},
	"parts/extra-base64-character.raw":                 {"Hello World!", ""},
	"parts/multi-malformed.raw":                        {"Section one\n\nI'm section without headers\n\nSection two", ""},
	"parts/multimixed-no-closing-boundary.raw":         {"Hello,", ""},
	"parts/nestedmulti.raw":                            {"A text section", "attach.txt 25, attach2.txt 30"},
	"parts/quoted-printable-invalid.raw":               {"https://www.amazon.ca/gp/product/B002M8EEW8/ref=od_aui_detailpages00?ie=UTF8&psc=1", ""},
	"parts/similar-boundary.raw":                       {"Section one\n\nA text section", ""},
	"encode/parser-raw-content-html-option.raw":        {"My First Heading\n\nMy first paragraph éà.", ""},
	"mail/attachment-only-inline-quoted-printable.raw": {"Just some html content", ""},
}

func TestDamagedMessagesOfTheCorpusReadAsTheyShould(t *testing.T) {
	found := 0
	for _, f := range corpustest.Messages(t) {
		name := strings.TrimPrefix(f.Name, "mime/enmime/")
		want, ok := enmimeCases[name]
		if !ok {
			continue
		}
		found++
		m := message.Parse(f.Raw)
		if got := m.PlainText(); !strings.HasPrefix(got, want.text) {
			t.Errorf("%s: text %.80q, want %q", name, got, want.text)
		}
		if got := fileList(m); got != want.files {
			t.Errorf("%s: files %q, want %q", name, got, want.files)
		}
	}
	if found != len(enmimeCases) {
		t.Errorf("%d of %d messages found", found, len(enmimeCases))
	}
}

func fileList(m *message.Message) string {
	var files []string
	for _, a := range m.Attachments() {
		files = append(files, fmt.Sprintf("%s %d", a.Name, a.Size))
	}
	return strings.Join(files, ", ")
}

func TestTheFirstFieldMayBeIndented(t *testing.T) {
	m := message.Parse([]byte(" From: a@b.example\nSubject: x\n\nbody"))
	if len(m.From()) != 1 || m.Subject() != "x" || m.PlainText() != "body" {
		t.Errorf("from %q, subject %q, text %q", m.From(), m.Subject(), m.PlainText())
	}
}
