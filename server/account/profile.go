package account

import (
	"context"
	"fmt"
	"time"
	_ "time/tzdata" // so that every time zone is known wherever the server runs

	"latchkey/ent"
	"latchkey/ent/user"
	"latchkey/server/organization"
	"latchkey/server/refusal"
	"latchkey/server/signup"
	"latchkey/server/viewer"
)

// Profile is what is to change; nil stays as it is.
type Profile struct {
	Name *string
	// Language is empty for "as the browser asks".
	Language *user.Language
	// TimeZone is an IANA name; empty for the browser's.
	TimeZone *string
	Theme    *user.Theme
	// Phone has a country code; empty for none.
	Phone *string
}

// UpdateProfile changes what is given.
//
// Refusals: UNAUTHENTICATED, VALIDATION_FAILED (name, timeZone, phone).
func (a *Accounts) UpdateProfile(ctx context.Context, p Profile) error {
	me, err := viewer.RequireUser(ctx)
	if err != nil {
		return err
	}
	write := a.client.User.Update().Where(user.ID(me), user.DeletedAtIsNil())
	for _, change := range []func(*ent.UserUpdate) error{p.rename, p.place, p.reach, p.prefer} {
		if err := change(write); err != nil {
			return err
		}
	}
	if len(write.Mutation().Fields())+len(write.Mutation().ClearedFields()) == 0 {
		return nil
	}
	changed, err := write.Save(viewer.System(ctx))
	if err != nil {
		return fmt.Errorf("change a profile: %w", err)
	}
	if changed == 0 {
		return refusal.Unauthenticated()
	}
	return nil
}

func (p Profile) rename(write *ent.UserUpdate) error {
	if p.Name == nil {
		return nil
	}
	name, err := organization.Name("name", *p.Name)
	if err != nil {
		return err
	}
	write.SetName(name)
	return nil
}

func (p Profile) place(write *ent.UserUpdate) error {
	if p.TimeZone == nil {
		return nil
	}
	if err := checkTimeZone(*p.TimeZone); err != nil {
		return err
	}
	write.SetTimeZone(*p.TimeZone)
	return nil
}

func (p Profile) reach(write *ent.UserUpdate) error {
	if p.Phone == nil || *p.Phone == "" {
		write.SetNillablePhone(p.Phone)
		return nil
	}
	phone, err := signup.ParsePhone(*p.Phone, "")
	if err != nil {
		return err
	}
	write.SetPhone(phone)
	return nil
}

func (p Profile) prefer(write *ent.UserUpdate) error {
	write.SetNillableTheme(p.Theme)
	switch {
	case p.Language == nil:
	case *p.Language == "":
		write.ClearLanguage()
	default:
		write.SetLanguage(*p.Language)
	}
	return nil
}

// maxTimeZone is in octets, as the column is.
const maxTimeZone = 64

// checkTimeZone takes the names of the IANA database. "Local" is none: Go reads
// it as the server's own.
func checkTimeZone(name string) error {
	if name == "" {
		return nil
	}
	if _, err := time.LoadLocation(name); err != nil || name == "Local" || len(name) > maxTimeZone {
		return refusal.Invalid("timeZone", "There is no such time zone. Choose one like Europe/Zurich.")
	}
	return nil
}
