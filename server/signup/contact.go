package signup

import (
	"context"

	"latchkey/ent"
	"latchkey/server/refusal"
)

// Contact is how somebody is reached, and what they agreed to.
type Contact struct {
	// Phone has a country code or is written as in Region.
	Phone string
	// Region is ISO 3166-1 alpha-2, such as "CH"; may be empty.
	Region string
	// TermsVersion is the version of the terms that was read and accepted.
	TermsVersion string
}

// TellContact keeps the phone number, and when which terms were accepted; it can be repeated.
//
// Refusals: NOT_FOUND, CONFLICT, VALIDATION_FAILED on "phone" or "termsVersion".
func (s *SignUps) TellContact(ctx context.Context, token string, c Contact) (*ent.SignUp, error) {
	row, err := s.at(ctx, token, StepContact)
	if err != nil {
		return nil, err
	}
	phone, err := ParsePhone(c.Phone, c.Region)
	if err != nil {
		return nil, err
	}
	if c.TermsVersion != TermsVersion {
		return nil, refusal.Invalid("termsVersion", "The terms have changed. Read and accept those of "+TermsVersion+".")
	}
	return s.change(ctx, row.ID, func(u *ent.SignUpUpdate) {
		u.SetPhone(phone).SetTermsVersion(TermsVersion).SetTermsAcceptedAt(s.clock.Now())
	})
}
