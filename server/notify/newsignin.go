package notify

import (
	"fmt"
	"time"
)

// NewSignIn tells of a session in a browser that was not known. What is empty
// is not known.
type NewSignIn struct {
	// Account is the address that is signed in with.
	Account string
	// Browser and System are such as Firefox and Linux.
	Browser, System string
	// City, and Country as ISO 3166-1 alpha-2, are where Address, of the
	// internet, roughly is.
	City, Country, Address string
	At                     time.Time
	// Link is where the account is secured.
	Link string
}

type newSignInWords struct {
	subject   string // device
	heading   string // also the subject, when the device is unknown
	lead      string // account
	onSystem  string // browser, system
	device    string
	place     string
	address   string
	wasYou    string
	nothing   string
	wasNotYou string
	act       string
}

func (m NewSignIn) page(v voice) page {
	w, device := v.newSignIn, m.device(v)
	subject := w.heading
	if device != "" {
		subject = fmt.Sprintf(w.subject, device)
	}
	lead := fmt.Sprintf(w.lead, m.Account)
	return page{
		Subject: subject, Preheader: lead, Heading: w.heading, Lead: lead,
		Facts: known(
			fact{w.device, device}, fact{w.place, v.place(m.City, m.Country)},
			fact{w.address, clean(m.Address, maxNameRunes)}, fact{v.security.when, v.moment(m.At)},
		),
		Body:   []paragraph{{w.wasYou, w.nothing}, {w.wasNotYou, w.act}},
		Button: v.security.button, Link: m.Link,
		Why: fmt.Sprintf(v.security.why, m.Account),
	}
}

func (m NewSignIn) device(v voice) string {
	browser, system := clean(m.Browser, maxNameRunes), clean(m.System, maxNameRunes)
	if browser == "" || system == "" {
		return browser + system
	}
	return fmt.Sprintf(v.newSignIn.onSystem, browser, system)
}

// known leaves out the facts that nobody knows.
func known(facts ...fact) []fact {
	var list []fact
	for _, f := range facts {
		if f.Value != "" {
			list = append(list, f)
		}
	}
	return list
}
