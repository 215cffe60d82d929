package app_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/gorilla/websocket"

	"latchkey/server/app/apptest"
	"latchkey/server/demo"
)

const (
	signInAs = `mutation($email: String!, $password: String!) {
		signIn(input: {email: $email, password: $password}) { viewer { user { email } } } }`
	switchTo     = `mutation($user: ID!) { switchAccount(input: {user: $user}) { viewer { user { email } mailboxes(first: 1) { totalCount } } } }`
	listAccounts = `{ accounts { user { id email } active } }`
	whoActs      = `{ viewer { user { id email } } }`
)

// alsoSignsIn signs somebody in beside whoever acts in a browser.
func alsoSignsIn(t *testing.T, b *apptest.Browser, email string) {
	t.Helper()
	b.Must(t, signInAs, map[string]any{"email": email, "password": demo.Password})
}

// accounts are the addresses signed in within a browser, the first acting; ids are their users.
func accounts(t *testing.T, b *apptest.Browser) (emails []string, ids map[string]string) {
	t.Helper()
	ids = map[string]string{}
	list, _ := b.Must(t, listAccounts, nil).At("accounts").([]any)
	for n, entry := range list {
		account := entry.(map[string]any)
		user := account["user"].(map[string]any)
		emails, ids[user["email"].(string)] = append(emails, user["email"].(string)), user["id"].(string)
		if account["active"] != (n == 0) {
			t.Errorf("account %d of %v: active is %v", n, list, account["active"])
		}
	}
	return emails, ids
}

func TestSeveralPeopleShareABrowser(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, s *apptest.Server) {
		b := s.SignIn(t, "anna@acme.example")
		alsoSignsIn(t, b, "ben@acme.example")
		alsoSignsIn(t, b, "chloe@studio.example")
		all, ids := accounts(t, b)
		if want := []string{"chloe@studio.example", "ben@acme.example", "anna@acme.example"}; !slices.Equal(all, want) {
			t.Fatalf("signed in: %v, want %v", all, want)
		}
		tab := *b
		tab.Account = ids["chloe@studio.example"]
		switched := b.Must(t, switchTo, map[string]any{"user": ids["anna@acme.example"]})
		if got := switched.Text("switchAccount", "viewer", "user", "email"); got != "anna@acme.example" {
			t.Errorf("switched to %q", got)
		}
		if got := switched.At("switchAccount", "viewer", "mailboxes", "totalCount"); got == float64(0) {
			t.Error("what the answer shows is not read as who acts now")
		}
		tab.Cookie = b.Cookie
		for _, operation := range []string{whoActs, `mutation { signOut { signedOut } }`} {
			if got := tab.Do(t, operation, nil); got.Code() != "CONFLICT" || got.At("viewer") != nil {
				t.Errorf("a tab of the account before: %v", got)
			}
		}
		if got := b.Do(t, switchTo, map[string]any{"user": "usr_nobody"}); got.Code() != "NOT_FOUND" && got.Code() != "VALIDATION_FAILED" {
			t.Errorf("to somebody who is not signed in here: %v", got)
		}
		access := followAccess(t, b)
		alsoSignsIn(t, b, "anna@acme.example")
		access.MustBeClosed(t, 4401) // the older session of the same person ended
		if again, _ := accounts(t, b); !slices.Equal(again, []string{"anna@acme.example", "chloe@studio.example", "ben@acme.example"}) {
			t.Errorf("after signing in anew: %v", again)
		}
		next := b.Must(t, `mutation { signOut { signedOut viewer { user { email } } } }`, nil)
		if got := next.Text("signOut", "viewer", "user", "email"); got != "chloe@studio.example" {
			t.Errorf("who acts after signing out: %q", got)
		}
		stolen := *b
		b.Must(t, `mutation { signOut(input: {all: true}) { signedOut viewer { user { id } } } }`, nil)
		if b.Cookie != "" {
			t.Errorf("cookies are left: %d octets", len(b.Cookie))
		}
		if left, _ := accounts(t, &stolen); len(left) != 0 {
			t.Errorf("sessions outlive signing out of all: %v", left)
		}
	})
}

func TestCookiesOfSessionsAreTheBrowsersOwn(t *testing.T) {
	t.Parallel()
	s := apptest.Start(t, "")
	b := s.SignIn(t, "anna@acme.example")
	response := exchangeRaw(t, s, b.Cookie, signInAs, map[string]any{"email": "ben@acme.example", "password": demo.Password})
	if len(response.Cookies()) != 2 {
		t.Fatalf("set: %d cookies", len(response.Cookies()))
	}
	for _, c := range response.Cookies() {
		if !strings.HasPrefix(c.Name, "__Host-latchkey") || !c.HttpOnly || !c.Secure || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Domain != "" {
			t.Errorf("%s: HttpOnly %v, Secure %v, SameSite %v, Path %s, Domain %q", c.Name, c.HttpOnly, c.Secure, c.SameSite, c.Path, c.Domain)
		}
	}
	// A request that was on its way when its session ended is answered after
	// the browser got another session's cookie: it must not touch it.
	old := b.Cookie
	b.Must(t, `mutation { signOut { signedOut } }`, nil)
	if late := exchangeRaw(t, s, old, whoActs, nil); len(late.Cookies()) != 0 {
		t.Errorf("a late answer sets %v", late.Header.Values("Set-Cookie"))
	}
}

