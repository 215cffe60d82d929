package identity_test

import (
	"bytes"
	"context"
	"encoding/json"
	"strconv"
	"strings"

	"latchkey/ent"
	"latchkey/ent/authenticator"
	entchallenge "latchkey/ent/challenge"
	"latchkey/ent/passkey"
	"latchkey/ent/recoverycode"
	"latchkey/ent/user"
	"latchkey/server/challenge"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/secondfactor"
	"latchkey/server/viewer"
)

// factors are second factors as identity relies on them, without their
// cryptography: a code is its owner's id and a number, right when that is
// greater than the last one taken; a passkey's credential is the id of its owner.
type factors struct {
	store      *database.Store
	challenges *challenge.Challenges
}

func (f *factors) Methods(ctx context.Context, person nodeid.ID) (methods []secondfactor.Method, err error) {
	ctx = viewer.System(ctx)
	if f.store.Client().Passkey.Query().Where(passkey.UserID(person)).ExistX(ctx) {
		methods = append(methods, secondfactor.MethodPasskey)
	}
	if f.store.Client().Authenticator.Query().Where(authenticator.UserID(person)).ExistX(ctx) {
		methods = append(methods, secondfactor.MethodAuthenticator)
	}
	return methods, nil
}

func (f *factors) Verify(ctx context.Context, tx *database.Tx, person nodeid.ID, proof secondfactor.Proof) error {
	ctx = viewer.System(ctx)
	var taken int
	var err error
	field := "proof"
	switch {
	case proof.Passkey != nil && proof.Code == "":
		owner, err := f.VerifyPasskey(ctx, tx, entchallenge.KindPASSKEY_SECOND_FACTOR, *proof.Passkey)
		if err == nil && owner != person {
			err = refusal.Invalid("passkey", "That is another's.")
		}
		return err
	case proof.Code != "" && proof.Passkey == nil:
		field = "code"
		owner, number, _ := strings.Cut(proof.Code, " ")
		step, malformed := strconv.ParseInt(number, 10, 64)
		if malformed != nil || owner != person.String() {
			break
		}
		taken, err = tx.Authenticator.Update().Where(authenticator.UserID(person), authenticator.LastStepLT(step)).SetLastStep(step).Save(ctx)
	case proof.RecoveryCode != "":
		field = "recoveryCode"
		taken, err = tx.RecoveryCode.Update().
			Where(recoverycode.UserID(person), recoverycode.CodeHash([]byte(proof.RecoveryCode)), recoverycode.UsedAtIsNil()).
			SetUsedAt(f.store.Clock().Now()).Save(ctx)
	}
	if err == nil && taken == 0 {
		err = refusal.Invalid(field, "That is wrong.")
	}
	return err
}

func (f *factors) RequestPasskey(ctx context.Context, purpose entchallenge.Kind, person, session nodeid.ID) (seal.Token, json.RawMessage, error) {
	ctx = viewer.System(ctx)
	if person != "" && !f.store.Client().Passkey.Query().Where(passkey.UserID(person)).ExistX(ctx) {
		return "", nil, refusal.NotFound()
	}
	begun, err := database.InTx(ctx, f.store, func(ctx context.Context, tx *database.Tx) (challenge.Begun, error) {
		return f.challenges.Begin(ctx, tx, purpose, func(c *ent.ChallengeCreate) {
			if person != "" {
				c.SetUserID(person)
			}
			if session != "" {
				c.SetSessionID(session)
			}
		})
	})
	return begun.Token, json.RawMessage(`{}`), err
}

func (f *factors) VerifyPasskey(ctx context.Context, tx *database.Tx, purpose entchallenge.Kind, proof secondfactor.PasskeyProof) (nodeid.ID, error) {
	refused := refusal.Invalid("passkey", "That is wrong.")
	asked, err := f.challenges.Find(ctx, proof.Request, purpose)
	if err != nil {
		return "", refused
	}
	ctx = viewer.System(ctx)
	owner := nodeid.ID(bytes.Trim(proof.Credential, `"`))
	if asked.UserID != nil && *asked.UserID != owner || !tx.Passkey.Query().Where(passkey.UserID(owner)).ExistX(ctx) {
		return "", refused
	}
	if f.challenges.Meet(ctx, tx, asked.ID) != nil {
		return "", refused
	}
	return owner, nil
}

