package sharing

import (
	"context"

	"latchkey/server/viewer"
)

// Demand is something that the viewer has only with a second factor.
type Demand struct {
	// Address of a mailbox; empty when the organization demands it of its members.
	Address          string
	OrganizationName string
	// SharedByName is whoever shared the mailbox; nil when nobody did.
	SharedByName *string
}

// Demands are the mailboxes and organizations that demand a second factor of
// the viewer, whether they have one or not. Refusals: UNAUTHENTICATED.
func (s *Sharing) Demands(ctx context.Context) ([]Demand, error) {
	_, err := viewer.RequireUser(ctx)
	return nil, err
}
