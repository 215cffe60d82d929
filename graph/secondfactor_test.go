package graph_test

import (
	"context"
	"encoding/json"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/descope/virtualwebauthn"
	"github.com/pquerna/otp/totp"

	"latchkey/server/challenge"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/secondfactor"
)

const (
	confirmPassword = `mutation($password: String!) { confirmPassword(input: {password: $password}) { steppedUpUntil } }`
	security        = `{ viewer { security { hasSecondFactor passwordChangedAt authenticator { addedAt lastUsedAt }
		passkeys { id name addedAt lastUsedAt } recoveryCodes { left total madeAt } demands { address } } } }`
	halfWay = `mutation($password: String!) { signIn(input: {email: "anna@acme.example", password: $password}) {
		viewer { user { email } } secondFactor { challenge methods expiresAt } } }`
	verify = `mutation($challenge: String!, $proof: SecondFactorProof!) {
		verifySecondFactor(input: {challenge: $challenge, proof: $proof}) { viewer { security { recoveryCodes { left } } } } }`
	removeAuthenticator = `mutation { removeAuthenticator { viewer { security { hasSecondFactor } } } }`
)

// noPost sends nothing.
type noPost struct{}

func (noPost) SendSecurityNotice(context.Context, *database.Tx, nodeid.ID, string) error { return nil }

// anna is signed in, has proved her password just now, and can have second factors.
func newSecurityWorld(t *testing.T, s *database.Store) *world {
	t.Helper()
	w := newWorld(t, s)
	public, err := url.Parse("https://mail.acme.example")
	must(t, public, err)
	box, err := seal.NewBox([]byte(strings.Repeat("k", 32)))
	must(t, box, err)
	w.resolver.Factors, err = secondfactor.New(secondfactor.Options{
		Store: s, Box: box, Challenges: challenge.New(s), PublicURL: public,
		Access: w.resolver.Sharing, Postman: noPost{}, Sessions: w.identity,
	})
	must(t, w.resolver.Factors, err)
	w.identity.SetFactors(w.resolver.Factors)
	w.organization("Acme", w.person("Anna", "anna@acme.example"))
	w.request(signIn, "password", password)
	return w
}

// shows fails the test unless what lies under a path is as wanted.
func (w *world) shows(a answer, path string, wanted any) {
	w.t.Helper()
	if got := a.at(path); got != wanted || len(a.Errors) > 0 {
		w.t.Errorf("%s: got %v, want %v; %v", path, got, wanted, a.Errors)
	}
}

func TestAnAppIsAddedUsedAndRemovedOverTheAPI(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newSecurityWorld(t, s)
		if a := w.request(`mutation { startAuthenticator { secret } }`); a.refusedWith() != refusal.CodeStepUpRequired {
			t.Errorf("without a fresh proof: got %v", a)
		}
		w.shows(w.request(security), "viewer.security.hasSecondFactor", false)
		w.request(confirmPassword, "password", password)
		offer := w.request(`mutation { startAuthenticator { secret uri } }`)
		secret, _ := offer.at("startAuthenticator.secret").(string)
		code := func(ahead time.Duration) string { // a half minute ahead is still taken
			shown, err := totp.GenerateCode(secret, s.Clock().Now().Add(ahead))
			return must(t, shown, err)
		}
		added := w.request(`mutation($code: String!) { confirmAuthenticator(input: {code: $code}) {
			recoveryCodes viewer { security { hasSecondFactor authenticator { addedAt } recoveryCodes { left total } } } } }`, "code", code(0))
		w.shows(added, "confirmAuthenticator.viewer.security.hasSecondFactor", true)
		w.shows(added, "confirmAuthenticator.viewer.security.recoveryCodes.left", float64(8))
		recovery, _ := added.at("confirmAuthenticator.recoveryCodes.0").(string)

		asked := w.request(halfWay, "password", password)
		w.shows(asked, "signIn.viewer", nil)
		w.shows(asked, "signIn.secondFactor.methods.0", "AUTHENTICATOR")
		token := asked.at("signIn.secondFactor.challenge")
		wrong := w.request(verify, "challenge", token, "proof", map[string]any{"code": code(0)})
		if wrong.refusedWith() != refusal.CodeValidationFailed {
			t.Errorf("the code that was used: got %v", wrong)
		}
		w.shows(w.request(verify, "challenge", token, "proof", map[string]any{"recoveryCode": recovery}),
			"verifySecondFactor.viewer.security.recoveryCodes.left", float64(7))

		w.request(confirmPassword, "password", password)
		for range 2 {
			w.shows(w.request(removeAuthenticator), "removeAuthenticator.viewer.security.hasSecondFactor", false)
		}
		w.shows(w.request(security), "viewer.security.recoveryCodes", nil)
	})
}

