package identity

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"fmt"
	"strings"

	"entgo.io/ent/dialect"

	"latchkey/ent"
	"latchkey/ent/user"
	"latchkey/server/address"
	"latchkey/server/database"
	"latchkey/server/organization"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// FirstSetUp is what a new server is told.
type FirstSetUp struct {
	Code             string
	OrganizationName string
	// Domain is the first that mail is accepted for.
	Domain                string
	Name, Email, Password string
}

// NewSetUpCode makes the code that a server prints at its start, when nobody
// can sign in yet: 80 random bits that a person can type.
func NewSetUpCode() string {
	text := strings.ToLower(rand.Text()[:16]) // base 32: five bits a letter
	return text[:4] + "-" + text[4:8] + "-" + text[8:12] + "-" + text[12:]
}

// SetUpNeeded tells whether the server is new: it has no user, or none any more.
func (i *Identity) SetUpNeeded(ctx context.Context) (bool, error) {
	exists, err := i.client.User.Query().Where(user.DeletedAtIsNil()).Exist(viewer.System(ctx))
	if err != nil {
		return false, fmt.Errorf("look for users: %w", err)
	}
	return !exists, nil
}

// SetUp makes the first user, organization and mail service, once, and signs
// that user in. An address on the mail service's domain becomes a mailbox.
//
// Refusals: FORBIDDEN for a wrong code, CONFLICT when it is done already,
// VALIDATION_FAILED, RATE_LIMITED.
func (i *Identity) SetUp(ctx context.Context, in FirstSetUp, device Device) (*SignedIn, error) {
	if needed, err := i.SetUpNeeded(ctx); err != nil || !needed {
		return nil, orSetUpDone(err)
	}
	if err := i.checkCode(in.Code, neighbourhood(device.RemoteAddress)); err != nil {
		return nil, err
	}
	domain, err := i.checkSetUp(in)
	if err != nil {
		return nil, err
	}
	person, err := i.NewPerson(ctx, in.Name, in.Email, in.Password)
	if err != nil {
		return nil, err
	}
	return database.InTx(viewer.System(ctx), i.store, func(ctx context.Context, tx *database.Tx) (*SignedIn, error) {
		first, err := i.setUp(ctx, tx, in.OrganizationName, domain, person)
		if err != nil {
			return nil, err
		}
		return i.Begin(ctx, tx, first, device, false)
	})
}

// setUp decides inside the transaction whether the server is still new: of two who try one wins.
func (i *Identity) setUp(ctx context.Context, tx *database.Tx, name, domain string, p Person) (*ent.User, error) {
	if tx.Dialect() == dialect.Postgres { // SQLite has one writer
		if _, err := tx.SQL.ExecContext(ctx, "LOCK TABLE users IN EXCLUSIVE MODE"); err != nil {
			return nil, fmt.Errorf("wait for others who set up: %w", err)
		}
	}
	if exists, err := tx.User.Query().Where(user.DeletedAtIsNil()).Exist(ctx); err != nil || exists {
		return nil, orSetUpDone(err)
	}
	first, err := i.CreateUser(ctx, tx, p)
	if err != nil {
		return nil, err
	}
	org, err := i.organizations.Create(ctx, tx, name, first.ID)
	if err != nil {
		return nil, err
	}
	service, err := i.organizations.CreateMailService(ctx, tx, org.ID, org.Name, domain)
	if err != nil {
		return nil, err
	}
	if p.Email().Domain() == domain {
		if _, err := i.organizations.CreateMailbox(ctx, tx, service, p.Email()); err != nil {
			return nil, err
		}
	}
	return first, nil
}

// checkCode compares in constant time; how it is written does not matter.
func (i *Identity) checkCode(typed, remote string) error {
	if err := i.setUps.try(remote); err != nil {
		return err
	}
	expected, given := plainCode(i.setUpCode), plainCode(typed)
	if expected == "" || subtle.ConstantTimeCompare([]byte(expected), []byte(given)) != 1 {
		return refusal.Forbidden("This is not the set-up code. The server prints it in its log when it starts.")
	}
	i.setUps.forgive(remote)
	return nil
}

func plainCode(code string) string {
	return strings.ToLower(strings.NewReplacer("-", "", " ", "").Replace(strings.TrimSpace(code)))
}

func (i *Identity) checkSetUp(in FirstSetUp) (domain string, err error) {
	if _, err := organization.Name("organizationName", in.OrganizationName); err != nil {
		return "", err
	}
	if domain, err = address.ParseDomain(in.Domain); err != nil {
		return "", refusal.Invalid("domain", "Write a mail domain, such as acme.example.")
	}
	return domain, nil
}

// orSetUpDone is the fault, or else the refusal of a second set-up.
func orSetUpDone(err error) error {
	if err != nil {
		return fmt.Errorf("look for users: %w", err)
	}
	return refusal.Conflict("This server is set up already. Sign in instead.")
}
