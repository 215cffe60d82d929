package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"latchkey/ent"
)

// attempts is how often a transaction is tried that the database asks to repeat.
const attempts = 10

// Tx is one transaction: ent's, and the same one for raw statements and the job queue.
type Tx struct {
	*ent.Tx
	// SQL is the same transaction, for statements that ent has no words for.
	SQL *sql.Tx

	dialect string
	after   []func()
}

// Dialect is dialect.SQLite or dialect.Postgres.
func (t *Tx) Dialect() string { return t.dialect }

// Rebind turns the "?" placeholders of a statement into those of the database.
func (t *Tx) Rebind(query string) string { return rebind(t.dialect, query) }

// AfterCommit has f called once the transaction is committed, and not at all if it isn't.
func (t *Tx) AfterCommit(f func()) { t.after = append(t.after, f) }

// InTx runs f in one transaction and commits it when f returns no error.
//
// f may run more than once: PostgreSQL asks to repeat a transaction that met
// another. So f changes nothing outside; what follows a commit goes to AfterCommit.
// Inside f all writes go through its Tx: the context that f gets refuses others,
// which would wait for this transaction for ever.
func InTx[T any](ctx context.Context, s *Store, f func(ctx context.Context, tx *Tx) (T, error)) (T, error) {
	for attempt := 1; ; attempt++ {
		result, err := once(ctx, s, f)
		if err == nil || attempt == attempts || !mayRepeat(err) {
			return result, err
		}
		select {
		case <-ctx.Done():
			return result, errors.Join(ctx.Err(), err)
		case <-time.After(rand.N(time.Duration(attempt) * 10 * time.Millisecond)):
		}
	}
}

// Write is InTx for what returns nothing.
func Write(ctx context.Context, s *Store, f func(ctx context.Context, tx *Tx) error) error {
	_, err := InTx(ctx, s, func(ctx context.Context, tx *Tx) (struct{}, error) { return struct{}{}, f(ctx, tx) })
	return err
}

func once[T any](ctx context.Context, s *Store, f func(ctx context.Context, tx *Tx) (T, error)) (result T, err error) {
	var begun *sql.Tx
	inner, err := s.client.BeginTx(context.WithValue(ctx, begunKey{}, &begun), nil)
	if err != nil {
		return result, fmt.Errorf("begin transaction: %w", err)
	}
	committed := false
	defer func() {
		if !committed { // also when f panics
			_ = inner.Rollback()
		}
	}()
	tx := &Tx{Tx: inner, SQL: begun, dialect: s.Dialect()}
	result, err = f(context.WithValue(ctx, insideKey{}, true), tx)
	if err != nil {
		var none T
		return none, err
	}
	if err := inner.Commit(); err != nil {
		var none T
		return none, fmt.Errorf("commit transaction: %w", err)
	}
	committed = true
	for _, f := range tx.after {
		f()
	}
	return result, nil
}

// insideKey marks the context of a transaction.
type insideKey struct{}

var errInsideTx = errors.New("a write beside the transaction that this context belongs to: use the Tx")

func outsideTx(ctx context.Context) error {
	if ctx.Value(insideKey{}) != nil {
		return errInsideTx
	}
	return nil
}
