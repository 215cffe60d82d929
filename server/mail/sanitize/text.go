package sanitize

import (
	"strings"

	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Text makes plain text of HTML in one pass over its tokens: no tree, no failure, at
// most limit bytes. Lines break where a browser's would. Hidden text stays: the line that
// newsletters hide is meant for previews.
func Text(src string, limit int) string {
	src = src[:min(len(src), MaxInput)]
	z := dom.NewTokenizer(strings.NewReader(src))
	var w textWriter
	silent := atom.Atom(0)
	for w.out.Len() < limit {
		switch z.Next() {
		case dom.ErrorToken:
			return w.text(limit)
		case dom.TextToken:
			if silent == 0 {
				w.write(dom.UnescapeString(string(z.Raw())))
			}
		case dom.StartTagToken, dom.SelfClosingTagToken:
			tag := tagAtom(z)
			if isSilent(tag) {
				silent = tag
			} else {
				silent = 0
			}
			w.breakFor(tag)
		case dom.EndTagToken:
			tag := tagAtom(z)
			if tag == silent {
				silent = 0
			}
			w.breakFor(tag)
		}
	}
	return w.text(limit)
}

func tagAtom(z *dom.Tokenizer) atom.Atom {
	name, _ := z.TagName()
	return atom.Lookup(name)
}

// isSilent lists elements whose content the tokenizer gives as one raw text that nobody
// reads.
func isSilent(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Title, atom.Noscript, atom.Iframe, atom.Noembed, atom.Noframes, atom.Textarea, atom.Xmp:
		return true
	}
	return false
}

// textWriter collapses blanks as a browser does.
type textWriter struct {
	out    strings.Builder
	filter visible
	breaks int
	blank  bool
}

// breakFor notes the line ends that an element's beginning or end makes, as innerText
// counts them: neighbouring blocks share theirs, each <br> has its own.
func (w *textWriter) breakFor(tag atom.Atom) {
	switch tag {
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.breaks = max(w.breaks, 2)
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Center, atom.Dd, atom.Div, atom.Dl, atom.Dt,
		atom.Fieldset, atom.Figure, atom.Footer, atom.Form, atom.Header, atom.Hr, atom.Li, atom.Main, atom.Nav, atom.Ol,
		atom.Pre, atom.Section, atom.Table, atom.Tr, atom.Ul:
		w.breaks = max(w.breaks, 1)
	case atom.Br:
		w.breaks++
	case atom.Td, atom.Th, atom.Option:
		w.blank = true
	}
}

func (w *textWriter) write(s string) {
	for _, r := range s {
		if isBlank(r) {
			w.blank = true
			w.filter.reset()
			continue
		}
		joiner, ok := w.filter.next(r)
		if !ok {
			continue
		}
		w.separate()
		w.out.WriteString(joiner)
		w.out.WriteRune(r)
	}
}

// separate writes the line ends or the blank that were noted before a letter.
func (w *textWriter) separate() {
	switch {
	case w.out.Len() == 0:
	case w.breaks > 0:
		w.out.WriteString("\n\n"[:min(w.breaks, 2)])
	case w.blank:
		w.out.WriteByte(' ')
	}
	w.breaks, w.blank = 0, false
}

// text gives at most limit bytes of what was written.
func (w *textWriter) text(limit int) string {
	s := w.out.String()
	return strings.ToValidUTF8(s[:min(len(s), max(limit, 0))], "")
}
