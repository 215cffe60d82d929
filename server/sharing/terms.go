package sharing

import (
	"time"

	"latchkey/server/permission"
	"latchkey/server/refusal"
)

// Terms are what a grant or an invitation gives.
type Terms struct {
	Permissions permission.Set
	// StartsAt is when it begins; nil: at once.
	StartsAt *time.Time
	// EndsAt is when it ends; nil: when it is taken back.
	EndsAt *time.Time
	// RequiresSecondFactor asks for a second factor of the user.
	RequiresSecondFactor bool
}

// Change is what an update asks for; nil fields stay as they are.
type Change struct {
	Permissions          *permission.Set
	End                  *End
	RequiresSecondFactor *bool
}

// End is a new end of access.
type End struct {
	// At is the instant; nil: when it is taken back.
	At *time.Time
}

// Applied returns the terms with the change made.
func (c Change) Applied(t Terms) Terms {
	if c.Permissions != nil {
		t.Permissions = *c.Permissions
	}
	if c.End != nil {
		t.EndsAt = c.End.At
	}
	if c.RequiresSecondFactor != nil {
		t.RequiresSecondFactor = *c.RequiresSecondFactor
	}
	return t
}

// Equal tells whether two terms give the same.
func (t Terms) Equal(other Terms) bool {
	return t.Permissions == other.Permissions && t.RequiresSecondFactor == other.RequiresSecondFactor &&
		sameInstant(t.StartsAt, other.StartsAt) && sameInstant(t.EndsAt, other.EndsAt)
}

// Within returns the part of the terms that its giver holds: fewer
// permissions, an earlier end.
func (t Terms) Within(giver Standing) Terms {
	t.Permissions &= giver.Permissions
	if !endsWithin(t.EndsAt, giver.Until) {
		t.EndsAt = giver.Until
	}
	return t
}

// check refuses terms that make no sense. endField names the input of the end.
func (t Terms) check(now time.Time, endField string) error {
	switch {
	case t.EndsAt != nil && !t.EndsAt.After(now):
		return refusal.Invalid(endField, "The end lies in the past. Choose a later one.")
	case t.EndsAt != nil && t.StartsAt != nil && !t.EndsAt.After(*t.StartsAt):
		return refusal.Invalid(endField, "The end lies before the start. Choose a later one.")
	}
	return nil
}

// endsWithin tells whether something that ends at inner is over when outer is; nil never ends.
func endsWithin(inner, outer *time.Time) bool {
	return outer == nil || inner != nil && !inner.After(*outer)
}

func sameInstant(a, b *time.Time) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Equal(*b)
}

// instant is a time as both databases keep it.
func instant(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	kept := t.UTC().Truncate(time.Microsecond)
	return &kept
}
