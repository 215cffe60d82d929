package signup

import (
	"time"

	"latchkey/ent"
	"latchkey/server/refusal"
)

// Step is what a sign-up still needs, in this order.
type Step int

// The steps.
const (
	StepEmailCode Step = iota
	StepProfile
	StepContact
	StepSecondFactor
)

// StepOf is the first step that is still open. With new terms that of the
// contact is open again.
func StepOf(row *ent.SignUp) Step {
	switch {
	case row.EmailProvenAt == nil:
		return StepEmailCode
	case row.FirstName == "" || row.PasswordHash == "":
		return StepProfile
	case row.Phone == "" || !TermsAccepted(row):
		return StepContact
	default:
		return StepSecondFactor
	}
}

// TermsAccepted tells whether the terms in force were accepted.
func TermsAccepted(row *ent.SignUp) bool {
	return row.TermsAcceptedAt != nil && row.TermsVersion == TermsVersion
}

// ResendAfter is when another code can be asked for; nil when none can.
func ResendAfter(row *ent.SignUp) *time.Time {
	if row.EmailProvenAt != nil || row.CodeCount >= codesPerSignUp {
		return nil
	}
	at := row.CodeSentAt.Add(codeEvery)
	return &at
}

// TriesLeft is how often the last code may still be typed.
func TriesLeft(row *ent.SignUp) int {
	if row.EmailProvenAt != nil {
		return 0
	}
	return max(0, codeTries-row.Tries)
}

// openStep says what has to be done first, by the step that is open.
var openStep = map[Step]string{
	StepEmailCode: "Confirm your e-mail address first, with the code that was sent to it.",
	StepProfile:   "Tell your name and choose a password first.",
	StepContact:   "Tell your phone number and accept the terms first.",
}

// reached refuses a step while an earlier one is open.
//
// Refusals: CONFLICT.
func reached(row *ent.SignUp, step Step) error {
	if open := StepOf(row); open < step {
		return refusal.Conflict(openStep[open])
	}
	return nil
}
