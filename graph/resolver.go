package graph

import (
	"latchkey/ent"
	"latchkey/server/account"
	"latchkey/server/clock"
	"latchkey/server/identity"
	"latchkey/server/mail"
	"latchkey/server/notify"
	"latchkey/server/organization"
	"latchkey/server/secondfactor"
	"latchkey/server/sharing"
	"latchkey/server/signup"
)

// Resolver holds the domain that the resolvers call.
type Resolver struct {
	// Client reads what hangs on an object, narrowed to what the viewer may see.
	Client        *ent.Client
	Clock         *clock.Clock
	Identity      *identity.Identity
	Account       *account.Accounts
	Factors       *secondfactor.Factors
	Organizations *organization.Organizations
	Sharing       *sharing.Sharing
	Mail          *mail.Mail
	SignUps       *signup.SignUps
	// Courier previews the mail that the server itself writes.
	Courier *notify.Courier
}
