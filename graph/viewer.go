package graph

import (
	"context"

	"latchkey/ent"
	"latchkey/graph/model"
	"latchkey/server/nodeid"
	"latchkey/server/viewer"
)

// viewer shows who acts. The user is read first of all: the access cursor must
// not be newer than what the rest of the answer shows.
func (r *Resolver) viewer(ctx context.Context) (*model.Viewer, error) {
	user, err := r.Identity.Me(ctx)
	if err != nil {
		return nil, err
	}
	out := &model.Viewer{User: user}
	if v, _ := viewer.FromContext(ctx); r.Clock.Now().Before(v.SteppedUpUntil) {
		out.SteppedUpUntil = &v.SteppedUpUntil
	}
	return out, nil
}

// ownOrganization finds an organization that the viewer is a member of.
func (r *Resolver) ownOrganization(ctx context.Context, id nodeid.ID) (*ent.Organization, error) {
	role, err := r.loaders(ctx).roles.load(ctx, id)
	if err != nil || role == "" {
		return nil, err
	}
	return r.loaders(ctx).organizations.load(ctx, id)
}
