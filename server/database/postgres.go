package database

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	"entgo.io/ent/dialect"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/stdlib"
)

// idleAfter closes connections that a burst left behind.
const idleAfter = 5 * time.Minute

func isPostgres(url string) bool {
	return strings.HasPrefix(url, "postgres://") || strings.HasPrefix(url, "postgresql://")
}

func openPostgres(ctx context.Context, url string, size int) (*driver, error) {
	db, err := openPostgresPool(ctx, url, size)
	if err != nil {
		return nil, err
	}
	return &driver{writer: db, reader: db, dialect: dialect.Postgres}, nil
}

func openPostgresPool(ctx context.Context, url string, size int) (*sql.DB, error) {
	config, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, errors.New("the postgres:// URL can't be read") // pgx quotes it, with its password
	}
	config.Tracer = statementTracer{}
	db := stdlib.OpenDB(*config, stdlib.OptionAfterConnect(readTimesInUTC))
	db.SetMaxOpenConns(size)
	db.SetMaxIdleConns(size)
	db.SetConnMaxIdleTime(idleAfter)
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// readTimesInUTC makes instants equal to those that were written, as on SQLite.
func readTimesInUTC(_ context.Context, conn *pgx.Conn) error {
	conn.TypeMap().RegisterType(&pgtype.Type{
		Name:  "timestamptz",
		OID:   pgtype.TimestamptzOID,
		Codec: &pgtype.TimestamptzCodec{ScanLocation: time.UTC},
	})
	return nil
}
