package signup

import (
	"context"
	"fmt"

	"latchkey/ent"
	"latchkey/ent/invitation"
	"latchkey/ent/signup"
	"latchkey/server/address"
	"latchkey/server/addressclaim"
	"latchkey/server/database"
	"latchkey/server/identity"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/sharing"
	"latchkey/server/viewer"
)

// Beginning is what a sign-up begins with.
type Beginning struct {
	// Invitation is the token of its link.
	Invitation string
	Email      string
	Language   invitation.Language
}

// Start begins a sign-up by a pending invitation and has a code sent to the
// address. It never looks whether somebody signs in with it, so that neither
// the answer nor its timing can tell.
//
// Refusals: INVITATION_INVALID, VALIDATION_FAILED on "email",
// INVITATION_FOR_ANOTHER_ADDRESS, ADDRESS_IS_SHARED, RATE_LIMITED.
func (s *SignUps) Start(ctx context.Context, b Beginning, from identity.Device) (seal.Token, *ent.SignUp, error) {
	if err := s.starts.Try(from); err != nil {
		return "", nil, err
	}
	inv, err := s.pending(ctx, b.Invitation)
	if err != nil {
		return "", nil, err
	}
	email, err := address.Parse(b.Email)
	if err != nil {
		return "", nil, refusal.Invalid("email", "This is not an e-mail address. Write it like name@example.com.")
	}
	if inv.Bound && *inv.Email != email.String() {
		return "", nil, refusal.InvitationForAnotherAddress()
	}
	token := seal.NewToken()
	row, err := database.InTx(viewer.System(ctx), s.store, func(ctx context.Context, tx *database.Tx) (*ent.SignUp, error) {
		return s.begin(ctx, tx, inv, email, b.Language, token)
	})
	if err != nil {
		return "", nil, err
	}
	return token, row, nil
}

// pending returns the invitation behind a link while it can be accepted. All
// else gets one answer: whoever can sign up has an account to learn more with.
func (s *SignUps) pending(ctx context.Context, token string) (*ent.Invitation, error) {
	p, err := s.invitations.Preview(ctx, token)
	if err != nil {
		return nil, err
	}
	if p.State != sharing.Pending {
		return nil, refusal.InvitationInvalid()
	}
	return p.Invitation, nil
}

func (s *SignUps) begin(ctx context.Context, tx *database.Tx, inv *ent.Invitation, email address.Address, language invitation.Language, token seal.Token) (*ent.SignUp, error) {
	shared, err := addressclaim.IsShared(ctx, tx, email.String())
	if err != nil {
		return nil, err
	}
	if shared || email.Base().String() == inv.Address {
		return nil, refusal.AddressIsShared(email.String())
	}
	if err := s.checkPace(ctx, tx, email.String(), inv.ID); err != nil {
		return nil, err
	}
	id, now := nodeid.New(nodeid.SignUp), s.clock.Now()
	row, err := tx.SignUp.Create().SetID(id).SetTokenHash(token.Hash()).SetInvitationID(inv.ID).SetEmail(email.String()).
		SetLanguage(signup.Language(language)).SetCodeSealed(s.newCode(id)).SetCodeSentAt(now).
		SetCreatedAt(now).SetExpiresAt(now.Add(Lifetime)).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("begin a sign-up: %w", err)
	}
	return row, s.postman.SendSignUpCode(ctx, tx, id)
}
