package organization

import (
	"context"
	"fmt"

	"latchkey/ent"
	"latchkey/server/address"
	"latchkey/server/audit"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// CreateMailService makes a mail service with its domains. A domain belongs to one mail service only.
//
// Refusals: VALIDATION_FAILED on "name" or "domain", CONFLICT.
func (o *Organizations) CreateMailService(ctx context.Context, tx *database.Tx, organization nodeid.ID, name string, domains ...string) (*ent.MailService, error) {
	name, err := Name("name", name)
	if err != nil {
		return nil, err
	}
	ctx, now := viewer.System(ctx), o.clock.Now()
	made, err := tx.MailService.Create().SetOrganizationID(organization).SetName(name).SetCreatedAt(now).Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("create mail service: %w", err)
	}
	for _, typed := range domains {
		domain, err := address.ParseDomain(typed)
		if err != nil {
			return nil, refusal.Invalid("domain", "Write a mail domain, such as acme.example.")
		}
		if err := tx.MailDomain.Create().SetMailServiceID(made.ID).SetName(domain).SetCreatedAt(now).Exec(ctx); err != nil {
			if database.IsUniqueViolation(err) {
				return nil, refusal.Conflict("Mail for " + domain + " is accepted by another mail service already.")
			}
			return nil, fmt.Errorf("add mail domain: %w", err)
		}
	}
	return made, audit.Append(ctx, tx, audit.Entry{
		Action: "mail_service.created", Organization: organization, Subject: made.ID,
		Detail: map[string]any{"name": name, "domains": domains},
	})
}
