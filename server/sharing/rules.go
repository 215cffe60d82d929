package sharing

import (
	"time"

	"latchkey/ent"
	"latchkey/server/permission"
	"latchkey/server/refusal"
)

// The rules of sharing, without I/O. What an act checks and what the API says
// about the viewer's possibilities beforehand are the same functions.

// mayShare refuses whoever does not hold SHARE. owner is the name of somebody
// to ask, where it is known.
func mayShare(st Standing, owner string) error {
	switch {
	case st.Permissions.Empty():
		return refusal.NotFound()
	case st.Permissions.Has(permission.Share):
		return nil
	}
	ask := "an owner"
	if owner != "" {
		ask = owner + ", an owner,"
	}
	return &refusal.Error{
		Code:    refusal.CodeForbidden,
		Message: "You may use " + st.Address + ", but not share it.",
		WayOut:  "Ask " + ask + " to invite people or to let you share.",
	}
}

// mayGrant refuses outsiders: who the members of an organization are is its own affair.
func mayGrant(st Standing) error {
	if st.IsMember() {
		return nil
	}
	return &refusal.Error{
		Code:    refusal.CodeForbidden,
		Message: "Only members of the organization that owns " + st.Address + " can add its members.",
		WayOut:  "Make an invitation instead.",
	}
}

// give refuses to give more than the giver holds, or for longer.
func give(giver Standing, asked Terms, now time.Time, endField string) error {
	if _, err := permission.Delegate(giver.Permissions, asked.Permissions); err != nil {
		return err
	}
	if err := asked.check(now, endField); err != nil {
		return err
	}
	if !endsWithin(asked.EndsAt, giver.Until) {
		return refusal.PermissionExceedsOwn()
	}
	return nil
}

// revise refuses to turn terms that somebody else holds into others, unless
// the reviser could have given both what there was and what is added. What
// lasts longer than the reviser's own access may be lowered, not raised.
func revise(reviser Standing, before, after Terms, now time.Time, endField string) error {
	if err := covers(reviser, before); err != nil {
		return err
	}
	if _, err := permission.Delegate(reviser.Permissions, after.Permissions); err != nil {
		return err
	}
	if err := after.check(now, endField); err != nil {
		return err
	}
	if raises(before, after) && !endsWithin(after.EndsAt, reviser.Until) {
		return refusal.PermissionExceedsOwn()
	}
	return nil
}

// raises tells whether the new terms allow something, at some time, that the old did not.
func raises(before, after Terms) bool {
	return !before.Permissions.Contains(after.Permissions) || !endsWithin(after.EndsAt, before.EndsAt)
}

// covers refuses to touch terms that allow more than one may do oneself.
func covers(st Standing, held Terms) error {
	if st.Permissions.Contains(held.Permissions) {
		return nil
	}
	return &refusal.Error{
		Code:    refusal.CodeForbidden,
		Message: "This access allows more than you may do yourself, so you can’t change it.",
		WayOut:  "Ask an owner to do it.",
	}
}

// mayChange tells whether a grant can be changed by who stands so.
func mayChange(st Standing, g *ent.Grant) error {
	switch {
	case g.UserID == st.User:
		return &refusal.Error{
			Code:    refusal.CodeForbidden,
			Message: "Nobody changes their own permissions.",
			WayOut:  "Ask somebody else who may share this address.",
		}
	case g.Personal:
		return isPersonal(g)
	}
	return covers(st, TermsOf(g))
}

// mayRevoke tells whether a grant can be taken back by who stands so.
func mayRevoke(st Standing, g *ent.Grant) error {
	switch {
	case g.Personal:
		return isPersonal(g)
	case g.UserID == st.User:
		return &refusal.Error{
			Code:    refusal.CodeForbidden,
			Message: "You can’t take back your own access.",
			WayOut:  "Leave the mailbox instead.",
		}
	}
	return covers(st, TermsOf(g))
}

func isPersonal(g *ent.Grant) error {
	return &refusal.Error{
		Code:    refusal.CodeForbidden,
		Message: g.Address + " is what this person signs in with, so the access to it is theirs.",
		WayOut:  "Remove the person from the organization, or let them sign in with another address first.",
	}
}

// TermsOf are what a grant gives.
func TermsOf(g *ent.Grant) Terms {
	return Terms{
		Permissions: g.Permissions, StartsAt: g.StartsAt, EndsAt: g.ExpiresAt,
		RequiresSecondFactor: g.RequiresSecondFactor,
	}
}

// OfferOf are what an invitation gives to whoever accepts it.
func OfferOf(inv *ent.Invitation) Terms {
	return Terms{
		Permissions: inv.Permissions, EndsAt: inv.GrantExpiresAt, RequiresSecondFactor: inv.RequiresSecondFactor,
	}
}
