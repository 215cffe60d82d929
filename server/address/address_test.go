package address

import "testing"

func TestAddressesAreNormalised(t *testing.T) {
	for _, row := range []struct{ sentence, given, want string }{
		{"as it is", "info@acme.example", "info@acme.example"},
		{"case does not tell addresses apart", "Info@ACME.Example", "info@acme.example"},
		{"spaces around are forgiven", "  info@acme.example\n", "info@acme.example"},
		{"a domain takes its ASCII form", "info@bücher.example", "info@xn--bcher-kva.example"},
		{"a composed and a decomposed letter are one", "chloe\u0301@studio.example", "chloé@studio.example"},
		{"a sub-address is kept", "info+fair@acme.example", "info+fair@acme.example"},
		{"no at sign", "acme.example", ""},
		{"no local part", "@acme.example", ""},
		{"no domain", "info@", ""},
		{"a domain of one label", "root@localhost", ""},
		{"a quoted local part", `"a b"@acme.example`, ""},
		{"a display name", "Anna <anna@acme.example>", ""},
		{"an address literal", "info@[192.0.2.1]", ""},
		{"a bare host address", "info@192.0.2.1", ""},
		{"two dots", "a..b@acme.example", ""},
		{"a line break inside", "a\nb@acme.example", ""},
		{"an invisible character", "in\u200bfo@acme.example", ""},
		{"a local part over 64 octets", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@acme.example", ""},
	} {
		t.Run(row.sentence, func(t *testing.T) {
			got, err := Parse(row.given)
			if got.String() != row.want || (err == nil) != (row.want != "") {
				t.Errorf("Parse(%q) = %q, %v; want %q", row.given, got, err, row.want)
			}
		})
	}
}

func TestASubAddressIsDeliveredToItsBase(t *testing.T) {
	a, err := Parse("info+fair+2026@acme.example")
	if err != nil || a.Base().String() != "info@acme.example" {
		t.Errorf("base of %s: %s, %v", a, a.Base(), err)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{"info@acme.example", "chloé@bücher.example", `"x"@[::1]`, "ß@ß.example", "İ@i.example"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once, err := Parse(text)
		if err != nil {
			return
		}
		if twice, err := Parse(once.String()); err != nil || twice != once {
			t.Errorf("%q became %q, then %q (%v): normalising twice must change nothing", text, once, twice, err)
		}
	})
}
