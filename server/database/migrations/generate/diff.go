package main

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"text/template"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/sqltool"
	"entgo.io/ent/dialect/sql/schema"

	entsql "entgo.io/ent/dialect/sql"
	entmigrate "latchkey/ent/migrate"
	"latchkey/server/database/migrations"
)

// diff writes the statements that lead from the migrations of a dialect to
// ent's schema into folder, and returns the file's name. scratch is an empty
// database, on which the migrations are replayed. There being nothing to do is
// migrate.ErrNoPlan.
func diff(ctx context.Context, dialect string, scratch *sql.DB, folder, name string) (string, error) {
	existing, err := migrations.Folder(dialect)
	if err != nil {
		return "", err
	}
	work, err := os.MkdirTemp("", "latchkey-diff-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(work)
	next, err := copyFiles(existing, work)
	if err != nil {
		return "", err
	}
	file := fmt.Sprintf("%04d_%s.sql", next, name)
	if err := plan(ctx, dialect, scratch, work, file); err != nil {
		return "", err
	}
	written, err := os.ReadFile(filepath.Join(work, file))
	if err != nil {
		return "", err
	}
	target := filepath.Join(folder, file)
	return target, os.WriteFile(target, written, 0o644)
}

func plan(ctx context.Context, dialect string, scratch *sql.DB, work, file string) error {
	dir, err := sqltool.NewGooseDir(work)
	if err != nil {
		return err
	}
	sum, err := dir.Checksum()
	if err != nil {
		return err
	}
	if err := migrate.WriteSumFile(dir, sum); err != nil {
		return err
	}
	format, err := gooseFormat(file)
	if err != nil {
		return err
	}
	differ, err := schema.NewMigrate(entsql.OpenDB(dialect, scratch),
		schema.WithDir(dir),
		schema.WithMigrationMode(schema.ModeReplay),
		schema.WithFormatter(format),
		schema.WithDropColumn(true),
		schema.WithDropIndex(true),
		schema.WithErrNoPlan(true),
	)
	if err != nil {
		return err
	}
	return differ.NamedDiff(ctx, file, entmigrate.Tables...)
}

// gooseFormat is goose's, with a number of ours instead of a date, and only
// the way up: a release is taken back by a new migration.
func gooseFormat(file string) (migrate.Formatter, error) {
	name, err := template.New("name").Parse(file)
	if err != nil {
		return nil, err
	}
	body, err := template.New("body").Parse("-- +goose Up\n" +
		"{{ range .Changes }}{{ with .Comment }}-- {{ . }}\n{{ end }}{{ .Cmd }};\n{{ end }}")
	if err != nil {
		return nil, err
	}
	return migrate.NewTemplateFormatter(name, body)
}

// copyFiles copies migrations and returns the next free number.
func copyFiles(from fs.FS, to string) (next int, err error) {
	names, err := fs.Glob(from, "*.sql")
	if err != nil {
		return 0, err
	}
	for _, name := range names {
		content, err := fs.ReadFile(from, name)
		if err != nil {
			return 0, err
		}
		if err := os.WriteFile(filepath.Join(to, path.Base(name)), content, 0o600); err != nil {
			return 0, err
		}
		number, _, _ := strings.Cut(name, "_")
		if version, err := strconv.Atoi(number); err == nil {
			next = max(next, version)
		}
	}
	return next + 1, nil
}
