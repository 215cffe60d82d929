package notify

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"latchkey/ent"
	"latchkey/ent/grant"
	"latchkey/ent/invitation"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// SendInvitation sends the e-mail of an invitation as it was asked for at an
// instant; when it was asked for again since, that one is enough.
func (c *Courier) SendInvitation(ctx context.Context, id nodeid.ID, askedAt time.Time) error {
	inv, link, err := c.Letters.Letter(ctx, id)
	switch {
	case errors.Is(err, refusal.InvitationInvalid()) || err == nil && inv.Email == nil:
		return c.needless(ctx, "the invitation was closed meanwhile", id)
	case err != nil:
		return err
	case inv.SentAt != nil && !inv.SentAt.Equal(askedAt):
		return c.needless(ctx, "the invitation is sent anew", id)
	}
	return c.send(ctx, letter{
		to: reader{address: *inv.Email, language: languageOf(inv.Language)}, at: askedAt,
		about: "invitation " + string(inv.ID), answers: inv.Edges.Inviter, content: invitationOf(inv, link),
	})
}

// PreviewInvitation shows the e-mail as its reader will see it, before it is
// sent. Its link is cut: whoever only looks on learns no secret.
func (c *Courier) PreviewInvitation(ctx context.Context, id nodeid.ID, language Language, note string) (Preview, error) {
	inv, link, err := c.Letters.Letter(ctx, id)
	if err != nil {
		return Preview{}, err
	}
	m := invitationOf(inv, link[:strings.LastIndexByte(link, '/')+1]+"…")
	m.Note = note
	return Render(language, nil, m)
}

// invitationOf gathers what the e-mail says from an invitation with its
// inviter, its mailbox and the mailbox's organization.
func invitationOf(inv *ent.Invitation, link string) Invitation {
	m := Invitation{
		InviterName:    inv.Edges.Inviter.Name,
		InviterAddress: inv.Edges.Inviter.Email,
		Organization:   inv.Edges.Mailbox.Edges.Organization.Name,
		Mailbox:        inv.Address,
		Permissions:    inv.Permissions,
		Bound:          inv.Bound,
		Note:           inv.Note,
		Link:           link,
		LinkUntil:      inv.ExpiresAt,
	}
	if inv.Email != nil {
		m.Guest = *inv.Email
	}
	if inv.GrantExpiresAt != nil {
		m.AccessUntil = *inv.GrantExpiresAt
	}
	return m
}

// SendInvitationAccepted tells the inviter that the invitation was accepted.
func (c *Courier) SendInvitationAccepted(ctx context.Context, id nodeid.ID) error {
	inv, err := c.Store.Client().Invitation.Query().Where(invitation.ID(id)).WithMailbox().WithAcceptedBy().Only(viewer.System(ctx))
	if absent(err) || err == nil && (inv.Edges.AcceptedBy == nil || inv.ClosedAt == nil) {
		return c.needless(ctx, "the invitation is not accepted", id)
	}
	if err != nil {
		return fmt.Errorf("read an accepted invitation: %w", err)
	}
	inviter, err := c.user(ctx, inv.InviterID)
	if err != nil {
		return err
	}
	guest, box := inv.Edges.AcceptedBy, inv.Edges.Mailbox
	if inviter == nil || guest.DeletedAt != nil {
		return c.needless(ctx, "the inviter or the guest is gone", id)
	}
	m := InvitationAccepted{
		GuestName: guest.Name, GuestAddress: guest.Email, Mailbox: inv.Address,
		Permissions: inv.Permissions, Link: c.link("manager", string(box.OrganizationID), string(box.MailServiceID), box.Address),
	}
	held, err := c.held(ctx, box.ID, guest.ID)
	if err != nil {
		return err
	}
	if held == nil {
		return c.needless(ctx, "the access has ended meanwhile", id)
	}
	m.Permissions, m.AccessUntil = held.Permissions, endOf(held)
	return c.send(ctx, letter{
		to: readerOf(inviter, English), at: *inv.ClosedAt, about: "accepted " + string(inv.ID), answers: guest, content: m,
	})
}

// held is the live grant of a user; nil when there is none.
func (c *Courier) held(ctx context.Context, mailbox, user nodeid.ID) (*ent.Grant, error) {
	g, err := c.Store.Client().Grant.Query().
		Where(grant.MailboxID(mailbox), grant.UserID(user), grant.RevokedAtIsNil()).Only(viewer.System(ctx))
	if absent(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read a grant: %w", err)
	}
	return g, nil
}

// endOf is when a grant ends; zero when there is none or it has no end.
func endOf(g *ent.Grant) time.Time {
	if g == nil || g.ExpiresAt == nil {
		return time.Time{}
	}
	return *g.ExpiresAt
}
