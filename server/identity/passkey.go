package identity

import (
	"context"
	"encoding/json"
	"errors"

	entchallenge "latchkey/ent/challenge"
	"latchkey/server/database"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/secondfactor"
	"latchkey/server/viewer"
)

// PasskeyRequest is what a browser needs to ask for a passkey.
type PasskeyRequest struct {
	// Request names the ceremony; it works once.
	Request seal.Token
	// Options are WebAuthn's PublicKeyCredentialRequestOptions.
	Options json.RawMessage
}

// RequestSignInPasskey asks for any passkey of any account.
//
// Refusals: RATE_LIMITED.
func (i *Identity) RequestSignInPasskey(ctx context.Context, device Device) (*PasskeyRequest, error) {
	return i.requestPasskey(ctx, entchallenge.KindPASSKEY_SIGN_IN, viewer.Viewer{}, neighbourhood(device.RemoteAddress))
}

// RequestSecondFactorPasskey asks for a passkey of whoever signs in or chooses
// a new password by a challenge.
//
// Refusals: UNAUTHENTICATED, NOT_FOUND, RATE_LIMITED.
func (i *Identity) RequestSecondFactorPasskey(ctx context.Context, token string, device Device) (*PasskeyRequest, error) {
	asked, err := i.challenges.Find(ctx, token, entchallenge.KindSIGN_IN)
	if errors.Is(err, refusal.Unauthenticated()) {
		asked, err = i.provenReset(ctx, token)
	}
	if err != nil {
		return nil, err
	}
	whose := viewer.Viewer{User: *asked.UserID}
	return i.requestPasskey(ctx, entchallenge.KindPASSKEY_SECOND_FACTOR, whose, neighbourhood(device.RemoteAddress))
}

// RequestStepUpPasskey asks for a passkey of the viewer; this session alone can use it.
//
// Refusals: UNAUTHENTICATED, NOT_FOUND, RATE_LIMITED.
func (i *Identity) RequestStepUpPasskey(ctx context.Context) (*PasskeyRequest, error) {
	me, err := viewer.RequireUser(ctx)
	if err != nil {
		return nil, err
	}
	v, _ := viewer.FromContext(ctx)
	return i.requestPasskey(ctx, entchallenge.KindPASSKEY_STEP_UP, v, me.String())
}

// requestPasskey counts by who asks: each ceremony is a row until it is swept away.
func (i *Identity) requestPasskey(ctx context.Context, purpose entchallenge.Kind, whose viewer.Viewer, asker string) (*PasskeyRequest, error) {
	if err := i.ceremonies.try(asker); err != nil {
		return nil, err
	}
	request, options, err := i.factors.RequestPasskey(viewer.System(ctx), purpose, whose.User, whose.Session)
	if err != nil {
		return nil, err
	}
	return &PasskeyRequest{request, options}, nil
}

// SignInWithPasskey begins a session by a passkey alone. It is both factors:
// the device itself has asked for a finger, a face or a PIN.
//
// Refusals: UNAUTHENTICATED, RATE_LIMITED.
func (i *Identity) SignInWithPasskey(ctx context.Context, proof secondfactor.PasskeyProof, device Device) (*SignedIn, error) {
	remote := neighbourhood(device.RemoteAddress)
	if err := i.remotes.try(remote); err != nil {
		return nil, err
	}
	in, err := database.InTx(viewer.System(ctx), i.store, func(ctx context.Context, tx *database.Tx) (*SignedIn, error) {
		person, err := i.factors.VerifyPasskey(ctx, tx, entchallenge.KindPASSKEY_SIGN_IN, proof)
		if _, refused := refusal.As(err); refused {
			return nil, refusal.PasskeyRefused() // what was wrong with it is for nobody to know
		}
		if err != nil {
			return nil, err
		}
		live, err := lockPerson(ctx, tx, person)
		if err != nil {
			return nil, err
		}
		return i.Begin(ctx, tx, live, device, true)
	})
	if err != nil {
		return nil, err
	}
	i.remotes.excuse(remote)
	i.ceremonies.forgive(remote)
	return in, nil
}
