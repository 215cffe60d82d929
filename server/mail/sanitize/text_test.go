package sanitize_test

import (
	"strings"
	"testing"

	"latchkey/server/mail/sanitize"
)

func TestHTMLBecomesText(t *testing.T) {
	for promise, c := range map[string]struct{ src, want string }{
		"blocks are lines":           {"<div>a</div><div>b</div>", "a\nb"},
		"paragraphs are apart":       {"<p>a</p><p>b</p>", "a\n\nb"},
		"cells are apart":            {"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"},
		"each br is a line":          {"a<br>b<br><br>c", "a\nb\n\nc"},
		"inline elements are not":    {"<b>a</b><i>b</i>", "ab"},
		"blanks are one":             {"a \n\t &nbsp; b", "a b"},
		"scripts and styles are not": {"<head><title>t</title><style>p{}</style></head><script>x</script>a", "a"},
		"a head without an end":      {"<head><style>p{}</style>a", "a"},
		"entities are letters":       {"&lt;b&gt; &eacute; &#x1F600;", "<b> é 😀"},
		"a broken tag is dropped":    {"a<b", "a"},
	} {
		if got := sanitize.Text(c.src, 1000); got != c.want {
			t.Errorf("%s: got %q, want %q", promise, got, c.want)
		}
	}
}

func TestTextIsBounded(t *testing.T) {
	if got := sanitize.Text(strings.Repeat("ä ", 1000), 101); len(got) > 101 || len(got) < 95 {
		t.Errorf("%d bytes, want 101 at most", len(got))
	}
}

func TestALineIsBounded(t *testing.T) {
	if got := sanitize.Line("one  two\nthree", 7); got != "one two" {
		t.Errorf("got %q", got)
	}
	if got := sanitize.Line("abc", 0); got != "" {
		t.Errorf("got %q", got)
	}
}
