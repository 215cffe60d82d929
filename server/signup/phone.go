package signup

import (
	"errors"
	"strings"

	"github.com/nyaruka/phonenumbers"

	"latchkey/server/refusal"
)

const (
	// maxTyped, in octets, is more than any number with spaces, brackets and an extension.
	maxTyped = 64
	// maxE164 is "+" and 15 digits (ITU-T E.164 §6.2.1).
	maxE164 = 16

	howToWrite = "Write it with country code, like +41 79 000 00 00."
)

// ParsePhone reads a phone number of any country and returns its E.164 form,
// such as "+41790000000". region is where it is from when it has no country
// code: ISO 3166-1 alpha-2, such as "CH"; may be empty.
//
// Refusals: VALIDATION_FAILED on "phone".
func ParsePhone(typed, region string) (string, error) {
	typed = strings.TrimSpace(typed)
	switch {
	case typed == "":
		return "", refusePhone("Write your phone number, with country code, like +41 79 000 00 00.")
	case len(typed) > maxTyped:
		return "", refusePhone("This number looks too long. " + howToWrite)
	}
	number, err := phonenumbers.Parse(typed, strings.ToUpper(strings.TrimSpace(region)))
	if err != nil {
		return "", refusePhone(whyUnreadable(err) + howToWrite)
	}
	if why := whyImpossible(number); why != "" {
		return "", refusePhone(why + howToWrite)
	}
	written := phonenumbers.Format(number, phonenumbers.E164)
	if len(written) > maxE164 {
		return "", refusePhone("This number looks too long. " + howToWrite)
	}
	return written, nil
}

func refusePhone(why string) error { return refusal.Invalid("phone", why) }

func whyUnreadable(err error) string {
	switch {
	case errors.Is(err, phonenumbers.ErrInvalidCountryCode):
		return "The country of this number isn’t clear. "
	case errors.Is(err, phonenumbers.ErrTooShortNSN), errors.Is(err, phonenumbers.ErrTooShortAfterIDD):
		return "This number looks too short. "
	case errors.Is(err, phonenumbers.ErrNumTooLong):
		return "This number looks too long. "
	default:
		return "This isn’t a phone number. "
	}
}

// whyImpossible says what is wrong with a number; empty when it can be called.
func whyImpossible(number *phonenumbers.PhoneNumber) string {
	switch phonenumbers.IsPossibleNumberWithReason(number) {
	case phonenumbers.TOO_SHORT, phonenumbers.IS_POSSIBLE_LOCAL_ONLY:
		return "This number looks too short. "
	case phonenumbers.TOO_LONG:
		return "This number looks too long. "
	case phonenumbers.INVALID_COUNTRY_CODE:
		return "There is no country with this code. "
	case phonenumbers.INVALID_LENGTH:
		return "This number has a digit too many or too few. "
	}
	if !phonenumbers.IsValidNumber(number) {
		return "No phone has a number like this. Check its digits. "
	}
	return ""
}
