package database_test

import (
	"testing"

	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/viewer"
)

func TestAFreshDatabaseOpens(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		ctx := viewer.System(t.Context())
		if n, err := s.Client().User.Query().Count(ctx); err != nil || n != 0 {
			t.Fatalf("got %d users, %v; want none", n, err)
		}
	})
}