func TestAPasskeyIsAddedAndSignsInOverTheAPI(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newSecurityWorld(t, s)
		w.request(confirmPassword, "password", password)
		d := newDevice(t)
		asked := w.request(`mutation { startPasskey { request options } }`)
		added := w.request(`mutation($request: String!, $credential: JSON!) {
			addPasskey(input: {request: $request, credential: $credential, name: "Laptop"}) {
				recoveryCodes viewer { security { passkeys { id name lastUsedAt } } } } }`,
			"request", asked.at("startPasskey.request"), "credential", d.makes(asked.at("startPasskey.options")))
		w.shows(added, "addPasskey.viewer.security.passkeys.0.name", "Laptop")

		w.browser.token = "" // another browser
		request := w.request(`mutation { requestPasskey(input: {purpose: SIGN_IN}) { request options } }`)
		in := w.request(`mutation($passkey: PasskeyProof!) { signInWithPasskey(input: {passkey: $passkey}) { viewer { user { email } } } }`,
			"passkey", map[string]any{
				"request": request.at("requestPasskey.request"), "credential": d.answers(request.at("requestPasskey.options")),
			})
		w.shows(in, "signInWithPasskey.viewer.user.email", "anna@acme.example")

		id := added.at("addPasskey.viewer.security.passkeys.0.id")
		renamed := w.request(`mutation($id: ID!) { renamePasskey(input: {passkey: $id, name: "Phone"}) { passkey { id name } } }`, "id", id)
		w.shows(renamed, "renamePasskey.passkey.name", "Phone")
		remove := `mutation($id: ID!) { removePasskey(input: {passkey: $id}) { viewer { security { hasSecondFactor } } } }`
		if a := w.request(remove, "id", id); a.refusedWith() != refusal.CodeStepUpRequired {
			t.Errorf("a sign-in is no step-up: got %v", a)
		}
		w.request(confirmPassword, "password", password)
		codes := w.request(`mutation { replaceRecoveryCodes { recoveryCodes } }`)
		if code, _ := codes.at("replaceRecoveryCodes.recoveryCodes.7").(string); len(code) != 9 {
			t.Errorf("got %v", codes)
		}
		w.shows(w.request(remove, "id", id), "removePasskey.viewer.security.hasSecondFactor", false)
	})
}

// device keeps one passkey.
type device struct {
	t     testing.TB
	party virtualwebauthn.RelyingParty
	unit  virtualwebauthn.Authenticator
	key   virtualwebauthn.Credential
}

func newDevice(t testing.TB) *device {
	d := &device{
		t: t, unit: virtualwebauthn.NewAuthenticator(),
		party: virtualwebauthn.RelyingParty{ID: "mail.acme.example", Name: "Latchkey", Origin: "https://mail.acme.example"},
	}
	const wholeKey = 77 // the library leaves out leading zeros, no real device does
	for len(d.key.ID) == 0 || len(d.key.Key.AttestationData()) != wholeKey {
		d.key = virtualwebauthn.NewCredential(virtualwebauthn.KeyTypeEC2)
	}
	return d
}

func (d *device) makes(options any) (credential any) {
	asked, err := virtualwebauthn.ParseAttestationOptions(d.text(options))
	must(d.t, asked, err)
	d.unit.Options.UserHandle = []byte(asked.UserID)
	return d.value(virtualwebauthn.CreateAttestationResponse(d.party, d.unit, d.key, *asked))
}

func (d *device) answers(options any) (credential any) {
	asked, err := virtualwebauthn.ParseAssertionOptions(d.text(options))
	must(d.t, asked, err)
	d.key.Counter++
	return d.value(virtualwebauthn.CreateAssertionResponse(d.party, d.unit, d.key, *asked))
}

func (d *device) text(options any) string {
	encoded, err := json.Marshal(options)
	return string(must(d.t, encoded, err))
}

func (d *device) value(encoded string) (value any) {
	err := json.Unmarshal([]byte(encoded), &value)
	return must(d.t, value, err)
}
