package notify

import "fmt"

// SignUpCode proves to who signs up that the address is theirs.
type SignUpCode struct {
	// Code is six digits, a secret.
	Code string
	// Inviter and Mailbox say which invitation it is for.
	Inviter, Mailbox string
}

// ResetCode lets the owner of an address choose a new password.
type ResetCode struct {
	// Code is six digits, a secret.
	Code string
	// Account is the address that is signed in with.
	Account string
}

type codeWords struct {
	valid, secret string // of every code
	signUpSubject string // code
	signUpHeading string
	signUpLead    string // inviter, mailbox
	signUpWhy     string
	resetSubject  string // code
	resetHeading  string
	resetLead     string // account
	resetWhy      string
}

func (m SignUpCode) page(v voice) page {
	w, code := v.code, spaced(m.Code)
	lead := fmt.Sprintf(w.signUpLead, nameOf(m.Inviter), m.Mailbox)
	return page{
		Subject: fmt.Sprintf(w.signUpSubject, code), Preheader: lead,
		Heading: w.signUpHeading, Lead: lead, Code: code,
		Body: []paragraph{{w.valid, w.secret}},
		Why:  w.signUpWhy,
	}
}

func (m ResetCode) page(v voice) page {
	w, code := v.code, spaced(m.Code)
	lead := fmt.Sprintf(w.resetLead, m.Account)
	return page{
		Subject: fmt.Sprintf(w.resetSubject, code), Preheader: lead,
		Heading: w.resetHeading, Lead: lead, Code: code,
		Body: []paragraph{{w.valid, w.secret}},
		Why:  w.resetWhy,
	}
}

// spaced writes six digits as people read them out: "123 456".
func spaced(code string) string {
	if len(code) != 6 {
		return code
	}
	return code[:3] + " " + code[3:]
}
