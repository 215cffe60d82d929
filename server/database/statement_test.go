package database

import (
	"testing"

	"entgo.io/ent/dialect"
)

func TestStatementsGoWhereTheyMay(t *testing.T) {
	rows := []struct {
		name, query string
		read        bool
	}{
		{"a SELECT", "SELECT 1", true},
		{"lower case, after a comment and a line", "-- newest\n\n select 1", true},
		{"ent's eager loading", "WITH `src` AS (SELECT * FROM `messages`) SELECT * FROM `src`", true},
		{"an insert that returns", "INSERT INTO `users` (`id`) VALUES (?) RETURNING `id`", false},
		{"an insert behind WITH", "WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x", false},
		{"a delete inside WITH", "WITH gone AS (DELETE FROM t RETURNING id) SELECT * FROM gone", false},
		{"a REPLACE behind WITH", "WITH x AS (SELECT 1) REPLACE INTO t SELECT * FROM x", false},
		{"the function replace", "SELECT replace(name, 'a', 'b') FROM t", true},
		{"a lock", "SELECT * FROM t WHERE id = ? FOR UPDATE", false},
		{"a weak lock", "SELECT * FROM t FOR NO KEY UPDATE", false},
		{"a shared lock", "SELECT * FROM t FOR KEY SHARE", false},
		{"words of a writer in a string", "SELECT 'INSERT', 'it''s DELETE' FROM t", true},
		{"words of a writer in a quoted name", "SELECT \"update\", `delete` FROM t", true},
		{"a column whose name contains one", "SELECT updated_at, share FROM t", true},
		{"an unclosed string", "SELECT 'INSERT", true},
		{"a pragma", "PRAGMA wal_checkpoint", false},
		{"nothing", "", false},
	}
	for _, row := range rows {
		if got := isRead(row.query); got != row.read {
			t.Errorf("%s: read = %v, want %v", row.name, got, row.read)
		}
	}
}

func TestPlaceholdersAreNumberedForPostgreSQL(t *testing.T) {
	const query = "SELECT '?', \"a?\" FROM t -- why?\nWHERE a = ? AND b IN (?, ?) /* ? */"
	const want = "SELECT '?', \"a?\" FROM t -- why?\nWHERE a = $1 AND b IN ($2, $3) /* ? */"
	if got := rebind(dialect.Postgres, query); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := rebind(dialect.SQLite, query); got != query {
		t.Errorf("SQLite: got %s, want it unchanged", got)
	}
}

func FuzzStatementsAreReadToTheirEnd(f *testing.F) {
	for _, seed := range []string{"SELECT '", "/*", "--", "`", "WITH \"", "?'?'?", "\xff?"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, query string) {
		isRead(query) // ends, and does not panic
		if got := rebind(dialect.Postgres, query); len(got) < len(query) {
			t.Errorf("%q became shorter: %q", query, got)
		}
	})
}
