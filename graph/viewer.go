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
	v, _ := viewer.FromContext(ctx)
	return r.shown(user, v), nil
}

// shown is a viewer with until when their step-up lasts.
func (r *Resolver) shown(user *ent.User, v viewer.Viewer) *model.Viewer {
	out := &model.Viewer{User: user}
	if r.Clock.Now().Before(v.SteppedUpUntil) {
		out.SteppedUpUntil = &v.SteppedUpUntil
	}
	return out
}

// ownOrganization finds an organization that the viewer is a member of.
func (r *Resolver) ownOrganization(ctx context.Context, id nodeid.ID) (*ent.Organization, error) {
	role, err := r.loaders(ctx).roles.load(ctx, id)
	if err != nil || role == "" {
		return nil, err
	}
	return r.loaders(ctx).organizations.load(ctx, id)
}
