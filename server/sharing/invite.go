package sharing

import (
	"context"
	"fmt"
	"time"

	"latchkey/ent"
	"latchkey/ent/grant"
	"latchkey/ent/invitation"
	"latchkey/ent/user"
	"latchkey/server/address"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/viewer"
)

const (
	// linkLife is how long a link can be accepted unless said otherwise.
	linkLife = 30 * 24 * time.Hour
	// maxLinkLife bounds what can be said.
	maxLinkLife = 365 * 24 * time.Hour

	// invitationsAtOnce can be made for one mailbox in invitationsWithin.
	invitationsAtOnce = 100
	invitationsWithin = time.Hour

	// endOfOffer names the input of the offered access's end in refusals.
	endOfOffer = "grantExpiresAt"
)

// Offer is what CreateInvitation asks for.
type Offer struct {
	Terms
	// Email is to whom it will be sent or to whom it is bound; may be empty.
	Email string
	// Bound lets only that address accept.
	Bound bool
	// LinkEndsAt is until when the link can be accepted; nil: 30 days from now.
	LinkEndsAt *time.Time
}

// CreateInvitation makes an invitation and its link, which holds a token of
// 256 bits. The token is kept as a hash, and sealed so that it can be sent later.
//
// Refusals: as GrantAccess without NOT_A_MEMBER, and CONFLICT when somebody
// with that address is invited already, RATE_LIMITED.
func (s *Sharing) CreateInvitation(ctx context.Context, mailbox nodeid.ID, offer Offer) (inv *ent.Invitation, link string, err error) {
	me, err := viewer.RequireStepUp(ctx, s.Now())
	if err != nil {
		return nil, "", err
	}
	email, err := emailOf(offer.Email, offer.Bound)
	if err != nil {
		return nil, "", err
	}
	offer.EndsAt, offer.LinkEndsAt = instant(offer.EndsAt), instant(offer.LinkEndsAt)
	token := seal.NewToken()
	inv, err = perform(ctx, s, me, func(ctx context.Context, a *act) (*ent.Invitation, error) {
		giver, err := a.sharer(ctx, mailbox)
		if err != nil {
			return nil, err
		}
		if err := give(giver, offer.Terms, a.now, endOfOffer); err != nil {
			return nil, err
		}
		if err := a.checkPace(ctx, mailbox); err != nil {
			return nil, err
		}
		return a.invite(ctx, giver, offer, email, token)
	})
	if err != nil {
		return nil, "", err
	}
	return inv, s.link(token), nil
}

func (a *act) invite(ctx context.Context, giver Standing, offer Offer, email *string, token seal.Token) (*ent.Invitation, error) {
	ends, err := endOfLink(offer.LinkEndsAt, a.now)
	if err != nil {
		return nil, err
	}
	if err := a.checkGuest(ctx, giver.Mailbox, email, ""); err != nil {
		return nil, err
	}
	claim, err := a.claim(ctx, giver.Address)
	if err != nil {
		return nil, err
	}
	id := nodeid.New(nodeid.Invitation)
	inv, err := a.Invitation.Create().SetID(id).
		SetMailboxID(giver.Mailbox).SetAddress(giver.Address).SetClaimID(claim).
		SetTokenHash(token.Hash()).SetTokenSealed(a.sharing.box.Seal([]byte(token.Reveal()), placeOf(id))).
		SetNillableEmail(email).SetBound(offer.Bound).
		SetPermissions(offer.Permissions).SetRequiresSecondFactor(offer.RequiresSecondFactor).
		SetExpiresAt(ends).SetNillableGrantExpiresAt(offer.EndsAt).
		SetInviterID(giver.User).SetCreatedAt(a.now).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("write an invitation: %w", err)
	}
	return inv, a.recordInvitation(ctx, "invitation.created", inv)
}

// endOfLink is until when a link can be accepted.
func endOfLink(asked *time.Time, now time.Time) (time.Time, error) {
	switch {
	case asked == nil:
		return now.Add(linkLife), nil
	case !asked.After(now):
		return time.Time{}, refusal.Invalid("expiresAt", "The link’s end lies in the past. Choose a later one.")
	case asked.After(now.Add(maxLinkLife)):
		return time.Time{}, refusal.Invalid("expiresAt", "A link can be valid for a year at most. Choose an earlier end.")
	}
	return *asked, nil
}

// checkPace refuses to make too many invitations for one mailbox in a short time.
func (a *act) checkPace(ctx context.Context, mailbox nodeid.ID) error {
	earlier, err := a.Invitation.Query().
		Where(invitation.MailboxID(mailbox), invitation.ClosedAtIsNil()).
		Order(ent.Desc(invitation.FieldCreatedAt)).Offset(invitationsAtOnce - 1).Limit(1).All(ctx)
	if err != nil {
		return fmt.Errorf("count recent invitations: %w", err)
	}
	if len(earlier) == 0 {
		return nil
	}
	if wait := earlier[0].CreatedAt.Add(invitationsWithin).Sub(a.now); wait > 0 {
		return refusal.RateLimited(wait)
	}
	return nil
}

// checkGuest refuses to invite an address that stands in the table already;
// except is the invitation that is being changed.
func (a *act) checkGuest(ctx context.Context, mailbox nodeid.ID, email *string, except nodeid.ID) error {
	if email == nil {
		return nil
	}
	known, err := a.User.Query().Where(user.Email(*email), user.Or(
		user.HasGrantsWith(grant.MailboxID(mailbox), a.sharing.listed()),
		user.HasMembershipsWith(isAdmin(), ownsMailbox(mailbox)),
	)).Only(ctx)
	if err == nil {
		return refusal.AlreadyHasAccess(known.Name)
	}
	if !ent.IsNotFound(err) {
		return fmt.Errorf("look for a user: %w", err)
	}
	invited, err := a.Invitation.Query().Where(
		invitation.MailboxID(mailbox), a.sharing.open(), invitation.Email(*email), invitation.IDNEQ(except),
	).Exist(ctx)
	if err != nil {
		return fmt.Errorf("look for an invitation: %w", err)
	}
	if invited {
		return refusal.Conflict(*email + " is invited already. Change or withdraw that invitation in the table.")
	}
	return nil
}

// emailOf normalises the address of a guest; nil when there is none.
func emailOf(text string, bound bool) (*string, error) {
	if text == "" {
		if bound {
			return nil, refusal.Invalid("email", "To let only one address accept, say which one.")
		}
		return nil, nil
	}
	parsed, err := address.Parse(text)
	if err != nil {
		return nil, refusal.Invalid("email", "This is not an e-mail address. Write it like name@example.com.")
	}
	normalised := parsed.String()
	return &normalised, nil
}

// link is what a guest opens.
func (s *Sharing) link(token seal.Token) string { return s.publicURL + "/iw/" + token.Reveal() }

// placeOf says where a sealed token is kept, so that it opens nowhere else.
func placeOf(id nodeid.ID) string { return "invitation/" + id.String() }
