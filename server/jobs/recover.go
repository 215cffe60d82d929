package jobs

import (
	"context"

	"entgo.io/ent/dialect"

	"latchkey/server/database"
)

// putBack makes jobs available again that ran when the process ended. One that
// has used up its attempts, perhaps by ending the process, is given up.
const putBack = `
UPDATE river_job SET
  state = CASE WHEN attempt >= max_attempts THEN 'discarded' ELSE 'available' END,
  finalized_at = CASE WHEN attempt >= max_attempts THEN CURRENT_TIMESTAMP ELSE NULL END
WHERE state = 'running'`

// recover is for SQLite, whose jobs only this process runs: they need not wait
// until another node takes them for dead.
func (q *Queue) recover(ctx context.Context) error {
	if q.store.Dialect() != dialect.SQLite {
		return nil
	}
	return database.Write(ctx, q.store, func(ctx context.Context, tx *database.Tx) error {
		_, err := tx.SQL.ExecContext(ctx, putBack)
		return err
	})
}
