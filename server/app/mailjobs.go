package app

import (
	"context"
	"errors"
	"time"

	"github.com/riverqueue/river"

	"latchkey/server/jobs"
	"latchkey/server/nodeid"
	"latchkey/server/notify"
	"latchkey/server/outbound"
)

// The jobs that send mail. Each holds ids and instants only: links and codes
// are secrets and stay sealed until the mail is composed. Their kinds are
// stored with them: never change one.
type (
	invitationMail struct {
		Invitation nodeid.ID `json:"invitation"`
		SentAt     time.Time `json:"sentAt"`
	}
	invitationAcceptedMail struct {
		Invitation nodeid.ID `json:"invitation"`
	}
	signUpCodeMail struct {
		SignUp nodeid.ID `json:"signUp"`
		MadeAt time.Time `json:"madeAt"`
	}
	resetCodeMail struct {
		Challenge nodeid.ID `json:"challenge"`
	}
	newSignInMail struct {
		Session nodeid.ID `json:"session"`
	}
	securityMail struct {
		User nodeid.ID `json:"user"`
		What string    `json:"what"`
		At   time.Time `json:"at"`
	}
	accessMail struct {
		User     nodeid.ID `json:"user"`
		Sequence int64     `json:"sequence"`
	}
)

func (invitationMail) Kind() string         { return "invitation_mail" }
func (invitationAcceptedMail) Kind() string { return "invitation_accepted_mail" }
func (signUpCodeMail) Kind() string         { return "sign_up_code_mail" }
func (resetCodeMail) Kind() string          { return "reset_code_mail" }
func (newSignInMail) Kind() string          { return "new_sign_in_mail" }
func (securityMail) Kind() string           { return "security_mail" }
func (accessMail) Kind() string             { return "access_mail" }

// registerMails says how each is sent.
func registerMails(q *jobs.Queue, c *notify.Courier) {
	register(q, func(ctx context.Context, m invitationMail) error {
		return c.SendInvitation(ctx, m.Invitation, m.SentAt)
	})
	register(q, func(ctx context.Context, m invitationAcceptedMail) error {
		return c.SendInvitationAccepted(ctx, m.Invitation)
	})
	register(q, func(ctx context.Context, m signUpCodeMail) error { return c.SendSignUpCode(ctx, m.SignUp, m.MadeAt) })
	register(q, func(ctx context.Context, m resetCodeMail) error { return c.SendResetCode(ctx, m.Challenge) })
	register(q, func(ctx context.Context, m newSignInMail) error { return c.SendNewSignIn(ctx, m.Session) })
	register(q, func(ctx context.Context, m securityMail) error {
		return c.SendSecurityNotice(ctx, m.User, m.What, m.At)
	})
	register(q, func(ctx context.Context, m accessMail) error { return c.SendAccessChanged(ctx, m.User, m.Sequence) })
}

// register has River try again what failed, later, unless that can't help.
func register[T river.JobArgs](q *jobs.Queue, send func(context.Context, T) error) {
	jobs.Register(q, river.WorkFunc(func(ctx context.Context, job *river.Job[T]) error {
		err := send(ctx, job.Args)
		if refused := new(outbound.Error); errors.As(err, &refused) && len(refused.Retry()) == 0 {
			return river.JobCancel(err)
		}
		return err
	}))
}
