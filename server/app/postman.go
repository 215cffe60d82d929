package app

import (
	"context"
	"fmt"
	"time"

	"github.com/riverqueue/river"

	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/notify"
	"latchkey/server/viewer"
)

// settle is how long a mail about somebody's access waits for what may still
// change: who ticks five boxes one after another means one thing.
const settle = 10 * time.Second

// postman queues the mail that the domain sends, in the domain's transaction:
// each commits with it or vanishes with it. It reaches the queue through the
// App, because the queue's workers need the domain first.
type postman struct{ app *App }

// queue inserts a job that its like, even one that is done, makes needless.
func (p postman) queue(ctx context.Context, tx *database.Tx, mail river.JobArgs, after time.Duration) error {
	options := &river.InsertOpts{UniqueOpts: river.UniqueOpts{ByArgs: true}}
	if after > 0 {
		options.ScheduledAt = time.Now().Add(after) // River goes by the system's clock
	}
	return p.app.queue.Insert(ctx, tx, mail, options)
}

// SendInvitation sends the e-mail of an invitation, once for each time that it was asked for.
func (p postman) SendInvitation(ctx context.Context, tx *database.Tx, invitation nodeid.ID) error {
	inv, err := tx.Invitation.Get(viewer.System(ctx), invitation)
	if err != nil {
		return fmt.Errorf("queue an invitation's mail: %w", err)
	}
	job := invitationMail{Invitation: invitation}
	if inv.SentAt != nil {
		job.SentAt = inv.SentAt.UTC()
	}
	return p.queue(ctx, tx, job, 0)
}

// SendInvitationAccepted tells the inviter.
func (p postman) SendInvitationAccepted(ctx context.Context, tx *database.Tx, invitation nodeid.ID) error {
	return p.queue(ctx, tx, invitationAcceptedMail{invitation}, 0)
}

// SendSignUpCode sends the code that a sign-up has now or, to who has an
// account already, that they have.
func (p postman) SendSignUpCode(ctx context.Context, tx *database.Tx, signUp nodeid.ID) error {
	begun, err := tx.SignUp.Get(viewer.System(ctx), signUp)
	if err != nil {
		return fmt.Errorf("queue a sign-up's mail: %w", err)
	}
	return p.queue(ctx, tx, signUpCodeMail{signUp, begun.CodeSentAt.UTC()}, 0)
}

// SendResetCode sends the code of a challenge; to nobody when it has no user.
func (p postman) SendResetCode(ctx context.Context, tx *database.Tx, challenge nodeid.ID) error {
	return p.queue(ctx, tx, resetCodeMail{challenge}, 0)
}

// SendNewSignIn tells of a session in a browser that was not known.
func (p postman) SendNewSignIn(ctx context.Context, tx *database.Tx, session nodeid.ID) error {
	return p.queue(ctx, tx, newSignInMail{session}, 0)
}

// SendSecurityNotice tells a user what happened; what is one of notify's constants.
func (p postman) SendSecurityNotice(ctx context.Context, tx *database.Tx, user nodeid.ID, what string) error {
	if !notify.IsSecurityNotice(what) {
		return fmt.Errorf("queue a security notice: there is none for %q", what)
	}
	return p.queue(ctx, tx, securityMail{user, what, p.app.clock.Now()}, 0)
}

// SendAccessChanged tells a user of an access event of theirs. The caller
// leaves out what the user did themselves.
func (p postman) SendAccessChanged(ctx context.Context, tx *database.Tx, user nodeid.ID, event int64) error {
	return p.queue(ctx, tx, accessMail{user, event}, settle)
}

// locate says in mails where an address of the internet is; empty where unknown.
func (a *App) locate(address string) (city, country string) {
	if at := a.places.Find(address); at != nil {
		return at.City, at.Country
	}
	return "", ""
}
