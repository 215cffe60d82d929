package sharing

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"latchkey/server/database"
	"latchkey/server/database/databasetest"
)

// What judges access is asked at every request: no statement of it reads a
// whole table, however the planner finds the tables today.
func TestWhatJudgesAccessReadsThroughIndexes(t *testing.T) {
	now := time.Now().UTC()
	statements := map[string]struct {
		query     string
		arguments []any
	}{
		"standing": {standingQuery, []any{"u", "u", "u", now, now, "m"}},
		"classes":  {classesQuery, []any{"m", now, now, 1, "m", "OWNER", "ADMIN"}},
		"places":   {placesQuery, []any{"u"}},
		"holders":  {holdersQuery + marks(2), []any{"g", "h"}},
		"roles":    {rolesOf + marks(2), []any{"u", "v"}},
		"grants":   {grantsOf + marks(2), []any{now, now, "u", "v"}},
		"demands":  {demandsQuery, []any{"u", "u", now}},
		"everyone": {everyoneQuery, []any{"o", "o"}},
	}
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		db := s.DB()
		db.SetMaxOpenConns(1)
		explain, whole := "EXPLAIN QUERY PLAN ", "SCAN "
		if s.Dialect() == "postgres" {
			explain, whole = "EXPLAIN ", "Seq Scan"
			if _, err := db.ExecContext(t.Context(), "SET enable_seqscan = off"); err != nil { // the tables are empty
				t.Fatal(err)
			}
		}
		for name, st := range statements {
			var plan []string
			rows, err := db.QueryContext(t.Context(), s.Rebind(explain+st.query), st.arguments...)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			columns, err := rows.Columns()
			if err != nil {
				t.Fatal(err)
			}
			for rows.Next() {
				values, into := make([]any, len(columns)), make([]any, len(columns))
				for i := range values {
					into[i] = &values[i]
				}
				if err := rows.Scan(into...); err != nil {
					t.Fatal(err)
				}
				plan = append(plan, fmt.Sprint(values[len(values)-1]))
			}
			rows.Close()
			for _, step := range plan {
				if strings.Contains(step, whole) && !strings.Contains(step, "CONSTANT") {
					t.Errorf("%s reads a whole table:\n%s", name, strings.Join(plan, "\n"))
				}
			}
		}
	})
}
