package secondfactor

import (
	"encoding/json"
	"log/slog"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"latchkey/server/nodeid"
	"latchkey/server/refusal"
)

func TestARecoveryCodeIsReadAsPeopleTypeIt(t *testing.T) {
	for typed, want := range map[string]string{
		"7k2m-9xqd": "7k2m9xqd", "7K2M 9XQD": "7k2m9xqd", " 7k2m9xqd\t": "7k2m9xqd", "7k2m–9xqd": "7k2m9xqd",
		"oOiI-lL00": "00111100",
		"":          "", "7k2m-9xq": "", "7k2m-9xqdd": "", "7k2m-9xqu": "", "7k2m-9xq!": "", "7k2m-9xqß": "",
		strings.Repeat("7", 1_000_000): "",
	} {
		code, ok := parseRecoveryCode(typed)
		if ok != (want != "") || ok && code != want {
			t.Errorf("%.20q: got %q, %v; want %q", typed, code, ok, want)
		}
	}
}

func TestRecoveryCodesAreOfAllLettersAlike(t *testing.T) {
	seen := map[rune]int{}
	const made = 4000
	for range made {
		for _, letter := range newRecoveryCode() {
			seen[letter]++
		}
	}
	for _, letter := range recoveryAlphabet {
		if mean := made * recoveryLength / 32; seen[letter] < mean*3/4 || seen[letter] > mean*5/4 {
			t.Errorf("%c comes %d times, want about %d", letter, seen[letter], mean)
		}
	}
}

// FuzzRecoveryCode: whatever is typed, what comes out is a code in its one form or nothing.
func FuzzRecoveryCode(f *testing.F) {
	for _, typed := range []string{"7k2m-9xqd", "OIL0-1111", "7k2m–9xqd", "\xff\xfe", "İİİİ-ııı", ""} {
		f.Add(typed)
	}
	form := regexp.MustCompile(`^[0-9a-hjkmnp-tv-z]{8}$`)
	f.Fuzz(func(t *testing.T, typed string) {
		code, ok := parseRecoveryCode(typed)
		if !ok {
			return
		}
		if !form.MatchString(code) {
			t.Fatalf("%q was read as %q", typed, code)
		}
		if again, ok := parseRecoveryCode(code); !ok || again != code {
			t.Fatalf("%q was read as %q, %v", code, again, ok)
		}
	})
}

// FuzzCredential: whatever a device sends instead of a passkey is refused, and is no fault.
func FuzzCredential(f *testing.F) {
	public, _ := url.Parse("https://mail.acme.example")
	relying, err := relyingParty(public)
	if err != nil {
		f.Fatal(err)
	}
	factors := &Factors{relying: relying, log: slog.New(slog.DiscardHandler)}
	anna := nodeid.New(nodeid.User)
	_, data, err := factors.OfferPasskey(anna, "anna@acme.example", "Anna")
	if err != nil {
		f.Fatal(err)
	}
	for _, sent := range []string{
		`{}`, `null`, `[]`, `"x"`, ``, `{"id":"AA","rawId":"AA","type":"public-key","response":{"clientDataJSON":"e30","attestationObject":"oA"}}`,
		`{"id":"AA","rawId":"AA","type":"public-key","response":{"clientDataJSON":"e30","attestationObject":"o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YUA"}}`,
		`{"id":"AA","rawId":"AA","type":"public-key","response":{"clientDataJSON":"e30","authenticatorData":"AAAA","signature":"AA","userHandle":"AA"}}`,
	} {
		f.Add([]byte(sent))
	}
	f.Fuzz(func(t *testing.T, sent []byte) {
		made, err := factors.AttestPasskey(anna, data, json.RawMessage(sent))
		if refused, ok := refusal.As(err); made != nil || !ok || refused.Field != "credential" {
			t.Fatalf("%q: got %v, %v", sent, made, err)
		}
		answer, err := protocol.ParseCredentialRequestResponseBytes(sent)
		if err != nil {
			return
		}
		if _, err := relying.ValidateLogin(holder{id: anna}, webauthn.SessionData{Challenge: "x", UserID: []byte(anna)}, answer); err == nil {
			t.Fatalf("%q signs in as somebody without passkeys", sent)
		}
	})
}
