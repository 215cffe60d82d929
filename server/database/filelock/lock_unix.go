//go:build unix

// Package filelock lets one process at a time do something to files.
package filelock

import (
	"context"
	"errors"
	"os"
	"syscall"
	"time"
)

// Lock makes the file at path if need be and waits until no other process holds
// its lock, or the context ends. The file stays: to
// remove it would let a third process lock another file of the same name.
func Lock(ctx context.Context, path string) (unlock func(), err error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	for {
		err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if err == nil {
			return func() { _ = file.Close() }, nil // the lock ends with its file
		}
		if !errors.Is(err, syscall.EWOULDBLOCK) && !errors.Is(err, syscall.EINTR) {
			return nil, errors.Join(err, file.Close())
		}
		select {
		case <-ctx.Done():
			return nil, errors.Join(ctx.Err(), file.Close())
		case <-time.After(20 * time.Millisecond):
		}
	}
}
