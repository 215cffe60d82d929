package main

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"testing"

	"ariga.io/atlas/sql/migrate"
	"entgo.io/ent/dialect"

	"latchkey/server/database/databasetest"
	"latchkey/server/database/migrations"
)

func TestTheMigrationsLeadToTheSchema(t *testing.T) {
	for name, folder := range folders {
		t.Run(folder, func(t *testing.T) {
			scratch, drop, err := databasetest.Scratch(t.Context(), name)
			if err != nil {
				databasetest.Unavailable(t, err)
			}
			defer drop()
			missing, err := diff(t.Context(), name, scratch, t.TempDir(), "missing")
			if errors.Is(err, migrate.ErrNoPlan) {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			statements, _ := os.ReadFile(missing)
			t.Errorf("ent/schema has what no migration makes; run the generator (see its comment):\n%s", statements)
		})
	}
}

func TestBothDialectsHaveTheSameVersions(t *testing.T) {
	lite, postgres := names(t, dialect.SQLite), names(t, dialect.Postgres)
	if !slices.Equal(lite, postgres) {
		t.Errorf("SQLite has %v, PostgreSQL has %v", lite, postgres)
	}
}

func names(t *testing.T, name string) []string {
	t.Helper()
	folder, err := migrations.Folder(name)
	if err != nil {
		t.Fatal(err)
	}
	files, err := fs.Glob(folder, "*.sql")
	if err != nil {
		t.Fatal(err)
	}
	return files
}
