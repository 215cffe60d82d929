package signup

import (
	"context"
	"encoding/json"
	"fmt"

	"latchkey/ent"
	"latchkey/server/database"
	"latchkey/server/identity"
	"latchkey/server/nodeid"
	"latchkey/server/organization"
	"latchkey/server/refusal"
)

// ceremony is what lies between the two halves of making a passkey. The
// passkey names the user by an id, so the id is chosen before there is a user.
type ceremony struct {
	User nodeid.ID `json:"user"`
	Data []byte    `json:"data"`
}

// StartPasskey gives what the browser needs to make a passkey, in JSON.
//
// Refusals: NOT_FOUND, CONFLICT.
func (s *SignUps) StartPasskey(ctx context.Context, token string) (options json.RawMessage, err error) {
	row, err := s.at(ctx, token, StepSecondFactor)
	if err != nil {
		return nil, err
	}
	begun := ceremony{User: nodeid.New(nodeid.User)}
	if options, begun.Data, err = s.factors.OfferPasskey(begun.User, row.Email, fullName(row)); err != nil {
		return nil, fmt.Errorf("offer a passkey: %w", err)
	}
	kept, err := json.Marshal(begun)
	if err != nil {
		return nil, fmt.Errorf("keep the offer of a passkey: %w", err)
	}
	_, err = s.change(ctx, row.ID, func(u *ent.SignUpUpdate) { u.SetPasskeyData(kept) })
	return options, err
}

// ConfirmPasskey keeps the passkey under a name and finishes: see finish.
//
// Refusals: NOT_FOUND, CONFLICT, ADDRESS_IS_SHARED, VALIDATION_FAILED on "credential" or "name".
func (s *SignUps) ConfirmPasskey(ctx context.Context, token string, credential json.RawMessage, name string, from identity.Device) (*Finished, error) {
	row, err := s.at(ctx, token, StepSecondFactor)
	if err != nil {
		return nil, err
	}
	if row.PasskeyData == nil {
		return nil, refusal.Conflict("Begin to make the passkey first.")
	}
	if name, err = organization.Name("name", name); err != nil {
		return nil, err
	}
	var begun ceremony
	if err := json.Unmarshal(row.PasskeyData, &begun); err != nil {
		return nil, fmt.Errorf("read the offer of a passkey: %w", err)
	}
	made, err := s.factors.AttestPasskey(begun.User, begun.Data, credential)
	if err != nil {
		return nil, err
	}
	return s.finish(ctx, row, begun.User, from, factor{"passkey", func(ctx context.Context, tx *database.Tx, user nodeid.ID) error {
		_, err := s.factors.InsertPasskey(ctx, tx, user, made, name)
		return err
	}})
}
