package app_test

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"

	"latchkey/server/app/apptest"
)

// mailedDigits are how a code stands in a mail.
var mailedDigits = regexp.MustCompile(`\b\d{3} \d{3}\b`)

// mailedCode waits for the code that the demonstration would have sent to an address.
func mailedCode(t testing.TB, s *apptest.Server, address string) string {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		_, page := s.Guest().Get(t, "/demo/outbox")
		for _, article := range strings.Split(page, "<article>") {
			if code := mailedDigits.FindString(article); code != "" && strings.Contains(article, "to "+address) {
				return code
			}
		}
	}
	t.Fatalf("no code came to %s", address)
	return ""
}

// The guest's whole way in, over the API: from the link to the open mailbox.
func TestAGuestSignsUpByInvitation(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, s *apptest.Server) {
		anna, eva := s.SignIn(t, "anna@acme.example"), s.Guest()
		info := mailboxID(t, anna, "info@acme.example")
		anna.StepUp(t)
		link := invite(t, anna, info, "READ")

		token := eva.Must(t, `mutation($link: String!) { signUpStart(input: {invitation: $link, email: "Eva@home.example", language: IT}) {
			token signUp { step email triesLeft resendAfter } } }`, map[string]any{"link": link}).Text("signUpStart", "token")
		step := func(operation string, more map[string]any) apptest.Answer {
			t.Helper()
			variables := map[string]any{"token": token}
			for name, value := range more {
				variables[name] = value
			}
			return eva.Must(t, operation, variables)
		}
		step(`mutation($token: String!, $code: String!) { signUpVerifyEmail(input: {token: $token, code: $code}) { signUp { step } } }`,
			map[string]any{"code": mailedCode(t, s, "eva@home.example")})
		step(`mutation($token: String!) { signUpProfile(input: {token: $token, firstName: "Eva", lastName: "Rossi", password: "una frase da ricordare"}) {
			signUp { step } } }`, nil)
		told := step(`query($token: String!) { signUp(token: $token) { step termsVersion firstName } }`, nil)
		if told.Text("signUp", "step") != "CONTACT" || told.Text("signUp", "firstName") != "Eva" {
			t.Fatalf("gone on with at %v", told.Data)
		}
		step(`mutation($token: String!, $terms: String!) { signUpContact(input: {token: $token, phone: "079 000 00 00", region: "CH", termsVersion: $terms}) {
			signUp { step phone } } }`, map[string]any{"terms": told.Text("signUp", "termsVersion")})
		secret := step(`mutation($token: String!) { signUpStartAuthenticator(input: {token: $token}) { secret uri } }`, nil).
			Text("signUpStartAuthenticator", "secret")
		code, err := totp.GenerateCode(secret, time.Now())
		if err != nil {
			t.Fatal(err)
		}
		const confirm = `mutation($token: String!, $code: String!) { signUpConfirmAuthenticator(input: {token: $token, code: $code}) {
			recoveryCodes viewer { user { name email } organizations { edges { node { name } } } } } }`
		finished := step(confirm, map[string]any{"code": code})
		if codes, _ := finished.At("signUpConfirmAuthenticator", "recoveryCodes").([]any); len(codes) != 8 ||
			finished.Text("signUpConfirmAuthenticator", "viewer", "organizations", "edges", "node", "name") != "Organizzazione di Eva Rossi" {
			t.Fatalf("finished as %v", finished.Data)
		}
		if again := eva.Do(t, confirm, map[string]any{"token": token, "code": code}); again.Code() != "NOT_FOUND" {
			t.Errorf("a second click was answered by %v", again)
		}

		accepted := eva.Must(t, acceptance, map[string]any{"token": link})
		opened := eva.Must(t, `query($id: ID!) { node(id: $id) { ... on Folder { threads(first: 1) { edges { node { id } } } } } }`,
			map[string]any{"id": accepted.Text("acceptInvitation", "mailbox", "folder", "id")})
		if opened.Text("node", "threads", "edges", "node", "id") == "" {
			t.Errorf("the mailbox opened with %v", opened.Data)
		}
		leaves(t, eva, "una frase da ricordare")
		for _, hidden := range []string{token, secret, strings.ReplaceAll(code, " ", ""), "una frase da ricordare", "Eva@home.example"} {
			if strings.Contains(s.Log.String(), hidden) {
				t.Errorf("the log shows %q", hidden)
			}
		}
	})
}

// leaves deletes an account: its socket closes, and nobody signs in with its address.
func leaves(t *testing.T, b *apptest.Browser, password string) {
	t.Helper()
	followed := followAccess(t, b)
	email := b.Must(t, whoActs, nil).Text("viewer", "user", "email")
	b.Must(t, `mutation($password: String!) { confirmPassword(input: {password: $password}) { steppedUpUntil } }`, map[string]any{"password": password})
	b.Must(t, `mutation { deleteAccount { deleted } }`, nil)
	followed.MustBeClosed(t, 4401)
	if got := b.Do(t, whoActs, nil); got.Code() != "UNAUTHENTICATED" || b.Cookie != "" {
		t.Errorf("a deleted account: %v", got)
	}
	if got := b.Do(t, signInAs, map[string]any{"email": email, "password": password}); got.Code() != "UNAUTHENTICATED" {
		t.Errorf("a deleted account signs in: %v", got)
	}
}

func TestASharedAddressIsNoWayIn(t *testing.T) {
	t.Parallel()
	s := apptest.Start(t, "")
	anna := s.SignIn(t, "anna@acme.example")
	anna.StepUp(t)
	link := invite(t, anna, mailboxID(t, anna, "info@acme.example"), "READ")
	for email, code := range map[string]string{
		"info@acme.example": "ADDRESS_IS_SHARED", "info+eva@acme.example": "ADDRESS_IS_SHARED", "eva": "VALIDATION_FAILED", "chloe@studio.example": "",
	} {
		answer := s.Guest().Do(t, `mutation($link: String!, $email: String!) { signUpStart(input: {invitation: $link, email: $email, language: EN}) {
			signUp { step } } }`, map[string]any{"link": link, "email": email})
		if answer.Code() != code {
			t.Errorf("%s: got %v, want %q", email, answer, code)
		}
	}
	answer := s.Guest().Do(t, `mutation { signUpStart(input: {invitation: "x", email: "eva@home.example", language: EN}) { token } }`, nil)
	if answer.Code() != "INVITATION_INVALID" {
		t.Errorf("without an invitation: got %v", answer)
	}
}
