package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"latchkey/ent"
	"latchkey/ent/invitation"
	"latchkey/ent/user"
	"latchkey/graph/model"
	"latchkey/server/account"
)

// profile reads what is to change. An input that is null clears what it names;
// one that is left out changes nothing.
func profile(input model.UpdateProfileInput) account.Profile {
	p := account.Profile{Name: changed(input.Name), TimeZone: changed(input.TimeZone), Phone: changed(input.Phone)}
	if language := changed(input.Language); language != nil {
		asked := user.Language(*language)
		p.Language = &asked
	}
	if theme := given(input.Theme); theme != "" {
		p.Theme = &theme
	}
	return p
}

// changed is the new value of an input that was given, its zero value for null; nil when it was left out.
func changed[T any](input graphql.Omittable[*T]) *T {
	if !input.IsSet() {
		return nil
	}
	value := given(input)
	return &value
}

func settings(u *ent.User) *model.UserSettings {
	out := &model.UserSettings{Theme: u.Theme, TimeZone: unlessEmpty(u.TimeZone), Phone: unlessEmpty(u.Phone)}
	if u.Language != nil {
		language := invitation.Language(*u.Language)
		out.Language = &language
	}
	return out
}

func unlessEmpty(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// sessions shows where the viewer is signed in.
func (r *Resolver) sessions(ctx context.Context) ([]*model.Session, error) {
	found, err := r.Account.Sessions(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]*model.Session, len(found))
	for i, s := range found {
		out[i] = &model.Session{
			ID: s.ID, Current: s.Current, Browser: s.Browser, System: s.System, Mobile: s.Mobile,
			RemoteAddress: s.RemoteAddress, CreatedAt: s.CreatedAt, LastSeenAt: s.LastSeenAt,
		}
		if s.Place != nil {
			out[i].Place = &model.Place{City: s.Place.City, Country: s.Place.Country}
		}
	}
	return out, nil
}
