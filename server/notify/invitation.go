package notify

import (
	"fmt"
	"time"

	"latchkey/server/permission"
)

// Invitation offers access to a mailbox. Names and the note are what people
// typed; they are cleaned here.
type Invitation struct {
	// Guest is to whom the offer is made; Bound says that the link works for no other.
	Guest string
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
}

type invitationWords struct {
	heading    string // inviter, mailbox; also the subject
	inviter    string // name, address, organization
	can        string // what
	button     string
	works      string // date: the link ends
	worksFor   string // guest, date: the link ends
	noPassword string
	why        string // inviter
}

func (m Invitation) page(v voice) page {
	w, inviter := v.invitation, nameOf(m.InviterName)
	allowed := v.allows(w.can, m.Permissions, m.AccessUntil)
	heading := fmt.Sprintf(w.heading, inviter, m.Mailbox)
	return page{
		Subject: heading, Heading: heading,
		Preheader: allowed.Strong + " " + w.noPassword,
		Lead:      fmt.Sprintf(w.inviter, inviter, m.InviterAddress, nameOf(m.Organization)),
		Quote:     noteLines(m.Note),
		Body:      []paragraph{allowed},
		Button:    w.button, Link: m.Link,
		Notes: []string{m.linkWorks(v), w.noPassword},
		Why:   fmt.Sprintf(w.why, inviter),
	}
}

// linkWorks says for whom and until when the link works.
func (m Invitation) linkWorks(v voice) string {
	until := v.day(m.LinkUntil)
	if m.Bound {
		return fmt.Sprintf(v.invitation.worksFor, m.Guest, until)
	}
	return fmt.Sprintf(v.invitation.works, until)
}
