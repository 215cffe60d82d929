package account_test

import (
	"errors"
	"testing"

	"latchkey/ent"
	"latchkey/ent/user"
	"latchkey/server/account"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

func TestAProfileKeepsWhatIsGivenAndNothingElse(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		ctx := w.signsIn(w.Ben, laptop)
		for _, c := range []struct {
			sentence string
			change   account.Profile
			kept     func(u *ent.User) bool
		}{
			{"a name, tidied", account.Profile{Name: pointer("  Ben   M. Weber ")}, func(u *ent.User) bool { return u.Name == "Ben M. Weber" }},
			{"a language", account.Profile{Language: pointer(user.LanguageFR)}, func(u *ent.User) bool { return *u.Language == "FR" && u.Name == "Ben M. Weber" }},
			{"a time zone", account.Profile{TimeZone: pointer("Europe/Zurich")}, func(u *ent.User) bool { return u.TimeZone == "Europe/Zurich" }},
			{"a theme", account.Profile{Theme: pointer(user.ThemeDARK)}, func(u *ent.User) bool { return u.Theme == user.ThemeDARK }},
			{"a phone number, in one form", account.Profile{Phone: pointer("+41 (0)79 123 45 67")}, func(u *ent.User) bool { return u.Phone == "+41791234567" }},
			{"nothing", account.Profile{}, func(u *ent.User) bool { return u.Phone == "+41791234567" && *u.Language == "FR" }},
			{"what is taken back", account.Profile{Language: pointer(user.Language("")), TimeZone: pointer(""), Phone: pointer("")}, func(u *ent.User) bool {
				return u.Language == nil && u.TimeZone == "" && u.Phone == "" && u.Theme == user.ThemeDARK
			}},
		} {
			if err := w.accounts.UpdateProfile(ctx, c.change); err != nil {
				t.Errorf("%s: %v", c.sentence, err)
			}
			if u := s.Client().User.GetX(viewer.System(ctx), w.Ben.User.ID); !c.kept(u) {
				t.Errorf("%s: kept %+v", c.sentence, u)
			}
		}
		if anna := s.Client().User.GetX(viewer.System(ctx), w.Anna.User.ID); anna.Theme != user.ThemeSYSTEM {
			t.Error("somebody else's profile was changed")
		}
	})
}

func TestAProfileRefusesWhatCanNotBe(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		ctx := w.signsIn(w.Ben, laptop)
		for field, changes := range map[string][]account.Profile{
			"name":     {{Name: pointer("")}, {Name: pointer("Ben\u202e")}},
			"timeZone": {{TimeZone: pointer("Mars/Olympus")}, {TimeZone: pointer("Local")}, {TimeZone: pointer("../etc/passwd")}, {TimeZone: pointer("/etc/localtime")}},
			"phone":    {{Phone: pointer("079 123 45 67")}, {Phone: pointer("+41 79")}, {Phone: pointer("call me")}},
		} {
			for _, change := range changes {
				if err := w.accounts.UpdateProfile(ctx, change); !errors.Is(err, refusal.Invalid(field, "")) {
					t.Errorf("%s %+v: got %v", field, change, err)
				}
			}
		}
		if err := w.accounts.UpdateProfile(t.Context(), account.Profile{}); !errors.Is(err, refusal.Unauthenticated()) {
			t.Errorf("nobody: got %v", err)
		}
	})
}
