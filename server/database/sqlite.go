package database

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"entgo.io/ent/dialect"
)

const sqliteScheme = "sqlite://"

// Every connection. FULL: what was committed survives a loss of power. Times
// are written in one zone and one form, or they would not sort as text. The
// cache is 8 MB for each connection; the system's own serves the rest. The
// write-ahead log is cut back to 64 MiB after a burst.
const sqliteCommon = "_pragma=busy_timeout(10000)&_pragma=journal_mode(wal)&_pragma=synchronous(full)" +
	"&_pragma=cache_size(-8000)&_pragma=temp_store(memory)&_pragma=journal_size_limit(67108864)&_time_format=sqlite&_timezone=UTC"

func sqlitePath(url string) string { return strings.TrimPrefix(url, sqliteScheme) }

func defaultPoolSize() int { return max(8, 4*runtime.NumCPU()) }

func openSQLite(ctx context.Context, path string, readers int) (*driver, error) {
	// One connection that takes the lock when a transaction begins: writers wait
	// in Go, in order, and SQLite never answers "busy".
	writer, err := openSQLitePool(ctx, path, 1, "&_pragma=foreign_keys(1)&_txlock=immediate")
	if err != nil {
		return nil, err
	}
	reader, err := openSQLitePool(ctx, path, readers, "&_pragma=foreign_keys(1)&_pragma=query_only(1)&_txlock=deferred")
	if err != nil {
		return nil, errors.Join(err, writer.Close())
	}
	return &driver{writer: writer, reader: reader, dialect: dialect.SQLite}, nil
}

// openSQLiteForMigration leaves foreign keys off: a table is rebuilt by
// dropping it, and its children would silently go with it. The pragma does
// nothing inside a migration's transaction, so the connection begins with it.
func openSQLiteForMigration(ctx context.Context, path string) (*sql.DB, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	return openSQLitePool(ctx, path, 1, "&_pragma=foreign_keys(0)&_txlock=immediate")
}

func openSQLitePool(ctx context.Context, path string, size int, more string) (*sql.DB, error) {
	if path == "" || strings.Contains(path, ":memory:") {
		return nil, errors.New("sqlite:// needs the path of a file")
	}
	escaped := strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(path)
	connector, err := countingConnector("file:" + escaped + "?" + sqliteCommon + more)
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(connector)
	db.SetMaxOpenConns(size)
	db.SetMaxIdleConns(size)
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}
