package signup_test

import (
	"encoding/json"
	"net/url"
	"testing"

	"github.com/descope/virtualwebauthn"

	"latchkey/ent/passkey"
	"latchkey/server/challenge"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/organization"
	"latchkey/server/refusal"
	"latchkey/server/secondfactor"
	signups "latchkey/server/signup"
	"latchkey/server/viewer"
)

// A real ceremony, with a device of its own, stands here for what browsers do.
func TestAPasskeyOfARealDeviceMakesAnAccount(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		factors, err := secondfactor.New(secondfactor.Options{
			Store: s, Box: w.box, Challenges: challenge.New(s), PublicURL: &url.URL{Scheme: "https", Host: "mail.acme.example"},
		})
		w.must(err, "open the second factors")
		w.signUps = signups.New(signups.Options{
			Store: s, Box: w.box, Invitations: w.Sharing, People: w.people, Organizations: organization.New(s), Factors: factors, Postman: &w.post,
		})
		token := w.ready("eva@home.example")
		first, err := w.signUps.StartPasskey(t.Context(), token)
		w.must(err, "begin a passkey")
		late := made(t, first)
		second, err := w.signUps.StartPasskey(t.Context(), token)
		w.must(err, "begin again")
		_, err = w.signUps.ConfirmPasskey(t.Context(), token, late, "Laptop", home)
		want(t, err, refusal.Invalid("credential", ""), "answer the request before")
		done, err := w.signUps.ConfirmPasskey(t.Context(), token, made(t, second), "Laptop", home)
		w.must(err, "answer the request")
		kept := s.Client().Passkey.Query().Where(passkey.UserID(done.User.ID)).OnlyX(viewer.System(t.Context()))
		if kept.Name != "Laptop" || len(done.RecoveryCodes) != 8 || !w.user("eva@home.example").SecondFactor {
			t.Errorf("kept as %q with %d codes", kept.Name, len(done.RecoveryCodes))
		}
	})
}

// made is what a new device answers.
func made(t *testing.T, options json.RawMessage) json.RawMessage {
	t.Helper()
	asked, err := virtualwebauthn.ParseAttestationOptions(string(options))
	if err != nil {
		t.Fatal(err)
	}
	device := virtualwebauthn.NewAuthenticator()
	device.Options.UserHandle = []byte(asked.UserID)
	// The library leaves out a coordinate's leading zeros, which RFC 9053 §7.1.1 forbids and no real device does.
	const wholeKey = 77
	key := virtualwebauthn.NewCredential(virtualwebauthn.KeyTypeEC2)
	for len(key.Key.AttestationData()) != wholeKey {
		key = virtualwebauthn.NewCredential(virtualwebauthn.KeyTypeEC2)
	}
	party := virtualwebauthn.RelyingParty{ID: "mail.acme.example", Name: "Latchkey", Origin: "https://mail.acme.example"}
	return json.RawMessage(virtualwebauthn.CreateAttestationResponse(party, device, key, *asked))
}
