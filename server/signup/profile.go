package signup

import (
	"context"
	"fmt"
	"strings"

	"latchkey/ent"
	"latchkey/server/address"
	"latchkey/server/organization"
	"latchkey/server/refusal"
)

const (
	// maxName is in octets, as the columns are: of the first and of the last name.
	maxName = 100
	// maxFullName is of both and the space between.
	maxFullName = 200

	tooLong = "This name is too long. Shorten it to 100 letters at most, fewer with accents."
)

// Profile is what people tell about themselves.
type Profile struct {
	FirstName string
	// LastName may be empty: some people have one name.
	LastName string
	Password string
}

// TellProfile keeps names and password; it can be repeated.
//
// Refusals: NOT_FOUND, CONFLICT, VALIDATION_FAILED on "firstName", "lastName" or "password".
func (s *SignUps) TellProfile(ctx context.Context, token string, p Profile) (*ent.SignUp, error) {
	row, err := s.at(ctx, token, StepProfile)
	if err != nil {
		return nil, err
	}
	first, last, err := namesOf(p)
	if err != nil {
		return nil, err
	}
	email, err := emailOf(row)
	if err != nil {
		return nil, err
	}
	hash, err := s.people.HashPassword(ctx, p.Password, email)
	if err != nil {
		return nil, err
	}
	return s.change(ctx, row.ID, func(u *ent.SignUpUpdate) {
		u.SetFirstName(first).SetLastName(last).SetPasswordHash(hash)
	})
}

func namesOf(p Profile) (first, last string, err error) {
	if first, err = nameOf("firstName", p.FirstName); err != nil {
		return "", "", err
	}
	if strings.TrimSpace(p.LastName) != "" {
		last, err = nameOf("lastName", p.LastName)
	}
	if err == nil && len(first)+1+len(last) > maxFullName {
		err = refusal.Invalid("lastName", tooLong)
	}
	return first, last, err
}

// nameOf cleans half of a name.
func nameOf(field, typed string) (string, error) {
	name, err := organization.Name(field, typed)
	if err == nil && len(name) > maxName {
		err = refusal.Invalid(field, tooLong)
	}
	return name, err
}

// fullName is what others see.
func fullName(row *ent.SignUp) string {
	return strings.TrimSpace(row.FirstName + " " + row.LastName)
}

// emailOf reads the address back that the sign-up is for.
func emailOf(row *ent.SignUp) (address.Address, error) {
	email, err := address.Parse(row.Email)
	if err != nil {
		return address.Address{}, fmt.Errorf("read the address of %s: %w", row.ID, err)
	}
	return email, nil
}
