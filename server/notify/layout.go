package notify

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	htmltemplate "html/template"
	"net/url"
	texttemplate "text/template"
)

// page is what the two templates draw, from top to bottom: finished sentences,
// the same in the text and in the HTML. What is empty is left out.
type page struct {
	Language  Language
	Subject   string
	Preheader string // what lists of mail show after the subject
	Heading   string
	Lead      string
	Quote     []string // lines of somebody's own
	Code      string   // with a gap, so that it is easily read: "123 456"
	Facts     []fact
	Body      []paragraph
	// Button leads to Link, which CopyLink introduces once more for who can't click.
	Button, Link, CopyLink string
	Notes                  []string
	Why                    string // why the reader gets this mail
}

// fact is a row of a small table.
type fact struct{ Name, Value string }

// paragraph begins with what matters most.
type paragraph struct{ Strong, Rest string }

// Preview is a mail as its reader will see it.
type Preview struct {
	Subject, Text, HTML string
}

// ErrLink says that a mail's link is not an http or https URL. It does not
// repeat the link, which may be a secret.
var ErrLink = errors.New("notify: the link is not a web address")

//go:embed layout.html.tmpl layout.txt.tmpl
var templates embed.FS

var (
	htmlLayout = htmltemplate.Must(htmltemplate.New("layout.html.tmpl").Funcs(outlook).ParseFS(templates, "layout.html.tmpl"))
	textLayout = texttemplate.Must(texttemplate.ParseFS(templates, "layout.txt.tmpl"))
)

// outlook bounds the width in Outlook for Windows, which draws with Word and
// knows no max-width. Only it reads these comments, which a template would drop.
var outlook = htmltemplate.FuncMap{
	"outlookOpens": func() htmltemplate.HTML {
		return `<!--[if mso]><table role="presentation" width="560" align="center" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->`
	},
	"outlookCloses": func() htmltemplate.HTML { return `<!--[if mso]></td></tr></table><![endif]-->` },
}

// draw renders both parts. Errors: ErrLink.
func (p page) draw() (Preview, error) {
	if p.Link != "" && !isWebAddress(p.Link) {
		return Preview{}, ErrLink
	}
	var html, text bytes.Buffer
	if err := htmlLayout.Execute(&html, p); err != nil {
		return Preview{}, fmt.Errorf("notify: %w", err)
	}
	if err := textLayout.Execute(&text, p); err != nil {
		return Preview{}, fmt.Errorf("notify: %w", err)
	}
	return Preview{Subject: p.Subject, Text: text.String(), HTML: html.String()}, nil
}

func isWebAddress(text string) bool {
	link, err := url.Parse(text)
	return err == nil && (link.Scheme == "http" || link.Scheme == "https") && link.Host != ""
}
