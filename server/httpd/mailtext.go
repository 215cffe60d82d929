package httpd

import (
	"html"
	"regexp"
	"strings"
)

const (
	// foldedLines is from how many lines on a quotation is folded away.
	foldedLines = 8
	// maxLinks of one message become links; more is no reading matter.
	maxLinks = 2000
)

// plainStyle lets plain text follow the client's colours: those of the system
// for a theme, which the frame is told by its address or the browser knows.
const plainStyle = `body{margin:0;font:inherit;font-family:system-ui,sans-serif;font-size:15px;line-height:1.5;` +
	`color:CanvasText;white-space:pre-wrap;overflow-wrap:anywhere}` +
	`a{color:LinkText}summary{cursor:pointer;color:GrayText;list-style:none}.quote{color:GrayText}`

// plainPage shows plain text: escaped, with links, and long quotations folded.
func plainPage(text, theme string) string {
	scheme := "light dark"
	if theme == "light" || theme == "dark" {
		scheme = theme
	}
	var page strings.Builder
	page.WriteString(`<!doctype html><html><head><meta name="color-scheme" content="` + scheme + `">` +
		`<style>:root{color-scheme:` + scheme + `}` + plainStyle + `</style></head><body>`)
	links := maxLinks
	for _, block := range blocks(text) {
		shown := linked(strings.Join(block.lines, "\n"), &links)
		switch {
		case !block.quoted:
			page.WriteString(shown + "\n")
		case len(block.lines) < foldedLines:
			page.WriteString(`<span class="quote">` + shown + "</span>\n")
		default:
			page.WriteString(`<details class="quote"><summary aria-label="&gt;">•••</summary>` + shown + `</details>`)
		}
	}
	page.WriteString(`</body></html>`)
	return page.String()
}

// block is some lines in a row that are quoted, or not.
type block struct {
	quoted bool
	lines  []string
}

func blocks(text string) []block {
	var list []block
	for line := range strings.SplitSeq(text, "\n") {
		quoted := strings.HasPrefix(line, ">")
		if n := len(list); n == 0 || list[n-1].quoted != quoted {
			list = append(list, block{quoted: quoted})
		}
		last := &list[len(list)-1]
		last.lines = append(last.lines, line)
	}
	return list
}

// linkable finds what may become a link. What ends a sentence is taken off after.
var linkable = regexp.MustCompile(`https?://[^\s<>"\x60{}|\\^]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)

// linked escapes text and makes links of the addresses in it.
func linked(text string, left *int) string {
	var out strings.Builder
	done := 0
	for _, at := range linkable.FindAllStringIndex(text, *left) {
		found := strings.TrimRight(text[at[0]:at[1]], ".,;:!?'")
		if strings.HasSuffix(found, ")") && !strings.Contains(found, "(") {
			found = strings.TrimSuffix(found, ")")
		}
		target := found
		if !strings.HasPrefix(found, "http") || !strings.Contains(found, "://") {
			target = "mailto:" + found
		}
		out.WriteString(html.EscapeString(text[done:at[0]]))
		out.WriteString(`<a href="` + html.EscapeString(target) + `" target="_blank" rel="noopener noreferrer nofollow">` +
			html.EscapeString(found) + `</a>`)
		done = at[0] + len(found)
		*left--
	}
	out.WriteString(html.EscapeString(text[done:]))
	return out.String()
}
