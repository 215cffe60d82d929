package app

import (
	"context"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/riverqueue/river"

	"latchkey/server/database"
	"latchkey/server/jobs"
	"latchkey/server/nodeid"
	"latchkey/server/notify"
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
	jobs.Register(a.queue, &invitationWorker{courier: a.courier})
	return nil
}

// invitationMail asks for the e-mail of an invitation. It holds the id only:
// the link is a secret and stays sealed until the mail is composed.
type invitationMail struct {
	Invitation nodeid.ID `json:"invitation"`
}

// Kind is stored with the job: never change it.
func (invitationMail) Kind() string { return "invitation_mail" }

type invitationWorker struct {
	river.WorkerDefaults[invitationMail]
	courier *notify.Courier
}

// Work sends the e-mail; an error has River try again later.
func (w *invitationWorker) Work(ctx context.Context, job *river.Job[invitationMail]) error {
	return w.courier.SendInvitation(ctx, job.Args.Invitation)
}

// postman queues mail for sharing, in sharing's transaction. It reaches the
// queue through the App, because the queue's workers need sharing first.
type postman struct{ app *App }

// SendInvitation commits with the transaction or vanishes with it.
func (p postman) SendInvitation(ctx context.Context, tx *database.Tx, invitation nodeid.ID) error {
	return p.app.queue.Insert(ctx, tx, invitationMail{invitation}, nil)
}
