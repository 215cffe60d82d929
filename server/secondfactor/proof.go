package secondfactor

import (
	"context"
	"encoding/json"
	"fmt"

	"latchkey/ent/authenticator"
	"latchkey/ent/challenge"
	"latchkey/ent/passkey"
	"latchkey/ent/recoverycode"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// Method is with what a second factor can be proved. Its values are those of the API.
type Method string

// The methods.
const (
	MethodPasskey       Method = "PASSKEY"
	MethodAuthenticator Method = "AUTHENTICATOR"
	MethodRecoveryCode  Method = "RECOVERY_CODE"
)

// Methods are those that a user has, the easiest first; none without a second factor.
func (f *Factors) Methods(ctx context.Context, user nodeid.ID) ([]Method, error) {
	ctx = viewer.System(ctx)
	var methods []Method
	for _, m := range []struct {
		method Method
		exists func(context.Context) (bool, error)
	}{
		{MethodPasskey, f.client.Passkey.Query().Where(passkey.UserID(user)).Exist},
		{MethodAuthenticator, f.client.Authenticator.Query().Where(authenticator.UserID(user), authenticator.ConfirmedAtNotNil()).Exist},
		{MethodRecoveryCode, f.client.RecoveryCode.Query().Where(recoverycode.UserID(user), recoverycode.UsedAtIsNil()).Exist},
	} {
		if m.method == MethodRecoveryCode && len(methods) == 0 {
			return nil, nil // there is nothing to recover
		}
		has, err := m.exists(ctx)
		if err != nil {
			return nil, fmt.Errorf("read the second factors of a user: %w", err)
		}
		if has {
			methods = append(methods, m.method)
		}
	}
	return methods, nil
}

// Proof is an answer to the question for a second factor. Exactly one is set.
type Proof struct {
	Code         string
	RecoveryCode string
	Passkey      *PasskeyProof
}

// PasskeyProof is a device's answer to RequestPasskey.
type PasskeyProof struct {
	// Request is the token of the ceremony.
	Request string
	// Credential is what navigator.credentials gave, by toJSON.
	Credential json.RawMessage
}

// Verify takes a proof of the user's second factor, once: what was used is
// marked in tx, and of two who bring the same one gets through. It locks the
// user's row. Whoever calls it has counted the try before. The context may be
// the system's.
//
// The use of a recovery code is told by mail and in the audit log, which stays
// locked until tx ends: what follows in tx must wait for no lock but those that
// hang on the user's row.
//
// Refusals: VALIDATION_FAILED on "code", "recoveryCode", "passkey" or "proof".
func (f *Factors) Verify(ctx context.Context, tx *database.Tx, user nodeid.ID, proof Proof) error {
	if !proof.isOne() {
		return refusal.Invalid("proof", "Give a code, a recovery code or a passkey.")
	}
	if _, err := lockUser(ctx, tx, user); err != nil {
		return err
	}
	switch {
	case proof.Passkey != nil:
		owner, err := f.VerifyPasskey(ctx, tx, challenge.KindPASSKEY_SECOND_FACTOR, *proof.Passkey)
		if err == nil && owner != user {
			err = wrongPasskey()
		}
		return err
	case proof.Code != "":
		return f.useCode(ctx, tx, user, proof.Code)
	default:
		return f.useRecoveryCode(ctx, tx, user, proof.RecoveryCode)
	}
}

func (p Proof) isOne() bool {
	given := 0
	for _, is := range []bool{p.Code != "", p.RecoveryCode != "", p.Passkey != nil} {
		if is {
			given++
		}
	}
	return given == 1
}
