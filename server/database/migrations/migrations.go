// Package migrations holds the versions of the database, one folder a dialect,
// and applies those that a database lacks.
//
// What follows from ent/schema is generated (`go run ./server/database/migrations/generate
// -name add_x`); triggers and tables that ent doesn't know are written by hand.
// Files are never changed once released, and their numbers are the same in both folders.
package migrations

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"

	"entgo.io/ent/dialect"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverdatabasesql"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivermigrate"
)

//go:embed sqlite/*.sql postgres/*.sql
var files embed.FS

// Folder is where the files of a dialect are, for the generator and the tests.
func Folder(name string) (fs.FS, error) {
	switch name {
	case dialect.SQLite:
		return fs.Sub(files, "sqlite")
	case dialect.Postgres:
		return fs.Sub(files, "postgres")
	default:
		return nil, fmt.Errorf("no migrations for %q", name)
	}
}

// Apply brings a database to the newest version, the job queue's tables too.
// On SQLite the connection must have been opened with foreign keys off, by one
// process at a time; on PostgreSQL an advisory lock sees to that.
func Apply(ctx context.Context, name string, db *sql.DB) error {
	provider, err := newProvider(name, db)
	if err != nil {
		return fmt.Errorf("read migrations: %w", err)
	}
	if current, newest, err := provider.GetVersions(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	} else if current > newest {
		return fmt.Errorf("%w (version %d, this program knows %d)", ErrNewer, current, newest)
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	if err := applyQueue(ctx, name, db); err != nil {
		return fmt.Errorf("migrate job queue: %w", err)
	}
	return checkForeignKeys(ctx, name, db)
}

// ErrNewer says that a newer Latchkey has migrated the database: to write to it
// as an older one could destroy what that one keeps.
var ErrNewer = errors.New("the database was migrated by a newer Latchkey")

// Versions says at which version a database is and which is the newest. It
// writes goose's table when it is not there.
func Versions(ctx context.Context, name string, db *sql.DB) (current, newest int64, err error) {
	provider, err := newProvider(name, db)
	if err != nil {
		return 0, 0, err
	}
	return provider.GetVersions(ctx)
}

// ApplyTo brings a database up to one version only, for tests of older databases.
func ApplyTo(ctx context.Context, name string, db *sql.DB, version int64) error {
	provider, err := newProvider(name, db)
	if err != nil {
		return err
	}
	_, err = provider.UpTo(ctx, version)
	return err
}

func newProvider(name string, db *sql.DB) (*goose.Provider, error) {
	folder, err := Folder(name)
	if err != nil {
		return nil, err
	}
	options := []goose.ProviderOption{goose.WithDisableGlobalRegistry(true), goose.WithSlog(slog.New(slog.DiscardHandler))}
	if name == dialect.Postgres {
		locker, err := lock.NewPostgresSessionLocker()
		if err != nil {
			return nil, err
		}
		return goose.NewProvider(goose.DialectPostgres, db, folder, append(options, goose.WithSessionLocker(locker))...)
	}
	return goose.NewProvider(goose.DialectSQLite3, db, folder, options...)
}

// applyQueue brings the tables of the job queue to their newest version. Its
// migrations can't share a transaction, so a lock of the session guards them.
func applyQueue(ctx context.Context, name string, db *sql.DB) error {
	if name == dialect.SQLite {
		return upgradeQueue(ctx, riversqlite.New(db))
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "SELECT pg_advisory_lock(hashtext('latchkey job queue'))"); err != nil {
		return err
	}
	err = upgradeQueue(ctx, riverdatabasesql.New(db))
	_, unlocked := conn.ExecContext(context.WithoutCancel(ctx), "SELECT pg_advisory_unlock(hashtext('latchkey job queue'))")
	return errors.Join(err, unlocked)
}

func upgradeQueue[T any](ctx context.Context, driver riverdriver.Driver[T]) error {
	migrator, err := rivermigrate.New(driver, &rivermigrate.Config{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return err
	}
	_, err = migrator.Migrate(ctx, rivermigrate.DirectionUp, nil)
	return err
}

var errDangling = errors.New("rows refer to rows that are not there")

// checkForeignKeys does what SQLite left undone while they were off.
func checkForeignKeys(ctx context.Context, name string, db *sql.DB) error {
	if name != dialect.SQLite {
		return nil
	}
	rows, err := db.QueryContext(ctx, "SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check")
	if err != nil {
		return err
	}
	defer rows.Close()
	if rows.Next() {
		var child, parent string
		if err := rows.Scan(&child, &parent); err != nil {
			return err
		}
		return fmt.Errorf("after migrating, %s → %s: %w", child, parent, errDangling)
	}
	return rows.Err()
}
