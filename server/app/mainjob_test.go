package app_test

import (
	"net/smtp"
	"strings"
	"testing"

	"latchkey/server/app/apptest"
)

const accessStream = `subscription($after: Cursor) { mailboxAccess(after: $after) {
	cursor kind actorName address permissions mailbox { id viewerPermissions viewerAccess { organization { name } } } } }`

const mailStream = `subscription($mailbox: ID!, $after: Cursor) { mailboxActivity(mailbox: $mailbox, after: $after) {
	cursor kind messages { id subject } threads { id messageCount } folders { id unread } } }`

const acceptance = `mutation($token: String!, $organization: ID) { acceptInvitation(input: {token: $token, organization: $organization}) {
	grant { id } mailbox { id activityCursor folder(role: INBOX) { id } } } }`

// followAccess opens a session that is told of everything from now on.
func followAccess(t testing.TB, b *apptest.Browser) *apptest.Stream {
	t.Helper()
	cursor := b.Must(t, `{ viewer { accessCursor } }`, nil).At("viewer", "accessCursor")
	return b.Subscribe(t, accessStream, map[string]any{"after": cursor})
}

func mailboxID(t *testing.T, b *apptest.Browser, address string) string {
	t.Helper()
	id := b.Must(t, `query($address: String!) { viewer { mailbox(address: $address) { id } } }`, map[string]any{"address": address}).
		Text("viewer", "mailbox", "id")
	if id == "" {
		t.Fatalf("%s is not in sight", address)
	}
	return id
}

func invite(t *testing.T, b *apptest.Browser, mailbox string, permissions ...string) (token string) {
	t.Helper()
	link := b.Must(t, `mutation($input: CreateInvitationInput!) { createInvitation(input: $input) { link } }`,
		map[string]any{"input": map[string]any{"mailbox": mailbox, "permissions": permissions}}).Text("createInvitation", "link")
	_, token, found := strings.Cut(link, "/iw/")
	if !found {
		t.Fatalf("no link: %q", link)
	}
	return token
}

func deliver(t *testing.T, s *apptest.Server, to, subject string) {
	t.Helper()
	raw := "From: Zoe <zoe@other.example>\r\nTo: " + to + "\r\nSubject: " + subject + "\r\n\r\nGood morning.\r\n"
	if err := smtp.SendMail(s.SMTP, nil, "zoe@other.example", []string{to}, []byte(raw)); err != nil {
		t.Fatalf("deliver: %v", err)
	}
}

// The whole main job over the API, as two people live it.
func TestAMailboxIsSharedUsedAndTakenBack(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, s *apptest.Server) {
		anna, chloe := s.SignIn(t, "anna@acme.example"), s.SignIn(t, "chloe@studio.example")
		info := mailboxID(t, anna, "info@acme.example")
		access := followAccess(t, chloe)

		anna.StepUp(t)
		token := invite(t, anna, info, "READ", "ORGANIZE")
		studio := chloe.Must(t, `{ viewer { organizations { edges { node { id name } } } } }`, nil)
		accepted := chloe.Must(t, acceptance, map[string]any{"token": token, "organization": studio.Text("viewer", "organizations", "edges", "node", "id")})

		granted := access.Next(t)
		if granted.Text("mailboxAccess", "kind") != "GRANTED" || granted.Text("mailboxAccess", "mailbox", "id") != info || granted.Text("mailboxAccess", "actorName") != "Anna" {
			t.Fatalf("Chloé's open session was told %v", granted.Data)
		}
		mail := chloe.Subscribe(t, mailStream, map[string]any{"mailbox": info, "after": accepted.At("acceptInvitation", "mailbox", "activityCursor")})
		deliver(t, s, "info@acme.example", "Invoice 12")
		if got := mail.Next(t).Text("mailboxActivity", "messages", "subject"); got != "Invoice 12" {
			t.Fatalf("the new message arrived as %q", got)
		}

		grant := accepted.Text("acceptInvitation", "grant", "id")
		anna.Must(t, `mutation($grant: ID!) { updateGrant(input: {grant: $grant, permissions: [READ]}) { grant { id } } }`, map[string]any{"grant": grant})
		if changed := access.Next(t); changed.Text("mailboxAccess", "kind") != "CHANGED" || len(changed.At("mailboxAccess", "permissions").([]any)) != 1 {
			t.Fatalf("after the change Chloé's session was told %v", changed.Data)
		}

		if kind := mail.Next(t).Text("mailboxActivity", "kind"); kind != "USERS_CHANGED" {
			t.Fatalf("whoever follows the mailbox was told %s", kind)
		}

		anna.Must(t, `mutation($grant: ID!) { revokeGrant(input: {grant: $grant}) { revokedGrantId } }`, map[string]any{"grant": grant})
		inbox := accepted.Text("acceptInvitation", "mailbox", "folder", "id")
		if answer := chloe.Do(t, `query($id: ID!) { node(id: $id) { id } }`, map[string]any{"id": inbox}); answer.Code() != "NOT_FOUND" {
			t.Errorf("right after the revocation the inbox was answered by %v", answer)
		}
		revoked := access.Next(t)
		if revoked.Text("mailboxAccess", "kind") != "REVOKED" || revoked.At("mailboxAccess", "mailbox") != nil || revoked.Text("mailboxAccess", "actorName") != "Anna" {
			t.Errorf("after the revocation Chloé's session was told %v", revoked.Data)
		}
		mail.MustEnd(t, "NOT_FOUND") // though no mail came
	})
}

func TestASessionThatEndsTakesItsSocketsWithIt(t *testing.T) {
	t.Parallel()
	s := apptest.Start(t, "")
	chloe := s.SignIn(t, "chloe@studio.example")
	access := followAccess(t, chloe)
	chloe.Must(t, `mutation { signOut { signedOut } }`, nil)
	access.MustBeClosed(t, 4401)
}

func TestWhatIsNotSharedDoesNotExist(t *testing.T) {
	t.Parallel()
	s := apptest.Start(t, "")
	anna, chloe := s.SignIn(t, "anna@acme.example"), s.SignIn(t, "chloe@studio.example")
	id := mailboxID(t, anna, "info@acme.example")
	found := anna.Must(t, `query($id: ID!) { node(id: $id) { ... on Mailbox { folder(role: INBOX) { id threads(first: 1) { edges { node { id
		messages { id bodyUrl rawUrl } } } } } } } }`, map[string]any{"id": id})
	message := []string{"node", "folder", "threads", "edges", "node", "messages"}
	for _, hidden := range []string{id, found.Text("node", "folder", "id"), found.Text(append(message, "id")...)} {
		if answer := chloe.Do(t, `query($id: ID!) { node(id: $id) { id } }`, map[string]any{"id": hidden}); answer.Code() != "NOT_FOUND" {
			t.Errorf("%s: %v", hidden, answer)
		}
	}
	for _, path := range []string{found.Text(append(message, "bodyUrl")...), found.Text(append(message, "rawUrl")...)} {
		if status, _ := chloe.Get(t, path); status != 404 {
			t.Errorf("%s: status %d for a stranger", path, status)
		}
		if status, _ := s.Guest().Get(t, path); status != 401 {
			t.Errorf("%s: status %d without a session", path, status)
		}
		if status, _ := anna.Get(t, path); status != 200 {
			t.Errorf("%s: status %d for Anna", path, status)
		}
	}
}
