package organization

import (
	"context"
	"fmt"

	"latchkey/ent"
	"latchkey/ent/folder"
	"latchkey/ent/maildomain"
	"latchkey/ent/member"
	"latchkey/ent/user"
	"latchkey/server/address"
	"latchkey/server/audit"
	"latchkey/server/database"
	"latchkey/server/permission"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// roleFolders are what every mailbox has from the start. The SPA shows the
// roles in the reader's language; the names are for other programs.
var roleFolders = []struct {
	role folder.Role
	name string
}{
	{folder.RoleINBOX, "Inbox"}, {folder.RoleDRAFTS, "Drafts"}, {folder.RoleSENT, "Sent"},
	{folder.RoleARCHIVE, "Archive"}, {folder.RoleSPAM, "Spam"}, {folder.RoleTRASH, "Trash"},
}

// CreateMailbox makes a hosted mailbox with its folders on one of the mail
// service's domains. When a member of the organization signs in with this very
// address, it is theirs: they get a personal grant, and it can't be shared.
//
// Refusals: VALIDATION_FAILED on "address", CONFLICT.
func (o *Organizations) CreateMailbox(ctx context.Context, tx *database.Tx, service *ent.MailService, at address.Address) (*ent.Mailbox, error) {
	ctx = viewer.System(ctx)
	hosted, err := tx.MailDomain.Query().Where(maildomain.MailServiceID(service.ID), maildomain.Name(at.Domain())).Exist(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for mail domain: %w", err)
	}
	if !hosted {
		return nil, refusal.Invalid("address", "Choose an address on a domain of this mail service.")
	}
	made, err := tx.Mailbox.Create().SetOrganizationID(service.OrganizationID).SetMailServiceID(service.ID).
		SetAddress(at.String()).SetCreatedAt(o.clock.Now()).Save(ctx)
	if database.IsUniqueViolation(err) {
		return nil, refusal.Conflict(at.Display() + " exists already.")
	}
	if err != nil {
		return nil, fmt.Errorf("create mailbox: %w", err)
	}
	folders := make([]*ent.FolderCreate, 0, len(roleFolders))
	for _, f := range roleFolders {
		folders = append(folders, tx.Folder.Create().SetMailboxID(made.ID).SetRole(f.role).SetName(f.name))
	}
	if err := tx.Folder.CreateBulk(folders...).Exec(ctx); err != nil {
		return nil, fmt.Errorf("create folders: %w", err)
	}
	entry := audit.Entry{Action: "mailbox.created", Organization: made.OrganizationID, Mailbox: made.ID, Detail: map[string]any{"address": made.Address}}
	if err := audit.Append(ctx, tx, entry); err != nil {
		return nil, err
	}
	return made, o.giveToItsPerson(ctx, tx, made)
}

// giveToItsPerson gives a mailbox to the member who signs in with its address, if there is one.
// No event is written: nobody can have a page open that lists a mailbox made in this transaction.
func (o *Organizations) giveToItsPerson(ctx context.Context, tx *database.Tx, made *ent.Mailbox) error {
	person, err := tx.User.Query().
		Where(user.Email(made.Address), user.HasMembershipsWith(member.OrganizationID(made.OrganizationID))).
		Only(ctx)
	if ent.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("look for the address’s person: %w", err)
	}
	given, err := tx.Grant.Create().SetMailboxID(made.ID).SetUserID(person.ID).SetOrganizationID(made.OrganizationID).
		SetPermissions(permission.All).SetAddress(made.Address).SetClaimID(person.ClaimID).SetPersonal(true).
		SetGivenAt(o.clock.Now()).Save(ctx)
	if err != nil {
		return fmt.Errorf("give personal access: %w", err)
	}
	return audit.Append(ctx, tx, audit.Entry{
		Action: "grant.created", Organization: made.OrganizationID, Mailbox: made.ID, Subject: given.ID,
		Detail: map[string]any{"user": person.ID, "personal": true},
	})
}
