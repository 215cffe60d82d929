package sharing

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"latchkey/ent"
	"latchkey/ent/invitation"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/viewer"
)

const (
	// sendEvery is how often an invitation can be sent at most.
	sendEvery = time.Minute
	// maxNote is in characters.
	maxNote = 1000
)

// Sending is how an invitation is to be sent.
type Sending struct {
	Email    string
	Language invitation.Language
	// Note is a few words of the inviter's own, 1,000 characters at most.
	Note string
}

// SendInvitation queues the e-mail with the link, in the transaction that notes
// it: it is sent at least once if this returns, and not at all if it doesn't.
//
// Refusals: UNAUTHENTICATED, STEP_UP_REQUIRED, NOT_FOUND, FORBIDDEN,
// INVITATION_INVALID, VALIDATION_FAILED, ALREADY_HAS_ACCESS, CONFLICT, RATE_LIMITED.
func (s *Sharing) SendInvitation(ctx context.Context, id nodeid.ID, sending Sending) (*ent.Invitation, error) {
	me, err := viewer.RequireStepUp(ctx, s.Now())
	if err != nil {
		return nil, err
	}
	email, err := emailOf(sending.Email, true)
	if err != nil {
		return nil, err
	}
	if utf8.RuneCountInString(sending.Note) > maxNote {
		return nil, refusal.Invalid("note", "The note is longer than 1,000 characters. Shorten it.")
	}
	if !utf8.ValidString(sending.Note) || strings.ContainsRune(sending.Note, 0) { // no database takes it
		return nil, refusal.Invalid("note", "The note holds a character that can’t be shown. Type it again.")
	}
	return perform(ctx, s, me, func(ctx context.Context, a *act) (*ent.Invitation, error) {
		inv, _, err := a.pending(ctx, id)
		if err != nil {
			return nil, err
		}
		if inv.Bound && *email != *inv.Email {
			return nil, refusal.Invalid("email", "Only "+*inv.Email+" can accept this invitation. Send it there, or make another.")
		}
		if inv.SentAt != nil {
			if wait := inv.SentAt.Add(sendEvery).Sub(a.now); wait > 0 {
				return nil, refusal.RateLimited(max(wait, time.Second))
			}
		}
		if err := a.checkGuest(ctx, inv.MailboxID, email, inv.ID); err != nil {
			return nil, err
		}
		return a.send(ctx, inv, *email, sending)
	})
}

func (a *act) send(ctx context.Context, inv *ent.Invitation, email string, sending Sending) (*ent.Invitation, error) {
	sent, err := a.Invitation.UpdateOne(inv).SetEmail(email).SetLanguage(sending.Language).
		SetNote(sending.Note).SetSentAt(a.now).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("note that an invitation is sent: %w", err)
	}
	if err := a.sharing.postman.SendInvitation(ctx, a.Tx, inv.ID); err != nil {
		return nil, fmt.Errorf("queue an invitation's e-mail: %w", err)
	}
	return sent, a.recordInvitation(ctx, "invitation.sent", sent)
}

// Letter is what the job needs that sends an invitation: the invitation with
// its inviter, its mailbox and the mailbox's organization, and its link, which
// is a secret. INVITATION_INVALID when it is no longer pending: then there is
// nothing to send. For the server itself only.
func (s *Sharing) Letter(ctx context.Context, id nodeid.ID) (inv *ent.Invitation, link string, err error) {
	inv, err = s.store.Client().Invitation.Query().Where(invitation.ID(id)).WithInviter().
		WithMailbox(func(q *ent.MailboxQuery) { q.WithOrganization() }).Only(viewer.System(ctx))
	if ent.IsNotFound(err) || err == nil && StateOf(inv, s.Now()) != Pending {
		return nil, "", refusal.InvitationInvalid()
	}
	if err != nil {
		return nil, "", fmt.Errorf("read an invitation: %w", err)
	}
	token, err := s.box.Open(inv.TokenSealed, placeOf(inv.ID))
	if err != nil {
		return nil, "", fmt.Errorf("open an invitation's token: %w", err)
	}
	return inv, s.link(seal.Token(token)), nil
}
