package identity

import (
	"context"
	"fmt"

	"latchkey/ent"
	"latchkey/server/refusal"
)

// ProveAgain proves the password of somebody who is signed in already. Every
// try counts, wherever it is made: a session that was left open is no place to
// guess at. field is the input that it came in.
//
// Refusals: VALIDATION_FAILED, RATE_LIMITED.
func (i *Identity) ProveAgain(ctx context.Context, me *ent.User, field, password string) error {
	key := "session of " + me.ID.String()
	if err := i.accounts.try(key); err != nil {
		return err
	}
	right, err := i.passwords.Verify(ctx, me.PasswordHash, canonical(password))
	if err != nil {
		return fmt.Errorf("prove a password again: %w", err)
	}
	if !right {
		return refusal.Invalid(field, "That is not your password. Try again.")
	}
	i.accounts.forgive(key)
	return nil
}
