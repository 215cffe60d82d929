package secondfactor

import (
	"strings"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/hotp"
	"github.com/pquerna/otp/totp"
)

const (
	// period is how long a code holds, in seconds (RFC 6238 §5.2).
	period = 30
	// drift is how many steps a phone's clock may be off to each side.
	drift = 1
)

// NewAuthenticator makes a secret of 160 bits for an authenticator app, in base
// 32, and the otpauth URI of its QR code. account is what the app calls it.
func (f *Factors) NewAuthenticator(account string) (secret, uri string) {
	key, err := totp.Generate(totp.GenerateOpts{Issuer: issuer, AccountName: account, Period: period})
	if err != nil {
		panic("secondfactor: the system gives no random numbers, or an account has no name: " + err.Error())
	}
	return key.Secret(), key.URL()
}

// CheckCode tells whether a code is one of this half minute, of the one before
// or the one after, and of which: the caller makes sure that a step counts once.
// Spaces in the code don't matter.
func (f *Factors) CheckCode(secret, code string) (step int64, ok bool) {
	code = strings.Join(strings.Fields(code), "")
	now := f.clock.Now().Unix() / period
	for step := now + drift; step >= now-drift; step-- {
		right, err := hotp.ValidateCustom(code, uint64(step), secret, hotp.ValidateOpts{Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1})
		if err == nil && right {
			return step, true
		}
	}
	return 0, false
}
