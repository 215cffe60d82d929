package sanitize_test

import (
	"slices"
	"strings"
	"testing"

	"latchkey/server/mail/sanitize"
)

// body gives what is between the body tags of the sanitised document.
func body(src string, options sanitize.Options) string {
	out := sanitize.HTML(src, options).HTML
	_, out, _ = strings.Cut(out, "<body>")
	out, _, _ = strings.Cut(out, "</body>")
	return out
}

func TestHarmlessHTMLStays(t *testing.T) {
	for _, same := range []string{ // CSS is written anew, with blanks of our own
		`<p>Hello <b>Anna</b> &amp; <i>Ben</i></p>`,
		`<table width="600" bgcolor="#fff"><tbody><tr><td align="center" valign="top">x</td></tr></tbody></table>`,
		`<a href="#part">in the page</a><a name="part"></a>`,
		`<div style="color:red;margin:0 auto;font:12px / 1.5 &#34;Open Sans&#34;, Arial, sans-serif">x</div>`,
		`<p style="width:calc(100% - 20px);color:rgb(1, 2, 3)">x</p>`,
		`<p style="color:red !important">x</p>`,
		`<h1 dir="rtl" lang="fa">سلام</h1>`,
	} {
		if got := body(same, sanitize.Options{}); got != same {
			t.Errorf("got  %s\nwant %s", got, same)
		}
	}
}

func TestHarmfulHTMLGoes(t *testing.T) {
	for promise, c := range map[string]struct{ src, want string }{
		"scripts go with their content":      {`a<script>alert(1)</script>b`, "ab"},
		"unknown elements leave theirs":      {`<marquee>a<blink>b</blink></marquee>`, "ab"},
		"forms leave their text":             {`<form action="https://evil.example">a<input value=x></form>`, "a"},
		"handlers go":                        {`<p onclick="x()" class="c">a</p>`, `<p class="c">a</p>`},
		"scripts as links go":                {`<a href="java&#10;script:alert(1)">a</a>`, `<a>a</a>`},
		"data as links goes":                 {`<a href="data:text/html,x">a</a>`, `<a>a</a>`},
		"links without a scheme go":          {`<a href="//evil.example">a</a>`, `<a>a</a>`},
		"comments go":                        {`a<!--[if mso]><p>b</p><![endif]-->c`, "ac"},
		"fixed boxes flow":                   {`<p style="position:fixed;top:0">a</p>`, `<p style="top:0">a</p>`},
		"heights in parts of the frame go":   {`<p style="height:100vh;width:50vw">a</p>`, `<p style="width:50vw">a</p>`},
		"custom properties go":               {`<p style="--x:url(//evil.example);color:var(--x)">a</p>`, `<p>a</p>`},
		"a comment can't make a function":    {`<p style="background:url/**/(x)">a</p>`, `<p style="background:url (x)">a</p>`},
		"escapes in names go":                {`<p style="background:\75rl(//evil.example);color:red">a</p>`, `<p style="color:red">a</p>`},
		"pictures by other functions go":     {`<p style="background:image-set('//evil.example' 1x)">a</p>`, `<p>a</p>`},
		"cursors don't load":                 {`<p style="cursor:url(//evil.example),auto">a</p>`, `<p>a</p>`},
		"a brace does not end the attribute": {`<p style="color:red}body{display:none">a</p>`, `<p style="color:red">a</p>`},
		"a declaration goes alone":           {`<p style="color:red;behavior:url(x);width:1px">a</p>`, `<p style="color:red;width:1px">a</p>`},
	} {
		if got := body(c.src, sanitize.Options{}); got != c.want {
			t.Errorf("%s: got %s, want %s", promise, got, c.want)
		}
	}
}

func TestStyleSheetsAreFiltered(t *testing.T) {
	for promise, c := range map[string]struct{ src, want string }{
		"rules stay":                       {"p, .a > b:hover { color: red; width: 1px }", "p, .a > b:hover{color:red;width:1px}\n"},
		"conditions stay":                  {"@media only screen and (max-width:600px) { p { color: red } }", "@media only screen and ( max-width : 600px ){p{color:red}\n}\n"},
		"attribute selectors stay":         {`p[class~="x"] { color: red }`, "p[class~=\"x\"]{color:red}\n"},
		"imports go":                       {"@import url(//evil.example); p { color: red }", "p{color:red}\n"},
		"imports without an end go":        {"@import '//evil.example'", ""},
		"fonts go":                         {"@font-face { font-family: x; src: url(//evil.example) } p { color: red }", "p{color:red}\n"},
		"layers and the like go":           {"@keyframes x { from { color: red } } p { color: red }", "p{color:red}\n"},
		"nested rules go":                  {"p { color: red; a { background: url(//evil.example) } width: 1px }", "p{color:red;width:1px}\n"},
		"HTML comments around rules go":    {"<!-- p { color: red } -->", "p{color:red}\n"},
		"a comment in a selector is blank": {"a/**/b { color: red }", "a b{color:red}\n"},
		"strings can't end the element":    {`p::before { content: "<" }`, "p::before{content:\"\\3c \"}\n"},
		"selectors can't hold a slash":     {"a/b { color: red }", ""},
		"an open rule is closed":           {"p { color: red", "p{color:red}\n"},
		"an open parenthesis drops":        {"p { color: rgb(1; } a { color: red }", "a{color:red}\n"},
		"a stray brace ends nothing":       {"} p { color: red }", "p{color:red}\n"},
		"empty rules go":                   {"p { } @media x { a { } }", ""},
	} {
		out := sanitize.HTML("<style>"+c.src+"</style>", sanitize.Options{}).HTML
		_, sheet, _ := strings.Cut(out, "<style>")
		sheet, _, _ = strings.Cut(sheet, "</style>")
		if sheet != c.want {
			t.Errorf("%s: got %q, want %q", promise, sheet, c.want)
		}
	}
}

