package secondfactor

import (
	"context"
	"fmt"
	"time"

	"latchkey/ent"
	"latchkey/ent/authenticator"
	"latchkey/ent/passkey"
	"latchkey/ent/recoverycode"
)

// Held is what a user proves their second factor with.
type Held struct {
	// Authenticator is nil when there is none.
	Authenticator *ent.Authenticator
	// Passkeys are the newest first.
	Passkeys []*ent.Passkey
	// RecoveryCodes is nil when none were made.
	RecoveryCodes *RecoveryCodes
}

// RecoveryCodes says how many of the codes that were made are left.
type RecoveryCodes struct {
	Left, Total int
	MadeAt      time.Time
}

// Held reads the viewer's second factors: what others have is not in sight.
func (f *Factors) Held(ctx context.Context) (*Held, error) {
	held := &Held{}
	var err error
	held.Authenticator, err = f.client.Authenticator.Query().Where(authenticator.ConfirmedAtNotNil()).Only(ctx)
	if err != nil && !ent.IsNotFound(err) {
		return nil, fmt.Errorf("read the viewer's authenticator: %w", err)
	}
	held.Passkeys, err = f.client.Passkey.Query().Order(ent.Desc(passkey.FieldCreatedAt, passkey.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the viewer's passkeys: %w", err)
	}
	codes, err := f.client.RecoveryCode.Query().Order(ent.Asc(recoverycode.FieldID)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the viewer's recovery codes: %w", err)
	}
	for _, code := range codes {
		if held.RecoveryCodes == nil {
			held.RecoveryCodes = &RecoveryCodes{Total: len(codes), MadeAt: code.CreatedAt}
		}
		if code.UsedAt == nil {
			held.RecoveryCodes.Left++
		}
	}
	return held, nil
}
