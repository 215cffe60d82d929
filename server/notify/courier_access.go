package notify

import (
	"context"
	"fmt"

	"latchkey/ent"
	"latchkey/ent/accessevent"
	"latchkey/ent/invitation"
	"latchkey/ent/predicate"
	"latchkey/server/nodeid"
	"latchkey/server/viewer"
)

// SendAccessChanged tells a user what an access event told their open sessions.
// What they did themselves, and what a later event of the same mailbox has
// overtaken, needs no mail.
func (c *Courier) SendAccessChanged(ctx context.Context, to nodeid.ID, sequence int64) error {
	event, err := c.Store.Client().AccessEvent.Query().
		Where(accessevent.UserID(to), accessevent.Sequence(sequence)).WithUser().Only(viewer.System(ctx))
	if absent(err) {
		return c.needless(ctx, "the event is gone", to)
	}
	if err != nil {
		return fmt.Errorf("read an access event: %w", err)
	}
	if event.Edges.User.DeletedAt != nil {
		return c.needless(ctx, "the account is gone", to)
	}
	if why, err := c.whyNeedless(ctx, event); err != nil || why != "" {
		if err != nil {
			return err
		}
		return c.needless(ctx, why, to)
	}
	content, err := c.accessOf(ctx, event)
	if err != nil {
		return err
	}
	return c.send(ctx, letter{
		to: readerOf(event.Edges.User, English), at: event.At,
		about: fmt.Sprintf("access %s %d", to, sequence), content: content,
	})
}

// whyNeedless is empty when a mail is to be sent.
func (c *Courier) whyNeedless(ctx context.Context, event *ent.AccessEvent) (string, error) {
	if event.Kind == accessevent.KindLEFT {
		return "they left themselves", nil
	}
	accepted, err := c.Store.Client().Invitation.Query().Where(
		invitation.MailboxID(event.MailboxID), invitation.AcceptedByID(event.UserID), invitation.ClosedAt(event.At),
	).Exist(viewer.System(ctx))
	if err != nil {
		return "", fmt.Errorf("look for an accepted invitation: %w", err)
	}
	if accepted && event.Kind == accessevent.KindGRANTED {
		return "they accepted it themselves", nil
	}
	theirs := c.Store.Client().AccessEvent.Query().Where(accessevent.UserID(event.UserID))
	overtaken, err := theirs.Clone().
		Where(accessevent.MailboxID(event.MailboxID), accessevent.SequenceGT(event.Sequence)).Exist(viewer.System(ctx))
	if err != nil {
		return "", fmt.Errorf("look for later access events: %w", err)
	}
	if overtaken {
		return "a later event overtakes it", nil
	}
	if event.Reason == nil {
		return "", nil
	}
	// Losing the second factor ends access to many mailboxes at once: one mail is enough.
	told, err := theirs.Where(sameMoment(event)...).Where(accessevent.SequenceLT(event.Sequence)).Exist(viewer.System(ctx))
	if err != nil {
		return "", fmt.Errorf("look for access events of the same moment: %w", err)
	}
	if told {
		return "the mail of another mailbox tells it", nil
	}
	return "", nil
}

// accessOf gathers what the mail says.
func (c *Courier) accessOf(ctx context.Context, event *ent.AccessEvent) (AccessChanged, error) {
	m := AccessChanged{
		Turn: turnOf(event), Mailboxes: []string{event.Address}, Actor: event.ActorName,
		Permissions: event.Permissions, Link: c.link("mail"),
	}
	switch m.Turn {
	case Granted, Changed:
		held, err := c.held(ctx, event.MailboxID, event.UserID)
		if err != nil {
			return AccessChanged{}, err
		}
		m.Until, m.Link = endOf(held), c.link("mail", event.Address)
	case NeedsSecondFactor, HasSecondFactor:
		if m.Turn == NeedsSecondFactor {
			m.Link = c.secure()
		}
		all, err := c.Store.Client().AccessEvent.Query().
			Where(accessevent.UserID(event.UserID)).Where(sameMoment(event)...).
			Order(ent.Asc(accessevent.FieldSequence)).All(viewer.System(ctx))
		if err != nil {
			return AccessChanged{}, fmt.Errorf("read access events of the same moment: %w", err)
		}
		m.Mailboxes = nil
		for _, one := range all {
			m.Mailboxes = append(m.Mailboxes, one.Address)
		}
	}
	return m, nil
}

// sameMoment are the events of what happened to the second factor at once.
func sameMoment(event *ent.AccessEvent) []predicate.AccessEvent {
	return []predicate.AccessEvent{
		accessevent.At(event.At), accessevent.KindEQ(event.Kind), accessevent.ReasonEQ(*event.Reason),
	}
}

func turnOf(event *ent.AccessEvent) Turn {
	over := event.Permissions.Empty()
	switch {
	case event.Reason != nil && over:
		return NeedsSecondFactor
	case event.Reason != nil && event.Kind == accessevent.KindGRANTED:
		return HasSecondFactor
	case over && event.Kind == accessevent.KindEXPIRED:
		return RanOut
	case over:
		return Ended
	case event.Kind == accessevent.KindGRANTED:
		return Granted
	default:
		return Changed
	}
}
