package signup_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/refusal"
	signups "latchkey/server/signup"
)

func TestNamesAndPasswords(t *testing.T) {
	w := newWorld(t, databasetest.SQLite(t))
	token := w.mustStart("eva@home.example")
	w.must(errOf(w.verify(token, w.code(token))), "prove the address")
	for _, row := range []struct {
		sentence string
		told     signups.Profile
		wrong    string // the field
	}{
		{"a first and a last name", signups.Profile{FirstName: " Eva  Maria ", LastName: "Rossi", Password: password}, ""},
		{"one name", signups.Profile{FirstName: "Eva", LastName: "  ", Password: password}, ""},
		{"the longest names", signups.Profile{FirstName: strings.Repeat("a", 100), LastName: strings.Repeat("b", 99), Password: password}, ""},
		{"names that are too long together", signups.Profile{FirstName: strings.Repeat("a", 100), LastName: strings.Repeat("b", 100), Password: password}, "lastName"},
		{"a first name that is too long", signups.Profile{FirstName: strings.Repeat("é", 51), LastName: "Rossi", Password: password}, "firstName"},
		{"no first name", signups.Profile{LastName: "Rossi", Password: password}, "firstName"},
		{"a name that reads backwards", signups.Profile{FirstName: "Eva\u202e", LastName: "Rossi", Password: password}, "firstName"},
		{"a last name with a control character", signups.Profile{FirstName: "Eva", LastName: "Ro\x00ssi", Password: password}, "lastName"},
		{"a short password", signups.Profile{FirstName: "Eva", LastName: "Rossi", Password: "elevenchars"}, "password"},
		{"the address as the password", signups.Profile{FirstName: "Eva", LastName: "Rossi", Password: "Eva@Home.example"}, "password"},
	} {
		_, err := w.signUps.TellProfile(t.Context(), token, row.told)
		if refused, ok := refusal.As(err); (err == nil) != (row.wrong == "") || ok && (refused.Field != row.wrong || refused.Code != refusal.CodeValidationFailed) {
			t.Errorf("%s: got %v, want %q refused", row.sentence, err, row.wrong)
		}
	}
	if kept := w.row("eva@home.example"); len(kept.FirstName) != 100 || len(kept.LastName) != 99 {
		t.Errorf("kept as %q %q", kept.FirstName, kept.LastName)
	}
}

func TestThePhoneNumberIsKeptAndTheTermsAreDated(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		token := w.mustStart("eva@home.example")
		w.must(errOf(w.verify(token, w.code(token))), "prove the address")
		w.must(errOf(w.profile(token)), "tell names")
		_, err := w.signUps.TellContact(t.Context(), token, signups.Contact{Phone: phone.Phone, TermsVersion: "2020-01-01"})
		want(t, err, refusal.Invalid("termsVersion", ""), "accept old terms")
		_, err = w.signUps.TellContact(t.Context(), token, signups.Contact{Phone: "12", TermsVersion: signups.TermsVersion})
		want(t, err, refusal.Invalid("phone", ""), "tell no phone number")
		if row := w.row("eva@home.example"); row.Phone != "" || row.TermsAcceptedAt != nil {
			t.Errorf("half of it was kept: %+v", row)
		}
		w.Later(time.Minute)
		row, err := w.signUps.TellContact(t.Context(), token, phone)
		w.must(err, "tell both")
		if row.Phone != "+41790000000" || w.Now().Sub(*row.TermsAcceptedAt) > 30*time.Second || !signups.TermsAccepted(row) {
			t.Errorf("kept as %+v", row)
		}
	})
}

func TestPhoneNumbersOfAnyCountry(t *testing.T) {
	for _, row := range []struct{ typed, region, want string }{
		{"+41 79 000 00 00", "", "+41790000000"},
		{"079 000 00 00", "CH", "+41790000000"},
		{"079/000.00-00", " ch ", "+41790000000"},
		{"0041 79 000 00 00", "CH", "+41790000000"},
		{"+41 (0)79 000 00 00", "", "+41790000000"},
		{"+49 30 901820", "CH", "+4930901820"}, // the country code counts for more
		{"+33 1 42 68 53 00", "", "+33142685300"},
		{"+39 06 6982", "", "+39066982"}, // a zero that stays
		{"+1 202-456-1111", "", "+12024561111"},
		{"+81 3-3213-1111", "", "+81332131111"},
		{"＋４１７９０００００００", "", "+41790000000"},
	} {
		if got, err := signups.ParsePhone(row.typed, row.region); err != nil || got != row.want {
			t.Errorf("%q of %q is %q, %v; want %q", row.typed, row.region, got, err, row.want)
		}
	}
}

func TestWhyAPhoneNumberIsRefused(t *testing.T) {
	for _, row := range []struct{ typed, region, sentence string }{
		{"", "", "Write your phone number, with country code, like +41 79 000 00 00."},
		{"+41 79 000", "", "This number looks too short. Write it with country code, like +41 79 000 00 00."},
		{"+41 79 000 00 00 00 00", "", "This number looks too long. Write it with country code, like +41 79 000 00 00."},
		{strings.Repeat("1", 65), "", "This number looks too long. Write it with country code, like +41 79 000 00 00."},
		{"079 000 00 00", "", "The country of this number isn’t clear. Write it with country code, like +41 79 000 00 00."},
		{"079 000 00 00", "XX", "The country of this number isn’t clear. Write it with country code, like +41 79 000 00 00."},
		{"+999 79 000 00 00", "", "The country of this number isn’t clear. Write it with country code, like +41 79 000 00 00."},
		{"call me", "CH", "This isn’t a phone number. Write it with country code, like +41 79 000 00 00."},
		{"+41 00 000 00 00", "", "No phone has a number like this. Check its digits. Write it with country code, like +41 79 000 00 00."},
		{"+1 555", "", "This number looks too short. Write it with country code, like +41 79 000 00 00."},
	} {
		_, err := signups.ParsePhone(row.typed, row.region)
		if refused, ok := refusal.As(err); !ok || refused.Field != "phone" || refused.Message != row.sentence {
			t.Errorf("%q of %q: got %v, want %q", row.typed, row.region, err, row.sentence)
		}
	}
}

func FuzzParsePhone(f *testing.F) {
	for _, typed := range []string{"+41 79 000 00 00", "079 000 00 00", "tel:+41-79;ext=5", "+", "\xff", "+800 1234 5678", "１２３"} {
		f.Add(typed, "CH")
	}
	f.Fuzz(func(t *testing.T, typed, region string) {
		got, err := signups.ParsePhone(typed, region)
		if err != nil {
			if !errors.Is(err, refusal.Invalid("phone", "")) {
				t.Errorf("%q of %q is a fault: %v", typed, region, err)
			}
			return
		}
		if len(got) > 16 || got[0] != '+' || strings.Trim(got[1:], "0123456789") != "" {
			t.Errorf("%q of %q is kept as %q", typed, region, got)
		}
		if again, err := signups.ParsePhone(got, ""); err != nil || again != got {
			t.Errorf("%q is read again as %q, %v", got, again, err)
		}
	})
}
