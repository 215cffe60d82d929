//go:build !unix

package filelock

import "context"

// Lock does nothing where files can't be locked as Unix does: there one
// process at a time must start on a SQLite file.
func Lock(context.Context, string) (unlock func(), err error) { return func() {}, nil }
