package mailedcode

import (
	"errors"
	"strings"
	"testing"

	"latchkey/server/refusal"
	"latchkey/server/seal"
)

func TestACodeIsReadAsPeopleTypeIt(t *testing.T) {
	for typed, want := range map[string]string{
		"012345": "012345", " 012 345\n": "012345", "012-345": "012345", "０１２３４５": "012345", "012\u2013345": "012345", "\u200b012345": "012345",
		"12345": "", "1234567": "", "": "", "12345a": "", "-12345": "", strings.Repeat(" ", 200) + "012345": "",
	} {
		got, err := Read(typed)
		if got != want || (err != nil) != (want == "") {
			t.Errorf("%q is read as %q, %v; want %q", typed, got, err, want)
		}
		if err != nil && !errors.Is(err, refusal.Invalid("code", "")) {
			t.Errorf("%q is refused with %v", typed, err)
		}
	}
}

func TestACodeIsComparedInItsPlace(t *testing.T) {
	box, err := seal.NewBox([]byte(strings.Repeat("k", 32)))
	if err != nil {
		t.Fatal(err)
	}
	code := New()
	sealed := box.Seal([]byte(code), "here")
	if right, err := Is(box, sealed, "here", code); err != nil || !right {
		t.Errorf("the right code: %v, %v", right, err)
	}
	if right, err := Is(box, sealed, "here", code[1:]); err != nil || right {
		t.Errorf("a part of it: %v, %v", right, err)
	}
	if _, err := Is(box, sealed, "there", code); err == nil {
		t.Error("it opens in another place")
	}
}

func FuzzRead(f *testing.F) {
	f.Add("012 345")
	f.Add("\xff12345")
	f.Fuzz(func(t *testing.T, typed string) {
		code, err := Read(typed)
		if again, _ := Read(code); err == nil && (len(code) != digits || again != code) {
			t.Errorf("%q is read as %q", typed, code)
		}
	})
}
