package databasetest

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"sync"
	"time"

	"entgo.io/ent/dialect"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"latchkey/server/database"
	"latchkey/server/database/migrations"
)

// content is what a new database begins with.
type content int

const (
	empty content = iota
	migrated
)

// serverURL is where databases are made, found or started once a process.
var serverURL = sync.OnceValues(func() (string, error) {
	if given := os.Getenv("LATCHKEY_TEST_POSTGRES_URL"); given != "" {
		return given, nil
	}
	return startCluster(context.Background())
})

// newPostgres makes a database and returns its URL.
func newPostgres(ctx context.Context, with content) (url string, drop func(), err error) {
	server, err := serverURL()
	if err != nil {
		return "", nil, err
	}
	from := "template0"
	if with == migrated {
		if from, err = postgresTemplate(); err != nil {
			return "", nil, err
		}
	}
	name := "latchkey_test_" + randomName()
	if err := administer(ctx, server, "CREATE DATABASE "+name+" TEMPLATE "+from); err != nil {
		return "", nil, err
	}
	drop = func() {
		_ = administer(context.Background(), server, "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)")
	}
	url, err = inDatabase(server, name)
	return url, drop, err
}

// postgresTemplate is the name of a migrated database to copy. It is kept for
// other processes, as long as the migrations are the same.
var postgresTemplate = sync.OnceValues(func() (string, error) {
	server, err := serverURL()
	if err != nil {
		return "", err
	}
	digest, err := digestOfMigrations()
	if err != nil {
		return "", err
	}
	return makeTemplate(context.Background(), server, "latchkey_template_"+digest)
})

func makeTemplate(ctx context.Context, server, name string) (string, error) {
	conn, err := pgx.Connect(ctx, server)
	if err != nil {
		return "", err
	}
	defer conn.Close(ctx)
	// One process makes it; the lock ends with the connection.
	if _, err := conn.Exec(ctx, "SELECT pg_advisory_lock(hashtext('latchkey template'))"); err != nil {
		return "", err
	}
	var there bool
	if err := conn.QueryRow(ctx, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", name).Scan(&there); err != nil {
		return "", err
	}
	if there {
		return name, nil
	}
	// Made under another name first: a process that ends halfway leaves no half template.
	making := "latchkey_test_" + randomName()
	if _, err := conn.Exec(ctx, "CREATE DATABASE "+making+" TEMPLATE template0"); err != nil {
		return "", err
	}
	target, err := inDatabase(server, making)
	if err != nil {
		return "", err
	}
	if err := database.Migrate(ctx, target); err != nil {
		return "", fmt.Errorf("migrate the template: %w", err)
	}
	_, err = conn.Exec(ctx, "ALTER DATABASE "+making+" RENAME TO "+name)
	return name, err
}

// administer runs a statement that needs no database of its own. To copy a
// database waits until nobody is connected to it any more.
func administer(ctx context.Context, server, statement string) error {
	conn, err := pgx.Connect(ctx, server)
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))
	for attempt := 0; ; attempt++ {
		_, err = conn.Exec(ctx, statement)
		if err == nil || attempt == 50 || !isInUse(err) {
			return err
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func inDatabase(server, name string) (string, error) {
	u, err := url.Parse(server)
	if err != nil {
		return "", errors.New("the server's URL can't be read")
	}
	u.Path = "/" + name
	return u.String(), nil
}

func digestOfMigrations() (string, error) {
	folder, err := migrations.Folder(dialect.Postgres)
	if err != nil {
		return "", err
	}
	names, err := fs.Glob(folder, "*.sql")
	if err != nil {
		return "", err
	}
	hash := sha256.New()
	for _, name := range names {
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			return "", err
		}
		_, _ = fmt.Fprintf(hash, "%s\n%d\n%s", name, len(text), text)
	}
	return hex.EncodeToString(hash.Sum(nil)[:8]), nil
}

func randomName() string {
	var octets [8]byte
	_, _ = rand.Read(octets[:]) // never fails
	return hex.EncodeToString(octets[:])
}

// isInUse says whether somebody was still connected to the database to copy (object_in_use).
func isInUse(err error) bool {
	var failed *pgconn.PgError
	return errors.As(err, &failed) && failed.Code == "55006"
}
