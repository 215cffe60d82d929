package account_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/identity"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

func TestSessionsAreListedThisOneFirstThenTheLastUsed(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.signsIn(w.Anna, laptop) // somebody else's
		first := w.signsIn(w.Ben, laptop)
		w.Later(time.Minute)
		w.signsIn(w.Ben, identity.Device{
			UserAgent:     "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
			RemoteAddress: "203.0.113.9",
		})
		w.Later(time.Minute)
		w.signsIn(w.Ben, identity.Device{})
		list, err := w.accounts.Sessions(first)
		if err != nil || len(list) != 3 {
			t.Fatalf("got %v, %v", list, err)
		}
		here, last, phone := list[0], list[1], list[2]
		if !here.Current || here.Browser != "Firefox" || here.System != "Linux" || here.Mobile || here.Place == nil || here.Place.City != "Zurich" {
			t.Errorf("this session: %+v, %v", here, here.Place)
		}
		if last.Current || last.Browser != "" || last.System != "" || last.Place != nil {
			t.Errorf("an unknown device: %+v", last)
		}
		if phone.Current || phone.Browser != "Safari" || phone.System != "iOS" || !phone.Mobile || phone.Place != nil {
			t.Errorf("a phone in an unknown place: %+v", phone)
		}
		w.Later(identity.SessionIdle)
		if list, _ := w.accounts.Sessions(first); len(list) != 0 {
			t.Errorf("sessions that are over are listed: %v", list)
		}
	})
}

func TestASessionIsEndedFromAnother(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		annas := sessionOf(w.signsIn(w.Anna, laptop))
		here, second, third := w.signsIn(w.Ben, laptop), sessionOf(w.signsIn(w.Ben, laptop)), sessionOf(w.signsIn(w.Ben, laptop))
		for range 2 { // repeating it is no error
			if err := w.people.EndSession(here, second); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.people.EndSession(here, annas); err != nil {
			t.Errorf("another's session: %v", err)
		}
		if !slices.Equal(w.ended, []string{second.String()}) {
			t.Errorf("sockets closed: %v, want those of %s", w.ended, second)
		}
		if err := w.people.EndOtherSessions(here); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(w.ended, []string{second.String(), third.String()}) {
			t.Errorf("sockets closed: %v, want those of %s too", w.ended, third)
		}
		if list, _ := w.accounts.Sessions(here); len(list) != 1 || !list[0].Current {
			t.Errorf("left: %v", list)
		}
		if err := w.people.EndSession(here, sessionOf(here)); err != nil {
			t.Fatal(err)
		}
		if err := w.people.EndOtherSessions(here); !errors.Is(err, refusal.Unauthenticated()) {
			t.Errorf("a session that ended ends others: %v", err)
		}
		if got := w.Actions(); !slices.Equal(got, []string{"session.ended", "session.ended", "session.ended"}) {
			t.Errorf("audit log: %v", got)
		}
	})
}

func sessionOf(ctx context.Context) nodeid.ID {
	v, _ := viewer.FromContext(ctx)
	return v.Session
}