// recoveryCodes are those that everybody is given; another's open nothing.
func recoveryCodes(of nodeid.ID) []string { return []string{of.String() + " 1", of.String() + " 2"} }

// gainsFactor gives somebody a second factor, as an act of one of their sessions.
func (w *world) gainsFactor(of nodeid.ID, acting nodeid.ID, add func(ctx context.Context, tx *database.Tx) error) (token seal.Token) {
	w.t.Helper()
	err := database.Write(viewer.System(w.t.Context()), w.store, func(ctx context.Context, tx *database.Tx) error {
		before := tx.User.GetX(ctx, of).SecondFactor
		if err := add(ctx, tx); err != nil || before {
			return err
		}
		for _, code := range recoveryCodes(of) {
			tx.RecoveryCode.Create().SetUserID(of).SetCodeHash([]byte(code)).SetCreatedAt(w.store.Clock().Now()).ExecX(ctx)
		}
		tx.User.UpdateOneID(of).SetSecondFactor(true).ExecX(ctx)
		if err := w.id.EndSessions(ctx, tx, of, acting); err != nil || acting == "" {
			return err
		}
		tx.Session.UpdateOneID(acting).SetSecondFactorAt(w.store.Clock().Now()).ExecX(ctx)
		var err error
		token, err = w.id.Renew(ctx, tx, acting)
		return err
	})
	if err != nil {
		w.t.Fatalf("add a second factor: %v", err)
	}
	return token
}

func (w *world) gainsAuthenticator(of, acting nodeid.ID) seal.Token {
	w.t.Helper()
	return w.gainsFactor(of, acting, func(ctx context.Context, tx *database.Tx) error {
		now := w.store.Clock().Now()
		return tx.Authenticator.Create().SetUserID(of).SetSecretSealed([]byte("x")).SetCreatedAt(now).SetConfirmedAt(now).Exec(ctx)
	})
}

func (w *world) gainsPasskey(of, acting nodeid.ID) seal.Token {
	w.t.Helper()
	return w.gainsFactor(of, acting, func(ctx context.Context, tx *database.Tx) error {
		return tx.Passkey.Create().SetUserID(of).SetCredentialID([]byte(of)).SetCredential([]byte("x")).
			SetName("Laptop").SetCreatedAt(w.store.Clock().Now()).Exec(ctx)
	})
}

// losesFactors takes an authenticator, a passkey or both from somebody.
func (w *world) losesFactors(of nodeid.ID, app, key bool) {
	w.t.Helper()
	err := database.Write(viewer.System(w.t.Context()), w.store, func(ctx context.Context, tx *database.Tx) error {
		if app {
			tx.Authenticator.Delete().Where(authenticator.UserID(of)).ExecX(ctx)
		}
		if key {
			tx.Passkey.Delete().Where(passkey.UserID(of)).ExecX(ctx)
		}
		left := tx.Authenticator.Query().Where(authenticator.UserID(of)).ExistX(ctx) || tx.Passkey.Query().Where(passkey.UserID(of)).ExistX(ctx)
		if left {
			return nil
		}
		tx.RecoveryCode.Delete().Where(recoverycode.UserID(of)).ExecX(ctx)
		return tx.User.Update().Where(user.ID(of)).SetSecondFactor(false).Exec(ctx)
	})
	if err != nil {
		w.t.Fatalf("remove a second factor: %v", err)
	}
}

// code is one of somebody's authenticator app.
func code(of nodeid.ID, step int) *secondfactor.Proof {
	return &secondfactor.Proof{Code: of.String() + " " + strconv.Itoa(step)}
}

// byPasskey is a device's answer to a ceremony.
func byPasskey(request seal.Token, owner nodeid.ID) secondfactor.PasskeyProof {
	return secondfactor.PasskeyProof{Request: request.Reveal(), Credential: json.RawMessage(`"` + owner.String() + `"`)}
}
