package databasetest

import (
	"os"
	"syscall"
)

// roomy is how much must be free in memory's file system: containers often have 64 MiB only.
const roomy = 2 << 30

// fastFolder is where databases of tests are made: in memory if there is room,
// because a PostgreSQL database is hundreds of files, and making those on a
// disk took ten times as long.
func fastFolder() string {
	const memory = "/dev/shm"
	var system syscall.Statfs_t
	if err := syscall.Statfs(memory, &system); err != nil || system.Bavail*uint64(system.Bsize) < roomy {
		return os.TempDir()
	}
	return memory
}
