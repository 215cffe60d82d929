package app

import (
	"context"

	"github.com/prometheus/client_golang/prometheus"

	"latchkey/server/challenge"
	"latchkey/server/jobs"
)

// openQueue makes the queue of background work and says who does what.
func (a *App) openQueue(ctx context.Context) (err error) {
	a.jobRuns = prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name: "latchkey_job_duration_seconds", Help: "How long background work took, by kind and outcome.",
		Buckets: []float64{.01, .03, .1, .3, 1, 3, 10, 30, 100},
	}, []string{"kind", "outcome"})
	observe := func(r jobs.Run) {
		a.jobRuns.WithLabelValues(r.Kind, r.Outcome).Observe(r.Took.Seconds())
		a.traces.Job(r.Kind, r.Outcome, r.Took)
	}
	if a.queue, err = jobs.New(ctx, a.store, jobs.Options{Logger: a.log, Observe: observe}); err != nil {
		return err
	}
	registerMails(a.queue, a.courier)
	registerSweep(a.queue, challenge.New(a.store), a.signUps)
	return nil
}
