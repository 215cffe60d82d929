package notify

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"latchkey/server/permission"
)

// Turn is how somebody's access took another turn.
type Turn int

// The turns. The two of the second factor are of the account, not of a grant.
const (
	Granted Turn = iota
	Changed
	Ended
	RanOut
	NeedsSecondFactor
	HasSecondFactor
	turns // how many there are
)

// AccessChanged tells what somebody may do with mailboxes of others from now on.
type AccessChanged struct {
	Turn Turn
	// Mailboxes has one address or, for the two of the second factor, several.
	Mailboxes []string
	// Actor did it; empty when time did.
	Actor string
	// BySecondFactor says that Changed came of what the account is secured with.
	BySecondFactor bool
	// Permissions are what is allowed from now on, and Until when; zero Until
	// is without an end. Only for Granted and Changed.
	Permissions permission.Set
	Until       time.Time
	// Link is where the mailbox is opened or the second factor added.
	Link string
}

type accessWords struct {
	can            string // what
	bySecondFactor string
	others         string // how many mailboxes more
	why            string
	turns          [turns]turnWords
}

// maxNamed is how many mailboxes a mail names, or one more where only one is left.
const maxNamed = 5

type turnWords struct {
	heading string // mailboxes; also the subject
	by      string // actor
	bySome  string // instead, when nobody did it
	follows string // what follows from it; empty where permissions say it
	button  string
}

func (m AccessChanged) page(v voice) page {
	w := v.access.turns[m.Turn]
	heading := fmt.Sprintf(w.heading, enumerate(m.named(v), v.and))
	lead := w.bySome
	switch {
	case m.Turn == Changed && m.BySecondFactor:
		lead = v.access.bySecondFactor
	case m.Actor != "" && w.by != "":
		lead = fmt.Sprintf(w.by, nameOf(m.Actor))
	}
	body := paragraph{Rest: w.follows}
	if m.Turn == Granted || m.Turn == Changed {
		body = v.allows(v.access.can, m.Permissions, m.Until)
	}
	return page{
		Subject: heading, Preheader: strings.TrimSpace(lead + " " + body.Strong + body.Rest), Heading: heading, Lead: lead,
		Body:   []paragraph{body},
		Button: w.button, Link: m.Link,
		Why: v.access.why,
	}
}

// named are the mailboxes as far as a subject bears them.
func (m AccessChanged) named(v voice) []string {
	more := len(m.Mailboxes) - maxNamed
	if more < 2 {
		return m.Mailboxes
	}
	return append(slices.Clone(m.Mailboxes[:maxNamed]), fmt.Sprintf(v.access.others, more))
}
