package sharing

import (
	"context"
	"fmt"

	"latchkey/server/database"
	"latchkey/server/nodeid"
)

// Acts in the mailboxes of an organization share this lock on PostgreSQL; a
// change of its policy has it alone. Without it an access that is being given
// would miss a demand that is being made, and nobody would be told.
const (
	sharePolicy = `SELECT pg_advisory_xact_lock_shared(hashtextextended('policy:' || organization_id, 0)) FROM mailboxes WHERE id = $1`
)

func lockPolicy(ctx context.Context, tx *database.Tx, mailbox nodeid.ID) error {
	if _, err := tx.SQL.ExecContext(ctx, sharePolicy, mailbox); err != nil {
		return fmt.Errorf("lock the policy of an organization: %w", err)
	}
	return nil
}
