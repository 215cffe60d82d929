package sanitize_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
	dom "golang.org/x/net/html"

	"latchkey/server/mail/corpustest"
	"latchkey/server/mail/message"
	"latchkey/server/mail/sanitize"
)

// proxied stands for what the caller's functions answer, as the product's routes do.
var proxied = sanitize.Options{
	Inline: func(id string) string { return "/mail/part/" + fmt.Sprintf("%x", id) },
	Remote: func(address string) string { return "/mail/remote/" + fmt.Sprintf("%x", address) },
}

func TestHostileHTMLNeitherRunsNorLoads(t *testing.T) {
	for _, v := range corpustest.Vectors(t) {
		for _, src := range []string{v.HTML, "<!DOCTYPE html><body>" + v.HTML, "<table><tr><td>" + v.HTML, "<style>" + v.HTML + "</style>"} {
			checkHarmless(t, v.Source+"/"+v.ID, sanitize.HTML(src, sanitize.Options{}).HTML)
			checkHarmless(t, v.Source+"/"+v.ID, sanitize.HTML(src, proxied).HTML)
		}
	}
}

func TestEveryBodyOfTheCorporaIsHarmless(t *testing.T) {
	for _, f := range corpustest.Pages(t) {
		checkHarmless(t, f.Name, sanitize.HTML(string(f.Raw), proxied).HTML)
	}
	for _, f := range corpustest.Messages(t) {
		if page := message.Parse(f.Raw).HTML(); page != "" {
			checkHarmless(t, f.Name, sanitize.HTML(page, sanitize.Options{}).HTML)
		}
	}
}

// checkHarmless parses the output again, as a browser does, with and without scripting,
// and looks at everything that is there.
func checkHarmless(t *testing.T, name, out string) {
	t.Helper()
	for _, scripting := range []bool{true, false} {
		doc, err := dom.ParseWithOptions(strings.NewReader(out), dom.ParseOptionEnableScripting(scripting))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		for n := range doc.Descendants() {
			if complaint := complain(n); complaint != "" {
				t.Errorf("%s: %s in %.300q", name, complaint, out)
				return
			}
		}
	}
}

// allowed repeats the list of elements on purpose: a change of one must be meant twice.
const allowed = `html head body style a abbr acronym address area article aside b bdi bdo big blockquote br button
 caption center cite code col colgroup dd del details dfn dir div dl dt em fieldset figcaption figure font footer h1 h2
 h3 h4 h5 h6 header hgroup hr i img ins kbd label legend li main map mark menu nav ol p picture pre q rp rt ruby s samp
 section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr`

func complain(n *dom.Node) string {
	if n.Type == dom.CommentNode {
		return "a comment"
	}
	if n.Type != dom.ElementNode {
		return ""
	}
	if n.Namespace != "" || !slices.Contains(strings.Fields(allowed), n.Data) {
		return "element " + n.Namespace + " " + n.Data
	}
	if n.Data == "style" {
		for c := range n.ChildNodes() {
			if complaint := complainStyle(c.Data, false); complaint != "" {
				return complaint
			}
		}
	}
	for _, a := range n.Attr {
		if complaint := complainAttribute(n.Data, a); complaint != "" {
			return complaint
		}
	}
	return ""
}

func complainAttribute(element string, a dom.Attribute) string {
	value := strings.ToLower(a.Val)
	switch {
	case strings.HasPrefix(a.Key, "on"), a.Namespace != "":
		return "attribute " + a.Key
	case a.Key == "style":
		return complainStyle(a.Val, true)
	case a.Key == "href":
		for _, scheme := range []string{"http://", "https://", "mailto:", "tel:", "#"} {
			if strings.HasPrefix(value, scheme) && (element == "a" || element == "area") {
				return ""
			}
		}
		return "link " + a.Val
	case a.Key == "src" || a.Key == "background":
		if strings.HasPrefix(value, "/mail/") || strings.HasPrefix(value, "data:image/") && !strings.Contains(value[:min(len(value), 20)], "svg") {
			return ""
		}
		return "picture " + a.Val
	case strings.Contains(" srcset action formaction ping poster data code codebase cite longdesc xlink:href srcdoc http-equiv content ", " "+a.Key+" "):
		return "attribute " + a.Key
	}
	return ""
}

// complainStyle reads the tokens again: nothing may load, and no escape may hide a word.
func complainStyle(source string, inline bool) string {
	lexer := css.NewLexer(parse.NewInputString(source))
	for {
		kind, data := lexer.Next()
		s := strings.ToLower(string(data))
		switch {
		case kind == css.ErrorToken:
			return ""
		case kind == css.URLToken && !strings.HasPrefix(s, `url("/mail/`) && !strings.HasPrefix(s, `url("data:image/`):
			return "style address " + s
		case kind == css.AtKeywordToken && (inline || s != "@media" && s != "@supports"):
			return "at-rule " + s
		case kind == css.BadURLToken, kind == css.BadStringToken, kind == css.CommentToken, kind == css.CDOToken, kind == css.CDCToken:
			return "style token " + s
		case kind == css.FunctionToken && strings.Contains("url( src( image( image-set( -webkit-image-set( expression( element( paint( attr( env( var( format( local(", s):
			return "style function " + s
		case kind != css.StringToken && kind != css.URLToken && strings.Contains(s, `\`):
			return "style escape " + s
		case inline && (kind == css.LeftBraceToken || kind == css.RightBraceToken):
			return "brace in a style attribute"
		}
	}
}
