package config

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

const minSecretKey = 32

// secretKeyFile is where the key is kept when none is given.
const secretKeyFile = "secret.key"

func (c *Config) readSecretKey(text string) error {
	if text == "" {
		return nil
	}
	key, err := decodeKey(text)
	if err != nil {
		return wrong("SECRET_KEY", "must be at least %d random octets in base64: try `openssl rand -base64 32`", minSecretKey)
	}
	c.SecretKey = key
	return nil
}

// EnsureSecretKey reads the key kept in the data folder when none was given,
// and makes it the first time. The file is readable by its owner only.
func (c *Config) EnsureSecretKey() error {
	if c.SecretKey != nil {
		return nil
	}
	path := filepath.Join(c.DataDir, secretKeyFile)
	kept, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return c.makeSecretKey(path)
	}
	if err != nil {
		return fmt.Errorf("read the secret key: %w", err)
	}
	if c.SecretKey, err = decodeKey(string(kept)); err != nil {
		return fmt.Errorf("the secret key in %s is damaged: restore it from a backup", path)
	}
	return nil
}

func (c *Config) makeSecretKey(path string) error {
	key := make([]byte, minSecretKey)
	if _, err := rand.Read(key); err != nil {
		return err
	}
	if err := os.MkdirAll(c.DataDir, 0o700); err != nil {
		return fmt.Errorf("make the data folder: %w", err)
	}
	// O_EXCL: two processes that start at once must not both make one.
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("keep the secret key: %w", err)
	}
	_, err = f.WriteString(base64.StdEncoding.EncodeToString(key) + "\n")
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("keep the secret key: %w", err)
	}
	c.SecretKey = key
	return nil
}

func decodeKey(text string) ([]byte, error) {
	key, err := base64.StdEncoding.DecodeString(strings.TrimSpace(text))
	if err != nil || len(key) < minSecretKey {
		return nil, errors.New("too short or no base64")
	}
	return key, nil
}
