package jobs_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"github.com/riverqueue/river"

	"latchkey/ent/accessevent"
	"latchkey/server/audit"
	"latchkey/server/clock"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/jobs"
	"latchkey/server/permission"
	"latchkey/server/viewer"
)

// crashURL tells a process started by the test below which database to change.
const crashURL = "LATCHKEY_CRASH_URL"

func TestAChangeOutlivesAKilledProcessWholeOrNotAtAll(t *testing.T) {
	const kills = 4
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		ctx := viewer.System(t.Context())
		prepareAccess(ctx, s)
		for range kills {
			acknowledged := changeUntilKilled(t, s.URL())
			got := readAccess(t, s)
			if got.sequence < acknowledged {
				t.Errorf("change %d was acknowledged, %d is the last there", acknowledged, got.sequence)
			}
			if want := (access{got.sequence, got.sequence, got.sequence, got.sequence, got.granted, got.granted}); got != want {
				t.Errorf("a change is there in part: %+v", got)
			}
		}
		if broken, err := audit.Verify(ctx, s); err != nil || broken != nil {
			t.Errorf("the audit log is broken: %v, %v", broken, err)
		}
	})
}

// changeUntilKilled returns the number of the last change that the process said was committed.
func changeUntilKilled(t *testing.T, url string) (acknowledged int64) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), crashURL+"="+url)
	output, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(output)
	var deadline <-chan time.Time
	killed := make(chan struct{})
	for lines.Scan() {
		n, err := strconv.ParseInt(lines.Text(), 10, 64)
		if err != nil {
			t.Fatal(lines.Text())
		}
		acknowledged = n
		if deadline == nil { // the process is up and running
			deadline = time.After(rand.N(300 * time.Millisecond))
			go func() {
				<-deadline
				_ = child.Process.Kill()
				close(killed)
			}()
		}
	}
	if deadline != nil {
		<-killed
	}
	_ = child.Wait() // it was killed
	if acknowledged == 0 {
		t.Fatal("the process changed nothing")
	}
	return acknowledged
}

