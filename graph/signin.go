package graph

import (
	"context"
	"encoding/json"
	"time"

	"latchkey/ent/challenge"
	"latchkey/ent/invitation"
	"latchkey/graph/model"
	"latchkey/server/identity"
	"latchkey/server/refusal"
	"latchkey/server/secondfactor"
)

// secondFactor shows what is still to be proved; nil when nothing is.
func secondFactor(asked *identity.SecondFactor) *model.SecondFactorChallenge {
	if asked == nil {
		return nil
	}
	methods := make([]model.SecondFactorMethod, len(asked.Methods))
	for n, method := range asked.Methods {
		methods[n] = model.SecondFactorMethod(method)
	}
	return &model.SecondFactorChallenge{Challenge: asked.Challenge.Reveal(), Methods: methods, ExpiresAt: asked.ExpiresAt}
}

// proof reads what somebody proves their second factor with; nil for none.
func proof(input *model.SecondFactorProof) *secondfactor.Proof {
	if input == nil {
		return nil
	}
	out := &secondfactor.Proof{Code: given(input.Code), RecoveryCode: given(input.RecoveryCode)}
	if passkey := input.Passkey.Value(); passkey != nil {
		out.Passkey = passkeyProof(passkey)
	}
	return out
}

func passkeyProof(input *model.PasskeyProof) *secondfactor.PasskeyProof {
	return &secondfactor.PasskeyProof{Request: input.Request, Credential: json.RawMessage(input.Credential)}
}

// requestPasskey begins a ceremony. Step-up alone does without the response's
// cookie, because it works over a WebSocket, too.
func (r *Resolver) requestPasskey(ctx context.Context, purpose model.PasskeyPurpose, token string) (*identity.PasskeyRequest, error) {
	if purpose == model.PasskeyPurposeStepUp {
		return r.Identity.RequestStepUpPasskey(ctx)
	}
	at, err := door(ctx)
	if err != nil {
		return nil, err
	}
	if purpose == model.PasskeyPurposeSignIn {
		return r.Identity.RequestSignInPasskey(ctx, at.device)
	}
	if token == "" {
		return nil, refusal.Invalid("challenge", "Say which challenge the passkey is for.")
	}
	return r.Identity.RequestSecondFactorPasskey(ctx, token, at.device)
}

// stepUp confirms with a new token where the browser can be given one, which
// it can't over a WebSocket.
func stepUp(ctx context.Context, confirm func(renew bool) (*identity.SteppedUp, error)) (until time.Time, err error) {
	at, err := door(ctx)
	renew := err == nil
	up, err := confirm(renew)
	if err != nil {
		return time.Time{}, err
	}
	if renew {
		at.cookie.Renew(up.Token, up.ExpiresAt)
	}
	return up.Until, nil
}

// challengeLanguage is what a code's e-mail is written in.
func challengeLanguage(asked invitation.Language) challenge.Language {
	if asked == "" {
		return challenge.DefaultLanguage
	}
	return challenge.Language(asked)
}
