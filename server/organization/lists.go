package organization

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"latchkey/ent"
	"latchkey/ent/mailbox"
	"latchkey/ent/mailservice"
	"latchkey/ent/member"
	"latchkey/ent/organization"
	"latchkey/ent/predicate"
	"latchkey/ent/user"
	"latchkey/server/nodeid"
	"latchkey/server/viewer"
)

// List is a list that can be read page by page, and counted.
type List[Row any] struct {
	read  func(ctx context.Context, page Page) ([]Row, error)
	count func(ctx context.Context) (int, error)
}

// Read returns a page and, when there are more, one row on top of it.
//
// Refusals: VALIDATION_FAILED on "after".
func (l List[Row]) Read(ctx context.Context, page Page) ([]Row, error) { return l.read(ctx, page) }

// Count is how many rows there are on all pages.
func (l List[Row]) Count(ctx context.Context) (int, error) { return l.count(ctx) }

// Mine lists the organizations that the viewer is a member of, by name.
func (o *Organizations) Mine(ctx context.Context) (List[*ent.Organization], error) {
	me, err := viewer.RequireUser(ctx)
	if err != nil {
		return List[*ent.Organization]{}, err
	}
	query := func() *ent.OrganizationQuery {
		return o.client.Organization.Query().Where(has(me))
	}
	read := func(ctx context.Context, page Page) ([]*ent.Organization, error) {
		if err := page.check(nodeid.Organization); err != nil {
			return nil, err
		}
		q := query().Limit(page.fetch())
		q.Modify(func(s *sql.Selector) { page.byText(s, s.C(organization.FieldName), s.C(organization.FieldID)) })
		return wrap(q.All(ctx))("list organizations")
	}
	return List[*ent.Organization]{read, func(ctx context.Context) (int, error) { return query().Count(ctx) }}, nil
}

// has holds for the organizations of a member. It begins with the memberships:
// the list must cost what one has, not what the server holds.
func has(user nodeid.ID) predicate.Organization {
	return func(s *sql.Selector) {
		memberships := sql.Table(member.Table)
		s.Where(sql.In(s.C(organization.FieldID), sql.Dialect(s.Dialect()).Select(memberships.C(member.FieldOrganizationID)).
			From(memberships).Where(sql.EQ(memberships.C(member.FieldUserID), user))))
	}
}

// Members lists the members of an organization by name. filter matches names and addresses.
// It is empty for those who are not members.
//
// Refusals: VALIDATION_FAILED on "filter".
func (o *Organizations) Members(id nodeid.ID, filter string) (List[*ent.Member], error) {
	text, err := filterText(filter)
	if err != nil {
		return List[*ent.Member]{}, err
	}
	query := func() *ent.MemberQuery {
		q := o.client.Member.Query().Where(member.OrganizationID(id))
		if text != "" {
			q.Where(member.HasUserWith(named(text)))
		}
		return q
	}
	read := func(ctx context.Context, page Page) ([]*ent.Member, error) {
		if err := page.check(nodeid.Member); err != nil {
			return nil, err
		}
		q := query().WithUser().Limit(page.fetch())
		q.Modify(func(s *sql.Selector) {
			person := sql.Table(user.Table).As("person")
			s.Join(person).On(s.C(member.FieldUserID), person.C(user.FieldID))
			page.byText(s, person.C(user.FieldName), s.C(member.FieldID))
		})
		return wrap(q.All(ctx))("list members")
	}
	return List[*ent.Member]{read, func(ctx context.Context) (int, error) { return query().Count(ctx) }}, nil
}

// MailServices lists the mail services of an organization by name.
func (o *Organizations) MailServices(id nodeid.ID) List[*ent.MailService] {
	query := func() *ent.MailServiceQuery {
		return o.client.MailService.Query().Where(mailservice.OrganizationID(id))
	}
	read := func(ctx context.Context, page Page) ([]*ent.MailService, error) {
		if err := page.check(nodeid.MailService); err != nil {
			return nil, err
		}
		q := query().Limit(page.fetch())
		q.Modify(func(s *sql.Selector) { page.byText(s, s.C(mailservice.FieldName), s.C(mailservice.FieldID)) })
		return wrap(q.All(ctx))("list mail services")
	}
	return List[*ent.MailService]{read, func(ctx context.Context) (int, error) { return query().Count(ctx) }}
}

// Mailboxes lists the mailboxes in the viewer's sight by address; those of one
// mail service unless it is empty. filter matches any part of the address.
//
// Refusals: VALIDATION_FAILED on "filter".
func (o *Organizations) Mailboxes(service nodeid.ID, filter string) (List[*ent.Mailbox], error) {
	text, err := filterText(filter)
	if err != nil {
		return List[*ent.Mailbox]{}, err
	}
	query := func() *ent.MailboxQuery {
		q := o.client.Mailbox.Query()
		if service != "" {
			q.Where(mailbox.MailServiceID(service))
		}
		if text != "" {
			q.Where(addressed(text))
		}
		return q
	}
	read := func(ctx context.Context, page Page) ([]*ent.Mailbox, error) {
		if err := page.check(nodeid.Mailbox); err != nil {
			return nil, err
		}
		q := query().Order(mailbox.ByAddress()).Limit(page.fetch())
		if page.After != nil { // addresses are unique: no second key
			after, _ := page.After.Value.(string)
			q.Where(mailbox.AddressGT(after))
		}
		return wrap(q.All(ctx))("list mailboxes")
	}
	return List[*ent.Mailbox]{read, func(ctx context.Context) (int, error) { return query().Count(ctx) }}, nil
}

// wrap says what failed.
func wrap[V any](value V, err error) func(doing string) (V, error) {
	return func(doing string) (V, error) {
		if err != nil {
			var none V
			return none, fmt.Errorf("%s: %w", doing, err)
		}
		return value, nil
	}
}