// TestMain runs the tests, or is the process that is killed.
func TestMain(m *testing.M) {
	if url := os.Getenv(crashURL); url != "" {
		fmt.Println(changeWithoutEnd(viewer.System(context.Background()), url))
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// changeWithoutEnd writes the number of each change that was committed.
func changeWithoutEnd(ctx context.Context, url string) error {
	store, err := database.Open(ctx, url, clock.System())
	if err != nil {
		return err
	}
	q, err := jobs.New(ctx, store, jobs.Options{})
	if err != nil {
		return err
	}
	jobs.Register(q, river.WorkFunc(func(context.Context, *river.Job[greet]) error { return nil }))
	for {
		sequence, err := database.InTx(ctx, store, func(ctx context.Context, tx *database.Tx) (int64, error) {
			return changeAccess(ctx, tx, q)
		})
		if err != nil {
			return err
		}
		fmt.Println(sequence)
	}
}

// changeAccess changes a grant as sharing does: grant, event, job and audit entry in one transaction.
func changeAccess(ctx context.Context, tx *database.Tx, q *jobs.Queue) (int64, error) {
	user, err := tx.User.Query().Only(ctx)
	if err != nil {
		return 0, err
	}
	given, err := tx.Grant.Query().Only(ctx)
	if err != nil {
		return 0, err
	}
	sequence := user.AccessSequence + 1
	set := permission.Set(sequence & 0xff)
	steps := []func() error{
		func() error { return tx.User.UpdateOne(user).SetAccessSequence(sequence).Exec(ctx) },
		func() error { return tx.Grant.UpdateOne(given).SetPermissions(set).Exec(ctx) },
		func() error {
			return tx.AccessEvent.Create().SetUserID(user.ID).SetSequence(sequence).SetKind(accessevent.KindCHANGED).
				SetMailboxID(given.MailboxID).SetAddress(given.Address).SetPermissions(set).SetAt(tx.Clock.Now()).Exec(ctx)
		},
		func() error { return q.Insert(ctx, tx, greet{strconv.FormatInt(sequence, 10)}, nil) },
		func() error { return audit.Append(ctx, tx, audit.Entry{Action: "grant.changed", Subject: given.ID}) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return 0, err
		}
	}
	return sequence, nil
}

func prepareAccess(ctx context.Context, s *database.Store) {
	now, c := s.Clock().Now(), s.Client()
	c.AddressClaim.Create().SetID("login:chloe@studio.example").SetAddress("chloe@studio.example").ExecX(ctx)
	c.AddressClaim.Create().SetID("shared:info@acme.example").SetAddress("info@acme.example").ExecX(ctx)
	chloe := c.User.Create().SetEmail("chloe@studio.example").SetClaimID("login:chloe@studio.example").
		SetName("Chloé Martin").SetPasswordHash("-").SetCreatedAt(now).SaveX(ctx)
	acme := c.Organization.Create().SetName("Acme").SetCreatedAt(now).SaveX(ctx)
	service := c.MailService.Create().SetName("Acme Mail").SetOrganizationID(acme.ID).SetCreatedAt(now).SaveX(ctx)
	info := c.Mailbox.Create().SetAddress("info@acme.example").SetOrganizationID(acme.ID).SetMailServiceID(service.ID).
		SetCreatedAt(now).SaveX(ctx)
	c.Grant.Create().SetMailboxID(info.ID).SetUserID(chloe.ID).SetOrganizationID(acme.ID).SetAddress(info.Address).
		SetClaimID("shared:info@acme.example").SetPermissions(0).SetGivenAt(now).ExecX(ctx)
}

// BenchmarkAChangeOfAccess commits grant, event, job and audit entry together, from many goroutines.
func BenchmarkAChangeOfAccess(b *testing.B) {
	for name, open := range map[string]func(testing.TB) *database.Store{
		"SQLite": databasetest.SQLite, "PostgreSQL": databasetest.PostgreSQL,
	} {
		b.Run(name, func(b *testing.B) {
			ctx, s := viewer.System(b.Context()), open(b)
			prepareAccess(ctx, s)
			q, err := jobs.New(ctx, s, jobs.Options{})
			if err != nil {
				b.Fatal(err)
			}
			defer q.Stop(context.WithoutCancel(ctx))
			jobs.Register(q, river.WorkFunc(func(context.Context, *river.Job[greet]) error { return nil }))
			b.SetParallelism(16)
			b.ResetTimer()
			b.RunParallel(func(p *testing.PB) {
				for p.Next() {
					err := database.Write(ctx, s, func(ctx context.Context, tx *database.Tx) error {
						// One user's changes queue up behind each other, as they do in sharing.
						_, err := tx.SQL.ExecContext(ctx, "UPDATE users SET access_sequence = access_sequence")
						if err == nil {
							_, err = changeAccess(ctx, tx, q)
						}
						return err
					})
					if err != nil {
						b.Error(err)
					}
				}
			})
		})
	}
}

// access is what changes together: the numbers of changes and, of the last, the permissions.
type access struct{ sequence, events, entries, jobs, granted, told int64 }

// readAccess reads in one statement, because a killed process's last commit may still be under way.
func readAccess(t *testing.T, s *database.Store) (a access) {
	t.Helper()
	err := s.DB().QueryRow(`SELECT
		(SELECT access_sequence FROM users),
		(SELECT count(*) FROM access_events),
		(SELECT count(*) FROM audit_entries),
		(SELECT count(*) FROM river_job),
		(SELECT permissions FROM grants),
		(SELECT permissions FROM access_events ORDER BY sequence DESC LIMIT 1)`,
	).Scan(&a.sequence, &a.events, &a.entries, &a.jobs, &a.granted, &a.told)
	if err != nil {
		t.Fatal(err)
	}
	return a
}