func TestOpenSocketsEndWithTheirSession(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, s *apptest.Server) {
		anna := func() *apptest.Browser { return s.SignIn(t, "anna@acme.example") }
		sessions := `{ viewer { security { sessions { id current } } } }`
		here := anna()
		mine := here.Must(t, sessions, nil).Text("viewer", "security", "sessions", "id")

		there := anna()
		followed := followAccess(t, there)
		other := there.Must(t, sessions, nil).Text("viewer", "security", "sessions", "id")
		if mine == "" || mine == other {
			t.Fatalf("sessions %q and %q", mine, other)
		}
		here.Must(t, `mutation($id: ID!) { endSession(input: {session: $id}) { viewer { user { id } } } }`, map[string]any{"id": other})
		followed.MustBeClosed(t, 4401)

		there, own := anna(), followAccess(t, here)
		followed = followAccess(t, there)
		here.Must(t, `mutation { endOtherSessions { viewer { user { id } } } }`, nil)
		followed.MustBeClosed(t, 4401)
		if got := there.Do(t, whoActs, nil); got.Code() != "UNAUTHENTICATED" {
			t.Errorf("a session that was ended: %v", got)
		}

		followed = followAccess(t, anna())
		here.Must(t, `mutation($old: String!) { changePassword(input: {currentPassword: $old, newPassword: "a better sentence to remember"}) {
			viewer { user { email } } } }`, map[string]any{"old": demo.Password})
		followed.MustBeClosed(t, 4401)
		own.MustBeClosed(t, 4401)
		if got := here.Must(t, whoActs, nil).Text("viewer", "user", "email"); got != "anna@acme.example" {
			t.Errorf("this browser goes on as %q", got)
		}
	})
}

func TestPagesOfOthersCanDoNothing(t *testing.T) {
	t.Parallel()
	s := apptest.Start(t, "")
	anna := s.SignIn(t, "anna@acme.example")
	subscription := "?query=" + "subscription%7BmailboxAccess%7Bkind%7D%7D"
	for _, c := range []struct {
		sentence, method, path, accept string
		headers                        map[string]string
		status                         int
	}{
		{"a form's POST", http.MethodPost, "/graphql", "", map[string]string{"Origin": "https://evil.example", "Content-Type": "text/plain"}, http.StatusForbidden},
		{"a script's POST", http.MethodPost, "/graphql", "", map[string]string{"Origin": "https://evil.example", "Content-Type": "application/json"}, http.StatusForbidden},
		{"a sibling host's POST", http.MethodPost, "/graphql", "", map[string]string{"Sec-Fetch-Site": "same-site", "Content-Type": "application/json"}, http.StatusForbidden},
		{"a sandboxed frame's POST", http.MethodPost, "/graphql", "", map[string]string{"Origin": "null", "Content-Type": "application/json"}, http.StatusForbidden},
		{"an event stream", http.MethodGet, "/graphql" + subscription, "text/event-stream", map[string]string{"Sec-Fetch-Site": "cross-site"}, http.StatusForbidden},
		{"an event stream of a foreign origin", http.MethodGet, "/graphql" + subscription, "text/event-stream", map[string]string{"Origin": "https://evil.example"}, http.StatusForbidden},
		{"a mutation by a link", http.MethodGet, "/graphql?query=mutation%7BsignOut%7BsignedOut%7D%7D", "", map[string]string{"Sec-Fetch-Site": "cross-site"}, http.StatusMethodNotAllowed},
	} {
		request, err := http.NewRequestWithContext(t.Context(), c.method, s.URL+c.path, strings.NewReader(`{"query":"mutation{signOut{signedOut}}"}`))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Cookie", anna.Cookie)
		if c.accept != "" {
			request.Header.Set("Accept", c.accept)
		}
		for name, value := range c.headers {
			request.Header.Set(name, value)
		}
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			t.Fatal(err)
		}
		_ = response.Body.Close()
		if response.StatusCode != c.status || response.Header.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: got %s, want %d", c.sentence, response.Status, c.status)
		}
	}
	for _, origin := range []string{"https://evil.example", "null"} {
		dialer := websocket.Dialer{Subprotocols: []string{"graphql-transport-ws"}}
		socket, response, err := dialer.Dial("ws"+strings.TrimPrefix(s.URL, "http")+"/graphql", http.Header{"Cookie": {anna.Cookie}, "Origin": {origin}})
		if err == nil {
			_ = socket.Close()
			t.Errorf("a socket is opened for a page of %s", origin)
		} else if response == nil || response.StatusCode != http.StatusForbidden {
			t.Errorf("a socket for a page of %s: %v", origin, err)
		}
	}
	if got := anna.Must(t, whoActs, nil).Text("viewer", "user", "email"); got != "anna@acme.example" {
		t.Errorf("after all that Anna is %q", got)
	}
}

func TestASocketOfAnotherAccountIsNotOpened(t *testing.T) {
	t.Parallel()
	s := apptest.Start(t, "")
	anna := s.SignIn(t, "anna@acme.example")
	ben := s.SignIn(t, "ben@acme.example").Must(t, whoActs, nil).Text("viewer", "user", "id")
	dialer := websocket.Dialer{Subprotocols: []string{"graphql-transport-ws"}}
	socket, response, err := dialer.Dial("ws"+strings.TrimPrefix(s.URL, "http")+"/graphql", http.Header{"Cookie": {anna.Cookie}, "Origin": {s.URL}})
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	defer socket.Close()
	if err := socket.WriteJSON(map[string]any{"type": "connection_init", "payload": map[string]any{"Latchkey-Account": ben}}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := socket.ReadMessage(); !websocket.IsCloseError(err, 4403) {
		t.Errorf("got %v, want the close code 4403", err)
	}
}

// exchangeRaw is one POST whose response is looked at itself.
func exchangeRaw(t *testing.T, s *apptest.Server, cookie, query string, variables map[string]any) *http.Response {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.URL+"/graphql", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Cookie", cookie)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	return response
}
