package database

import (
	"errors"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Codes of PostgreSQL (appendix A of its manual).
const (
	pgUniqueViolation      = "23505"
	pgForeignKeyViolation  = "23503"
	pgCheckViolation       = "23514"
	pgSerializationFailure = "40001"
	pgDeadlock             = "40P01"
)

// IsUniqueViolation says whether a statement failed because such a row is there already.
func IsUniqueViolation(err error) bool {
	return hasCode(err, pgUniqueViolation, sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY)
}

// IsForeignKeyViolation says whether a statement failed because a row refers
// to what it takes away, or because what it refers to isn't there.
func IsForeignKeyViolation(err error) bool {
	return hasCode(err, pgForeignKeyViolation, sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY)
}

// IsCheckViolation says whether a statement failed because of a CHECK.
func IsCheckViolation(err error) bool {
	return hasCode(err, pgCheckViolation, sqlite3.SQLITE_CONSTRAINT_CHECK) && !IsLastOwner(err)
}

// lastOwner is what the triggers say that keep an owner for each organization.
const lastOwner = "LAST_OWNER"

// IsLastOwner says whether a statement failed because it takes away the last owner.
func IsLastOwner(err error) bool { return err != nil && strings.Contains(err.Error(), lastOwner) }

func hasCode(err error, postgres string, lite ...int) bool {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code == postgres
	}
	var failed *sqlite.Error
	if errors.As(err, &failed) {
		for _, code := range lite {
			if failed.Code() == code {
				return true
			}
		}
	}
	return false
}

// mayRepeat says whether the transaction did nothing and may do better the next time.
func mayRepeat(err error) bool {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code == pgSerializationFailure || pg.Code == pgDeadlock
	}
	var failed *sqlite.Error
	return errors.As(err, &failed) && failed.Code()&0xff == sqlite3.SQLITE_BUSY
}
