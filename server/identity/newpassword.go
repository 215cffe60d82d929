package identity

import (
	"context"
	"fmt"

	"latchkey/ent"
	"latchkey/server/address"
	"latchkey/server/audit"
	"latchkey/server/database"
	"latchkey/server/secondfactor"
	"latchkey/server/viewer"
)

// ResetPassword sets a new password after the code and, for who has one, the
// second factor: proof is nil for others. Every session of the account ends
// and a new one begins.
//
// Refusals: UNAUTHENTICATED when the challenge is over or its code not proven,
// VALIDATION_FAILED on "newPassword", "code", "recoveryCode", "passkey" or
// "proof", RATE_LIMITED.
func (i *Identity) ResetPassword(ctx context.Context, token, newPassword string, proof *secondfactor.Proof, device Device) (*SignedIn, error) {
	asked, err := i.provenReset(ctx, token)
	if err != nil {
		return nil, err
	}
	at, err := address.Parse(asked.Email)
	if err != nil {
		return nil, fmt.Errorf("read the address of a reset: %w", err)
	}
	hash, err := i.HashPassword(ctx, newPassword, at)
	if err != nil {
		return nil, asNewPassword(err)
	}
	right := func() {}
	if proof != nil {
		if right, err = i.tryCode(ctx, asked, token, factorKey(*asked.UserID), device); err != nil {
			return nil, err
		}
	}
	in, err := database.InTx(viewer.System(ctx), i.store, func(ctx context.Context, tx *database.Tx) (*SignedIn, error) {
		live, err := i.meet(ctx, tx, asked, proof)
		if err != nil {
			return nil, err
		}
		return i.replacePassword(ctx, tx, live, hash, device)
	})
	if err != nil {
		return nil, err
	}
	right()
	i.accounts.forgive(at.String()) // of wrong passwords until now
	return in, nil
}

// replacePassword is of somebody whose second factor, if any, was proven in the same transaction.
func (i *Identity) replacePassword(ctx context.Context, tx *database.Tx, live *ent.User, hash string, device Device) (*SignedIn, error) {
	err := tx.User.UpdateOneID(live.ID).SetPasswordHash(hash).SetPasswordChangedAt(i.clock.Now()).Exec(ctx)
	if err != nil {
		return nil, fmt.Errorf("set a password: %w", err)
	}
	if err := i.EndSessions(ctx, tx, live.ID, ""); err != nil {
		return nil, err
	}
	in, err := i.Begin(ctx, tx, live, device, live.SecondFactor)
	if err != nil {
		return nil, err
	}
	if err := i.postman.SendSecurityNotice(ctx, tx, live.ID, "password_changed"); err != nil {
		return nil, err
	}
	return in, audit.Append(ctx, tx, audit.Entry{Action: "password.changed", Actor: live.ID, Subject: live.ID})
}
