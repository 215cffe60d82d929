package notify

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	htmltemplate "html/template"
	"net/url"
	"strings"
	texttemplate "text/template"
	"time"
	"unicode"

	"latchkey/server/permission"
)

// InvitationMail is what an invitation's e-mail says. Names and the note are
// what people typed; they are cleaned here.
type InvitationMail struct {
	Language Language
	// From is our own address; the mail is sent by us, not by the inviter.
	From string
	// To is the guest's address; Bound says that the link works for no other.
	To    string
	Bound bool
	// InviterName, InviterAddress and Organization say who invites.
	InviterName, InviterAddress, Organization string
	// Mailbox is the address that is shared.
	Mailbox string
	// Permissions are those that the grant will have.
	Permissions permission.Set
	// AccessUntil ends the access; zero when it has no end.
	AccessUntil time.Time
	// Note is the inviter's own words; may be empty, may have several lines.
	Note string
	// Link is the invitation's URL, a secret, which works until LinkUntil.
	Link      string
	LinkUntil time.Time
	// SentAt becomes the Date.
	SentAt time.Time
}

// InvitationPreview is the mail as its reader will see it.
type InvitationPreview struct {
	Subject, Text, HTML string
}

// ErrLink says that an invitation's link is not an http or https URL. It does
// not repeat the link.
var ErrLink = errors.New("notify: the invitation's link is not a web address")

const (
	maxNameRunes = 100
	maxNoteRunes = 2000
)

//go:embed invitation.html.tmpl invitation.txt.tmpl
var templates embed.FS

var (
	htmlInvitation = htmltemplate.Must(htmltemplate.ParseFS(templates, "invitation.html.tmpl"))
	textInvitation = texttemplate.Must(texttemplate.ParseFS(templates, "invitation.txt.tmpl"))
)

// invitationView is what the two templates read: finished sentences.
type invitationView struct {
	Language                                       Language
	Subject, Heading, Inviter                      string
	Note                                           []string // lines
	Can, Cannot, Until                             string
	Link, Button, CopyLink, Works, NoPassword, Why string
}

// Preview renders the mail without its envelope. Errors: ErrLanguage, ErrLink.
func Preview(m InvitationMail) (InvitationPreview, error) {
	view, err := m.view()
	if err != nil {
		return InvitationPreview{}, err
	}
	var html, text bytes.Buffer
	if err := htmlInvitation.Execute(&html, view); err != nil {
		return InvitationPreview{}, fmt.Errorf("notify: %w", err)
	}
	if err := textInvitation.Execute(&text, view); err != nil {
		return InvitationPreview{}, fmt.Errorf("notify: %w", err)
	}
	return InvitationPreview{Subject: view.Subject, Text: text.String(), HTML: html.String()}, nil
}

func (m InvitationMail) view() (invitationView, error) {
	w, ok := texts[m.Language]
	if !ok {
		return invitationView{}, ErrLanguage
	}
	if link, err := url.Parse(m.Link); err != nil || link.Scheme != "http" && link.Scheme != "https" || link.Host == "" {
		return invitationView{}, ErrLink
	}
	inviter := clean(m.InviterName, maxNameRunes)
	view := invitationView{
		Language: m.Language,
		Subject:  fmt.Sprintf(w.subject, inviter, m.Mailbox),
		Heading:  fmt.Sprintf(w.heading, inviter, m.Mailbox),
		Inviter:  fmt.Sprintf(w.inviter, inviter, m.InviterAddress, clean(m.Organization, maxNameRunes)),
		Note:     noteLines(m.Note),
		Link:     m.Link, Button: w.button, CopyLink: w.copyLink,
		Works:      w.linkWorks(m),
		NoPassword: w.noPassword,
		Why:        fmt.Sprintf(w.why, inviter),
	}
	can, cannot := split(m.Permissions)
	if len(can) > 0 {
		view.Can = fmt.Sprintf(w.can, enumerate(w.name(can), w.and))
	}
	if len(cannot) > 0 {
		view.Cannot = fmt.Sprintf(w.cannot, enumerate(w.name(cannot), w.or))
	}
	if !m.AccessUntil.IsZero() {
		view.Until = fmt.Sprintf(w.until, m.Language.date(m.AccessUntil))
	}
	return view, nil
}

func (w words) name(list []ability) []string {
	var phrases []string
	for _, a := range list {
		phrases = append(phrases, w.phrases[a])
	}
	return phrases
}

// clean makes one line of what somebody typed, without characters that draw
// nothing: a right-to-left override can make a name read as another.
func clean(text string, maxRunes int) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r) && r != zeroWidthJoiner, r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, text)
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > maxRunes {
		text = string(runes[:maxRunes]) + "…"
	}
	return text
}

// zeroWidthJoiner is kept: emoji and several scripts are written with it.
const zeroWidthJoiner = '\u200d'

func noteLines(note string) []string {
	if runes := []rune(note); len(runes) > maxNoteRunes {
		note = string(runes[:maxNoteRunes]) + "…"
	}
	var lines []string
	for line := range strings.SplitSeq(strings.TrimSpace(note), "\n") {
		lines = append(lines, clean(line, maxNoteRunes))
	}
	if len(lines) == 1 && lines[0] == "" {
		return nil
	}
	return lines
}

// linkWorks says for whom and until when the link works.
func (w words) linkWorks(m InvitationMail) string {
	until := m.Language.date(m.LinkUntil)
	if m.Bound {
		return fmt.Sprintf(w.worksFor, m.To, until)
	}
	return fmt.Sprintf(w.works, until)
}
