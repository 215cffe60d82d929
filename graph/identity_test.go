package graph_test

import (
	"testing"

	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/refusal"
)

const (
	signIn = `mutation($password: String!) { signIn(input: {email: "anna@acme.example", password: $password}) {
		viewer { user { email } organizations { edges { node { name viewerRole } } } mailboxes { totalCount } } } }`
	whoAmI = `{ viewer { user { email } steppedUpUntil } }`
)

func TestWhoSignsInSeesTheirThingsInTheSameAnswer(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.organization("Acme", w.person("Anna", "anna@acme.example"))
		a := w.request(signIn, "password", password)
		if a.at("signIn.viewer.organizations.edges.0.node.viewerRole") != "OWNER" || len(a.Errors) > 0 {
			t.Errorf("got %v, %v", a.Data, a.Errors)
		}
		if a = w.request(whoAmI); a.at("viewer.user.email") != "anna@acme.example" || a.at("viewer.steppedUpUntil") != nil {
			t.Errorf("got %v, %v", a.Data, a.Errors)
		}
	})
}

func TestAWrongPasswordSetsNoCookie(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.person("Anna", "anna@acme.example")
		if a := w.request(signIn, "password", "another sentence"); a.refusedWith() != refusal.CodeUnauthenticated || w.browser.token != "" {
			t.Errorf("got %v, %v", a.Data, a.Errors)
		}
		if a := w.request(whoAmI); a.refusedWith() != refusal.CodeUnauthenticated {
			t.Errorf("got %v, %v", a.Data, a.Errors)
		}
	})
}

func TestConfirmingThePasswordShowsUntilWhen(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.person("Anna", "anna@acme.example")
		w.request(signIn, "password", password)
		const confirm = `mutation($password: String!) { confirmPassword(input: {password: $password}) { steppedUpUntil } }`
		if a := w.request(confirm, "password", "not it at all"); a.refusedWith() != refusal.CodeValidationFailed {
			t.Errorf("got %v, %v", a.Data, a.Errors)
		}
		until := w.request(confirm, "password", password).at("confirmPassword.steppedUpUntil")
		if got := w.request(whoAmI).at("viewer.steppedUpUntil"); got == nil || got != until {
			t.Errorf("stepped up until %v, want %v", got, until)
		}
	})
}

func TestSigningOutTakesTheCookieBack(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		w.person("Anna", "anna@acme.example")
		w.request(signIn, "password", password)
		for range 2 {
			if a := w.request(`mutation { signOut { signedOut } }`); a.at("signOut.signedOut") != true || w.browser.token != "" {
				t.Errorf("got %v, %v", a.Data, a.Errors)
			}
		}
	})
}

func TestNobodySignsInOverAWebSocket(t *testing.T) {
	w := newWorld(t, databasetest.SQLite(t))
	w.person("Anna", "anna@acme.example")
	for _, mutation := range []string{signIn, `mutation($password: String) { signOut(input: {clientMutationId: $password}) { signedOut } }`} {
		if a := w.ask(t.Context(), mutation, "password", password); a.refusedWith() != refusal.CodeForbidden {
			t.Errorf("got %v, %v", a.Data, a.Errors)
		}
	}
}

func TestTheFirstVisitSetsUpTheServer(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		if w.request(`{ setUpNeeded }`).at("setUpNeeded") != true {
			t.Error("a new server is set up already")
		}
		a := w.request(`mutation { setUp(input: {code: "ABCDEFGH", organizationName: "Acme", domain: "acme.example",
			name: "Anna", email: "anna@acme.example", password: "a sentence to remember"}) {
			viewer { mailboxes { edges { node { address organization { name } } } } } } }`)
		if a.at("setUp.viewer.mailboxes.edges.0.node.organization.name") != "Acme" {
			t.Errorf("got %v, %v", a.Data, a.Errors)
		}
		if w.request(`{ setUpNeeded }`).at("setUpNeeded") != false || w.request(whoAmI).at("viewer.user.email") != "anna@acme.example" {
			t.Error("the server is not set up, or nobody is signed in")
		}
	})
}
