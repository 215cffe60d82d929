package app_test

import (
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"latchkey/server/app/apptest"
)

const whyStream = `subscription($after: Cursor) { mailboxAccess(after: $after) { kind reason actorName permissions mailbox { address } } }`

// A guest has a mailbox open whose organization begins to demand a second
// factor; the guest adds one, and takes it away again. No refresh, no waiting.
func TestADemandedSecondFactorIsFollowedLive(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, s *apptest.Server) {
		anna, chloe := s.SignIn(t, "anna@acme.example"), s.SignIn(t, "chloe@studio.example")
		anna.StepUp(t)
		me := chloe.Must(t, `{ viewer { accessCursor organizations { edges { node { id } } } } }`, nil)
		box := mailboxID(t, anna, "info@acme.example")
		acme := anna.Must(t, `query($id: ID!) { node(id: $id) { ... on Mailbox { organization { id } } } }`, map[string]any{"id": box}).Text("node", "organization", "id")
		access := chloe.Subscribe(t, whyStream, map[string]any{"after": me.At("viewer", "accessCursor")})
		heard := func(kind, reason string, permissions int) {
			t.Helper()
			e := access.Next(t)
			if got, _ := e.At("mailboxAccess", "permissions").([]any); e.Text("mailboxAccess", "kind") != kind ||
				e.Text("mailboxAccess", "reason") != reason || len(got) != permissions || (e.At("mailboxAccess", "mailbox") != nil) != (permissions > 0) {
				t.Fatalf("Chloé's session was told %v, want %s %s", e.Data, kind, reason)
			}
		}

		token := invite(t, anna, box, "READ", "ORGANIZE")
		home := me.Text("viewer", "organizations", "edges", "node", "id")
		chloe.Must(t, acceptance, map[string]any{"token": token, "organization": home})
		heard("GRANTED", "", 2)

		mail := chloe.Subscribe(t, `subscription($m: ID!) { mailboxActivity(mailbox: $m) { kind } }`, map[string]any{"m": box})
		anna.Must(t, `mutation($o: ID!) { updateSecondFactorPolicy(input: {organization: $o, guests: true}) { organization { id } } }`, map[string]any{"o": acme})
		heard("REVOKED", "SECOND_FACTOR", 0)
		mail.MustEnd(t, "NOT_FOUND")
		if demands, _ := chloe.Must(t, `{ viewer { security { demands { address } } } }`, nil).At("viewer", "security", "demands").([]any); len(demands) != 1 {
			t.Errorf("Chloé is shown the demands %v", demands)
		}

		chloe.StepUp(t)
		secret := chloe.Must(t, `mutation { startAuthenticator { secret } }`, nil).Text("startAuthenticator", "secret")
		code, err := totp.GenerateCode(secret, time.Now())
		if err != nil {
			t.Fatal(err)
		}
		chloe.Must(t, `mutation($code: String!) { confirmAuthenticator(input: {code: $code}) { viewer { security { hasSecondFactor } } } }`, map[string]any{"code": code})
		heard("GRANTED", "SECOND_FACTOR", 2)

		chloe.Must(t, `mutation { removeAuthenticator { viewer { security { hasSecondFactor } } } }`, nil)
		heard("REVOKED", "SECOND_FACTOR", 0)
	})
}
