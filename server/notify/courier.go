package notify

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"latchkey/ent"
	"latchkey/server/clock"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
)

// letters gives what an invitation's e-mail needs, and its link, which is a
// secret. INVITATION_INVALID when it is no longer pending.
type letters interface {
	Letter(ctx context.Context, invitation nodeid.ID) (inv *ent.Invitation, link string, err error)
}

// sender hands a message over, or says for whom it failed.
type sender interface {
	Send(ctx context.Context, from string, to []string, raw []byte) error
}

// Courier sends the mail that the server itself writes. Durable jobs call it.
type Courier struct {
	// From is our own address.
	From    string
	Letters letters
	Sender  sender
	Clock   *clock.Clock
	Log     *slog.Logger
}

// SendInvitation sends the e-mail of an invitation. One that is no longer
// pending needs none: that is no error. Any error is worth another attempt.
func (c *Courier) SendInvitation(ctx context.Context, id nodeid.ID) error {
	inv, link, err := c.Letters.Letter(ctx, id)
	if errors.Is(err, refusal.InvitationInvalid()) || err == nil && inv.Email == nil {
		c.Log.InfoContext(ctx, "an invitation was closed before its e-mail was sent", "invitation", id)
		return nil
	}
	if err != nil {
		return err
	}
	raw, err := Invitation(mailOf(inv, link, c.From, c.Clock.Now()))
	if err != nil {
		return fmt.Errorf("compose an invitation's e-mail: %w", err)
	}
	return c.Sender.Send(ctx, c.From, []string{*inv.Email}, raw)
}

// PreviewInvitation shows the e-mail as its reader will see it, before it is
// sent. Its link is cut: whoever only looks on learns no secret.
func (c *Courier) PreviewInvitation(ctx context.Context, id nodeid.ID, language Language, note string) (InvitationPreview, error) {
	inv, link, err := c.Letters.Letter(ctx, id)
	if err != nil {
		return InvitationPreview{}, err
	}
	m := mailOf(inv, link, c.From, c.Clock.Now())
	m.Language, m.Note = language, note
	m.Link = link[:strings.LastIndexByte(link, '/')+1] + "…"
	return Preview(m)
}

// mailOf gathers what the e-mail says from an invitation with its inviter,
// its mailbox and the mailbox's organization.
func mailOf(inv *ent.Invitation, link, from string, now time.Time) InvitationMail {
	m := InvitationMail{
		Language:       Language(strings.ToLower(inv.Language.String())),
		From:           from,
		InviterName:    inv.Edges.Inviter.Name,
		InviterAddress: inv.Edges.Inviter.Email,
		Organization:   inv.Edges.Mailbox.Edges.Organization.Name,
		Mailbox:        inv.Address,
		Permissions:    inv.Permissions,
		Bound:          inv.Bound,
		Note:           inv.Note,
		Link:           link,
		LinkUntil:      inv.ExpiresAt,
		SentAt:         now,
	}
	if inv.Email != nil {
		m.To = *inv.Email
	}
	if inv.GrantExpiresAt != nil {
		m.AccessUntil = *inv.GrantExpiresAt
	}
	return m
}
