// Command generate writes the migration that brings the newest version of the
// database to ent's schema, for both dialects:
//
//	go run ./server/database/migrations/generate -name add_labels
//
// It runs from the root of the project. PostgreSQL must be installed, or
// LATCHKEY_TEST_POSTGRES_URL name a server on which databases may be made.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"ariga.io/atlas/sql/migrate"
	"entgo.io/ent/dialect"

	"latchkey/server/database/databasetest"
)

func main() {
	name := flag.String("name", "", "what the migration does, such as add_labels")
	folder := flag.String("folder", "server/database/migrations", "where the folders of the dialects are")
	flag.Parse()
	if *name == "" {
		flag.Usage()
		os.Exit(2)
	}
	for _, d := range []string{dialect.SQLite, dialect.Postgres} {
		if err := generate(context.Background(), d, *folder, *name); err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", d, err)
			os.Exit(1)
		}
	}
}

// folders of the dialects; ent calls SQLite "sqlite3".
var folders = map[string]string{dialect.SQLite: "sqlite", dialect.Postgres: "postgres"}

func generate(ctx context.Context, name, folder, title string) error {
	scratch, drop, err := databasetest.Scratch(ctx, name)
	if err != nil {
		return err
	}
	defer drop()
	file, err := diff(ctx, name, scratch, filepath.Join(folder, folders[name]), title)
	if errors.Is(err, migrate.ErrNoPlan) {
		fmt.Printf("%s: nothing to do\n", name)
		return nil
	}
	if err != nil {
		return err
	}
	fmt.Println(file)
	return nil
}
