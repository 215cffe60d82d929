package notify

import (
	"context"
	"fmt"
	"time"

	"latchkey/ent"
	"latchkey/ent/challenge"
	"latchkey/ent/signup"
	"latchkey/ent/user"
	"latchkey/server/nodeid"
	"latchkey/server/viewer"
)

// codeLifetime is how long the code of a sign-up works. A password-reset's
// says so itself.
const codeLifetime = 10 * time.Minute

// SendSignUpCode sends the code that was made at an instant. One that a newer
// code replaced, or whose time is over, is not sent. Who signs in with the
// address already gets no code: they are told so.
func (c *Courier) SendSignUpCode(ctx context.Context, id nodeid.ID, madeAt time.Time) error {
	begun, err := c.Store.Client().SignUp.Query().Where(signup.ID(id)).
		WithInvitation(func(q *ent.InvitationQuery) { q.WithInviter() }).Only(viewer.System(ctx))
	switch {
	case absent(err):
		return c.needless(ctx, "the sign-up is over", id)
	case err != nil:
		return fmt.Errorf("read a sign-up: %w", err)
	case !begun.CodeSentAt.Equal(madeAt):
		return c.needless(ctx, "a newer code replaces it", id)
	case !begun.CodeSentAt.Add(codeLifetime).After(c.Clock.Now()):
		return c.needless(ctx, "the time of the code is over", id)
	case begun.EmailProvenAt != nil:
		return c.needless(ctx, "the address is proven", id)
	}
	known, err := c.Store.Client().User.Query().Where(user.Email(begun.Email)).Only(viewer.System(ctx))
	if err == nil {
		return c.sendAccountExists(ctx, begun, known)
	}
	if !absent(err) {
		return fmt.Errorf("look for an account: %w", err)
	}
	code, err := c.Box.Open(begun.CodeSealed, "sign_ups.code_sealed "+string(id))
	if err != nil {
		return fmt.Errorf("open the code of a sign-up: %w", err)
	}
	inv := begun.Edges.Invitation
	return c.send(ctx, letter{
		to: reader{address: begun.Email, language: languageOf(begun.Language)}, at: begun.CodeSentAt, about: "code " + string(id),
		content: SignUpCode{Code: string(code), Inviter: inv.Edges.Inviter.Name, Mailbox: inv.Address},
	})
}

func (c *Courier) sendAccountExists(ctx context.Context, begun *ent.SignUp, known *ent.User) error {
	inv := begun.Edges.Invitation
	return c.send(ctx, letter{
		to: readerOf(known, languageOf(begun.Language)), at: begun.CodeSentAt, about: "account exists " + string(begun.ID),
		content: AccountExists{Inviter: inv.Edges.Inviter.Name, Mailbox: inv.Address, Account: known.Email, Link: c.link("sign-in")},
	})
}

// SendResetCode sends the code to choose a new password with, while it works
// and is not proven. An address that is nobody's gets none.
func (c *Courier) SendResetCode(ctx context.Context, id nodeid.ID) error {
	asked, err := c.Store.Client().Challenge.Query().
		Where(challenge.ID(id), challenge.KindEQ(challenge.KindPASSWORD_RESET)).
		WithUser(func(q *ent.UserQuery) { q.Where(user.DeletedAtIsNil()) }).Only(viewer.System(ctx))
	switch {
	case absent(err):
		return c.needless(ctx, "the challenge is over", id)
	case err != nil:
		return fmt.Errorf("read a challenge: %w", err)
	case asked.Edges.User == nil:
		return nil // as usual as the others, and not told apart in the log
	case !asked.ExpiresAt.After(c.Clock.Now()):
		return c.needless(ctx, "the time of the code is over", id)
	case asked.CodeProven:
		return c.needless(ctx, "the code is proven", id)
	}
	code, err := c.Box.Open(asked.CodeSealed, "challenges.code_sealed "+string(id))
	if err != nil {
		return fmt.Errorf("open the code of a challenge: %w", err)
	}
	return c.send(ctx, letter{
		to: readerOf(asked.Edges.User, languageOf(asked.Language)), at: asked.CreatedAt, about: "code " + string(id),
		content: ResetCode{Code: string(code), Account: asked.Edges.User.Email},
	})
}
