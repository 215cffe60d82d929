package secondfactor

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"latchkey/ent"
	"latchkey/ent/challenge"
	"latchkey/ent/passkey"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/viewer"
)

// RequestPasskey begins a ceremony: what a browser needs to ask for a passkey.
// Without a user it is one of anybody; with a session, that session alone can
// end it. The request is a token that works once.
//
// Refusals: NOT_FOUND when the user has no passkey, CONFLICT where there are none.
func (f *Factors) RequestPasskey(ctx context.Context, purpose challenge.Kind, user, session nodeid.ID) (request seal.Token, options json.RawMessage, err error) {
	if f.relying == nil {
		return "", nil, noPasskeys()
	}
	options, data, err := f.askPasskey(viewer.System(ctx), user)
	if err != nil {
		return "", nil, err
	}
	request, err = f.begin(ctx, purpose, user, session, data)
	return request, options, err
}

// begin keeps what the other half of a ceremony needs.
func (f *Factors) begin(ctx context.Context, purpose challenge.Kind, user, session nodeid.ID, data []byte) (seal.Token, error) {
	return database.InTx(viewer.System(ctx), f.store, func(ctx context.Context, tx *database.Tx) (seal.Token, error) {
		begun, err := f.challenges.Begin(ctx, tx, purpose, func(c *ent.ChallengeCreate) {
			c.SetData(data)
			if user != "" {
				c.SetUserID(user)
			}
			if session != "" {
				c.SetSessionID(session)
			}
		})
		return begun.Token, err
	})
}

func (f *Factors) askPasskey(ctx context.Context, user nodeid.ID) (options json.RawMessage, data []byte, err error) {
	var assertion *protocol.CredentialAssertion
	var session *webauthn.SessionData
	if user == "" {
		assertion, session, err = f.relying.BeginDiscoverableLogin()
	} else {
		var rows []*ent.Passkey
		if rows, err = f.client.Passkey.Query().Where(passkey.UserID(user)).All(ctx); err != nil {
			return nil, nil, fmt.Errorf("read passkeys: %w", err)
		}
		if len(rows) == 0 {
			return nil, nil, refusal.NotFound()
		}
		var owner holder
		if owner, err = holderOf(user, rows); err != nil {
			return nil, nil, err
		}
		assertion, session, err = f.relying.BeginLogin(owner)
	}
	if err != nil {
		return nil, nil, fmt.Errorf("ask for a passkey: %w", err)
	}
	return encode(assertion.Response, session)
}

// VerifyPasskey ends a ceremony that RequestPasskey began for the same purpose,
// once, and says whose passkey it was: the device has verified that person by a
// finger, a face or a PIN. It locks their row. For a request that was made for a
// session the context must be that session's, not the system's.
//
// Refusals: VALIDATION_FAILED on "passkey".
func (f *Factors) VerifyPasskey(ctx context.Context, tx *database.Tx, purpose challenge.Kind, proof PasskeyProof) (user nodeid.ID, err error) {
	if f.relying == nil {
		return "", wrongPasskey()
	}
	asked, err := f.challenges.Find(ctx, proof.Request, purpose)
	if err != nil {
		return "", asLate(err)
	}
	session, err := parseSession(asked.Data)
	if err != nil {
		return "", err
	}
	answer, err := protocol.ParseCredentialRequestResponseBytes(proof.Credential)
	if err != nil {
		return "", f.refused("passkey", "", err)
	}
	if user, err = lockOwner(ctx, tx, asked, answer); err != nil {
		return "", err
	}
	if err := f.challenges.Meet(ctx, tx, asked.ID); err != nil {
		return "", asLate(err)
	}
	if err := f.usePasskey(viewer.System(ctx), tx, user, session, answer); err != nil {
		return "", err
	}
	return user, nil
}

// lockOwner locks the row of whoever is asked for a passkey. Where it is
// anybody, the device says whose passkey it answers with; the signature proves it.
func lockOwner(ctx context.Context, tx *database.Tx, asked *ent.Challenge, answer *protocol.ParsedCredentialAssertionData) (nodeid.ID, error) {
	var user nodeid.ID
	if asked.UserID != nil {
		user = *asked.UserID
	} else if parsed, err := nodeid.Parse(string(answer.Response.UserHandle)); err == nil {
		user = parsed
	}
	_, err := lockUser(ctx, tx, user)
	if errors.Is(err, refusal.Unauthenticated()) {
		return "", wrongPasskey()
	}
	return user, err
}

// encode writes both halves of a ceremony: the browser's and ours.
func encode(options any, session *webauthn.SessionData) (json.RawMessage, []byte, error) {
	theirs, err := json.Marshal(options)
	if err != nil {
		return nil, nil, fmt.Errorf("encode a ceremony: %w", err)
	}
	ours, err := json.Marshal(session)
	if err != nil {
		return nil, nil, fmt.Errorf("encode a ceremony: %w", err)
	}
	return theirs, ours, nil
}

func parseSession(data []byte) (session webauthn.SessionData, err error) {
	if err = json.Unmarshal(data, &session); err != nil {
		err = fmt.Errorf("decode a ceremony: %w", err)
	}
	return session, err
}

// refused says no to a device's answer; why is for the log alone.
func (f *Factors) refused(field string, user nodeid.ID, why error) error {
	f.log.Info("a passkey was refused", "user", user, "reason", why)
	if field == "passkey" {
		return wrongPasskey()
	}
	return refusal.Invalid(field, "The device’s answer could not be verified. Try again.")
}

func wrongPasskey() error {
	return refusal.Invalid("passkey", "This passkey was not accepted. Try again.")
}

// asLate turns a ceremony that is over into a wrong input.
func asLate(err error) error {
	if errors.Is(err, refusal.Unauthenticated()) {
		return refusal.Invalid("passkey", "That took too long, or it was done already. Try again.")
	}
	return err
}

func noPasskeys() error {
	return refusal.Conflict("Passkeys need the server to be reached by a name, and this one is reached by an IP address.")
}
