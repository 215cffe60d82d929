package notify

import (
	"fmt"
	"time"

	"latchkey/server/permission"
)

// InvitationAccepted tells the inviter who uses the mailbox now.
type InvitationAccepted struct {
	GuestName, GuestAddress string
	Mailbox                 string
	// Permissions are what the guest may do, until AccessUntil; zero is without an end.
	Permissions permission.Set
	AccessUntil time.Time
	// Link is where the mailbox's users are.
	Link string
}

type acceptedWords struct {
	heading string // guest, mailbox; also the subject
	lead    string // name, address
	can     string // what
	end     string
	button  string
	why     string
}

func (m InvitationAccepted) page(v voice) page {
	w, guest := v.accepted, nameOf(m.GuestName)
	heading, lead := fmt.Sprintf(w.heading, guest, m.Mailbox), fmt.Sprintf(w.lead, guest, m.GuestAddress)
	return page{
		Subject: heading, Preheader: lead, Heading: heading, Lead: lead,
		Body:   []paragraph{v.allows(w.can, m.Permissions, m.AccessUntil)},
		Button: w.button, Link: m.Link,
		Notes: []string{w.end},
		Why:   w.why,
	}
}
