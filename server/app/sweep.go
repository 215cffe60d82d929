package app

import (
	"context"
	"errors"
	"time"

	"github.com/riverqueue/river"

	"latchkey/server/jobs"
)

// sweepEvery is how often what is over is forgotten.
const sweepEvery = time.Hour

// sweeper forgets what was over long ago: challenges, sign-ups.
type sweeper interface {
	Sweep(ctx context.Context) error
}

// registerSweep has each forget, by one node.
func registerSweep(q *jobs.Queue, each ...sweeper) {
	jobs.Register(q, &sweepWorker{each: each})
	q.Every(sweepEvery, sweep{})
}

type sweep struct{}

// Kind is stored with the job: never change it.
func (sweep) Kind() string { return "sweep" }

type sweepWorker struct {
	river.WorkerDefaults[sweep]
	each []sweeper
}

// Work deletes rows; doing it twice is doing it once. One that fails keeps no other from it.
func (w *sweepWorker) Work(ctx context.Context, _ *river.Job[sweep]) error {
	var failed error
	for _, one := range w.each {
		failed = errors.Join(failed, one.Sweep(ctx))
	}
	return failed
}
