package signup

import (
	"time"

	"latchkey/server/nodeid"
)

// What keeps six digits from being guessed: 25 guesses an hour at one address
// hit once in 40 000 hours, and each needs a sign-up by a pending invitation.
const (
	// codeLife is how long a code can be typed.
	codeLife = 10 * time.Minute
	// codeTries is how often.
	codeTries = 5
	// codeEvery is how long to wait for another code.
	codeEvery = time.Minute
	// codesPerSignUp is how many codes one sign-up is sent.
	codesPerSignUp = 5
	// codesPerAddress is how many an address is sent within codesWithin, by all sign-ups together.
	codesPerAddress = 5
	codesWithin     = time.Hour
)

// placeOfCode says where a sealed code is kept, so that it opens nowhere else.
func placeOfCode(id nodeid.ID) string { return "sign_ups.code_sealed " + id.String() }
