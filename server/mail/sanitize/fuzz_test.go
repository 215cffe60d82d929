package sanitize_test

import (
	"html"
	"strings"
	"testing"
	"unicode/utf8"

	"latchkey/server/mail/sanitize"
)

func FuzzHTML(f *testing.F) {
	for _, src := range bombs(500) {
		f.Add(src)
	}
	f.Add(pictures)
	f.Add(`<svg><style><img src=x onerror=alert(1)></style></svg><math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=alert(1)>">`)
	f.Fuzz(func(t *testing.T, src string) {
		src = strings.ToValidUTF8(src, "\uFFFD")
		out := sanitize.HTML(src, proxied).HTML
		checkHarmless(t, "fuzz", out)
		if text := sanitize.Text(src, 1000); !utf8.ValidString(text) || len(text) > 1000 {
			t.Errorf("text %q", text)
		}
	})
}

func FuzzCSS(f *testing.F) {
	for _, src := range []string{
		"p{color:red}", "@media x{a{b:c}}", "a{background:url( 'http://x.example' )}", "a{content:'\\22 */'}/**/b{c:d}",
		"@import 'x';", "a{b:c/**/(d)}", "a{color:rgb(1,2,3) ! important}", "<!--a{color:red}-->", "a{b:'x\ny'}c{color:red}",
	} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		src = strings.ToValidUTF8(src, "\uFFFD")
		checkHarmless(t, "sheet", sanitize.HTML("<style>"+src+"</style>", proxied).HTML)
		attribute := `<p style="` + html.EscapeString(src) + `">x</p>`
		once := sanitize.HTML(attribute, sanitize.Options{}).HTML
		checkHarmless(t, "attribute", once)
		if twice := sanitize.HTML(once, sanitize.Options{}).HTML; twice != once {
			t.Errorf("%q is read again as %q", once, twice)
		}
	})
}
