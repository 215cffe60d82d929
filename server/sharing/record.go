package sharing

import (
	"context"
	"fmt"
	"time"

	"latchkey/ent"
	"latchkey/server/addressclaim"
	"latchkey/server/audit"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
)

// claim takes an address for sharing. Refusals: ADDRESS_IS_LOGIN_IDENTIFIER.
func (a *act) claim(ctx context.Context, address string) (string, error) {
	return addressclaim.Share(ctx, a.Tx, address)
}

// recordGrant notes for the audit log what was done to a grant.
func (a *act) recordGrant(ctx context.Context, action string, g *ent.Grant) error {
	name, err := a.nameOf(ctx, g.UserID)
	if err != nil {
		return err
	}
	return a.record(ctx, action, g.MailboxID, g.UserID, map[string]any{
		"address": g.Address, "grant": g.ID, "user": name,
		"permissions": namesOf(g.Permissions), "until": textOf(g.ExpiresAt),
	})
}

// recordInvitation is recordGrant for an invitation.
func (a *act) recordInvitation(ctx context.Context, action string, inv *ent.Invitation) error {
	detail := map[string]any{
		"address": inv.Address, "permissions": namesOf(inv.Permissions),
		"until": textOf(inv.GrantExpiresAt), "linkUntil": textOf(&inv.ExpiresAt),
	}
	if inv.Email != nil {
		detail["email"] = *inv.Email
	}
	return a.record(ctx, action, inv.MailboxID, inv.ID, detail)
}

func (a *act) record(ctx context.Context, action string, mailbox, subject nodeid.ID, detail map[string]any) error {
	m, err := a.Mailbox.Get(ctx, mailbox)
	if err != nil {
		return fmt.Errorf("read a mailbox: %w", err)
	}
	*a.entries = append(*a.entries, audit.Entry{
		Action: action, Actor: a.by, Organization: m.OrganizationID, Mailbox: mailbox, Subject: subject, Detail: detail,
	})
	return nil
}

// namesOf lists permissions in the log.
func namesOf(set permission.Set) []string {
	names := []string{}
	for _, atom := range set.Atoms() {
		names = append(names, atom.String())
	}
	return names
}

// textOf is an instant in the log; empty for none.
func textOf(t *time.Time) string {
	if t == nil {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
