package graph

import (
	"context"

	"latchkey/ent"
	"latchkey/graph/model"
	"latchkey/server/organization"
	"latchkey/server/viewer"
)

// secondFactorPolicy shows what an organization demands of people; nil to those
// who are not its members.
func (r *Resolver) secondFactorPolicy(ctx context.Context, o *ent.Organization) (*model.SecondFactorPolicy, error) {
	l := r.loaders(ctx)
	role, err := l.roles.load(ctx, o.ID)
	if err != nil || role == "" {
		return nil, err
	}
	out := &model.SecondFactorPolicy{Members: o.MembersNeedSecondFactor, Guests: o.GuestsNeedSecondFactor}
	secondFactor, err := r.hasSecondFactor(ctx, o)
	if err != nil || organization.MayAdminister(o, role, secondFactor) != nil || !asksFor(ctx, "membersWithout") && !asksFor(ctx, "guestsWithout") {
		return out, err
	}
	without, err := l.without.load(ctx, o.ID)
	out.MembersWithout, out.GuestsWithout = without.Members, without.Guests
	return out, err
}

// hasSecondFactor tells whether the viewer has a second factor, where an
// organization asks for one; elsewhere it does not look.
func (r *Resolver) hasSecondFactor(ctx context.Context, o *ent.Organization) (bool, error) {
	if !o.MembersNeedSecondFactor {
		return false, nil
	}
	me, err := viewer.RequireUser(ctx)
	if err != nil {
		return false, err
	}
	user, err := required(r.loaders(ctx).users.load(ctx, me))
	if err != nil {
		return false, err
	}
	return user.SecondFactor, nil
}
