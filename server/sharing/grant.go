package sharing

import (
	"context"
	"fmt"

	"latchkey/ent"
	"latchkey/ent/accessevent"
	"latchkey/ent/grant"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// endOfGrant names the input of a grant's end in refusals.
const endOfGrant = "expiresAt"

// GrantAccess gives a member of the owning organization access at once, with
// no acceptance.
//
// Refusals: UNAUTHENTICATED, STEP_UP_REQUIRED, NOT_FOUND, FORBIDDEN,
// NOT_A_MEMBER, VALIDATION_FAILED, PERMISSION_EXCEEDS_OWN, ALREADY_HAS_ACCESS,
// ADDRESS_IS_LOGIN_IDENTIFIER.
func (s *Sharing) GrantAccess(ctx context.Context, mailbox, user nodeid.ID, asked Terms) (*ent.Grant, error) {
	me, err := viewer.RequireStepUp(ctx, s.Now())
	if err != nil {
		return nil, err
	}
	asked.StartsAt, asked.EndsAt = instant(asked.StartsAt), instant(asked.EndsAt)
	return perform(ctx, s, me, func(ctx context.Context, a *act) (*ent.Grant, error) {
		giver, err := a.sharer(ctx, mailbox)
		if err != nil {
			return nil, err
		}
		if err := mayGrant(giver); err != nil {
			return nil, err
		}
		if user == me {
			return nil, refusal.AlreadyYours()
		}
		to, err := a.standing(ctx, user, mailbox)
		if err != nil {
			return nil, err
		}
		if !to.IsMember() {
			return nil, refusal.NotAMember("This person is not a member of the organization that owns " + giver.Address + ". Make an invitation instead.")
		}
		if err := give(giver, asked, a.now, endOfGrant); err != nil {
			return nil, err
		}
		return a.give(ctx, giver, user, giver.Organization, asked)
	})
}

// give writes a grant with its audit entry and event; the rules were checked.
// giver.User answers for it, organization is where its user finds it.
func (a *act) give(ctx context.Context, giver Standing, to, organization nodeid.ID, terms Terms) (*ent.Grant, error) {
	if err := a.refuseAccess(ctx, to, giver.Mailbox); err != nil {
		return nil, err
	}
	claim, err := a.claim(ctx, giver.Address)
	if err != nil {
		return nil, err
	}
	if terms.StartsAt != nil && !terms.StartsAt.After(a.now) {
		terms.StartsAt = nil // begun: nothing is left to announce
	}
	g, err := a.Grant.Create().
		SetMailboxID(giver.Mailbox).SetUserID(to).SetOrganizationID(organization).
		SetAddress(giver.Address).SetClaimID(claim).SetPermissions(terms.Permissions).
		SetNillableStartsAt(terms.StartsAt).SetNillableExpiresAt(terms.EndsAt).
		SetRequiresSecondFactor(terms.RequiresSecondFactor).
		SetGiverID(giver.User).SetGivenAt(a.now).Save(ctx)
	if database.IsUniqueViolation(err) {
		return nil, refusal.Conflict("This person was given access a moment ago. Look at the table again.")
	}
	if err != nil {
		return nil, fmt.Errorf("write a grant: %w", err)
	}
	if g.StartsAt == nil {
		if err := a.emit(ctx, to, giver.User, accessevent.KindGRANTED, g.MailboxID); err != nil {
			return nil, err
		}
	}
	return g, a.recordGrant(ctx, "grant.given", g)
}

// UpdateGrant changes what a grant allows, from the commit on. A change that
// changes nothing leaves no trace.
//
// Refusals: UNAUTHENTICATED, STEP_UP_REQUIRED, NOT_FOUND, FORBIDDEN (also for
// one's own grant), VALIDATION_FAILED, PERMISSION_EXCEEDS_OWN.
func (s *Sharing) UpdateGrant(ctx context.Context, id nodeid.ID, change Change) (*ent.Grant, error) {
	me, err := viewer.RequireStepUp(ctx, s.Now())
	if err != nil {
		return nil, err
	}
	if change.End != nil {
		change.End = &End{At: instant(change.End.At)}
	}
	return perform(ctx, s, me, func(ctx context.Context, a *act) (*ent.Grant, error) {
		g, reviser, err := a.grantToChange(ctx, id)
		if err != nil {
			return nil, err
		}
		if g.RevokedAt != nil || isOver(g.ExpiresAt, a.now) {
			return nil, refusal.NotFound()
		}
		if err := mayChange(reviser, g); err != nil {
			return nil, err
		}
		before := TermsOf(g)
		after := change.Applied(before)
		if after.Equal(before) {
			return g, nil
		}
		if err := revise(reviser, before, after, a.now, endOfGrant); err != nil {
			return nil, err
		}
		return a.rewrite(ctx, g, after)
	})
}

func (a *act) rewrite(ctx context.Context, g *ent.Grant, terms Terms) (*ent.Grant, error) {
	if err := lockUsers(ctx, a.Tx, []nodeid.ID{g.UserID}); err != nil {
		return nil, err
	}
	before, err := a.standing(ctx, g.UserID, g.MailboxID)
	if err != nil {
		return nil, err
	}
	write := a.Grant.UpdateOne(g).SetPermissions(terms.Permissions).SetRequiresSecondFactor(terms.RequiresSecondFactor)
	if terms.EndsAt == nil {
		write.ClearExpiresAt()
	} else {
		write.SetExpiresAt(*terms.EndsAt)
	}
	changed, err := write.Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("change a grant: %w", err)
	}
	if changed.StartsAt == nil || !changed.StartsAt.After(a.now) {
		if err := a.emitChange(ctx, before, changed.MailboxID); err != nil {
			return nil, err
		}
	}
	return changed, a.recordGrant(ctx, "grant.changed", changed)
}

// grantToChange finds a grant and where the actor stands with its mailbox, who
// must hold SHARE. It is read again under the lock of its mailbox.
func (a *act) grantToChange(ctx context.Context, id nodeid.ID) (*ent.Grant, Standing, error) {
	found, err := a.Grant.Get(ctx, id)
	if ent.IsNotFound(err) {
		return nil, Standing{}, refusal.NotFound()
	}
	if err != nil {
		return nil, Standing{}, fmt.Errorf("read a grant: %w", err)
	}
	st, err := a.sharer(ctx, found.MailboxID)
	if err != nil {
		return nil, Standing{}, err
	}
	g, err := a.Grant.Query().Where(grant.ID(id)).Only(ctx)
	if err != nil {
		return nil, Standing{}, fmt.Errorf("read a grant: %w", err)
	}
	return g, st, nil
}
