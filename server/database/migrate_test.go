package database_test

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"entgo.io/ent/dialect"

	"latchkey/server/clock"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/database/migrations"
	"latchkey/server/viewer"
)

// olderRows are as the first version of the database held them.
var olderRows = []string{
	`INSERT INTO address_claims (id, address) VALUES ('login:anna@acme.example', 'anna@acme.example'), ('shared:info@acme.example', 'info@acme.example')`,
	`INSERT INTO users (id, email, claim_id, name, password_hash, access_sequence, created_at)
	 VALUES ('usr_1', 'anna@acme.example', 'login:anna@acme.example', 'Anna', '-', 1, '2026-01-02 03:04:05.678901+00:00')`,
	`INSERT INTO organizations (id, name, created_at) VALUES ('org_1', 'Acme', '2026-01-02 03:04:05+00:00')`,
	`INSERT INTO members (id, role, joined_at, organization_id, user_id) VALUES ('mem_1', 'OWNER', '2026-01-02 03:04:05+00:00', 'org_1', 'usr_1')`,
	`INSERT INTO mail_services (id, name, default_permissions, created_at, organization_id) VALUES ('svc_1', 'Acme Mail', 1, '2026-01-02 03:04:05+00:00', 'org_1')`,
	`INSERT INTO mailboxes (id, address, created_at, organization_id, mail_service_id)
	 VALUES ('mbx_1', 'info@acme.example', '2026-01-02 03:04:05+00:00', 'org_1', 'svc_1')`,
	`INSERT INTO grants (id, permissions, address, claim_id, given_at, mailbox_id, user_id, organization_id)
	 VALUES ('grt_1', 1, 'info@acme.example', 'shared:info@acme.example', '2026-01-02 03:04:05+00:00', 'mbx_1', 'usr_1', 'org_1')`,
}

func TestAnOlderDatabaseKeepsWhatItHolds(t *testing.T) {
	eachDialect(t, func(t *testing.T, url string, old *sql.DB, name string) {
		if err := migrations.ApplyTo(t.Context(), name, old, 1); err != nil {
			t.Fatal(err)
		}
		for _, statement := range olderRows {
			if _, err := old.Exec(statement); err != nil {
				t.Fatalf("%s: %v", statement, err)
			}
		}
		store, err := database.Open(t.Context(), url, clock.System())
		if err != nil {
			t.Fatal(err)
		}
		defer store.Close()
		ctx := viewer.System(t.Context())
		anna := store.Client().User.Query().OnlyX(ctx)
		if want := time.Date(2026, 1, 2, 3, 4, 5, 678901000, time.UTC); anna.Name != "Anna" || anna.CreatedAt != want {
			t.Errorf("got %v, made at %v", anna, anna.CreatedAt)
		}
		given := store.Client().Grant.Query().WithMailbox().WithUser().WithClaim().OnlyX(ctx)
		if given.Edges.Mailbox == nil || given.Edges.User == nil || given.Edges.Claim == nil {
			t.Errorf("a grant lost what it belongs to: %v", given)
		}
		if err := store.Client().Member.DeleteOneID("mem_1").Exec(ctx); !database.IsLastOwner(err) {
			t.Errorf("the last owner can leave: %v", err)
		}
	})
}

func TestEveryTriggerIsThereAfterAllMigrations(t *testing.T) {
	want := map[string]string{
		dialect.SQLite: "audit_entries_refuse_delete audit_entries_refuse_update members_keep_owner_on_delete " +
			"members_keep_owner_on_update message_search_docs_delete messages_delete_search",
		dialect.Postgres: "audit_entries_refuse_change audit_entries_refuse_truncate members_keep_owner_on_delete members_keep_owner_on_update",
	}
	list := map[string]string{
		dialect.SQLite:   "SELECT name FROM sqlite_master WHERE type = 'trigger'",
		dialect.Postgres: "SELECT DISTINCT tgname FROM pg_trigger WHERE NOT tgisinternal",
	}
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		there := texts(t, s.DB(), list[s.Dialect()])
		for _, name := range strings.Fields(want[s.Dialect()]) {
			if !there[name] {
				t.Errorf("the trigger %s is missing: a rebuild of its table takes it away", name)
			}
		}
	})
}

