//go:build !linux

package databasetest

import "os"

// fastFolder is where databases of tests are made.
func fastFolder() string { return os.TempDir() }
