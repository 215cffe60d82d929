package audit_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"entgo.io/ent/dialect"

	"latchkey/ent"
	"latchkey/server/audit"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/viewer"
)

func TestTheChainHoldsWhenManyAppendAtOnce(t *testing.T) {
	const goroutines, each = 50, 4
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		var group sync.WaitGroup
		for range goroutines {
			group.Go(func() {
				for range each {
					if err := log(t.Context(), s, "grant.given"); err != nil {
						t.Error(err)
					}
				}
			})
		}
		group.Wait()
		if n := len(entries(t, s)); n != goroutines*each {
			t.Errorf("got %d entries, want %d", n, goroutines*each)
		}
		wantBroken(t, s, nil)
	})
}

func TestAnEntryCommitsWithItsTransactionOnly(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		fails := errors.New("something else fails")
		err := database.Write(t.Context(), s, func(ctx context.Context, tx *database.Tx) error {
			if err := audit.Append(ctx, tx, audit.Entry{Action: "grant.given"}); err != nil {
				return err
			}
			return fails
		})
		if !errors.Is(err, fails) || len(entries(t, s)) != 0 {
			t.Errorf("got %v and %d entries, want none", err, len(entries(t, s)))
		}
	})
}

func TestTheDatabaseRefusesToChangeTheLog(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		if err := log(t.Context(), s, "grant.given"); err != nil {
			t.Fatal(err)
		}
		for _, statement := range []string{"UPDATE audit_entries SET action = 'x'", "DELETE FROM audit_entries"} {
			if _, err := s.Writer().Exec(statement); err == nil || !strings.Contains(err.Error(), "AUDIT_APPEND_ONLY") {
				t.Errorf("%s: got %v, want a refusal", statement, err)
			}
		}
	})
}

func TestTamperingIsFound(t *testing.T) {
	rows := []struct{ name, statement string }{
		{"a changed action", "UPDATE audit_entries SET action = 'grant.given' WHERE id = ?"},
		{"a changed instant", "UPDATE audit_entries SET at = '2001-01-01 00:00:00+00:00' WHERE id = ?"},
		{"a changed detail", `UPDATE audit_entries SET detail = '{"name":"Ben"}' WHERE id = ?`},
		{"text moved to the next field", "UPDATE audit_entries SET actor_id = 'us', organization_id = 'r_1' WHERE id = ?"},
		{"an entry taken out", "DELETE FROM audit_entries WHERE id = ? - 1"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			databasetest.Each(t, func(t *testing.T, s *database.Store) {
				for range 4 {
					if err := log(t.Context(), s, "grant.revoked"); err != nil {
						t.Fatal(err)
					}
				}
				wantBroken(t, s, nil)
				third := entries(t, s)[2].ID
				tamper(t, s, row.statement, third)
				wantBroken(t, s, &third)
			})
		})
	}
}

func log(ctx context.Context, s *database.Store, action string) error {
	return database.Write(ctx, s, func(ctx context.Context, tx *database.Tx) error {
		return audit.Append(ctx, tx, audit.Entry{
			Action: action, Actor: "usr_", Organization: "1", Detail: map[string]any{"name": "Anna", "address": "info@acme.example"},
		})
	})
}

func entries(t *testing.T, s *database.Store) []*ent.AuditEntry {
	t.Helper()
	all, err := s.Client().AuditEntry.Query().Order(ent.Asc("id")).All(viewer.System(t.Context()))
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// tamper does what whoever controls the database can: take the triggers away first.
func tamper(t *testing.T, s *database.Store, statement string, id int64) {
	t.Helper()
	off := []string{"DROP TRIGGER audit_entries_refuse_update", "DROP TRIGGER audit_entries_refuse_delete"}
	if s.Dialect() == dialect.Postgres {
		off = []string{"ALTER TABLE audit_entries DISABLE TRIGGER USER"}
	}
	for _, step := range off {
		if _, err := s.Writer().Exec(step); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Writer().Exec(s.Rebind(statement), id); err != nil {
		t.Fatal(err)
	}
}

func wantBroken(t *testing.T, s *database.Store, want *int64) {
	t.Helper()
	got, err := audit.Verify(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case want == nil && got != nil:
		t.Errorf("entry %d is called broken", *got)
	case want != nil && (got == nil || *got != *want):
		t.Errorf("got %v, want entry %d", got, *want)
	}
}
