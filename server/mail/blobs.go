package mail

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// maxInline is the size in octets up to which a message is kept in the
// database, where many share one sync; a larger one is a file.
const maxInline = 256 << 10

// digest is the SHA-256 of a message's octets as the client sent them.
type digest [32]byte

// blobs keeps large messages as files by digest: blobs/ab/abcdef….
type blobs struct {
	dir string
	// kept is held for reading from before a file is written until its row is
	// committed, so that a file that nobody needs any more is not the one that
	// somebody is about to need.
	kept sync.RWMutex
}

func openBlobs(dir string) (*blobs, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	return &blobs{dir: dir}, syncFolder(filepath.Dir(dir))
}

func (b *blobs) path(d digest) string {
	name := hex.EncodeToString(d[:])
	return filepath.Join(b.dir, name[:2], name)
}

// write returns once the octets would survive a power cut: the file is synced
// before it takes its name, and then the folders that hold the name.
func (b *blobs) write(d digest, octets []byte) (err error) {
	path := b.path(d)
	folder := filepath.Dir(path)
	if err := os.Mkdir(folder, 0o700); err == nil {
		if err := syncFolder(b.dir); err != nil {
			return err
		}
	} else if !errors.Is(err, fs.ErrExist) {
		return err
	}
	file, err := os.CreateTemp(folder, "arriving-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(file.Name())
		}
	}()
	_, wrote := file.Write(octets)
	if err := errors.Join(wrote, file.Sync(), file.Close()); err != nil {
		return fmt.Errorf("write a large message: %w", err)
	}
	if err := os.Rename(file.Name(), path); err != nil {
		return err
	}
	return syncFolder(folder)
}

func (b *blobs) read(d digest) ([]byte, error) { return os.ReadFile(b.path(d)) }

// remove forgets a message; one that is not there is gone already.
func (b *blobs) remove(d digest) error {
	if err := os.Remove(b.path(d)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func syncFolder(dir string) error {
	folder, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}
