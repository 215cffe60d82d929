package notify

import (
	"fmt"
	"time"
)

// What happened to an account's security.
const (
	PasswordChanged       = "password_changed"
	SecondFactorAdded     = "second_factor_added"
	SecondFactorRemoved   = "second_factor_removed"
	RecoveryCodeUsed      = "recovery_code_used"
	RecoveryCodesReplaced = "recovery_codes_replaced"
)

// IsSecurityNotice says whether there is a mail for what happened.
func IsSecurityNotice(what string) bool {
	_, ok := languages[English].security.notices[what]
	return ok
}

// SecurityNotice tells the owner of an account what happened to its security.
type SecurityNotice struct {
	// What is one of the constants above.
	What string
	// Account is the address that is signed in with.
	Account string
	At      time.Time
	// Protected says whether the account has a second factor after SecondFactorRemoved.
	Protected bool
	// CodesLeft is how many recovery codes are unused after RecoveryCodeUsed.
	CodesLeft int
	// Link is where the account is secured.
	Link string
}

type securityWords struct {
	account, when string // names of facts
	wasNotYou     string
	act           string
	button        string
	why           string // account
	notices       map[string]noticeWords

	protected, unprotected  string // after SecondFactorRemoved
	noCode, oneCode, nCodes string // after RecoveryCodeUsed; the last with how many
}

type noticeWords struct {
	heading string // also the subject
	follows string // what follows from it
}

func (m SecurityNotice) page(v voice) page {
	w := v.security
	notice := w.notices[m.What]
	follows := notice.follows + m.detail(w)
	return page{
		Subject: notice.heading, Preheader: follows, Heading: notice.heading, Lead: follows,
		Facts:  []fact{{w.account, m.Account}, {w.when, v.moment(m.At)}},
		Body:   []paragraph{{w.wasNotYou, w.act}},
		Button: w.button, Link: m.Link,
		Why: fmt.Sprintf(w.why, m.Account),
	}
}

// detail is what follows in this very case.
func (m SecurityNotice) detail(w securityWords) string {
	switch {
	case m.What == SecondFactorRemoved && m.Protected:
		return w.protected
	case m.What == SecondFactorRemoved:
		return w.unprotected
	case m.What != RecoveryCodeUsed:
		return ""
	case m.CodesLeft == 0:
		return w.noCode
	case m.CodesLeft == 1:
		return w.oneCode
	default:
		return fmt.Sprintf(w.nCodes, m.CodesLeft)
	}
}
