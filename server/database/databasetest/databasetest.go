// Package databasetest runs one test body on both databases, each time in a
// fresh one with every migration applied.
//
// PostgreSQL is the server that LATCHKEY_TEST_POSTGRES_URL names (a role that
// may create databases), or else a private one: started in a temporary folder from the
// programs installed on the machine, shared by all test processes, and stopped
// when the last has ended. Without it those tests are skipped, or fail when
// LATCHKEY_TEST_STRICT is 1.
package databasetest

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"latchkey/server/clock"
	"latchkey/server/database"
)

// poolSize is small: many tests share one server.
const poolSize = 8

// Each runs the test on SQLite and on PostgreSQL.
func Each(t *testing.T, f func(t *testing.T, s *database.Store)) {
	t.Helper()
	t.Run("SQLite", func(t *testing.T) { f(t, SQLite(t)) })
	t.Run("PostgreSQL", func(t *testing.T) { f(t, PostgreSQL(t)) })
}

// SQLite opens a fresh SQLite database that ends with the test.
func SQLite(t testing.TB) *database.Store {
	t.Helper()
	return open(t, SQLiteURL(t))
}

// PostgreSQL opens a fresh PostgreSQL database that ends with the test.
func PostgreSQL(t testing.TB) *database.Store {
	t.Helper()
	return open(t, PostgreSQLURL(t))
}

// SQLiteURL makes a fresh SQLite database, for tests that open it themselves.
func SQLiteURL(t testing.TB) string {
	t.Helper()
	template, err := sqliteTemplate()
	if err != nil {
		t.Fatalf("make the SQLite template: %v", err)
	}
	path := filepath.Join(folder(t), "latchkey.db")
	if err := os.WriteFile(path, template, 0o600); err != nil {
		t.Fatal(err)
	}
	return "sqlite://" + path
}

// folder goes with the test. Benchmarks get one on the disk, where fsync costs what it costs.
func folder(t testing.TB) string {
	t.Helper()
	if _, measures := t.(*testing.B); measures {
		return t.TempDir()
	}
	made, err := os.MkdirTemp(fastFolder(), "latchkey-sqlite-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(made) })
	return made
}

// PostgreSQLURL makes a fresh PostgreSQL database, for tests that open it
// themselves. It is dropped when the test ends.
func PostgreSQLURL(t testing.TB) string {
	t.Helper()
	url, drop, err := newPostgres(t.Context(), migrated)
	if err != nil {
		Unavailable(t, err)
	}
	t.Cleanup(drop)
	return url
}

// Unavailable skips the test for want of PostgreSQL, or fails it when LATCHKEY_TEST_STRICT is 1.
func Unavailable(t testing.TB, err error) {
	t.Helper()
	if os.Getenv("LATCHKEY_TEST_STRICT") == "1" {
		t.Fatalf("PostgreSQL is not available: %v", err)
	}
	t.Skipf("PostgreSQL is not available: %v", err)
}

func open(t testing.TB, url string) *database.Store {
	t.Helper()
	store, err := database.Open(t.Context(), url, clock.System(), database.Unmigrated(), database.PoolSize(poolSize))
	if err != nil {
		t.Fatalf("open database: %v", err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Errorf("close database: %v", err)
		}
	})
	return store
}

// sqliteTemplate is the octets of a migrated database, made once a process.
var sqliteTemplate = sync.OnceValues(func() ([]byte, error) {
	folder, err := os.MkdirTemp("", "latchkey-sqlite-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "template.db")
	// Closing the last connection moves the write-ahead log into the file.
	if err := database.Migrate(context.Background(), "sqlite://"+path); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})
