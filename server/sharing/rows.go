package sharing

import (
	"context"
	"database/sql"
	"strings"
)

// rowsQuerier is a pool or a transaction.
type rowsQuerier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// each reads the rows of a query one by one.
func each(ctx context.Context, db rowsQuerier, query string, arguments []any, row func(scan func(...any) error) error) error {
	rows, err := db.QueryContext(ctx, query, arguments...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// marks is a list of so many placeholders; n is positive.
func marks(n int) string { return "(" + strings.Repeat(", ?", n)[2:] + ")" }

// arguments are ids followed by others, for a statement.
func arguments[V any](ids []V, others ...any) []any {
	all := make([]any, 0, len(ids)+len(others))
	for _, id := range ids {
		all = append(all, id)
	}
	return append(all, others...)
}
