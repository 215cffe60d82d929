package signup

import (
	"context"
	"encoding/json"
	"fmt"

	"latchkey/ent"
	"latchkey/ent/signup"
	"latchkey/server/database"
	"latchkey/server/identity"
	"latchkey/server/mailedcode"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// Authenticator is what an authenticator app is set up with.
type Authenticator struct {
	// Secret is in base 32, for typing.
	Secret string `json:"secret"`
	// URI is otpauth://…, for the QR code.
	URI string `json:"uri"`
}

// StartAuthenticator offers a secret for an authenticator app: the same one each
// time, so that what was scanned before a reload still holds.
//
// Refusals: NOT_FOUND, CONFLICT.
func (s *SignUps) StartAuthenticator(ctx context.Context, token string) (Authenticator, error) {
	row, err := s.at(ctx, token, StepSecondFactor)
	if err != nil {
		return Authenticator{}, err
	}
	if row.AuthenticatorSealed == nil {
		if row, err = s.offerAuthenticator(ctx, row, token); err != nil {
			return Authenticator{}, err
		}
	}
	return s.offered(row)
}

// offerAuthenticator keeps a new secret, unless another call just did.
func (s *SignUps) offerAuthenticator(ctx context.Context, row *ent.SignUp, token string) (*ent.SignUp, error) {
	var made Authenticator
	made.Secret, made.URI = s.factors.NewAuthenticator(row.Email)
	plain, err := json.Marshal(made) //nolint:gosec // G117: sealed in the next lines
	if err != nil {
		return nil, fmt.Errorf("keep an authenticator: %w", err)
	}
	err = s.client.SignUp.Update().Where(signup.ID(row.ID), signup.AuthenticatorSealedIsNil()).
		SetAuthenticatorSealed(s.box.Seal(plain, placeOfAuthenticator(row.ID))).Exec(viewer.System(ctx))
	if err != nil {
		return nil, fmt.Errorf("keep an authenticator: %w", err)
	}
	return s.Find(ctx, token)
}

// offered opens what was offered.
//
// Refusals: CONFLICT when nothing was.
func (s *SignUps) offered(row *ent.SignUp) (made Authenticator, err error) {
	if row.AuthenticatorSealed == nil {
		return made, refusal.Conflict("Set up the authenticator app first: scan its QR code.")
	}
	plain, err := s.box.Open(row.AuthenticatorSealed, placeOfAuthenticator(row.ID))
	if err == nil {
		err = json.Unmarshal(plain, &made)
	}
	if err != nil {
		return made, fmt.Errorf("open the authenticator of %s: %w", row.ID, err)
	}
	return made, nil
}

// ConfirmAuthenticator proves the authenticator app and finishes: see finish.
//
// Refusals: NOT_FOUND, CONFLICT, ADDRESS_IS_SHARED, VALIDATION_FAILED on "code", RATE_LIMITED.
func (s *SignUps) ConfirmAuthenticator(ctx context.Context, token, code string, from identity.Device) (*Finished, error) {
	row, err := s.at(ctx, token, StepSecondFactor)
	if err != nil {
		return nil, err
	}
	made, err := s.offered(row)
	if err != nil {
		return nil, err
	}
	digits, err := mailedcode.Read(code)
	if err != nil {
		return nil, refusal.Invalid("code", "The code has six digits. You find it in the app.")
	}
	if err := s.answers.Try(from); err != nil {
		return nil, err
	}
	step, right := s.factors.CheckCode(made.Secret, digits)
	if !right {
		return nil, refusal.Invalid("code", "That isn’t the code that the app shows now. Wait for its next one and type that.")
	}
	return s.finish(ctx, row, "", from, factor{"authenticator", func(ctx context.Context, tx *database.Tx, user nodeid.ID) error {
		return s.factors.InsertAuthenticator(ctx, tx, user, made.Secret, step)
	}})
}

// placeOfAuthenticator says where a sealed secret is kept, so that it opens nowhere else.
func placeOfAuthenticator(id nodeid.ID) string { return "sign_ups.authenticator_sealed " + id.String() }
