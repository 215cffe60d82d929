package secondfactor

import (
	"encoding/json"
	"fmt"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"latchkey/server/nodeid"
)

// OfferPasskey is what a browser needs to make a passkey, and the data that
// AttestPasskey needs to take it: keep data where the browser can't change it,
// for one use. exclude are passkeys whose devices need no other.
//
// Refusals: CONFLICT where there are no passkeys.
func (f *Factors) OfferPasskey(user nodeid.ID, email, name string, exclude ...webauthn.Credential) (options json.RawMessage, data []byte, err error) {
	if f.relying == nil {
		return nil, nil, noPasskeys()
	}
	creation, session, err := f.relying.BeginRegistration(
		holder{id: user, email: email, name: name}, webauthn.WithExclusions(webauthn.Credentials(exclude).CredentialDescriptors()),
	)
	if err != nil {
		return nil, nil, fmt.Errorf("offer a passkey: %w", err)
	}
	return encode(creation.Response, session)
}

// AttestPasskey takes the passkey that a device made after OfferPasskey.
//
// Refusals: VALIDATION_FAILED on "credential".
func (f *Factors) AttestPasskey(user nodeid.ID, data []byte, credential json.RawMessage) (*webauthn.Credential, error) {
	if f.relying == nil {
		return nil, noPasskeys()
	}
	session, err := parseSession(data)
	if err != nil {
		return nil, err
	}
	made, err := protocol.ParseCredentialCreationResponseBytes(credential)
	if err != nil {
		return nil, f.refused("credential", user, err)
	}
	attested, err := f.relying.CreateCredential(holder{id: user}, session, made)
	if err != nil {
		return nil, f.refused("credential", user, err)
	}
	return attested, nil
}