func TestDatabasesThatManyProcessesOpenAtOnceAreMigratedOnce(t *testing.T) {
	eachDialect(t, func(t *testing.T, url string, _ *sql.DB, _ string) {
		var group sync.WaitGroup
		for range 4 {
			group.Go(func() {
				if err := database.Migrate(t.Context(), url); err != nil {
					t.Error(err)
				}
			})
		}
		group.Wait()
		if err := database.Migrate(t.Context(), url); err != nil {
			t.Errorf("once more: %v", err)
		}
	})
}

func TestADatabaseOfANewerReleaseIsLeftAlone(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		current, newest, err := s.Versions(t.Context())
		if err != nil || current != newest || newest < 5 {
			t.Fatalf("version %d of %d, %v", current, newest, err)
		}
		_, err = s.Writer().Exec(s.Rebind("INSERT INTO goose_db_version (version_id, is_applied) VALUES (?, ?)"), newest+1, true)
		if err != nil {
			t.Fatal(err)
		}
		if err := database.Migrate(t.Context(), s.URL()); !errors.Is(err, migrations.ErrNewer) {
			t.Errorf("got %v, want %v", err, migrations.ErrNewer)
		}
	})
}

func TestMigratingNoticesRowsThatReferToNothing(t *testing.T) {
	url := databasetest.EmptyURL(t, dialect.SQLite)
	if err := database.Migrate(t.Context(), url); err != nil {
		t.Fatal(err)
	}
	db := openPlainly(t, url, dialect.SQLite) // foreign keys are off, as while migrating
	if _, err := db.Exec("INSERT INTO raw_messages VALUES (x'00', 1); INSERT INTO thread_keys VALUES ('mbx_0', x'00', 'thr_0', FALSE)"); err != nil {
		t.Fatal(err)
	}
	if err := database.Migrate(t.Context(), url); err == nil || !strings.Contains(err.Error(), "thread_keys") {
		t.Errorf("got %v, want the table named", err)
	}
}

func TestAURLThatCantBeReadDoesNotShowItsPassword(t *testing.T) {
	for _, url := range []string{"postgres://anna:secret@[::1/latchkey", "mysql://anna:secret@host/x", "sqlite://", "sqlite://:memory:", "", "postgres://anna:secret@127.0.0.1:1/x?connect_timeout=1"} {
		_, err := database.Open(t.Context(), url, clock.System())
		if err == nil || strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: got %v", url, err)
		}
	}
}

func TestAPathIsTakenAsItIsWritten(t *testing.T) {
	folder := t.TempDir()
	store, err := database.Open(t.Context(), "sqlite://"+folder+"/new folder/100% #1?.db", clock.System())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if n := store.Client().User.Query().CountX(viewer.System(context.Background())); n != 0 {
		t.Errorf("got %d users", n)
	}
}

func eachDialect(t *testing.T, f func(t *testing.T, url string, db *sql.DB, name string)) {
	t.Helper()
	for name, title := range map[string]string{dialect.SQLite: "SQLite", dialect.Postgres: "PostgreSQL"} {
		t.Run(title, func(t *testing.T) {
			url := databasetest.EmptyURL(t, name)
			f(t, url, openPlainly(t, url, name), name)
		})
	}
}

// openPlainly opens a database as somebody else would.
func openPlainly(t *testing.T, url, name string) *sql.DB {
	t.Helper()
	driver, source := "pgx", url
	if name == dialect.SQLite {
		driver, source = "sqlite", strings.TrimPrefix(url, "sqlite://")
	}
	db, err := sql.Open(driver, source)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(2)
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func texts(t *testing.T, db *sql.DB, query string) map[string]bool {
	t.Helper()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	found := map[string]bool{}
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			t.Fatal(err)
		}
		found[text] = true
	}
	return found
}
