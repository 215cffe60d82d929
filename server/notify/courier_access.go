package notify

import (
	"context"
	"fmt"
	"slices"

	"latchkey/ent"
	"latchkey/ent/accessevent"
	"latchkey/ent/invitation"
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
	events, err := c.standing(ctx, event)
	if err != nil {
		return err
	}
	if len(events) == 0 {
		return c.needless(ctx, "another event tells it", to)
	}
	content, err := c.accessOf(ctx, events)
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
	return "", nil
}

// standing are the events that a mail tells of: the one, or, as a second
// factor changes access to many mailboxes at once, all of that moment, told
// with the first. Those that a later event of their mailbox overtakes are left out.
func (c *Courier) standing(ctx context.Context, event *ent.AccessEvent) ([]*ent.AccessEvent, error) {
	since, err := c.Store.Client().AccessEvent.Query().
		Where(accessevent.UserID(event.UserID), accessevent.Or(accessevent.SequenceGTE(event.Sequence), accessevent.At(event.At))).
		Order(ent.Asc(accessevent.FieldSequence)).All(viewer.System(ctx))
	if err != nil {
		return nil, fmt.Errorf("read access events: %w", err)
	}
	last := map[nodeid.ID]int64{}
	var together []*ent.AccessEvent
	for _, one := range since {
		last[one.MailboxID] = one.Sequence
		sameMoment := event.Reason != nil && one.Reason != nil && *one.Reason == *event.Reason && one.At.Equal(event.At)
		if sameMoment || one.ID == event.ID {
			together = append(together, one)
		}
	}
	if together[0].ID != event.ID {
		return nil, nil
	}
	return slices.DeleteFunc(together, func(one *ent.AccessEvent) bool { return last[one.MailboxID] != one.Sequence }), nil
}

// accessOf gathers what the mail says of events, of which there is one at least.
func (c *Courier) accessOf(ctx context.Context, events []*ent.AccessEvent) (AccessChanged, error) {
	first := events[0]
	for _, event := range events {
		if turnOf(event) == NeedsSecondFactor { // matters more than what is left
			first = event
			break
		}
	}
	m := AccessChanged{
		Turn: turnOf(first), Actor: first.ActorName, BySecondFactor: first.Reason != nil,
		Permissions: first.Permissions, Link: c.link("mail"),
	}
	for _, event := range events {
		if turnOf(event) == m.Turn && (event == first || m.Turn != Changed) {
			m.Mailboxes = append(m.Mailboxes, event.Address)
		}
	}
	switch m.Turn {
	case NeedsSecondFactor:
		m.Link = c.secure()
	case Granted, Changed:
		held, err := c.held(ctx, first.MailboxID, first.UserID)
		if err != nil {
			return AccessChanged{}, err
		}
		m.Until, m.Link = endOf(held), c.link("mail", first.Address)
	}
	return m, nil
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
