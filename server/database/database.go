// Package database keeps everything in SQLite or PostgreSQL behind ent: pools,
// transactions that ent, raw statements and the job queue share, and versioned
// migrations.
//
// SQLite has one writer connection and several readers; a statement is sent to
// one or the other by what it says. A transaction always writes.
package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"entgo.io/ent/dialect"

	"latchkey/ent"
	_ "latchkey/ent/runtime" // the privacy policies
	"latchkey/server/clock"
	"latchkey/server/database/filelock"
	"latchkey/server/database/migrations"
)

// Store is an open database. It is safe for use by many goroutines.
type Store struct {
	client *ent.Client
	driver *driver
	clock  *clock.Clock
	url    string
}

// Option changes how a database is opened.
type Option func(*settings)

type settings struct {
	unmigrated bool
	pool       int
}

// Unmigrated opens a database as it is, without applying migrations.
func Unmigrated() Option { return func(s *settings) { s.unmigrated = true } }

// PoolSize is how many connections are opened at most (to PostgreSQL) or read
// at most (from SQLite). Without it: four for each core, at least eight.
func PoolSize(connections int) Option { return func(s *settings) { s.pool = connections } }

// Open opens the database that url names and applies the migrations it lacks.
//
// url is "sqlite://relative/path", "sqlite:///absolute/path" or
// "postgres://user:password@host/name?…". A SQLite file is created if it is not there.
func Open(ctx context.Context, url string, clk *clock.Clock, options ...Option) (*Store, error) {
	set := settings{pool: defaultPoolSize()}
	for _, option := range options {
		option(&set)
	}
	if !set.unmigrated {
		if err := Migrate(ctx, url); err != nil {
			return nil, err
		}
	}
	d, err := openPools(ctx, url, set.pool)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	return &Store{client: ent.NewClient(ent.Driver(d), ent.Clock(clk)), driver: d, clock: clk, url: url}, nil
}

// Migrate applies the migrations that the database lacks. Only one process does at a time.
func Migrate(ctx context.Context, url string) error {
	db, name, err := openForMigration(ctx, url)
	if err != nil {
		return fmt.Errorf("open database: %w", err)
	}
	defer db.Close()
	if name == dialect.SQLite {
		unlock, err := filelock.Lock(ctx, sqlitePath(url)+".migrating")
		if err != nil {
			return fmt.Errorf("lock database: %w", err)
		}
		defer unlock()
	}
	return migrations.Apply(ctx, name, db)
}

// Close closes all connections.
func (s *Store) Close() error { return s.driver.Close() }

// Client reads as whoever acts in the context; privacy policies narrow what it finds.
func (s *Store) Client() *ent.Client { return s.client }

// Clock is the clock that the privacy rules read.
func (s *Store) Clock() *clock.Clock { return s.clock }

// Dialect is dialect.SQLite or dialect.Postgres.
func (s *Store) Dialect() string { return s.driver.dialect }

// DB reads without any privacy policy: check what the viewer may see first.
// On SQLite it can't write.
func (s *Store) DB() (reader *sql.DB) { return s.driver.reader }

// Writer writes outside of a transaction of ours: for the job queue. On SQLite
// it is a single connection, which a transaction holds until it ends.
func (s *Store) Writer() *sql.DB { return s.driver.writer }

// OpenPool opens further connections to PostgreSQL, for work that must not
// wait for those of the application. The caller closes it.
func (s *Store) OpenPool(ctx context.Context, connections int) (*sql.DB, error) {
	if s.driver.dialect != dialect.Postgres {
		return nil, errors.New("SQLite has one writer: use Writer")
	}
	return openPostgresPool(ctx, s.url, connections)
}

// URL is where the database is. It may hold a password: never log it.
func (s *Store) URL() string { return s.url }

// Rebind turns the "?" placeholders of a statement into those of the database.
func (s *Store) Rebind(query string) string { return rebind(s.driver.dialect, query) }

// Versions says at which version the database is and which is the newest, for doctor.
func (s *Store) Versions(ctx context.Context) (current, newest int64, err error) {
	return migrations.Versions(ctx, s.driver.dialect, s.driver.writer)
}

// Ping says whether the database answers, for readiness.
func (s *Store) Ping(ctx context.Context) error {
	return errors.Join(s.driver.reader.PingContext(ctx), s.driver.writer.PingContext(ctx))
}

func openPools(ctx context.Context, url string, size int) (*driver, error) {
	switch {
	case strings.HasPrefix(url, sqliteScheme):
		return openSQLite(ctx, sqlitePath(url), size)
	case isPostgres(url):
		return openPostgres(ctx, url, size)
	default:
		return nil, errUnknownURL
	}
}

func openForMigration(ctx context.Context, url string) (db *sql.DB, name string, err error) {
	switch {
	case strings.HasPrefix(url, sqliteScheme):
		db, err = openSQLiteForMigration(ctx, sqlitePath(url))
		return db, dialect.SQLite, err
	case isPostgres(url):
		db, err = openPostgresPool(ctx, url, 2)
		return db, dialect.Postgres, err
	default:
		return nil, "", errUnknownURL
	}
}

var errUnknownURL = errors.New(`the URL must begin with "sqlite://" or "postgres://"`)
