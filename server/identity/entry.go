package identity

import (
	"context"
	"time"

	"latchkey/ent"
	entchallenge "latchkey/ent/challenge"
	"latchkey/server/challenge"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/secondfactor"
	"latchkey/server/viewer"
)

// Entry is how far a password leads: to a session, or to the second factor
// that is asked for. Exactly one is set.
type Entry struct {
	SignedIn     *SignedIn
	SecondFactor *SecondFactor
}

// SecondFactor is what is still to be proved.
type SecondFactor struct {
	// Challenge names the sign-in or the reset that waits for it. It is a secret.
	Challenge seal.Token
	// Methods are those that the account has, the easiest first.
	Methods   []secondfactor.Method
	ExpiresAt time.Time
}

// enter goes on from a password that was right a moment ago. What the account
// demands is asked of the row as it is now, and whoever changes it waits: a
// password or a lack of a second factor that is no more leads nowhere.
func (i *Identity) enter(ctx context.Context, proven *ent.User, device Device) (*Entry, error) {
	var asked *challenge.Begun
	in, err := database.InTx(viewer.System(ctx), i.store, func(ctx context.Context, tx *database.Tx) (*SignedIn, error) {
		asked = nil
		live, err := lockPerson(ctx, tx, proven.ID)
		if err != nil {
			return nil, err
		}
		if live.PasswordHash != proven.PasswordHash {
			return nil, refusal.WrongPassword()
		}
		if !live.SecondFactor {
			return i.Begin(ctx, tx, live, device, false)
		}
		begun, err := i.challenges.Begin(ctx, tx, entchallenge.KindSIGN_IN, func(c *ent.ChallengeCreate) { c.SetUserID(live.ID) })
		asked = &begun
		return nil, err
	})
	if err != nil || asked == nil {
		return &Entry{SignedIn: in}, err
	}
	methods, err := i.factors.Methods(viewer.System(ctx), proven.ID)
	return &Entry{SecondFactor: &SecondFactor{asked.Token, methods, asked.ExpiresAt}}, err
}

// VerifySecondFactor proves the second factor that SignIn asked for and begins
// a session. Of two who meet one challenge at the same time one gets it.
//
// Refusals: UNAUTHENTICATED when the challenge is over, VALIDATION_FAILED on
// "code", "recoveryCode", "passkey" or "proof", RATE_LIMITED.
func (i *Identity) VerifySecondFactor(ctx context.Context, token string, proof secondfactor.Proof, device Device) (*SignedIn, error) {
	asked, err := i.challenges.Find(ctx, token, entchallenge.KindSIGN_IN)
	if err != nil {
		return nil, err
	}
	if asked.UserID == nil { // never begun so
		return nil, refusal.Unauthenticated()
	}
	right, err := i.tryCode(ctx, asked, token, factorKey(*asked.UserID), device)
	if err != nil {
		return nil, err
	}
	in, err := database.InTx(viewer.System(ctx), i.store, func(ctx context.Context, tx *database.Tx) (*SignedIn, error) {
		live, err := i.meet(ctx, tx, asked, &proof)
		if err != nil {
			return nil, err
		}
		return i.Begin(ctx, tx, live, device, true)
	})
	if err != nil {
		return nil, err
	}
	right()
	return in, nil
}

// meet ends a challenge of somebody who proves their second factor; without
// one proof is not looked at. It returns them as they are.
//
// Refusals: UNAUTHENTICATED, VALIDATION_FAILED.
func (i *Identity) meet(ctx context.Context, tx *database.Tx, asked *ent.Challenge, proof *secondfactor.Proof) (*ent.User, error) {
	live, err := lockPerson(ctx, tx, *asked.UserID) // first of all: two proofs come one after the other
	if err != nil {
		return nil, err
	}
	if err := i.challenges.Meet(ctx, tx, asked.ID); err != nil {
		return nil, err
	}
	switch {
	case proof != nil && (live.SecondFactor || asked.Kind == entchallenge.KindSIGN_IN):
		return live, i.factors.Verify(ctx, tx, live.ID, *proof)
	case live.SecondFactor:
		return nil, refusal.Invalid("proof", "This account has a second factor. Prove it, too.")
	default:
		return live, nil
	}
}

// tryCode counts an answer to a challenge before it is looked at: by the
// remote address, by the account, and for the challenge itself. right takes
// back the first two when it was the right one.
//
// Refusals: RATE_LIMITED, UNAUTHENTICATED.
func (i *Identity) tryCode(ctx context.Context, asked *ent.Challenge, token, account string, device Device) (right func(), err error) {
	remote := neighbourhood(device.RemoteAddress)
	key := i.familiar.key(account, remote)
	if err := i.remotes.try(remote); err != nil {
		return nil, err
	}
	if err := i.codes.try(key); err != nil {
		return nil, err
	}
	if _, err := i.challenges.Try(ctx, token, asked.Kind); err != nil {
		return nil, err
	}
	return func() {
		i.remotes.excuse(remote)
		i.codes.forgive(key)
		i.familiar.remember(account, remote)
	}, nil
}

func factorKey(person nodeid.ID) string { return "second factor of " + person.String() }
