package sharing

import (
	"time"

	"latchkey/ent"
	"latchkey/ent/grant"
)

// State is where a grant or an invitation is in its life, by its name in the API.
type State string

// The states. A grant is scheduled, active, asleep, expired or revoked; an
// invitation pending, accepted, declined, expired or withdrawn.
const (
	Scheduled State = "SCHEDULED"
	Active    State = "ACTIVE"
	Revoked   State = "REVOKED"
	Pending   State = "PENDING"
	Expired   State = "EXPIRED"

	// NeedsSecondFactor is a grant that would be active if its user had a second factor.
	NeedsSecondFactor State = "NEEDS_SECOND_FACTOR"
)

// StateOfGrant is a grant's state at an instant, whether or not the sweep has come by.
func StateOfGrant(g *ent.Grant, now time.Time) State {
	switch {
	case g.EndedAs != nil && *g.EndedAs != grant.EndedAsEXPIRED:
		return Revoked
	case g.EndedAs != nil || isOver(g.ExpiresAt, now):
		return Expired
	case g.StartsAt != nil && g.StartsAt.After(now):
		return Scheduled
	}
	return Active
}
