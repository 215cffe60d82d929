package jobs_test

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/riverqueue/river"

	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/jobs"
)

type greet struct {
	Name string `json:"name"`
}

// Kind of the job.
func (greet) Kind() string { return "greet" }

func TestAJobRunsOnceWhenItsTransactionCommits(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		done := &greeted{}
		q := start(t, s, done.work, jobs.Options{})
		insert(t, s, q, "Anna", nil)
		done.waitFor(t, "Anna")
		time.Sleep(300 * time.Millisecond)
		done.want(t, "Anna", 1)
	})
}

func TestAJobOfARolledBackTransactionNeverRuns(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		done := &greeted{}
		q := start(t, s, done.work, jobs.Options{})
		fails := errors.New("something else fails")
		err := database.Write(t.Context(), s, func(ctx context.Context, tx *database.Tx) error {
			if err := q.Insert(ctx, tx, greet{"Ben"}, nil); err != nil {
				t.Error(err)
			}
			return fails
		})
		if !errors.Is(err, fails) {
			t.Fatal(err)
		}
		insert(t, s, q, "Anna", nil)
		done.waitFor(t, "Anna")
		done.want(t, "Ben", 0)
	})
}

func TestAJobSurvivesARestart(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		before := newQueue(t, s, func(context.Context, *river.Job[greet]) error { return nil }, jobs.Options{})
		insert(t, s, before, "Anna", nil) // was never started
		done := &greeted{}
		start(t, s, done.work, jobs.Options{})
		done.waitFor(t, "Anna")
	})
}

func TestAFailedJobIsTriedAgain(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		done := &greeted{}
		var tries atomic.Int32
		q := start(t, s, func(ctx context.Context, job *river.Job[greet]) error {
			if tries.Add(1) == 1 {
				panic("the first time")
			}
			return done.work(ctx, job)
		}, jobs.Options{})
		insert(t, s, q, "Anna", nil)
		done.waitFor(t, "Anna")
	})
}

func TestAJobThatMayRunOnceOnlyIsNotInsertedTwice(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		done := &greeted{}
		q := newQueue(t, s, done.work, jobs.Options{})
		for range 3 {
			insert(t, s, q, "Anna", jobs.Once())
		}
		if depths, err := q.Depths(t.Context()); err != nil || depths["available"] != 1 {
			t.Errorf("got %v, %v; want one available", depths, err)
		}
	})
}

func TestAJobThatRanWhenTheProcessEndedRunsAgain(t *testing.T) {
	s := databasetest.SQLite(t)
	done := &greeted{}
	q := newQueue(t, s, done.work, jobs.Options{})
	insert(t, s, q, "Anna", nil)
	// What a killed process leaves behind.
	if _, err := s.Writer().Exec("UPDATE river_job SET state = 'running', attempt = 1, attempted_at = CURRENT_TIMESTAMP"); err != nil {
		t.Fatal(err)
	}
	if err := q.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	done.waitFor(t, "Anna")
}

func TestStoppingWaitsForRunningJobs(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		begun, done := make(chan struct{}), &greeted{}
		q := start(t, s, func(ctx context.Context, job *river.Job[greet]) error {
			close(begun)
			time.Sleep(300 * time.Millisecond)
			return done.work(ctx, job)
		}, jobs.Options{})
		insert(t, s, q, "Anna", nil)
		<-begun
		if err := q.Stop(t.Context()); err != nil {
			t.Fatal(err)
		}
		done.want(t, "Anna", 1)
	})
}

func TestAPeriodicJobRunsAndIsObserved(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		seen := make(chan jobs.Run, 10)
		q := newQueue(t, s, (&greeted{}).work, jobs.Options{Observe: func(r jobs.Run) { seen <- r }})
		q.Every(time.Hour, greet{"Anna"})
		if err := q.Start(t.Context()); err != nil {
			t.Fatal(err)
		}
		select {
		case run := <-seen:
			if run.Kind != "greet" || run.Outcome != "completed" {
				t.Errorf("got %+v", run)
			}
		case <-time.After(20 * time.Second):
			t.Error("nothing was observed")
		}
	})
}

// greeted counts what was done.
type greeted struct {
	mu    sync.Mutex
	names map[string]int
}

func (g *greeted) work(_ context.Context, job *river.Job[greet]) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.names == nil {
		g.names = map[string]int{}
	}
	g.names[job.Args.Name]++
	return nil
}

func (g *greeted) count(name string) int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.names[name]
}

func (g *greeted) waitFor(t *testing.T, name string) {
	t.Helper()
	for deadline := time.Now().Add(30 * time.Second); g.count(name) == 0; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%s was not greeted", name)
		}
	}
}

func (g *greeted) want(t *testing.T, name string, want int) {
	t.Helper()
	if got := g.count(name); got != want {
		t.Errorf("%s was greeted %d times, want %d", name, got, want)
	}
}

func newQueue(t *testing.T, s *database.Store, work func(context.Context, *river.Job[greet]) error, options jobs.Options) *jobs.Queue {
	t.Helper()
	q, err := jobs.New(t.Context(), s, options)
	if err != nil {
		t.Fatal(err)
	}
	jobs.Register(q, river.WorkFunc(work))
	t.Cleanup(func() { _ = q.Stop(context.Background()) })
	return q
}

func start(t *testing.T, s *database.Store, work func(context.Context, *river.Job[greet]) error, options jobs.Options) *jobs.Queue {
	t.Helper()
	q := newQueue(t, s, work, options)
	if err := q.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	return q
}

func insert(t *testing.T, s *database.Store, q *jobs.Queue, name string, options *river.InsertOpts) {
	t.Helper()
	err := database.Write(t.Context(), s, func(ctx context.Context, tx *database.Tx) error {
		return q.Insert(ctx, tx, greet{name}, options)
	})
	if err != nil {
		t.Fatal(err)
	}
}
