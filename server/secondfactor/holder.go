package secondfactor

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"latchkey/ent"
	"latchkey/ent/passkey"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
)

// holder is a user as WebAuthn sees one. The user handle is the id's octets.
type holder struct {
	id          nodeid.ID
	email, name string
	credentials []webauthn.Credential
}

func (h holder) WebAuthnID() []byte                         { return []byte(h.id) }
func (h holder) WebAuthnName() string                       { return h.email }
func (h holder) WebAuthnDisplayName() string                { return h.name }
func (h holder) WebAuthnCredentials() []webauthn.Credential { return h.credentials }

func holderOf(user nodeid.ID, rows []*ent.Passkey) (holder, error) {
	owner := holder{id: user, credentials: make([]webauthn.Credential, len(rows))}
	for i, row := range rows {
		if err := json.Unmarshal(row.Credential, &owner.credentials[i]); err != nil {
			return holder{}, fmt.Errorf("decode passkey %s: %w", row.ID, err)
		}
	}
	return owner, nil
}

// usePasskey checks the answer of a device against the user's passkeys and notes the use.
func (f *Factors) usePasskey(ctx context.Context, tx *database.Tx, user nodeid.ID, session webauthn.SessionData, answer *protocol.ParsedCredentialAssertionData) error {
	rows, err := tx.Passkey.Query().Where(passkey.UserID(user)).All(ctx)
	if err != nil {
		return fmt.Errorf("read passkeys: %w", err)
	}
	owner, err := holderOf(user, rows)
	if err != nil {
		return err
	}
	validate := func() (*webauthn.Credential, error) { return f.relying.ValidateLogin(owner, session, answer) }
	if len(session.UserID) == 0 {
		validate = func() (*webauthn.Credential, error) {
			return f.relying.ValidateDiscoverableLogin(func(_, _ []byte) (webauthn.User, error) { return owner, nil }, session, answer)
		}
	}
	used, err := validate()
	if err != nil {
		return f.refused("passkey", user, err)
	}
	if used.Authenticator.CloneWarning { // WebAuthn §6.1.1
		f.log.WarnContext(ctx, "the counter of a passkey went back: it may have been copied", "user", user)
		return refusal.Invalid("passkey", "This passkey was used elsewhere since, as if it had been copied. Remove it and use another.")
	}
	encoded, err := json.Marshal(used)
	if err != nil {
		return fmt.Errorf("encode a passkey: %w", err)
	}
	err = tx.Passkey.Update().Where(passkey.CredentialID(used.ID), passkey.UserID(user)).
		SetCredential(encoded).SetLastUsedAt(f.clock.Now()).Exec(ctx)
	if err != nil {
		return fmt.Errorf("note the use of a passkey: %w", err)
	}
	return nil
}
