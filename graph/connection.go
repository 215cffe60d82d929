package graph

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"

	"latchkey/ent"
	"latchkey/server/nodeid"
	"latchkey/server/organization"
	"latchkey/server/refusal"
)

// How many rows a list gives.
const (
	usualPage    = 50
	mostPage     = 200
	usualSidebar = 100 // viewer.mailboxes is shown whole
	mostSidebar  = 5000
)

// pageOf is what the arguments of a connection ask for.
//
// Refusals: VALIDATION_FAILED on "first".
func pageOf(first *int, after *ent.Cursor, usual, most int) (organization.Page, error) {
	page := organization.Page{First: usual, After: after}
	if first != nil {
		page.First = *first
	}
	if page.First < 0 || page.First > most {
		return page, refusal.Invalid("first", fmt.Sprintf("Ask for 0 to %d at once.", most))
	}
	return page, nil
}

// rows is one page of a list, as every connection shows it.
type rows[Row any] struct {
	edges []Row
	info  ent.PageInfo
	total int
}

// readPage reads a page of a list, and counts the list where the request asks for it.
func readPage[Row any](ctx context.Context, list organization.List[Row], page organization.Page, cursor func(Row) ent.Cursor) (out rows[Row], err error) {
	if asksFor(ctx, "edges") || asksFor(ctx, "pageInfo") {
		if out.edges, err = list.Read(ctx, page); err != nil {
			return out, err
		}
	}
	if asksFor(ctx, "totalCount") {
		if out.total, err = list.Count(ctx); err != nil {
			return out, err
		}
	}
	out.info.HasPreviousPage = page.After != nil
	if len(out.edges) > page.First {
		out.info.HasNextPage = true
		out.edges = out.edges[:page.First]
	}
	if n := len(out.edges); n > 0 {
		start, end := cursor(out.edges[0]), cursor(out.edges[n-1])
		out.info.StartCursor, out.info.EndCursor = &start, &end
	}
	return out, nil
}

// asksFor tells whether the field being resolved has a subfield of this name
// among what is asked for, under whatever alias.
func asksFor(ctx context.Context, name string) bool {
	for _, f := range graphql.CollectFieldsCtx(ctx, nil) {
		if f.Name == name {
			return true
		}
	}
	return false
}

func (r *Resolver) organizationConnection(ctx context.Context, list organization.List[*ent.Organization], page organization.Page) (*ent.OrganizationConnection, error) {
	cursor := func(o *ent.Organization) ent.Cursor { return ent.Cursor{ID: o.ID, Value: o.Name} }
	read, err := readPage(ctx, list, page, cursor)
	if err != nil {
		return nil, err
	}
	out := &ent.OrganizationConnection{PageInfo: read.info, TotalCount: read.total, Edges: []*ent.OrganizationEdge{}}
	for _, o := range read.edges {
		r.loaders(ctx).expectOrganization(o.ID)
		out.Edges = append(out.Edges, &ent.OrganizationEdge{Node: o, Cursor: cursor(o)})
	}
	return out, nil
}

func (r *Resolver) memberConnection(ctx context.Context, list organization.List[*ent.Member], page organization.Page) (*ent.MemberConnection, error) {
	cursor := func(m *ent.Member) ent.Cursor { return ent.Cursor{ID: m.ID, Value: m.Edges.User.Name} }
	read, err := readPage(ctx, list, page, cursor)
	if err != nil {
		return nil, err
	}
	out := &ent.MemberConnection{PageInfo: read.info, TotalCount: read.total, Edges: []*ent.MemberEdge{}}
	for _, m := range read.edges {
		r.loaders(ctx).users.expect(m.UserID)
		out.Edges = append(out.Edges, &ent.MemberEdge{Node: m, Cursor: cursor(m)})
	}
	return out, nil
}

func (r *Resolver) mailServiceConnection(ctx context.Context, list organization.List[*ent.MailService], page organization.Page) (*ent.MailServiceConnection, error) {
	cursor := func(s *ent.MailService) ent.Cursor { return ent.Cursor{ID: s.ID, Value: s.Name} }
	read, err := readPage(ctx, list, page, cursor)
	if err != nil {
		return nil, err
	}
	out := &ent.MailServiceConnection{PageInfo: read.info, TotalCount: read.total, Edges: []*ent.MailServiceEdge{}}
	for _, s := range read.edges {
		r.loaders(ctx).expectMailService(s.ID)
		out.Edges = append(out.Edges, &ent.MailServiceEdge{Node: s, Cursor: cursor(s)})
	}
	return out, nil
}

func (r *Resolver) mailboxConnection(ctx context.Context, service nodeid.ID, filter *string, page organization.Page) (*ent.MailboxConnection, error) {
	list, err := r.Organizations.Mailboxes(service, text(filter))
	if err != nil {
		return nil, err
	}
	cursor := func(m *ent.Mailbox) ent.Cursor { return ent.Cursor{ID: m.ID, Value: m.Address} }
	read, err := readPage(ctx, list, page, cursor)
	if err != nil {
		return nil, err
	}
	r.loaders(ctx).expectMailboxes(read.edges)
	out := &ent.MailboxConnection{PageInfo: read.info, TotalCount: read.total, Edges: make([]*ent.MailboxEdge, 0, len(read.edges))}
	for _, m := range read.edges {
		out.Edges = append(out.Edges, &ent.MailboxEdge{Node: m, Cursor: cursor(m)})
	}
	return out, nil
}

func text(given *string) string {
	if given == nil {
		return ""
	}
	return *given
}
