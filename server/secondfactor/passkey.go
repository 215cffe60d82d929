package secondfactor

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/go-webauthn/webauthn/webauthn"

	"latchkey/ent"
	"latchkey/ent/challenge"
	"latchkey/ent/passkey"
	"latchkey/ent/user"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/organization"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/viewer"
)

// MaxPasskeys is how many a user can have.
const MaxPasskeys = 20

// StartPasskey begins to make a passkey for the viewer: see OfferPasskey.
//
// Refusals: UNAUTHENTICATED, STEP_UP_REQUIRED, CONFLICT when there are enough.
func (f *Factors) StartPasskey(ctx context.Context) (request seal.Token, options json.RawMessage, err error) {
	me, err := viewer.RequireStepUp(ctx, f.clock.Now())
	if err != nil {
		return "", nil, err
	}
	v, _ := viewer.FromContext(ctx)
	system := viewer.System(ctx)
	person, err := f.client.User.Query().Where(user.ID(me), user.DeletedAtIsNil()).WithPasskeys().Only(system)
	if ent.IsNotFound(err) {
		return "", nil, refusal.Unauthenticated()
	}
	if err != nil {
		return "", nil, fmt.Errorf("start a passkey: %w", err)
	}
	if len(person.Edges.Passkeys) >= MaxPasskeys {
		return "", nil, enoughPasskeys()
	}
	owner, err := holderOf(me, person.Edges.Passkeys)
	if err != nil {
		return "", nil, err
	}
	options, data, err := f.OfferPasskey(me, person.Email, person.Name, owner.credentials...)
	if err != nil {
		return "", nil, err
	}
	request, err = f.begin(ctx, challenge.KindPASSKEY_NEW, me, v.Session, data)
	return request, options, err
}

// AddPasskey keeps the passkey that a device made after StartPasskey. codes are
// new recovery codes; nil when the viewer had a second factor before.
//
// Refusals: UNAUTHENTICATED, STEP_UP_REQUIRED, CONFLICT when there are enough,
// VALIDATION_FAILED on "credential" or "name".
func (f *Factors) AddPasskey(ctx context.Context, request string, credential json.RawMessage, name string) (codes []string, err error) {
	if _, err := viewer.RequireStepUp(ctx, f.clock.Now()); err != nil {
		return nil, err
	}
	asked, err := f.challenges.Find(ctx, request, challenge.KindPASSKEY_NEW)
	if errors.Is(err, refusal.Unauthenticated()) {
		return nil, late()
	}
	if err != nil {
		return nil, err
	}
	return f.add(ctx, "passkey", func(ctx context.Context, tx *database.Tx, me nodeid.ID) error {
		if err := f.challenges.Meet(ctx, tx, asked.ID); errors.Is(err, refusal.Unauthenticated()) {
			return late()
		} else if err != nil {
			return err
		}
		made, err := f.AttestPasskey(me, asked.Data, credential)
		if err != nil {
			return err
		}
		_, err = f.InsertPasskey(ctx, tx, me, made, name)
		return err
	})
}

// RenamePasskey changes what the viewer calls one of theirs.
//
// Refusals: UNAUTHENTICATED, NOT_FOUND, VALIDATION_FAILED on "name".
func (f *Factors) RenamePasskey(ctx context.Context, id nodeid.ID, name string) (*ent.Passkey, error) {
	me, err := viewer.RequireUser(ctx)
	if err != nil {
		return nil, err
	}
	if name, err = organization.Name("name", name); err != nil {
		return nil, err
	}
	renamed, err := database.InTx(viewer.System(ctx), f.store, func(ctx context.Context, tx *database.Tx) (*ent.Passkey, error) {
		return tx.Passkey.UpdateOneID(id).Where(passkey.UserID(me)).SetName(name).Save(ctx)
	})
	if ent.IsNotFound(err) {
		return nil, refusal.NotFound()
	}
	if err != nil {
		return nil, fmt.Errorf("rename a passkey: %w", err)
	}
	return renamed, nil
}

// RemovePasskey forgets one of the viewer's passkeys, and with the last second
// factor the access that demands one. Repeating it is no error.
//
// Refusals: UNAUTHENTICATED, STEP_UP_REQUIRED.
func (f *Factors) RemovePasskey(ctx context.Context, id nodeid.ID) error {
	return f.remove(ctx, "passkey", func(ctx context.Context, tx *database.Tx, me nodeid.ID) (int, error) {
		return tx.Passkey.Delete().Where(passkey.ID(id), passkey.UserID(me)).Exec(ctx)
	})
}

// InsertPasskey gives the user a passkey that AttestPasskey took. name is what they call it, as typed.
//
// Refusals: CONFLICT when there are enough, VALIDATION_FAILED on "name" or "credential".
func (f *Factors) InsertPasskey(ctx context.Context, tx *database.Tx, user nodeid.ID, credential *webauthn.Credential, name string) (*ent.Passkey, error) {
	ctx = viewer.System(ctx)
	name, err := organization.Name("name", name)
	if err != nil {
		return nil, err
	}
	if held, err := tx.Passkey.Query().Where(passkey.UserID(user)).Count(ctx); err != nil {
		return nil, fmt.Errorf("count passkeys: %w", err)
	} else if held >= MaxPasskeys {
		return nil, enoughPasskeys()
	}
	encoded, err := json.Marshal(credential)
	if err != nil {
		return nil, fmt.Errorf("encode a passkey: %w", err)
	}
	made, err := tx.Passkey.Create().SetUserID(user).SetCredentialID(credential.ID).SetCredential(encoded).
		SetName(name).SetCreatedAt(f.clock.Now()).Save(ctx)
	if database.IsUniqueViolation(err) {
		return nil, refusal.Invalid("credential", "This passkey is in use already.")
	}
	if err != nil {
		return nil, fmt.Errorf("keep a passkey: %w", err)
	}
	return made, setSecondFactor(ctx, tx, user, true)
}

func enoughPasskeys() error {
	return refusal.Conflict(fmt.Sprintf("You have %d passkeys. Remove one that you no longer use first.", MaxPasskeys))
}

func late() error {
	return refusal.Invalid("credential", "That took too long, or it was done already. Try again.")
}
