package notify

import "fmt"

// AccountExists answers a sign-up with an address that somebody signs in with
// already: the browser that asked is not told, the owner of the address is.
type AccountExists struct {
	// Inviter and Mailbox say which invitation it was for.
	Inviter, Mailbox string
	// Account is the address that is signed in with.
	Account string
	// Link is where people sign in.
	Link string
}

type accountExistsWords struct {
	heading string // also the subject
	lead    string // inviter, mailbox
	noNeed  string
	signIn  string // account
	forgot  string
	button  string
	why     string
}

func (m AccountExists) page(v voice) page {
	w := v.accountExists
	signIn := fmt.Sprintf(w.signIn, m.Account)
	return page{
		Subject: w.heading, Preheader: signIn,
		Heading: w.heading, Lead: fmt.Sprintf(w.lead, nameOf(m.Inviter), m.Mailbox),
		Body:   []paragraph{{w.noNeed, signIn}},
		Button: w.button, Link: m.Link,
		Notes: []string{w.forgot},
		Why:   w.why,
	}
}
