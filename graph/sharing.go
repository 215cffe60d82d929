package graph

import (
	"context"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"latchkey/ent"
	"latchkey/graph/model"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/sharing"
)

// How many rows of a Users table are read at once.
const (
	usualUsers = 50
	mostUsers  = 200
)

// given is the value of an input that was given and is not null; else the zero value.
func given[T any](input graphql.Omittable[*T]) T {
	if value := input.Value(); value != nil {
		return *value
	}
	var none T
	return none
}

// changeOf reads the inputs of an update: what was left out stays as it is.
func changeOf(permissions graphql.Omittable[[]permission.Permission], end graphql.Omittable[*time.Time],
	requiresSecondFactor graphql.Omittable[*bool]) sharing.Change {
	change := sharing.Change{RequiresSecondFactor: requiresSecondFactor.Value()}
	if atoms := permissions.Value(); atoms != nil {
		set := permission.Of(atoms...)
		change.Permissions = &set
	}
	if end.IsSet() {
		change.End = &sharing.End{At: end.Value()}
	}
	return change
}

// presetOf names the preset that a set is, if it is one.
func presetOf(set permission.Set) *permission.Preset {
	if preset, ok := permission.PresetOf(set); ok {
		return &preset
	}
	return nil
}

// orNil is a text, or null where it is empty.
func orNil(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// viewerAccess shows how the viewer comes to use a mailbox; nil when they don't.
func (r *Resolver) viewerAccess(ctx context.Context, m *ent.Mailbox) (*model.ViewerAccess, error) {
	snapshot, err := r.snapshot(ctx)
	if err != nil {
		return nil, err
	}
	st, g := snapshot.Of(m), snapshot.Grant(m.ID)
	l := r.loaders(ctx)
	switch {
	case st.Permissions.Empty():
		return nil, nil
	case st.Administers():
		owning, err := required(l.organizations.load(ctx, m.OrganizationID))
		return &model.ViewerAccess{Organization: owning}, err
	}
	l.expectGrants(snapshot)
	out := &model.ViewerAccess{Grant: g, Since: &g.GivenAt, Until: g.ExpiresAt}
	if out.Organization, err = l.organizations.load(ctx, g.OrganizationID); err != nil {
		return nil, err
	}
	if out.Organization == nil { // no longer a member of the one it was attached to
		if out.Organization, err = required(l.organizations.load(ctx, m.OrganizationID)); err != nil {
			return nil, err
		}
	}
	if g.GiverID != nil {
		out.SharedBy, err = l.users.load(ctx, *g.GiverID)
	}
	return out, err
}

// grantEligibility shows what a rule says of a grant and the viewer.
func (r *Resolver) grantEligibility(ctx context.Context, g *ent.Grant,
	rule func(sharing.Standing, *ent.Grant, string, time.Time) error) (*model.Eligibility, error) {
	st, err := r.standing(ctx, g.MailboxID)
	if err != nil {
		return nil, err
	}
	owner, err := r.ownerToAsk(ctx, st)
	if err != nil {
		return nil, err
	}
	return eligibility(rule(st, g, owner, r.Sharing.Now()))
}

// canInvite shows whether the viewer may add people to a mailbox: first
// whether they may share at all, then whether the address can be.
func (r *Resolver) canInvite(ctx context.Context, m *ent.Mailbox) (*model.Eligibility, error) {
	snapshot, err := r.snapshot(ctx)
	if err != nil {
		return nil, err
	}
	st := snapshot.Of(m)
	owner, err := r.ownerToAsk(ctx, st)
	if err != nil {
		return nil, err
	}
	person, err := r.loaders(ctx).loginIdentifiers.load(ctx, m.Address)
	if err != nil {
		return nil, err
	}
	return eligibility(sharing.MayInvite(st, person != nil, owner))
}

// userCount counts the people in a mailbox's Users table.
func (r *Resolver) userCount(ctx context.Context, m *ent.Mailbox) (int, error) {
	if ok, err := r.mayShareHere(ctx, m); err != nil || !ok {
		return 0, err
	}
	admins, err := r.loaders(ctx).adminCounts.load(ctx, m.OrganizationID)
	if err != nil {
		return 0, err
	}
	grants, err := r.loaders(ctx).grantCounts.load(ctx, m.ID)
	return admins + grants, err
}

// mayShareHere tells whether the viewer may see who uses a mailbox.
func (r *Resolver) mayShareHere(ctx context.Context, m *ent.Mailbox) (bool, error) {
	snapshot, err := r.snapshot(ctx)
	if err != nil {
		return false, err
	}
	return snapshot.Of(m).Permissions.Has(permission.Share), nil
}

// usersOf reads a page of a Users table, and announces the people in it.
func (r *Resolver) usersOf(ctx context.Context, mailbox nodeid.ID, first int, after *ent.Cursor, filter string) (*model.MailboxUserConnection, error) {
	table, err := r.Sharing.Users(ctx, mailbox, filter)
	if err != nil {
		return nil, err
	}
	out := &model.MailboxUserConnection{Edges: []*model.MailboxUserEdge{}, PageInfo: &ent.PageInfo{HasPreviousPage: after != nil}}
	if asksFor(ctx, "totalCount") {
		if out.TotalCount, err = table.Count(ctx); err != nil {
			return nil, err
		}
	}
	if !asksFor(ctx, "edges") && !asksFor(ctx, "pageInfo") {
		return out, nil
	}
	rows, more, err := table.Page(ctx, first, after)
	if err != nil {
		return nil, err
	}
	for i := range rows {
		r.loaders(ctx).expectRow(rows[i].Node)
		out.Edges = append(out.Edges, &model.MailboxUserEdge{Node: rows[i].Node, Cursor: rows[i].Cursor})
	}
	out.PageInfo.HasNextPage = more
	if n := len(rows); n > 0 {
		out.PageInfo.StartCursor, out.PageInfo.EndCursor = &rows[0].Cursor, &rows[n-1].Cursor
	}
	return out, nil
}

// expectRow announces a row of a Users table.
func (l *loaders) expectRow(row ent.Noder) {
	switch row := row.(type) {
	case *ent.Member:
		l.users.expect(row.UserID)
	case *ent.Grant:
		l.users.expect(row.UserID)
		l.holders.expect(row.ID)
		if row.GiverID != nil {
			l.users.expect(*row.GiverID)
		}
	case *ent.Invitation:
		l.users.expect(row.InviterID)
	}
}
