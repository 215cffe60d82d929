package database

import (
	"context"
	"database/sql"
	"errors"
	"sync/atomic"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
)

// driver sends ent's statements to the writer or the readers. On PostgreSQL both are one pool.
type driver struct {
	writer, reader *sql.DB
	dialect        string
}

// Dialect is dialect.SQLite or dialect.Postgres.
func (d *driver) Dialect() string { return d.dialect }

// Close closes both pools.
func (d *driver) Close() error {
	if d.reader == d.writer {
		return d.writer.Close()
	}
	return errors.Join(d.reader.Close(), d.writer.Close())
}

// pool chooses by what the statement says: ent sends INSERT … RETURNING
// through Query, and its eager loading begins with WITH.
func (d *driver) pool(ctx context.Context, query string) (*sql.DB, error) {
	if isRead(query) {
		return d.reader, nil
	}
	return d.writer, outsideTx(ctx)
}

// Exec runs a statement that returns no rows.
func (d *driver) Exec(ctx context.Context, query string, args, v any) error {
	if err := outsideTx(ctx); err != nil {
		return err
	}
	return entsql.Conn{ExecQuerier: d.writer}.Exec(ctx, query, args, v)
}

// Query runs a statement that returns rows.
func (d *driver) Query(ctx context.Context, query string, args, v any) error {
	pool, err := d.pool(ctx, query)
	if err != nil {
		return err
	}
	return entsql.Conn{ExecQuerier: pool}.Query(ctx, query, args, v)
}

// ExecContext runs a raw statement that returns no rows.
func (d *driver) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	if err := outsideTx(ctx); err != nil {
		return nil, err
	}
	return d.writer.ExecContext(ctx, query, args...)
}

// QueryContext runs a raw statement that returns rows.
func (d *driver) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	pool, err := d.pool(ctx, query)
	if err != nil {
		return nil, err
	}
	return pool.QueryContext(ctx, query, args...)
}

// Tx begins a transaction.
func (d *driver) Tx(ctx context.Context) (dialect.Tx, error) { return d.BeginTx(ctx, nil) }

// BeginTx begins a transaction on the writer.
func (d *driver) BeginTx(ctx context.Context, options *sql.TxOptions) (dialect.Tx, error) {
	if err := outsideTx(ctx); err != nil {
		return nil, err
	}
	tx, err := d.writer.BeginTx(ctx, options)
	if err != nil {
		return nil, err
	}
	if begun, ok := ctx.Value(begunKey{}).(**sql.Tx); ok {
		*begun = tx
	}
	return &driverTx{Tx: tx, driver: d}, nil
}

// begunKey leads to where BeginTx leaves the *sql.Tx that ent hides.
type begunKey struct{}

// driverTx is a transaction of ent's. What was read in it is read on with the
// pools once it is committed: resolvers follow the edges of what a mutation returned.
type driverTx struct {
	*sql.Tx
	driver    *driver
	committed atomic.Bool
}

// Commit commits and lets later reads go to the pools.
func (t *driverTx) Commit() error {
	err := t.Tx.Commit()
	t.committed.Store(err == nil)
	return err
}

// Exec runs a statement that returns no rows.
func (t *driverTx) Exec(ctx context.Context, query string, args, v any) error {
	if t.committed.Load() {
		return t.driver.Exec(ctx, query, args, v)
	}
	return entsql.Conn{ExecQuerier: t.Tx}.Exec(ctx, query, args, v)
}

// Query runs a statement that returns rows.
func (t *driverTx) Query(ctx context.Context, query string, args, v any) error {
	if t.committed.Load() {
		return t.driver.Query(ctx, query, args, v)
	}
	return entsql.Conn{ExecQuerier: t.Tx}.Query(ctx, query, args, v)
}
