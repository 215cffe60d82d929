package secondfactor

import (
	"crypto/hmac"
	"crypto/sha1"
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"net/url"
	"testing"
	"time"

	"latchkey/server/clock"
)

// CodeAt is the code of a time step, by RFC 6238 and RFC 4226 §5.3 and by no
// library: what an authenticator app shows.
func CodeAt(t testing.TB, secret string, step int64) string {
	t.Helper()
	key, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(secret)
	if err != nil {
		t.Fatalf("an app can't read the secret %q: %v", secret, err)
	}
	var counter [8]byte
	binary.BigEndian.PutUint64(counter[:], uint64(step))
	mac := hmac.New(sha1.New, key)
	mac.Write(counter[:])
	sum := mac.Sum(nil)
	at := sum[len(sum)-1] & 0xf
	return fmt.Sprintf("%06d", (binary.BigEndian.Uint32(sum[at:])&0x7fffffff)%1_000_000)
}

func TestCodesAreThoseOfRFC6238(t *testing.T) {
	secret := base32.StdEncoding.EncodeToString([]byte("12345678901234567890"))
	for unix, code := range map[int64]string{ // appendix B; we show the last six of its eight digits
		59: "287082", 1111111109: "081804", 1111111111: "050471", 1234567890: "005924", 2000000000: "279037", 20000000000: "353130",
	} {
		f := &Factors{clock: clock.At(time.Unix(unix, 0))}
		if step, ok := f.CheckCode(secret, code); !ok || step != unix/30 {
			t.Errorf("at %d: got step %d, %v; want %d, true", unix, step, ok, unix/30)
		}
		if app := CodeAt(t, secret, unix/30); app != code {
			t.Errorf("at %d: the test's own app shows %s, want %s", unix, app, code)
		}
	}
}

func TestACodeHoldsForItsHalfMinuteAndOneToEachSide(t *testing.T) {
	now := time.Date(2027, 1, 4, 9, 0, 0, 0, time.UTC)
	f := &Factors{clock: clock.At(now)}
	secret, _ := f.NewAuthenticator("anna@acme.example")
	step := now.Unix() / 30
	for off, want := range map[int64]bool{-2: false, -1: true, 0: true, 1: true, 2: false} {
		if got, ok := f.CheckCode(secret, CodeAt(t, secret, step+off)); ok != want || ok && got != step+off {
			t.Errorf("%+d steps: got step %d, %v; want %v", off, got-step, ok, want)
		}
	}
}

func TestACodeIsReadAsPeopleTypeIt(t *testing.T) {
	now := time.Date(2027, 1, 4, 9, 0, 0, 0, time.UTC)
	f := &Factors{clock: clock.At(now)}
	secret, _ := f.NewAuthenticator("anna@acme.example")
	code := CodeAt(t, secret, now.Unix()/30)
	for typed, want := range map[string]bool{
		code: true, code[:3] + " " + code[3:]: true, " " + code + "\n": true,
		code[:5]: false, code + "0": false, "": false, "abcdef": false, "-" + code[1:]: false,
	} {
		if _, ok := f.CheckCode(secret, typed); ok != want {
			t.Errorf("%q: got %v, want %v", typed, ok, want)
		}
	}
}

func TestAnAppReadsItsSecretFromTheURI(t *testing.T) {
	secret, uri := (&Factors{}).NewAuthenticator("anna@acme.example")
	parsed, err := url.Parse(uri)
	if err != nil {
		t.Fatal(err)
	}
	asked := parsed.Query()
	if parsed.Scheme != "otpauth" || parsed.Host != "totp" || parsed.Path != "/Latchkey:anna@acme.example" ||
		asked.Get("secret") != secret || asked.Get("issuer") != "Latchkey" || asked.Get("digits") != "6" || asked.Get("period") != "30" {
		t.Errorf("an app can't use %s", parsed.Redacted())
	}
	if len(secret) != 32 {
		t.Errorf("the secret has %d characters of five bits, want 32", len(secret))
	}
	if again, _ := (&Factors{}).NewAuthenticator("anna@acme.example"); again == secret {
		t.Error("two secrets are the same")
	}
}
