package database

import (
	"path/filepath"
	"testing"
)

func TestATableIsRebuiltWithoutLosingWhatRefersToIt(t *testing.T) {
	db, err := openSQLiteForMigration(t.Context(), filepath.Join(t.TempDir(), "rebuilt.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	tx, err := db.Begin() // as goose does
	if err != nil {
		t.Fatal(err)
	}
	defer tx.Rollback()
	for _, step := range []string{
		"CREATE TABLE parents (id TEXT PRIMARY KEY)",
		"CREATE TABLE children (id TEXT PRIMARY KEY, parent_id TEXT REFERENCES parents (id) ON DELETE CASCADE)",
		"INSERT INTO parents VALUES ('p')",
		"INSERT INTO children VALUES ('c', 'p')",
		// What atlas writes where SQLite can't alter a column.
		"PRAGMA foreign_keys = off",
		"CREATE TABLE new_parents (id TEXT PRIMARY KEY, name TEXT)",
		"INSERT INTO new_parents (id) SELECT id FROM parents",
		"DROP TABLE parents",
		"ALTER TABLE new_parents RENAME TO parents",
		"PRAGMA foreign_keys = on",
	} {
		if _, err := tx.Exec(step); err != nil {
			t.Fatalf("%s: %v", step, err)
		}
	}
	if err := tx.Commit(); err != nil {
		t.Fatal(err)
	}
	var children int
	if err := db.QueryRow("SELECT count(*) FROM children").Scan(&children); err != nil || children != 1 {
		t.Errorf("%d children are left, %v", children, err)
	}
}
