package database

import (
	"context"
	sqldriver "database/sql/driver"
	"errors"
	"strings"
	"sync/atomic"

	"github.com/jackc/pgx/v5"
	"modernc.org/sqlite"
)

type countKey struct{}

// CountStatements returns a context, and a function that says how many
// statements were run with it or with one made from it. Beginnings and ends of
// transactions don't count. It shows that a list takes a constant number.
func CountStatements(ctx context.Context) (counted context.Context, count func() int) {
	var n atomic.Int64
	return context.WithValue(ctx, countKey{}, &n), func() int { return int(n.Load()) }
}

func countStatement(ctx context.Context) {
	if n, ok := ctx.Value(countKey{}).(*atomic.Int64); ok {
		n.Add(1)
	}
}

// statementTracer counts on PostgreSQL.
type statementTracer struct{}

func (statementTracer) TraceQueryStart(ctx context.Context, _ *pgx.Conn, data pgx.TraceQueryStartData) context.Context {
	verb, _, _ := strings.Cut(strings.TrimSpace(data.SQL), " ")
	switch strings.ToLower(strings.TrimRight(verb, ";")) {
	case "begin", "commit", "rollback", "-- ping", "--":
	default:
		countStatement(ctx)
	}
	return ctx
}

func (statementTracer) TraceQueryEnd(context.Context, *pgx.Conn, pgx.TraceQueryEndData) {}

// connector counts on SQLite, whose driver has no tracer.
type connector struct{ sqldriver.Connector }

func countingConnector(dsn string) (sqldriver.Connector, error) {
	inner, err := sqlite.NewConnector(dsn)
	if err != nil {
		return nil, err
	}
	return connector{inner}, nil
}

// Connect opens a connection that counts.
func (c connector) Connect(ctx context.Context) (sqldriver.Conn, error) {
	opened, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	conn, ok := opened.(sqliteConn)
	if !ok {
		return nil, errors.Join(errors.New("the SQLite driver lacks a method that is counted on"), opened.Close())
	}
	return countingConn{conn}, nil
}

// sqliteConn is all that database/sql uses of a connection of this driver.
type sqliteConn interface {
	sqldriver.Conn
	sqldriver.ConnBeginTx
	sqldriver.ConnPrepareContext
	sqldriver.ExecerContext
	sqldriver.QueryerContext
	sqldriver.Pinger
	sqldriver.SessionResetter
	sqldriver.Validator
}

type countingConn struct{ sqliteConn }

// ExecContext counts and runs a statement.
func (c countingConn) ExecContext(ctx context.Context, query string, args []sqldriver.NamedValue) (sqldriver.Result, error) {
	countStatement(ctx)
	return c.sqliteConn.ExecContext(ctx, query, args)
}

// QueryContext counts and runs a statement.
func (c countingConn) QueryContext(ctx context.Context, query string, args []sqldriver.NamedValue) (sqldriver.Rows, error) {
	countStatement(ctx)
	return c.sqliteConn.QueryContext(ctx, query, args)
}
