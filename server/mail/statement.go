package mail

import (
	"context"
	"strings"

	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/viewer"
)

// execute runs a statement that ent has no words for.
func execute(ctx context.Context, tx *database.Tx, statement string, args ...any) error {
	_, err := tx.SQL.ExecContext(ctx, tx.Rebind(statement), args...)
	return err
}

// marks is n placeholders with commas between.
func marks(n int) string { return strings.Repeat(", ?", n)[2:] }

func anyIDs(ids []nodeid.ID) []any {
	list := make([]any, len(ids))
	for i, id := range ids {
		list[i] = id.String()
	}
	return list
}

func ones(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func isSystem(ctx context.Context) bool {
	v, ok := viewer.FromContext(ctx)
	return ok && v.IsSystem()
}
