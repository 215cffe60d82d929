package database_test

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"

	"entgo.io/ent/dialect"
	"github.com/jackc/pgx/v5/pgconn"

	"latchkey/ent"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/viewer"
)

var errFails = errors.New("something else fails")

func TestATransactionIsSharedByEntAndRawStatements(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		ctx := viewer.System(t.Context())
		err := database.Write(ctx, s, func(ctx context.Context, tx *database.Tx) error {
			org, err := tx.Organization.Create().SetName("Acme").SetCreatedAt(s.Clock().Now()).Save(ctx)
			if err != nil {
				return err
			}
			var name string
			err = tx.SQL.QueryRowContext(ctx, tx.Rebind("SELECT name FROM organizations WHERE id = ?"), org.ID).Scan(&name)
			if err != nil || name != "Acme" {
				t.Errorf("got %q, %v", name, err)
			}
			return errFails
		})
		if !errors.Is(err, errFails) {
			t.Fatal(err)
		}
		if n := s.Client().Organization.Query().CountX(ctx); n != 0 {
			t.Errorf("%d organizations are left of a transaction that failed", n)
		}
	})
}

func TestWhatFollowsACommitDoesNotFollowARollback(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		var calls int
		for _, fails := range []error{nil, errFails} {
			_ = database.Write(t.Context(), s, func(_ context.Context, tx *database.Tx) error {
				tx.AfterCommit(func() { calls++ })
				return fails
			})
		}
		if calls != 1 {
			t.Errorf("called %d times, want 1", calls)
		}
	})
}

func TestAPanicRollsBackAndLetsOthersWrite(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		ctx := viewer.System(t.Context())
		func() {
			defer func() { _ = recover() }()
			_ = database.Write(ctx, s, func(ctx context.Context, tx *database.Tx) error {
				newOrganization(ctx, tx.Organization, s)
				panic("in the middle")
			})
		}()
		newOrganization(ctx, s.Client().Organization, s)
		if n := s.Client().Organization.Query().CountX(ctx); n != 1 {
			t.Errorf("got %d organizations, want the second only", n)
		}
	})
}

func TestACancelledTransactionLeavesNothingAndLetsOthersWrite(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		for range 20 {
			ctx, cancel := context.WithCancel(viewer.System(t.Context()))
			err := database.Write(ctx, s, func(ctx context.Context, tx *database.Tx) error {
				newOrganization(ctx, tx.Organization, s)
				cancel()
				return tx.Organization.Create().SetName("Late").SetCreatedAt(s.Clock().Now()).Exec(ctx)
			})
			if !errors.Is(err, context.Canceled) {
				t.Fatalf("got %v, want it cancelled", err)
			}
		}
		ctx := viewer.System(t.Context())
		newOrganization(ctx, s.Client().Organization, s)
		if n := s.Client().Organization.Query().CountX(ctx); n != 1 {
			t.Errorf("got %d organizations, want the last only", n)
		}
	})
}

func TestAWriteBesideItsOwnTransactionIsRefusedAtOnce(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		ctx := viewer.System(t.Context())
		err := database.Write(ctx, s, func(ctx context.Context, _ *database.Tx) error {
			if err := s.Client().Organization.Create().SetName("Acme").SetCreatedAt(s.Clock().Now()).Exec(ctx); err == nil {
				t.Error("a write beside the transaction went through")
			}
			if err := database.Write(ctx, s, func(context.Context, *database.Tx) error { return nil }); err == nil {
				t.Error("a transaction inside a transaction went through")
			}
			_, err := s.Client().Organization.Query().Count(ctx)
			return err // reading what is committed is allowed
		})
		if err != nil {
			t.Error(err)
		}
	})
}

func TestWhatATransactionReturnedIsReadOnAfterItsCommit(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		ctx := viewer.System(t.Context())
		org, err := database.InTx(ctx, s, func(ctx context.Context, tx *database.Tx) (*ent.Organization, error) {
			return newOrganization(ctx, tx.Organization, s), nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if n, err := org.QueryMembers().Count(ctx); err != nil || n != 0 {
			t.Errorf("got %d members, %v", n, err)
		}
	})
}

func TestATransactionIsRepeatedWhenTheDatabaseAsks(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		var runs int
		err := database.Write(t.Context(), s, func(context.Context, *database.Tx) error {
			if runs++; runs < 3 {
				return &pgconn.PgError{Code: "40P01"}
			}
			return nil
		})
		if err != nil || runs != 3 {
			t.Errorf("got %d runs and %v, want success at the third", runs, err)
		}
	})
}

func TestADeadlockIsNobodysFault(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		ctx := viewer.System(t.Context())
		a, b := newOrganization(ctx, s.Client().Organization, s), newOrganization(ctx, s.Client().Organization, s)
		var group sync.WaitGroup
		var both atomic.Int32
		met := make(chan struct{})
		for _, order := range [][2]*ent.Organization{{a, b}, {b, a}} {
			group.Go(func() {
				err := database.Write(ctx, s, func(ctx context.Context, tx *database.Tx) error {
					if err := tx.Organization.UpdateOneID(order[0].ID).SetName("first").Exec(ctx); err != nil {
						return err
					}
					if both.Add(1) == 2 {
						close(met)
					}
					if s.Dialect() == dialect.Postgres {
						<-met // each holds one and wants the other
					}
					return tx.Organization.UpdateOneID(order[1].ID).SetName("second").Exec(ctx)
				})
				if err != nil {
					t.Error(err)
				}
			})
		}
		group.Wait()
	})
}

func TestManyWritersNeverFindTheDatabaseBusy(t *testing.T) {
	const goroutines, each = 50, 5
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		ctx := viewer.System(t.Context())
		var group sync.WaitGroup
		for range goroutines {
			group.Go(func() {
				for range each {
					newOrganization(ctx, s.Client().Organization, s)
				}
			})
		}
		group.Wait()
		if n := s.Client().Organization.Query().CountX(ctx); n != goroutines*each {
			t.Errorf("got %d, want %d", n, goroutines*each)
		}
	})
}

func TestStatementsAreCounted(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		ctx, count := database.CountStatements(viewer.System(t.Context()))
		if _, err := s.Client().Organization.Query().WithMembers().All(ctx); err != nil {
			t.Fatal(err)
		}
		err := database.Write(ctx, s, func(ctx context.Context, tx *database.Tx) error {
			_, err := tx.SQL.ExecContext(ctx, "DELETE FROM raw_messages")
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.DB().QueryRowContext(ctx, "SELECT 1").Err(); err != nil {
			t.Fatal(err)
		}
		if n := count(); n != 3 { // no organizations, so no query for members
			t.Errorf("counted %d statements, want 3", n)
		}
	})
}

func TestTheReaderOfSQLiteCantWrite(t *testing.T) {
	s := databasetest.SQLite(t)
	if _, err := s.DB().Exec("DELETE FROM raw_messages"); err == nil {
		t.Error("a write through the reader went through")
	}
}

func TestInstantsComeBackAsTheyWere(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		ctx := viewer.System(t.Context())
		now := s.Clock().Now()
		made := s.Client().Organization.Create().SetName("Acme").SetCreatedAt(now).SaveX(ctx)
		if got := s.Client().Organization.GetX(ctx, made.ID).CreatedAt; got != now {
			t.Errorf("got %v, want %v", got, now)
		}
	})
}

func newOrganization(ctx context.Context, client *ent.OrganizationClient, s *database.Store) *ent.Organization {
	return client.Create().SetName("Acme").SetCreatedAt(s.Clock().Now()).SaveX(ctx)
}
