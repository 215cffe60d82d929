package sharing

import (
	"time"

	"latchkey/ent"
	"latchkey/server/refusal"
)

// What the API says beforehand about what the viewer may do: the refusal that
// an act would meet, or nil. The acts check the same again.

// MayInvite tells whether people can be added to the mailbox and invited to it
// by who stands so. isLoginIdentifier says that somebody signs in with its
// address, owner is the name of somebody to ask.
func MayInvite(st Standing, isLoginIdentifier bool, owner string) error {
	if err := mayShare(st, owner); err != nil {
		return err
	}
	if isLoginIdentifier {
		return refusal.AddressIsLoginIdentifier(st.Address)
	}
	return nil
}

// MayUpdate tells whether a grant can be changed by who stands so.
func MayUpdate(st Standing, g *ent.Grant, owner string, now time.Time) error {
	if err := isStanding(g, now); err != nil {
		return err
	}
	return grantRule(mayChange, st, g, owner)
}

// MayRevoke tells whether a grant can be taken back by who stands so.
func MayRevoke(st Standing, g *ent.Grant, owner string, now time.Time) error {
	if err := isStanding(g, now); err != nil {
		return err
	}
	return grantRule(mayRevoke, st, g, owner)
}

// MayUpdateInvitation tells whether an invitation can be changed, sent and
// withdrawn by who stands so.
func MayUpdateInvitation(st Standing, inv *ent.Invitation, owner string, now time.Time) error {
	if err := mayShare(st, owner); err != nil {
		return err
	}
	if StateOf(inv, now) != Pending {
		return refusal.InvitationInvalid()
	}
	return covers(st, OfferOf(inv))
}

// grantRule puts first what says most: of one's own grant that it is one's own.
func grantRule(rule func(Standing, *ent.Grant) error, st Standing, g *ent.Grant, owner string) error {
	if g.UserID != st.User {
		if err := mayShare(st, owner); err != nil {
			return err
		}
	}
	return rule(st, g)
}

func isStanding(g *ent.Grant, now time.Time) error {
	if state := StateOfGrant(g, now); state == Active || state == Scheduled {
		return nil
	}
	return refusal.Conflict("This access has ended.")
}
