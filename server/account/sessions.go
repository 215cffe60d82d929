package account

import (
	"context"

	"github.com/mileusna/useragent"

	"latchkey/ent"
	"latchkey/server/place"
	"latchkey/server/viewer"
)

// Session is a browser in which the viewer is signed in.
type Session struct {
	*ent.Session
	// Current tells whether it is the one that acts.
	Current bool
	// Browser and System are names such as "Firefox" and "Linux"; empty when unknown.
	Browser, System string
	// Mobile is a phone or a tablet.
	Mobile bool
	// Place is roughly where it was begun; nil when unknown.
	Place *place.Place
}

// Sessions are those in which the viewer is signed in: this one first, then the last used.
//
// Refusals: UNAUTHENTICATED.
func (a *Accounts) Sessions(ctx context.Context) ([]Session, error) {
	found, err := a.people.Sessions(ctx)
	if err != nil {
		return nil, err
	}
	v, _ := viewer.FromContext(ctx)
	list := make([]Session, len(found))
	for n, s := range found {
		device := useragent.Parse(s.UserAgent)
		list[n] = Session{
			Session: s, Current: s.ID == v.Session,
			Browser: device.Name, System: device.OS, Mobile: device.Mobile || device.Tablet,
			Place: a.places.Find(s.RemoteAddress),
		}
	}
	return list, nil
}
