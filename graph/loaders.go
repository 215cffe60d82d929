package graph

import (
	"context"
	"sync"

	"latchkey/ent"
	"latchkey/ent/mailbox"
	"latchkey/ent/mailservice"
	"latchkey/ent/member"
	"latchkey/ent/organization"
	"latchkey/ent/user"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
)

// loaders are what one root field has read so far. They are never kept longer:
// what a viewer may see can change between two responses of one socket.
type loaders struct {
	mailboxes     *loader[nodeid.ID, *ent.Mailbox]
	mailServices  *loader[nodeid.ID, *ent.MailService]
	organizations *loader[nodeid.ID, *ent.Organization]
	users         *loader[nodeid.ID, *ent.User]

	roles        *loader[nodeid.ID, member.Role] // the viewer's, by organization
	memberCounts *loader[nodeid.ID, int]         // by organization
	domains      *loader[nodeid.ID, []string]    // by mail service

	*mailLoaders
	sharingLoaders

	grantsExpected sync.Once // what hangs on the viewer's grants was announced
}

func newLoaders(r *Resolver) *loaders {
	return &loaders{
		mailboxes: newLoader(func(ctx context.Context, ids []nodeid.ID) (map[nodeid.ID]*ent.Mailbox, error) {
			found, err := r.Client.Mailbox.Query().Where(mailbox.IDIn(ids...)).All(ctx)
			return byID(found, func(m *ent.Mailbox) nodeid.ID { return m.ID }), err
		}),
		mailServices: newLoader(func(ctx context.Context, ids []nodeid.ID) (map[nodeid.ID]*ent.MailService, error) {
			found, err := r.Client.MailService.Query().Where(mailservice.IDIn(ids...)).All(ctx)
			return byID(found, func(s *ent.MailService) nodeid.ID { return s.ID }), err
		}),
		organizations: newLoader(func(ctx context.Context, ids []nodeid.ID) (map[nodeid.ID]*ent.Organization, error) {
			found, err := r.Client.Organization.Query().Where(organization.IDIn(ids...)).All(ctx)
			return byID(found, func(o *ent.Organization) nodeid.ID { return o.ID }), err
		}),
		users: newLoader(func(ctx context.Context, ids []nodeid.ID) (map[nodeid.ID]*ent.User, error) {
			found, err := r.Client.User.Query().Where(user.IDIn(ids...)).All(ctx)
			return byID(found, func(u *ent.User) nodeid.ID { return u.ID }), err
		}),
		roles:          newLoader(r.Organizations.Roles),
		memberCounts:   newLoader(r.Organizations.MemberCounts),
		domains:        newLoader(r.Organizations.Domains),
		mailLoaders:    newMailLoaders(r.Mail),
		sharingLoaders: newSharingLoaders(r),
	}
}

// expectOrganization announces an organization to every loader that reads what hangs on one.
func (l *loaders) expectOrganization(id nodeid.ID) {
	l.organizations.expect(id)
	l.roles.expect(id)
	l.memberCounts.expect(id)
	l.without.expect(id)
}

// expectMailService announces a mail service to every loader that reads what hangs on one.
func (l *loaders) expectMailService(id nodeid.ID) {
	l.mailServices.expect(id)
	l.domains.expect(id)
}

// expectMailboxes announces a page of mailboxes to every loader that reads what hangs on one.
func (l *loaders) expectMailboxes(page []*ent.Mailbox) {
	for _, m := range page {
		l.expectOrganization(m.OrganizationID)
		l.expectMailService(m.MailServiceID)
		l.expectMail(m.ID)
		l.expectMailbox(m)
	}
}

type loadersKey struct{}

// WithLoaders returns a context whose resolvers read through loaders of their
// own. Use it once for each root field and each event of a subscription.
func WithLoaders(ctx context.Context, r *Resolver) context.Context {
	return context.WithValue(ctx, loadersKey{}, newLoaders(r))
}

// loaders returns those of the context; without WithLoaders, fresh ones that
// read as rightly, only in more statements.
func (r *Resolver) loaders(ctx context.Context) *loaders {
	if l, ok := ctx.Value(loadersKey{}).(*loaders); ok {
		return l
	}
	return newLoaders(r)
}

// required turns what the viewer may not see into NOT_FOUND, where the schema promises an object.
func required[V any](value *V, err error) (*V, error) {
	if err == nil && value == nil {
		return nil, refusal.NotFound()
	}
	return value, err
}

func byID[V any](found []V, id func(V) nodeid.ID) map[nodeid.ID]V {
	values := make(map[nodeid.ID]V, len(found))
	for _, v := range found {
		values[id(v)] = v
	}
	return values
}
