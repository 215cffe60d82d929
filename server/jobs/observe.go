package jobs

import (
	"context"
	"fmt"

	"github.com/riverqueue/river"
)

var outcomes = map[river.EventKind]string{
	river.EventKindJobCompleted:   "completed",
	river.EventKindJobFailed:      "failed",
	river.EventKindJobCancelled:   "cancelled",
	river.EventKindJobSnoozed:     "snoozed",
	river.EventKindJobInterrupted: "interrupted",
}

// observe tells of runs until the queue stops.
func (q *Queue) observe() {
	kinds := make([]river.EventKind, 0, len(outcomes))
	for kind := range outcomes {
		kinds = append(kinds, kind)
	}
	events, unsubscribe := q.client.Subscribe(kinds...)
	q.unsubscribe = unsubscribe
	go func() {
		for event := range events {
			q.options.Observe(Run{
				Kind: event.Job.Kind, Outcome: outcomes[event.Kind],
				Waited: event.JobStats.QueueWaitDuration, Took: event.JobStats.RunDuration,
			})
		}
	}()
}

// Depths counts jobs by state (available, running, retryable, discarded …), for metrics.
func (q *Queue) Depths(ctx context.Context) (map[string]int, error) {
	rows, err := q.store.DB().QueryContext(ctx, "SELECT state, count(*) FROM river_job GROUP BY state")
	if err != nil {
		return nil, fmt.Errorf("count jobs: %w", err)
	}
	defer rows.Close()
	depths := map[string]int{}
	for rows.Next() {
		var state string
		var n int
		if err := rows.Scan(&state, &n); err != nil {
			return nil, fmt.Errorf("count jobs: %w", err)
		}
		depths[state] = n
	}
	return depths, rows.Err()
}
