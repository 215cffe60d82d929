package demo

import (
	"context"
	"fmt"
	"time"

	"latchkey/ent"
	"latchkey/ent/folder"
	"latchkey/ent/member"
	"latchkey/server/address"
	"latchkey/server/database"
	"latchkey/server/identity"
	"latchkey/server/mail"
	"latchkey/server/nodeid"
	"latchkey/server/organization"
	"latchkey/server/permission"
	"latchkey/server/sharing"
	"latchkey/server/viewer"
)

// Password is everybody's in the demonstration.
const Password = "demo-latchkey"

// mailroom takes the demonstration's mail in.
type mailroom interface {
	Append(ctx context.Context, box nodeid.ID, role folder.Role, raw []byte, receivedAt time.Time, flags mail.Flags) error
}

// granter gives access as the viewer.
type granter interface {
	GrantAccess(ctx context.Context, mailbox, user nodeid.ID, asked sharing.Terms) (*ent.Grant, error)
}

// Deps are the parts of the server that the seed goes through: it writes
// nothing that people could not have made.
type Deps struct {
	Store         *database.Store
	Identity      *identity.Identity
	Organizations *organization.Organizations
	Sharing       granter
	Mail          mailroom
	// Progress is told how many messages are in, of how many; nil: nobody is.
	Progress func(done, total int)
}

// Seed fills a new database with the demonstration. It does nothing when
// there are users already.
func Seed(ctx context.Context, d Deps) error {
	if isNew, err := d.Identity.SetUpNeeded(ctx); err != nil || !isNew {
		return err
	}
	ctx = viewer.System(ctx)
	people, err := d.hashPasswords(ctx)
	if err != nil {
		return fmt.Errorf("seed the demonstration: %w", err)
	}
	made, err := database.InTx(ctx, d.Store, func(ctx context.Context, tx *database.Tx) (*cast, error) {
		return d.build(ctx, tx, people)
	})
	if err != nil {
		return fmt.Errorf("seed the demonstration: %w", err)
	}
	if err := d.share(ctx, made); err != nil {
		return fmt.Errorf("seed the demonstration: %w", err)
	}
	return d.deliver(ctx, made)
}

// cast is who and what the demonstration has, by address.
type cast struct {
	users     map[string]*ent.User
	mailboxes map[string]*ent.Mailbox
}

const (
	anna  = "anna@acme.example"
	ben   = "ben@acme.example"
	chloe = "chloe@studio.example"
	info  = "info@acme.example"
)

func (d Deps) hashPasswords(ctx context.Context) ([]identity.Person, error) {
	var people []identity.Person
	for _, who := range []struct{ name, email string }{{"Anna", anna}, {"Ben Weber", ben}, {"Chloé Martin", chloe}} {
		p, err := d.Identity.NewPerson(ctx, who.name, who.email, Password)
		if err != nil {
			return nil, err
		}
		people = append(people, p)
	}
	return people, nil
}

// build makes people, organizations and mailboxes. Chloé is a member of a
// second organization, so that she has a choice of where to attach a mailbox.
func (d Deps) build(ctx context.Context, tx *database.Tx, people []identity.Person) (*cast, error) {
	made := &cast{map[string]*ent.User{}, map[string]*ent.Mailbox{}}
	for _, p := range people {
		user, err := d.Identity.CreateUser(ctx, tx, p)
		if err != nil {
			return nil, err
		}
		made.users[user.Email] = user
	}
	for _, o := range []organizationPlan{
		{name: "Acme", owner: anna, members: []string{ben}, service: "Acme Mail", domain: "acme.example",
			locals: []string{"info", "support", "billing", "anna", "ben"}},
		{name: "Studio Chloé", owner: chloe, service: "Studio Mail", domain: "studio.example", locals: []string{"hello"}},
		{name: "Garden Club", owner: ben, members: []string{chloe}},
	} {
		if err := d.buildOrganization(ctx, tx, made, o); err != nil {
			return nil, err
		}
	}
	return made, nil
}

type organizationPlan struct {
	name, owner string
	members     []string
	// No mail service is made when it has no name.
	service, domain string
	locals          []string
}

func (d Deps) buildOrganization(ctx context.Context, tx *database.Tx, made *cast, o organizationPlan) error {
	org, err := d.Organizations.Create(ctx, tx, o.name, made.users[o.owner].ID)
	if err != nil {
		return err
	}
	for _, email := range o.members {
		if _, err := d.Organizations.AddMember(ctx, tx, org.ID, made.users[email].ID, member.RoleMEMBER); err != nil {
			return err
		}
	}
	if o.service == "" {
		return nil
	}
	service, err := d.Organizations.CreateMailService(ctx, tx, org.ID, o.service, o.domain)
	if err != nil {
		return err
	}
	for _, local := range o.locals {
		at, err := address.Parse(local + "@" + o.domain)
		if err != nil {
			return err
		}
		if made.mailboxes[at.String()], err = d.Organizations.CreateMailbox(ctx, tx, service, at); err != nil {
			return err
		}
	}
	return nil
}

// share has Anna give Ben access to info@, as if she had just confirmed her password.
func (d Deps) share(ctx context.Context, made *cast) error {
	ctx = viewer.NewContext(ctx, viewer.Viewer{
		User: made.users[anna].ID, SteppedUpUntil: d.Store.Clock().Now().Add(time.Minute),
	})
	terms := sharing.Terms{Permissions: permission.Assistant.Set()}
	_, err := d.Sharing.GrantAccess(ctx, made.mailboxes[info].ID, made.users[ben].ID, terms)
	return err
}

// roles are the folders of the messages.
var roles = map[Folder]folder.Role{
	Inbox: folder.RoleINBOX, Archive: folder.RoleARCHIVE, Sent: folder.RoleSENT,
	Drafts: folder.RoleDRAFTS, Spam: folder.RoleSPAM, Trash: folder.RoleTRASH,
}

// deliver hands the messages over, oldest first, as arrived when they say.
func (d Deps) deliver(ctx context.Context, made *cast) error {
	messages, err := Messages(d.Store.Clock().Now())
	if err != nil {
		return err
	}
	for n, m := range messages {
		flags := mail.Flags{Seen: m.Seen, Starred: m.Starred}
		if err := d.Mail.Append(ctx, made.mailboxes[m.Mailbox].ID, roles[m.Folder], m.Raw, m.ArrivedAt, flags); err != nil {
			return fmt.Errorf("deliver demonstration message %s: %w", m.Name, err)
		}
		if d.Progress != nil {
			d.Progress(n+1, len(messages))
		}
	}
	return nil
}
