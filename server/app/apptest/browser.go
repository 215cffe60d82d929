package apptest

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"latchkey/server/demo"
)

// Browser is somebody's signed-in browser.
type Browser struct {
	Server *Server
	// Cookie is the header that carries the sessions.
	Cookie string
	// Account is the user that the page was drawn for; empty says nothing of it.
	Account string
}

// Answer is a GraphQL response.
type Answer struct {
	Data   map[string]any `json:"data"`
	Errors []struct {
		Message    string         `json:"message"`
		Extensions map[string]any `json:"extensions"`
	} `json:"errors"`
}

// Code is that of the first error; empty when there is none.
func (a Answer) Code() string {
	if len(a.Errors) == 0 {
		return ""
	}
	code, _ := a.Errors[0].Extensions["code"].(string)
	return code
}

// At walks into the data: At("viewer", "mailbox", "id"). A list takes its first
// element; nil when there is no such thing.
func (a Answer) At(path ...string) any {
	var value any = a.Data
	for _, name := range path {
		if list, ok := value.([]any); ok {
			if len(list) == 0 {
				return nil
			}
			value = list[0]
		}
		object, ok := value.(map[string]any)
		if !ok {
			return nil
		}
		value = object[name]
	}
	return value
}

// Text is At for a string.
func (a Answer) Text(path ...string) string {
	text, _ := a.At(path...).(string)
	return text
}

// Guest opens a browser in which nobody is signed in.
func (s *Server) Guest() *Browser { return &Browser{Server: s} }

// SignIn opens a browser and signs in one of the demonstration's people.
func (s *Server) SignIn(t testing.TB, email string) *Browser {
	t.Helper()
	b := s.Guest()
	b.Must(t, `mutation($email: String!, $password: String!) { signIn(input: {email: $email, password: $password}) { viewer { user { id } } } }`,
		map[string]any{"email": email, "password": demo.Password})
	return b
}

// StepUp confirms the password.
func (b *Browser) StepUp(t testing.TB) {
	t.Helper()
	b.Must(t, `mutation($password: String!) { confirmPassword(input: {password: $password}) { steppedUpUntil } }`,
		map[string]any{"password": demo.Password})
}

// Must runs an operation that has to succeed.
func (b *Browser) Must(t testing.TB, query string, variables map[string]any) Answer {
	t.Helper()
	answer := b.Do(t, query, variables)
	if len(answer.Errors) > 0 {
		t.Fatalf("%s\nrefused: %v", query, answer.Errors)
	}
	return answer
}

// Do runs an operation.
func (b *Browser) Do(t testing.TB, query string, variables map[string]any) Answer {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, b.Server.URL+"/graphql", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	response := b.send(t, request)
	defer response.Body.Close()
	b.take(response.Cookies())
	var answer Answer
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		t.Fatalf("%s\nanswered %s: %v", query, response.Status, err)
	}
	return answer
}

// Get fetches a path and returns the status and the body.
func (b *Browser) Get(t testing.TB, path string) (status int, body string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, b.Server.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	response := b.send(t, request)
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(content)
}

// take keeps cookies as a browser does.
func (b *Browser) take(given []*http.Cookie) {
	kept, _ := http.ParseCookie(b.Cookie) // an error leaves none
	for _, c := range given {
		kept = slices.DeleteFunc(kept, func(old *http.Cookie) bool { return old.Name == c.Name })
		if c.MaxAge >= 0 {
			kept = append(kept, &http.Cookie{Name: c.Name, Value: c.Value}) //nolint:gosec // G124: as a browser sends it, by name and value alone
		}
	}
	pairs := make([]string, len(kept))
	for n, c := range kept {
		pairs[n] = c.Name + "=" + c.Value
	}
	b.Cookie = strings.Join(pairs, "; ")
}

func (b *Browser) send(t testing.TB, request *http.Request) *http.Response {
	t.Helper()
	request.Header.Set("Cookie", b.Cookie)
	if b.Account != "" {
		request.Header.Set("Latchkey-Account", b.Account)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatalf("%s %s: %v", request.Method, strings.TrimPrefix(request.URL.Path, b.Server.URL), err)
	}
	return response
}
