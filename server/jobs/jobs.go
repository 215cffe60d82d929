// Package jobs is durable background work, in the database: what is inserted
// commits or vanishes with the change it belongs to, and runs at least once,
// later, also after a crash. River does the work, on both databases.
//
// Workers must bear being run twice for one job.
package jobs

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"entgo.io/ent/dialect"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverdatabasesql"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivertype"

	"latchkey/server/database"
)

const (
	// DefaultWorkers is how many jobs run at a time.
	DefaultWorkers = 10
	// DefaultDrain is how long Stop waits for running jobs before it cancels them.
	DefaultDrain = 20 * time.Second
	// jobTimeout cancels a job; a worker's Timeout may say otherwise, up to rescueAfter.
	jobTimeout = 5 * time.Minute
	// rescueAfter is when a job is given to another node because its own has
	// died: in time for a code by mail, which works for ten minutes.
	rescueAfter = 6 * time.Minute
	// pollInterval bounds how late a job starts whose notification was lost.
	pollInterval = time.Second
	// maxAttempts, with waits of attempt⁴ seconds, gives up after about three weeks.
	maxAttempts = 25
	// overhead is the connections that the queue itself needs beside those of workers.
	overhead = 4
)

// Options of a queue. Zero values are the defaults.
type Options struct {
	// Workers is how many jobs run at a time.
	Workers int
	// Drain is how long Stop waits for running jobs before it cancels them; they are run again later.
	Drain time.Duration
	// Logger gets what fails. Kinds, numbers and errors are logged, arguments never.
	Logger *slog.Logger
	// Observe is told of every run of a job, for metrics. It must not block.
	Observe func(Run)
}

// Run is one run of a job.
type Run struct {
	Kind    string
	Outcome string // completed, failed, cancelled, snoozed or interrupted
	Waited  time.Duration
	Took    time.Duration
}

// Queue inserts jobs and, once started, runs them.
type Queue struct {
	client      *river.Client[*sql.Tx]
	workers     *river.Workers
	store       *database.Store
	options     Options
	closers     []func()
	unsubscribe func()
}

// New makes a queue. Register its workers, then Start it; jobs can be inserted before.
func New(ctx context.Context, s *database.Store, options Options) (*Queue, error) {
	options = options.withDefaults()
	q := &Queue{workers: river.NewWorkers(), store: s, options: options}
	driver, err := q.openDriver(ctx)
	if err != nil {
		return nil, fmt.Errorf("open job queue: %w", err)
	}
	q.client, err = river.NewClient(driver, &river.Config{
		Queues:               map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: options.Workers}},
		Workers:              q.workers,
		Logger:               options.Logger,
		JobTimeout:           jobTimeout,
		RescueStuckJobsAfter: rescueAfter,
		FetchPollInterval:    pollInterval,
		MaxAttempts:          maxAttempts,
		SoftStopTimeout:      options.Drain,
	})
	if err != nil {
		q.close()
		return nil, fmt.Errorf("open job queue: %w", err)
	}
	return q, nil
}

func (o Options) withDefaults() Options {
	if o.Workers == 0 {
		o.Workers = DefaultWorkers
	}
	if o.Drain == 0 {
		o.Drain = DefaultDrain
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Observe == nil {
		o.Observe = func(Run) {}
	}
	return o
}

// openDriver takes the writer of SQLite, and on PostgreSQL a pool of its own:
// on the application's, jobs waited seconds for a connection under load.
func (q *Queue) openDriver(ctx context.Context) (riverdriver.Driver[*sql.Tx], error) {
	if q.store.Dialect() == dialect.SQLite {
		return riversqlite.New(q.store.Writer()), nil
	}
	pool, err := q.store.OpenPool(ctx, q.options.Workers+overhead)
	if err != nil {
		return nil, err
	}
	q.closers = append(q.closers, func() { _ = pool.Close() })
	config, err := pgxpool.ParseConfig(q.store.URL())
	if err != nil {
		q.close()
		return nil, errors.New("the postgres:// URL can't be read") // pgx quotes it, with its password
	}
	config.MaxConns, config.MinConns = 1, 0
	listener, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		q.close()
		return nil, err
	}
	q.closers = append(q.closers, listener.Close)
	return riverdatabasesql.NewWithPgxListener(pool, listener), nil
}

// Register has jobs of one kind done by a worker. Call it before Start.
func Register[T river.JobArgs](q *Queue, worker river.Worker[T]) {
	river.AddWorker(q.workers, worker)
}

// Every inserts a job again and again while the queue runs, by one node only,
// and once when it starts. It skips a turn when the one before is not done.
// Call it before Start. Time is the system's, whatever the clock of the store says.
func (q *Queue) Every(interval time.Duration, job river.JobArgs) {
	q.client.PeriodicJobs().Add(river.NewPeriodicJob(
		river.PeriodicInterval(interval),
		func() (river.JobArgs, *river.InsertOpts) { return job, Once() },
		&river.PeriodicJobOpts{RunOnStart: true},
	))
}

// Once are options under which a job is not inserted while one of the same
// kind and arguments waits or runs.
func Once() *river.InsertOpts {
	return &river.InsertOpts{UniqueOpts: river.UniqueOpts{ByArgs: true, ByState: []rivertype.JobState{
		rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRetryable,
		rivertype.JobStateRunning, rivertype.JobStateScheduled,
	}}}
}

// Insert adds a job that runs once the transaction is committed. Its kind must
// be registered. options may be nil.
func (q *Queue) Insert(ctx context.Context, tx *database.Tx, job river.JobArgs, options *river.InsertOpts) error {
	if _, err := q.client.InsertTx(ctx, tx.SQL, job, options); err != nil {
		return fmt.Errorf("insert job %s: %w", job.Kind(), err)
	}
	return nil
}

// Start runs jobs until Stop.
func (q *Queue) Start(ctx context.Context) error {
	if err := q.recover(ctx); err != nil {
		return fmt.Errorf("start job queue: %w", err)
	}
	q.observe()
	if err := q.client.Start(context.WithoutCancel(ctx)); err != nil {
		return fmt.Errorf("start job queue: %w", err)
	}
	return nil
}

// Stop takes no new jobs, waits for the running ones, cancels them when that
// takes too long (they run again after the next start), and closes what New opened.
func (q *Queue) Stop(ctx context.Context) error {
	err := q.client.Stop(ctx)
	if q.unsubscribe != nil {
		q.unsubscribe()
	}
	q.close()
	if err != nil {
		return fmt.Errorf("stop job queue: %w", err)
	}
	return nil
}

func (q *Queue) close() {
	for _, close := range q.closers {
		close()
	}
	q.closers = nil
}
