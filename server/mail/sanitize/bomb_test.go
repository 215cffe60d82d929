package sanitize_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"latchkey/server/mail/sanitize"
)

// slowest is what the worst document may take, with room for a loaded machine.
const slowest = 5 * time.Second

func TestBombsAreSanitisedInTime(t *testing.T) {
	for name, src := range bombs(1 << 20) {
		start := time.Now()
		out := sanitize.HTML(src, sanitize.Options{}).HTML
		sanitize.Text(src, 1<<20)
		took := time.Since(start)
		checkHarmless(t, name, out)
		if took > slowest {
			t.Errorf("%s (%d bytes): %v", name, len(src), took)
		} else if took > slowest/10 {
			t.Logf("%s (%d bytes): %v", name, len(src), took)
		}
	}
}

// bombs are about size bytes each.
func bombs(size int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	return map[string]string{
		"nested blocks":         fill("<div>"),
		"nested formatting":     fill("<b>"),
		"nested links":          fill("<a href=x>"),
		"misnested formatting":  fill("<b><p>"),
		"adopted formatting":    fill("<font color=a><p>x</font>"),
		"nested tables":         fill("<table><td>"),
		"text in a table":       "<table>" + fill("x<b>"),
		"flat":                  fill("<i>x</i>"),
		"unknown elements":      fill("<x>") + fill("</x>"),
		"repeated attributes":   "<p " + fill("a=b ") + ">",
		"distinct attributes":   "<p " + distinct(size/10) + ">",
		"braces":                "<style>" + fill("a{") + "</style>",
		"nested conditions":     "<style>" + strings.Repeat("@media x{", 50000) + "</style>",
		"empty conditions":      "<style>" + strings.Repeat("@media x{}", 50000) + "</style>",
		"unclosed conditions":   "<style>" + strings.Repeat("@media (", 50000) + "</style>",
		"selectors":             "<style>" + strings.Repeat("a,", 200000) + "a{color:red}</style>",
		"parentheses":           "<p style='color:" + strings.Repeat("(", 60000) + "'>",
		"functions":             "<p style='width:" + strings.Repeat("calc(", 12000) + "'>",
		"many style sheets":     fill("<style>a{color:red}</style>"),
		"many style attributes": fill("<p style='color:red;width:1px'>"),
		"entities":              fill("&"),
		"comments":              fill("<!-- "),
		"one comment":           "<!--" + fill("-"),
		"closing tags":          strings.Repeat("<b><i><u><s><a>", 5000) + fill("</p>"),
		"select":                fill("<select><option>"),
		"templates":             fill("<template>"),
		"svg":                   fill("<svg><g>"),
		"math and back":         fill("<math><mi><p>"),
	}
}

func distinct(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "a%d=b ", i)
	}
	return b.String()
}
