package sharingtest

import (
	"context"
	"time"

	"latchkey/ent"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/sharing"
	"latchkey/server/viewer"
)

// Person is somebody who acts in a world.
type Person struct {
	User *ent.User
	w    *World
}

// Context is one in which the person acts and proved the password just now.
func (p *Person) Context() context.Context {
	return viewer.NewContext(p.w.T.Context(), viewer.Viewer{User: p.User.ID, SteppedUpUntil: p.w.Now().Add(10 * time.Minute)})
}

// WithoutStepUp is one in which the person acts on the strength of the session alone.
func (p *Person) WithoutStepUp() context.Context {
	return viewer.NewContext(p.w.T.Context(), viewer.Viewer{User: p.User.ID})
}

// Gives gives a member access.
func (p *Person) Gives(to *Person, m *ent.Mailbox, terms sharing.Terms) (*ent.Grant, error) {
	return p.w.Sharing.GrantAccess(p.Context(), m.ID, to.User.ID, terms)
}

// MustGive gives a member a set of permissions without end.
func (p *Person) MustGive(to *Person, m *ent.Mailbox, set permission.Set) *ent.Grant {
	p.w.T.Helper()
	g, err := p.Gives(to, m, sharing.Terms{Permissions: set})
	if err != nil {
		p.w.T.Fatalf("%s gives %s access: %v", p.User.Name, to.User.Name, err)
	}
	return g
}

// Invites makes an invitation and returns the token of its link.
func (p *Person) Invites(m *ent.Mailbox, offer sharing.Offer) (*ent.Invitation, string, error) {
	inv, link, err := p.w.Sharing.CreateInvitation(p.Context(), m.ID, offer)
	if err != nil {
		return nil, "", err
	}
	return inv, Token(link), nil
}

// MustInvite invites to a set of permissions without end.
func (p *Person) MustInvite(m *ent.Mailbox, set permission.Set) (*ent.Invitation, string) {
	p.w.T.Helper()
	inv, token, err := p.Invites(m, sharing.Offer{Terms: sharing.Terms{Permissions: set}})
	if err != nil {
		p.w.T.Fatalf("%s invites: %v", p.User.Name, err)
	}
	return inv, token
}

// Accepts accepts the invitation behind a token, under an organization (empty: the only one).
func (p *Person) Accepts(token string, under nodeid.ID) (*ent.Grant, error) {
	return p.w.Sharing.Accept(p.WithoutStepUp(), token, under)
}

// MustAccept accepts.
func (p *Person) MustAccept(token string, under *ent.Organization) *ent.Grant {
	p.w.T.Helper()
	g, err := p.Accepts(token, under.ID)
	if err != nil {
		p.w.T.Fatalf("%s accepts: %v", p.User.Name, err)
	}
	return g
}

// May is what the person may do with a mailbox now.
func (p *Person) May(m *ent.Mailbox) permission.Set {
	p.w.T.Helper()
	held, err := p.w.Sharing.Permissions(p.WithoutStepUp(), m.ID)
	if err != nil {
		p.w.T.Fatalf("what may %s do: %v", p.User.Name, err)
	}
	return held
}

// Events are all access events of the person.
func (p *Person) Events() []*ent.AccessEvent {
	p.w.T.Helper()
	events, err := p.w.Sharing.EventsAfter(p.w.T.Context(), p.User.ID, 0, 1000)
	if err != nil {
		p.w.T.Fatal(err)
	}
	return events
}

// Told are the kinds of all access events of the person, in order. It fails
// the test when their sequence has a gap.
func (p *Person) Told() []string {
	p.w.T.Helper()
	events := p.Events()
	kinds := make([]string, len(events))
	for i, e := range events {
		kinds[i] = string(e.Kind)
		if e.Sequence != int64(i+1) {
			p.w.T.Errorf("event %d of %s has sequence %d", i+1, p.User.Name, e.Sequence)
		}
	}
	return kinds
}
