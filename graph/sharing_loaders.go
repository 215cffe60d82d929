package graph

import (
	"context"

	"latchkey/ent"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/sharing"
	"latchkey/server/viewer"
)

// sharingLoaders read what is shown of access beside each mailbox or grant of a list.
type sharingLoaders struct {
	snapshots *loader[nodeid.ID, *sharing.Snapshot] // by user: the viewer's own, only

	loginIdentifiers *loader[string, *ent.User]          // by address
	owners           *loader[nodeid.ID, string]          // name of somebody to ask, by organization
	adminCounts      *loader[nodeid.ID, int]             // by organization
	grantCounts      *loader[nodeid.ID, int]             // by mailbox
	invitationCounts *loader[nodeid.ID, int]             // by mailbox
	holders          *loader[nodeid.ID, sharing.Holder]  // by grant
	without          *loader[nodeid.ID, sharing.Without] // by organization
}

func newSharingLoaders(r *Resolver) sharingLoaders {
	return sharingLoaders{
		snapshots: newLoader(func(ctx context.Context, users []nodeid.ID) (map[nodeid.ID]*sharing.Snapshot, error) {
			snapshot, err := r.Sharing.Snapshot(ctx)
			return map[nodeid.ID]*sharing.Snapshot{users[0]: snapshot}, err
		}),
		loginIdentifiers: newLoader(r.Sharing.LoginIdentifiers),
		owners:           newLoader(r.Sharing.OwnersOf),
		adminCounts:      newLoader(r.Sharing.AdminCounts),
		grantCounts:      newLoader(r.Sharing.GrantCounts),
		invitationCounts: newLoader(r.Sharing.InvitationCounts),
		holders:          newLoader(r.Sharing.Holders),
		without:          newLoader(r.Sharing.WithoutSecondFactor),
	}
}

// expectMailbox announces a mailbox to every loader that reads what hangs on one.
func (l *sharingLoaders) expectMailbox(m *ent.Mailbox) {
	l.loginIdentifiers.expect(m.Address)
	l.owners.expect(m.OrganizationID)
	l.adminCounts.expect(m.OrganizationID)
	l.grantCounts.expect(m.ID)
	l.invitationCounts.expect(m.ID)
}

// expectGrants announces what hangs on the viewer's grants, once for the whole
// list: each mailbox asks for it.
func (l *loaders) expectGrants(snapshot *sharing.Snapshot) {
	l.grantsExpected.Do(func() {
		for g := range snapshot.Grants() {
			l.organizations.expect(g.OrganizationID)
			if g.GiverID != nil {
				l.users.expect(*g.GiverID)
			}
		}
	})
}

// snapshot is where the viewer stands with all their mailboxes.
func (r *Resolver) snapshot(ctx context.Context) (*sharing.Snapshot, error) {
	me, err := viewer.RequireUser(ctx)
	if err != nil {
		return nil, err
	}
	return r.loaders(ctx).snapshots.load(ctx, me)
}

// standing is where the viewer stands with a mailbox; with nothing when it is out of sight.
func (r *Resolver) standing(ctx context.Context, mailbox nodeid.ID) (sharing.Standing, error) {
	m, err := r.loaders(ctx).mailboxes.load(ctx, mailbox)
	if err != nil || m == nil {
		return sharing.Standing{}, err
	}
	snapshot, err := r.snapshot(ctx)
	if err != nil {
		return sharing.Standing{}, err
	}
	return snapshot.Of(m), nil
}

// ownerToAsk names an owner, where the viewer can't share and would have to ask one.
func (r *Resolver) ownerToAsk(ctx context.Context, st sharing.Standing) (string, error) {
	if st.Permissions.Empty() || st.Permissions.Has(permission.Share) {
		return "", nil
	}
	return r.loaders(ctx).owners.load(ctx, st.Organization)
}
