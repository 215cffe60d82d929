package identity

import (
	"context"
	"fmt"

	"latchkey/ent"
	"latchkey/ent/user"
	"latchkey/server/address"
	"latchkey/server/addressclaim"
	"latchkey/server/audit"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/organization"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// Person is somebody who is to become a user, checked and with the password
// hashed: hashing takes long and so happens before the transaction.
type Person struct {
	id           nodeid.ID // empty for a new one
	email        address.Address
	name         string
	passwordHash string
}

// Email is the login identifier.
func (p Person) Email() address.Address { return p.email }

// NewPerson checks what somebody typed about themselves.
//
// Refusals: VALIDATION_FAILED on "name", "email" or "password".
func (i *Identity) NewPerson(ctx context.Context, name, email, password string) (Person, error) {
	name, err := organization.Name("name", name)
	if err != nil {
		return Person{}, err
	}
	at, err := address.Parse(email)
	if err != nil {
		return Person{}, refusal.Invalid("email", "Write an e-mail address, such as anna@acme.example.")
	}
	hash, err := i.HashPassword(ctx, password, at)
	if err != nil {
		return Person{}, err
	}
	return Person{email: at, name: name, passwordHash: hash}, nil
}

// CreateUser makes a user. Their address becomes a login identifier: from then on it can't be shared.
//
// Refusals: ADDRESS_IS_SHARED, CONFLICT.
func (i *Identity) CreateUser(ctx context.Context, tx *database.Tx, p Person) (*ent.User, error) {
	ctx = viewer.System(ctx)
	claim, err := addressclaim.Login(ctx, tx, p.email.String())
	if err != nil {
		return nil, err
	}
	create := tx.User.Create().SetEmail(p.email.String()).SetClaimID(claim).SetName(p.name).
		SetPasswordHash(p.passwordHash).SetCreatedAt(i.clock.Now())
	if p.id != "" {
		create.SetID(p.id)
	}
	made, err := create.Save(ctx)
	if database.IsUniqueViolation(err) {
		return nil, refusal.Conflict("Somebody signs in with " + p.email.Display() + " already.")
	}
	if err != nil {
		return nil, fmt.Errorf("create user: %w", err)
	}
	return made, audit.Append(ctx, tx, audit.Entry{Action: "user.created", Actor: made.ID, Subject: made.ID})
}

// Me returns the user who acts.
//
// Refusals: UNAUTHENTICATED.
func (i *Identity) Me(ctx context.Context) (*ent.User, error) {
	me, err := viewer.RequireUser(ctx)
	if err != nil {
		return nil, err
	}
	found, err := i.client.User.Query().Where(user.ID(me), user.DeletedAtIsNil()).Only(viewer.System(ctx))
	if ent.IsNotFound(err) {
		return nil, refusal.Unauthenticated()
	}
	if err != nil {
		return nil, fmt.Errorf("read the viewer: %w", err)
	}
	return found, nil
}
