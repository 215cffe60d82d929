package identity

import (
	"strings"
	"unicode/utf8"

	"latchkey/server/address"
	"latchkey/server/refusal"
)

// Lengths of a password, in characters: long enough not to be guessed, short
// enough that hashing one is never an attack.
const (
	minPassword = 12
	maxPassword = 256
)

// checkPassword refuses a new password that is easily guessed.
//
// Refusals: VALIDATION_FAILED on "password".
func checkPassword(password string, email address.Address) error {
	length := utf8.RuneCountInString(canonical(password))
	switch {
	case !utf8.ValidString(password):
		return refusal.Invalid("password", "This password holds a character that can’t be read. Type it again.")
	case length < minPassword:
		return refusal.Invalid("password", "Use at least 12 characters; a sentence is easy to remember.")
	case length > maxPassword:
		return refusal.Invalid("password", "Use at most 256 characters.")
	case strings.EqualFold(password, email.String()) || strings.EqualFold(password, email.Display()):
		return refusal.Invalid("password", "Use something else than your e-mail address.")
	}
	return nil
}
