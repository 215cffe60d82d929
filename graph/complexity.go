package graph

import (
	"math"

	"latchkey/ent"
	"latchkey/ent/invitation"
	"latchkey/graph/generated"
	"latchkey/server/nodeid"
)

// What a list without a page of its own usually holds.
const (
	usualFolders  = 10
	usualMessages = 10
)

// Complexity says what lists cost: what one row costs, for each row asked for.
// A nested list of lists is then refused before anything is read.
func Complexity() generated.ComplexityRoot {
	var c generated.ComplexityRoot
	filtered := func(usual int) func(int, *int, *ent.Cursor, *string) int {
		return func(row int, first *int, _ *ent.Cursor, _ *string) int { return listCost(row, first, usual) }
	}
	paged := func(usual int) func(int, *int, *ent.Cursor) int {
		return func(row int, first *int, _ *ent.Cursor) int { return listCost(row, first, usual) }
	}
	c.Query.Nodes = func(row int, ids []nodeid.ID) int { return rowsCost(row, len(ids)) }
	c.Viewer.Organizations = paged(usualPage)
	c.Viewer.Mailboxes = filtered(usualSidebar)
	c.Organization.Members = filtered(usualPage)
	c.Organization.MailServices = paged(usualPage)
	c.MailService.Mailboxes = filtered(usualPage)
	c.Mailbox.Users = filtered(usualPage)
	c.Mailbox.Folders = func(row int) int { return rowsCost(row, usualFolders) }
	c.Mailbox.Starred = paged(usualPage)
	c.Mailbox.Search = func(row int, _ string, first *int, _ *ent.Cursor) int { return listCost(row, first, usualPage) }
	c.Folder.Threads = paged(usualPage)
	c.Thread.Messages = func(row int) int { return rowsCost(row, usualMessages) }
	c.Invitation.MailPreview = func(row int, _ invitation.Language, _ *string) int { return rowsCost(row, usualMessages) }
	return c
}

func listCost(row int, first *int, usual int) int {
	if first == nil {
		return rowsCost(row, usual)
	}
	return rowsCost(row, *first)
}

// rowsCost never overflows: first comes from outside, and is checked later.
func rowsCost(row, rows int) int {
	if rows <= 0 {
		return 1 + row
	}
	if row > (math.MaxInt32-1)/rows {
		return math.MaxInt32
	}
	return 1 + row*rows
}
