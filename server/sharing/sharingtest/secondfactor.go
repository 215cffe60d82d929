package sharingtest

import (
	"context"

	"latchkey/ent"
	"latchkey/ent/accessevent"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/sharing"
	"latchkey/server/viewer"
)

// Proves gives the person a second factor, or takes the last one, as the domain of factors does.
func (p *Person) Proves(has bool) {
	p.w.T.Helper()
	if err := p.TryProve(has); err != nil {
		p.w.T.Fatalf("the second factor of %s: %v", p.User.Name, err)
	}
}

// TryProve is Proves for tests with several goroutines.
func (p *Person) TryProve(has bool) error {
	reason := accessevent.ReasonSECOND_FACTOR
	return database.Write(viewer.System(p.w.T.Context()), p.w.Store, func(ctx context.Context, tx *database.Tx) error {
		return p.w.Sharing.Follow(ctx, tx, p.User.ID, []nodeid.ID{p.User.ID}, &reason, func(ctx context.Context) error {
			return tx.User.UpdateOneID(p.User.ID).SetSecondFactor(has).Exec(ctx)
		})
	})
}

// Demands changes of whom an organization demands a second factor.
func (p *Person) Demands(o *ent.Organization, members, guests bool) error {
	_, err := p.w.Sharing.UpdatePolicy(p.Context(), o.ID, sharing.PolicyChange{Members: &members, Guests: &guests})
	return err
}

// Heard are the kinds of all access events of the person with their reasons, in order.
func (p *Person) Heard() []string {
	p.w.T.Helper()
	var heard []string
	for _, e := range p.Events() {
		kind := string(e.Kind)
		if e.Reason != nil {
			kind += " " + string(*e.Reason)
		}
		heard = append(heard, kind)
	}
	return heard
}
