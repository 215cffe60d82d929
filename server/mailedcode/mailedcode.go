// Package mailedcode makes and compares the six digits that prove that
// somebody reads the mail of an address. A code lives for minutes and is tried
// a few times: whoever keeps one counts that.
package mailedcode

import (
	"crypto/rand"
	"crypto/subtle"
	"fmt"
	"math/big"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"latchkey/server/refusal"
	"latchkey/server/seal"
)

const (
	digits = 6
	// maxTyped, in octets, is more than anybody types for six digits.
	maxTyped = 100
)

// New makes six random digits.
func New() string {
	n, err := rand.Int(rand.Reader, big.NewInt(1_000_000))
	if err != nil {
		panic("mailedcode: the system gives no random numbers: " + err.Error())
	}
	return fmt.Sprintf("%0*d", digits, n)
}

// Read reads a code as people type or paste it: spaces and hyphens between
// digits don't matter, nor does their width.
//
// Refusals: VALIDATION_FAILED on "code" for what is no code at all.
func Read(typed string) (string, error) {
	malformed := refusal.Invalid("code", "The code has six digits. You find it in the e-mail.")
	if len(typed) > maxTyped {
		return "", malformed
	}
	code := make([]byte, 0, digits)
	for _, r := range norm.NFKC.String(typed) {
		switch {
		case r >= '0' && r <= '9':
			code = append(code, byte(r))
		case !unicode.IsSpace(r) && !unicode.Is(unicode.Pd, r) && !unicode.Is(unicode.Cf, r):
			return "", malformed
		}
	}
	if len(code) != digits {
		return "", malformed
	}
	return string(code), nil
}

// Is compares a code that was read with the one that is sealed in a place, in constant time.
func Is(box *seal.Box, sealed []byte, place, code string) (bool, error) {
	kept, err := box.Open(sealed, place)
	if err != nil {
		return false, fmt.Errorf("open a mailed code: %w", err)
	}
	return subtle.ConstantTimeCompare(kept, []byte(code)) == 1, nil
}
