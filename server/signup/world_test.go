package signup_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/go-webauthn/webauthn/webauthn"

	"latchkey/ent"
	"latchkey/ent/invitation"
	"latchkey/ent/signup"
	"latchkey/ent/user"
	"latchkey/server/database"
	"latchkey/server/identity"
	"latchkey/server/nodeid"
	"latchkey/server/organization"
	"latchkey/server/permission"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/sharing/sharingtest"
	signups "latchkey/server/signup"
	"latchkey/server/viewer"
)

const (
	password  = "a sentence to remember"
	appSecret = "JBSWY3DPEHPK3PXP"
	appCode   = "246802" // what the app shows
)

var phone = signups.Contact{Phone: "+41 79 000 00 00", TermsVersion: signups.TermsVersion}

var home = identity.Device{UserAgent: "Test/1.0", RemoteAddress: "192.0.2.1:40000"}

// world is sharing's, where Anna invites Eva to info@acme.example.
type world struct {
	*sharingtest.World
	box     *seal.Box
	factors *factors
	people  *identity.Identity
	post    post
	signUps *signups.SignUps
	link    string // the token of Anna's invitation
}

func newWorld(t testing.TB, s *database.Store) *world {
	t.Helper()
	box, err := seal.NewBox([]byte(strings.Repeat("k", 32)))
	if err != nil {
		t.Fatal(err)
	}
	w := &world{World: sharingtest.New(t, s), box: box, factors: &factors{}}
	w.people = identity.New(identity.Options{Store: s, Passwords: seal.NewPasswords(seal.TestCost), Organizations: organization.New(s)})
	w.forget()
	_, w.link = w.Anna.MustInvite(w.Info, permission.Of(permission.Read))
	return w
}

// forget begins all limits of remote addresses anew.
func (w *world) forget() {
	w.signUps = signups.New(signups.Options{
		Store: w.Store, Box: w.box, Invitations: w.Sharing, People: w.people, Organizations: organization.New(w.Store),
		Factors: w.factors, Postman: &w.post,
	})
}

func (w *world) start(email string) (string, *ent.SignUp, error) {
	return w.startBy(w.link, email)
}

func (w *world) startBy(link, email string) (string, *ent.SignUp, error) {
	token, row, err := w.signUps.Start(w.T.Context(), signups.Beginning{Invitation: link, Email: email, Language: invitation.LanguageEN}, home)
	return token.Reveal(), row, err
}

func (w *world) mustStart(email string) string {
	w.T.Helper()
	token, _, err := w.start(email)
	w.must(err, "begin")
	return token
}

// code is what the last mail says.
func (w *world) code(token string) string {
	w.T.Helper()
	row, err := w.signUps.Find(w.T.Context(), token)
	w.must(err, "find")
	code, err := w.box.Open(row.CodeSealed, "sign_ups.code_sealed "+row.ID.String())
	w.must(err, "open the code")
	return string(code)
}

// wrong is a code that the last mail does not say.
func (w *world) wrong(token string) string {
	if code := w.code(token); code != "000000" {
		return "000000"
	}
	return "000001"
}

func (w *world) verify(token, code string) (*ent.SignUp, error) {
	return w.signUps.VerifyEmail(w.T.Context(), token, code, home)
}

func (w *world) profile(token string) (*ent.SignUp, error) {
	return w.signUps.TellProfile(w.T.Context(), token, signups.Profile{FirstName: "Eva", LastName: "Rossi", Password: password})
}

// ready goes all the way to the second factor, and has the app set up.
func (w *world) ready(email string) string {
	w.T.Helper()
	token := w.mustStart(email)
	_, err := w.verify(token, w.code(token))
	w.must(err, "prove the address")
	_, err = w.profile(token)
	w.must(err, "tell names and password")
	_, err = w.signUps.TellContact(w.T.Context(), token, phone)
	w.must(err, "tell the phone number")
	_, err = w.signUps.StartAuthenticator(w.T.Context(), token)
	w.must(err, "set the app up")
	return token
}

func (w *world) confirm(token string) (*signups.Finished, error) {
	return w.signUps.ConfirmAuthenticator(w.T.Context(), token, appCode, home)
}

// user is who signs in with an address; nil for nobody.
func (w *world) user(email string) *ent.User {
	w.T.Helper()
	found, err := w.Store.Client().User.Query().Where(user.Email(email)).Only(viewer.System(w.T.Context()))
	if ent.IsNotFound(err) {
		return nil
	}
	w.must(err, "look for a user")
	return found
}

// row is what is kept of the only sign-up of an address.
func (w *world) row(email string) *ent.SignUp {
	w.T.Helper()
	found, err := w.Store.Client().SignUp.Query().Where(signup.Email(email)).Only(viewer.System(w.T.Context()))
	w.must(err, "look for a sign-up")
	return found
}

func (w *world) must(err error, doing string) {
	w.T.Helper()
	if err != nil {
		w.T.Fatalf("%s: %v", doing, err)
	}
}

func want(t testing.TB, got, refused error, doing string) {
	t.Helper()
	if !errors.Is(got, refused) {
		t.Errorf("%s: got %v, want %v", doing, got, refused)
	}
}

// factors stand for the second factors of real devices.
type factors struct {
	broken string // the act that fails
}

var errBroken = errors.New("broken")

func (f *factors) fails(act string) error {
	if f.broken == act {
		return errBroken
	}
	return nil
}

func (f *factors) NewAuthenticator(account string) (secret, uri string) {
	return appSecret, "otpauth://totp/Latchkey:" + account + "?secret=" + appSecret
}

func (f *factors) CheckCode(secret, code string) (int64, bool) {
	return 1, secret == appSecret && code == appCode
}

func (f *factors) OfferPasskey(id nodeid.ID, _, _ string, _ ...webauthn.Credential) (json.RawMessage, []byte, error) {
	return json.RawMessage(`{"user":"` + id.String() + `"}`), []byte(id), nil
}

func (f *factors) AttestPasskey(id nodeid.ID, data []byte, credential json.RawMessage) (*webauthn.Credential, error) {
	if string(data) != id.String() || string(credential) != `"mine"` {
		return nil, refusal.Invalid("credential", "This passkey can’t be read.")
	}
	return &webauthn.Credential{ID: []byte(id)}, nil
}

func (f *factors) InsertAuthenticator(ctx context.Context, tx *database.Tx, id nodeid.ID, _ string, _ int64) error {
	if err := f.fails("authenticator"); err != nil {
		return err
	}
	return tx.User.UpdateOneID(id).SetSecondFactor(true).Exec(ctx)
}

func (f *factors) InsertPasskey(ctx context.Context, tx *database.Tx, id nodeid.ID, credential *webauthn.Credential, name string) (*ent.Passkey, error) {
	if err := tx.User.UpdateOneID(id).SetSecondFactor(true).Exec(ctx); err != nil {
		return nil, err
	}
	return tx.Passkey.Create().SetUserID(id).SetCredentialID(credential.ID).SetCredential([]byte("{}")).SetName(name).
		SetCreatedAt(tx.Clock.Now()).Save(ctx)
}

func (f *factors) InsertRecoveryCodes(context.Context, *database.Tx, nodeid.ID) ([]string, error) {
	return []string{"7k2m-9xqd"}, f.fails("recovery codes")
}

// post counts the codes that are sent.
type post struct{ sent []nodeid.ID }

func (p *post) SendSignUpCode(_ context.Context, tx *database.Tx, signUp nodeid.ID) error {
	tx.AfterCommit(func() { p.sent = append(p.sent, signUp) })
	return nil
}
