package outbound

import (
	"errors"
	"os"
	"path/filepath"
)

// writeDurably makes folder/name appear whole: a temporary file is written and
// synced, then renamed, and the folder synced, so that the name survives too.
func writeDurably(folder, name string, content []byte) (err error) {
	temporary, err := os.CreateTemp(folder, ".writing-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(temporary.Name()))
		}
	}()
	_, err = temporary.Write(content)
	err = errors.Join(err, temporary.Sync(), temporary.Close())
	if err != nil {
		return err
	}
	if err = os.Rename(temporary.Name(), filepath.Join(folder, name)); err != nil {
		return err
	}
	return syncFolder(folder)
}

func syncFolder(folder string) error {
	opened, err := os.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(opened.Sync(), opened.Close())
}
