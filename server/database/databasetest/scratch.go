package databasetest

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"testing"

	"entgo.io/ent/dialect"
	_ "github.com/jackc/pgx/v5/stdlib" // opens "pgx"
	_ "modernc.org/sqlite"             // opens "sqlite"
)

// Scratch makes an empty database without our migrations and opens it. drop
// closes it and takes it away.
func Scratch(ctx context.Context, name string) (db *sql.DB, drop func(), err error) {
	if name == dialect.SQLite {
		return scratchSQLite()
	}
	url, dropDatabase, err := newPostgres(ctx, empty)
	if err != nil {
		return nil, nil, err
	}
	if db, err = sql.Open("pgx", url); err != nil {
		dropDatabase()
		return nil, nil, err
	}
	return db, func() { _ = db.Close(); dropDatabase() }, nil
}

func scratchSQLite() (*sql.DB, func(), error) {
	folder, err := os.MkdirTemp("", "latchkey-scratch-")
	if err != nil {
		return nil, nil, err
	}
	db, err := sql.Open("sqlite", "file:"+filepath.Join(folder, "scratch.db")+"?_pragma=foreign_keys(1)&_time_format=sqlite&_timezone=UTC")
	if err != nil {
		_ = os.RemoveAll(folder)
		return nil, nil, err
	}
	db.SetMaxOpenConns(1)
	return db, func() { _ = db.Close(); _ = os.RemoveAll(folder) }, nil
}

// EmptyURL makes an empty database without our migrations, for tests that
// migrate it themselves. It goes with the test.
func EmptyURL(t testing.TB, name string) string {
	t.Helper()
	if name == dialect.SQLite {
		return "sqlite://" + filepath.Join(t.TempDir(), "empty.db")
	}
	url, drop, err := newPostgres(t.Context(), empty)
	if err != nil {
		Unavailable(t, err)
	}
	t.Cleanup(drop)
	return url
}