func TestLinksOpenOutside(t *testing.T) {
	got := body(`<a href=" HTTPS://Example.org/a b " rel="opener" target="_top">x</a>`, sanitize.Options{})
	want := `<a href="https://Example.org/ab" target="_blank" rel="noopener noreferrer nofollow">x</a>`
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	got = body(`<a href="mailto:anna@acme.example">x</a>`, sanitize.Options{Link: func(string) string { return "" }})
	if got != `<a>x</a>` {
		t.Errorf("got %s, want no link", got)
	}
}

const pictures = `<body background="http://r.example/1"><img src="https://r.example/2" alt="a"><img src="//r.example/3">
<p style="background:#fff url(http://r.example/4)"><img src="cid:logo@x"><img src="data:image/png;base64,AA=="><img src="data:image/svg+xml,x">
<style>p{background-image:url('http://r.example/5')}</style>`

func TestRemotePicturesAreBlockedAndCounted(t *testing.T) {
	r := sanitize.HTML(pictures, sanitize.Options{})
	if r.Blocked != 5 {
		t.Errorf("blocked %d, want 5", r.Blocked)
	}
	if strings.Contains(r.HTML, "r.example") || strings.Contains(r.HTML, "svg") {
		t.Errorf("an address is left in %s", r.HTML)
	}
	if !slices.Equal(r.ContentIDs, []string{"logo@x"}) {
		t.Errorf("content ids %q", r.ContentIDs)
	}
	if !strings.Contains(r.HTML, `src="data:image/png;base64,AA=="`) {
		t.Errorf("the picture in the address is lost: %s", r.HTML)
	}
}

func TestPicturesComeFromWhereTheCallerSays(t *testing.T) {
	r := sanitize.HTML(pictures, sanitize.Options{
		Inline: func(id string) string { return "/part/" + id },
		Remote: func(address string) string { return "/fetch?u=" + strings.TrimPrefix(address, "http") + `"` },
	})
	if r.Blocked != 0 || strings.Contains(r.HTML, `"http`) {
		t.Errorf("blocked %d in %s", r.Blocked, r.HTML)
	}
	for _, want := range []string{`src="/part/logo@x"`, `src="/fetch?u=s://r.example/3&#34;"`, `url("/fetch?u=://r.example/5%22")`} {
		if !strings.Contains(r.HTML, want) {
			t.Errorf("%s is missing in %s", want, r.HTML)
		}
	}
}

func TestTheLayoutModeStays(t *testing.T) {
	const transitional = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">`
	for doctype, want := range map[string]string{
		"":                "<html>",
		"<!doctype html>": "<!DOCTYPE html><html>",
		transitional:      transitional + "<html>",
		`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">`:                                        "<html>",
		`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">`: transitional + "<html>",
		`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">`:                                                     "<!DOCTYPE html><html>",
		`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">`:                                                "<html>",
	} {
		if got := sanitize.HTML(doctype+"x", sanitize.Options{}).HTML; !strings.HasPrefix(got, want) {
			t.Errorf("%s: got %.150s, want %s", doctype, got, want)
		}
	}
}

func TestWhatIsTooBigIsShownAsText(t *testing.T) {
	deep := strings.Repeat("<div>", 1000) + "needle <b>"
	for name, src := range map[string]string{"too deep": deep, "too long": "needle" + strings.Repeat(" ", sanitize.MaxInput)} {
		r := sanitize.HTML(src, sanitize.Options{})
		if !r.Truncated || !strings.Contains(r.HTML, "needle") {
			t.Errorf("%s: truncated %v, %.200s", name, r.Truncated, r.HTML)
		}
	}
	if r := sanitize.HTML(strings.Repeat("<br>", sanitize.MaxNodes+10), sanitize.Options{}); !r.Truncated {
		t.Error("too many nodes, but not truncated")
	}
}
