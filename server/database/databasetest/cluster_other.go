//go:build !unix

package databasetest

import (
	"context"
	"errors"
)

func startCluster(context.Context) (string, error) {
	return "", errors.New("set LATCHKEY_TEST_POSTGRES_URL to a server")
}
