package sanitize

import (
	"html"
	"strings"

	dom "golang.org/x/net/html"
)

// HTML makes src safe to show. It never fails: what cannot be parsed within the limits
// comes out as its plain text.
func HTML(src string, options Options) Result {
	if len(src) > MaxInput {
		return asText(src)
	}
	// The parser refuses trees deeper than 512, which no sender writes by honest means.
	doc, err := dom.ParseWithOptions(strings.NewReader(src), dom.ParseOptionEnableScripting(false))
	if err != nil {
		return asText(src)
	}
	c := &cleaner{options: options, styleLeft: MaxStyleTotal}
	mode := layoutMode(doc)
	c.children(doc)
	var out strings.Builder
	out.WriteString(mode)
	if err := dom.Render(&out, doc); err != nil {
		return asText(src)
	}
	c.result.HTML = out.String()
	return c.result
}

// asText shows the words when the document itself can't be shown.
func asText(src string) Result {
	words := html.EscapeString(Text(src, MaxInput))
	return Result{
		HTML:      `<!DOCTYPE html><html><head></head><body><div style="white-space:pre-wrap">` + words + `</div></body></html>`,
		Truncated: true,
	}
}
