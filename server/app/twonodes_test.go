package app_test

import (
	"encoding/base64"
	"strings"
	"testing"
	"time"

	natsserver "github.com/nats-io/nats-server/v2/server"

	"latchkey/server/app/apptest"
	"latchkey/server/database/databasetest"
)

// startNATS runs a NATS server on a port of its own, as a cluster would have one.
func startNATS(t *testing.T) *natsserver.Server {
	t.Helper()
	s, err := natsserver.NewServer(&natsserver.Options{Host: "127.0.0.1", Port: natsserver.RANDOM_PORT, NoSigs: true, NoLog: true})
	if err != nil {
		t.Fatal(err)
	}
	s.Start()
	t.Cleanup(s.Shutdown)
	if !s.ReadyForConnections(10 * time.Second) {
		t.Fatal("NATS does not start")
	}
	return s
}

// Two server processes over one PostgreSQL and one NATS are one server to the people who use them.
func TestTwoNodesAreOneServer(t *testing.T) {
	t.Parallel()
	url, nats, blobs := databasetest.PostgreSQLURL(t), startNATS(t), t.TempDir()
	node := func() *apptest.Server {
		key := base64.StdEncoding.EncodeToString([]byte(strings.Repeat("k", 32)))
		return apptest.Start(t, url, "--nats-url", nats.ClientURL(), "--blob-url", "file://"+blobs, "--secret-key", key)
	}
	a, b := node(), node()
	anna := a.SignIn(t, "anna@acme.example")
	anna.StepUp(t)
	info := mailboxID(t, anna, "info@acme.example")
	chloe := b.SignIn(t, "chloe@studio.example")
	access := followAccess(t, chloe)

	t.Run("what is done on one is told on the other", func(t *testing.T) {
		token := invite(t, anna, info, "READ")
		home := chloe.Must(t, `{ viewer { organizations { edges { node { id } } } } }`, nil).Text("viewer", "organizations", "edges", "node", "id")
		accepted := chloe.Must(t, acceptance, map[string]any{"token": token, "organization": home})
		if got := access.Next(t).Text("mailboxAccess", "kind"); got != "GRANTED" {
			t.Fatalf("after accepting: %s", got)
		}
		mail := chloe.Subscribe(t, mailStream, map[string]any{"mailbox": info, "after": accepted.At("acceptInvitation", "mailbox", "activityCursor")})
		deliver(t, a, "info@acme.example", "Through the other node")
		if got := mail.Next(t).Text("mailboxActivity", "messages", "subject"); got != "Through the other node" {
			t.Errorf("mail that came in at A is at B %q", got)
		}
		grant := map[string]any{"grant": accepted.At("acceptInvitation", "grant", "id")}
		began := time.Now()
		anna.Must(t, `mutation($grant: ID!) { revokeGrant(input: { grant: $grant }) { revokedGrantId } }`, grant)
		if got := chloe.Do(t, `query($id: ID!) { node(id: $id) { id } }`, map[string]any{"id": info}); got.Code() != "NOT_FOUND" {
			t.Errorf("right after the revocation at A, B answers %v", got)
		}
		if got := access.Next(t).Text("mailboxAccess", "kind"); got != "REVOKED" {
			t.Errorf("after the revocation: %s", got)
		}
		t.Logf("from asking A to revoke until B had told: %s", time.Since(began))
	})
	t.Run("a session that ends on one loses its sockets on the other", func(t *testing.T) {
		elsewhere := &apptest.Browser{Server: a, Cookie: chloe.Cookie}
		elsewhere.Must(t, `mutation { signOut { signedOut } }`, nil)
		access.MustBeClosed(t, 4401)
		old := &apptest.Browser{Server: b, Cookie: chloe.Cookie}
		if got := old.Do(t, `{ viewer { user { id } } }`, nil); got.Code() != "UNAUTHENTICATED" {
			t.Errorf("B takes the session that ended at A: %v", got)
		}
	})
	t.Run("without NATS no event is lost", func(t *testing.T) {
		ben := b.SignIn(t, "ben@acme.example")
		told := followAccess(t, ben)
		me := ben.Must(t, `{ viewer { user { id } } }`, nil).Text("viewer", "user", "id")
		nats.Shutdown()
		nats.WaitForShutdown()
		anna.Must(t, `mutation($input: GrantAccessInput!) { grantAccess(input: $input) { grant { id } } }`,
			map[string]any{"input": map[string]any{"mailbox": mailboxID(t, anna, "billing@acme.example"), "user": me, "permissions": []string{"READ"}}})
		if got := told.Next(t).Text("mailboxAccess", "address"); got != "billing@acme.example" {
			t.Errorf("without NATS B tells of %q", got)
		}
	})
}
