package seal

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

func TestATokenIsFoundByItsHashOnly(t *testing.T) {
	token := NewToken()
	parsed, err := ParseToken(token.Reveal())
	if err != nil || !bytes.Equal(parsed.Hash(), token.Hash()) {
		t.Fatalf("a token does not come back: %v", err)
	}
	if bytes.Contains(token.Hash(), []byte(token.Reveal()[:8])) || NewToken() == token {
		t.Error("a hash shows its token, or a token came twice")
	}
}

func TestNoFormatShowsAToken(t *testing.T) {
	token := NewToken()
	for _, format := range []string{"%s", "%v", "%+v", "%#v", "%q"} {
		if shown := fmt.Sprintf(format, token); strings.Contains(shown, token.Reveal()) {
			t.Errorf("%s shows the token", format)
		}
	}
}

func TestMalformedTokensAreRefused(t *testing.T) {
	for _, text := range []string{"", "short", strings.Repeat("a", 44), strings.Repeat("a", 42) + "=", strings.Repeat("ä", 43), strings.Repeat("/", 43)} {
		if _, err := ParseToken(text); err == nil {
			t.Errorf("%q was taken for a token", text)
		}
	}
}

func TestAPasswordIsVerified(t *testing.T) {
	p := NewPasswords(TestCost)
	stored, err := p.Hash(t.Context(), "demo-latchkey")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		sentence, stored, password string
		want                       bool
	}{
		{"the right one", stored, "demo-latchkey", true},
		{"a wrong one", stored, "demo-latchkez", false},
		{"an empty one", stored, "", false},
		{"an account that does not exist", "", "demo-latchkey", false},
	} {
		t.Run(row.sentence, func(t *testing.T) {
			if got, err := p.Verify(t.Context(), row.stored, row.password); err != nil || got != row.want {
				t.Errorf("got %v, %v; want %v", got, err, row.want)
			}
		})
	}
}

func FuzzDecodeHash(f *testing.F) {
	f.Add(NewPasswords(TestCost).dummy)
	f.Add("$argon2id$v=19$m=4294967295,t=4294967295,p=1$AAAA$AAAA")
	f.Fuzz(func(_ *testing.T, stored string) { _, _ = decodeHash(stored) })
}

func TestASealedValueOpensOnlyInItsPlace(t *testing.T) {
	box, err := NewBox(bytes.Repeat([]byte{7}, 32))
	if err != nil {
		t.Fatal(err)
	}
	sealed := box.Seal([]byte("secret"), "invitations/token/inv_1")
	if opened, err := box.Open(sealed, "invitations/token/inv_1"); err != nil || string(opened) != "secret" {
		t.Errorf("got %q, %v", opened, err)
	}
	if _, err := box.Open(sealed, "invitations/token/inv_2"); err == nil {
		t.Error("it opened in another place")
	}
	sealed[len(sealed)-1] ^= 1
	if _, err := box.Open(sealed, "invitations/token/inv_1"); err == nil {
		t.Error("it opened although it was changed")
	}
	if _, err := NewBox([]byte("short")); err == nil {
		t.Error("a short key was taken")
	}
}

func TestAFingerprintIsOfOneValueInOnePlaceUnderOneKey(t *testing.T) {
	mark := func(key, value, place string) string {
		box, err := NewBox([]byte(strings.Repeat(key, 32)))
		if err != nil {
			t.Fatal(err)
		}
		return string(box.Fingerprint([]byte(value), place))
	}
	of := mark("k", "7k2m9xqd", "recovery_codes.code_hash usr_1")
	if len(of) != 32 || of != mark("k", "7k2m9xqd", "recovery_codes.code_hash usr_1") {
		t.Error("the same value has another fingerprint")
	}
	for name, other := range map[string]string{
		"another value":             mark("k", "7k2m9xqe", "recovery_codes.code_hash usr_1"),
		"another place":             mark("k", "7k2m9xqd", "recovery_codes.code_hash usr_2"),
		"another key":               mark("l", "7k2m9xqd", "recovery_codes.code_hash usr_1"),
		"a boundary moved by one":   mark("k", "17k2m9xqd", "recovery_codes.code_hash usr_"),
		"value and place exchanged": mark("k", "recovery_codes.code_hash usr_1", "7k2m9xqd"),
	} {
		if other == of {
			t.Errorf("%s has the same fingerprint", name)
		}
	}
}
