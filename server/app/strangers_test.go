package app_test

import (
	"bytes"
	"encoding/json"
	"io"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"latchkey/server/app/apptest"
)

// tries is how often each field of the API is asked for with other arguments.
const tries = 5

// TestAStrangerLearnsAndChangesNothing asks for every field of every kind of
// operation, as nobody and as an outsider, with garbage and with real ids.
func TestAStrangerLearnsAndChangesNothing(t *testing.T) {
	t.Parallel()
	s := apptest.Start(t, "")
	anna, chloe := s.SignIn(t, "anna@acme.example"), s.SignIn(t, "chloe@studio.example")
	anna.StepUp(t)
	info := mailboxID(t, anna, "info@acme.example")
	token := invite(t, anna, info, "READ")
	known, outside := explore(t, anna), explore(t, chloe)
	secrets := append(known.secretsFrom(outside), token)
	if len(secrets) < 200 {
		t.Fatalf("only %d secrets were found", len(secrets))
	}

	var learnt int
	for _, kind := range []ast.Operation{ast.Query, ast.Mutation} {
		for _, field := range rootFields(kind) {
			if field.Name == "requestPasswordReset" {
				continue // anybody may ask; the mail changes the mailbox of the address (see server/identity/reset_test.go)
			}
			for _, garbage := range []bool{false, true} {
				o := &operations{Rand: rand.New(rand.NewPCG(uint64(len(field.Name)), uint64(field.Name[0]))), known: known, garbage: garbage}
				for range tries {
					query, variables := o.operation(kind, field)
					for name, who := range map[string]*apptest.Browser{"nobody": s.Guest(), "Chloé": chloe} {
						got := probe(t, who, query, variables)
						got.check(t, name)
						if secret := got.leak(secrets); secret != "" {
							t.Errorf("%s learns %q from\n%.500s\n%.500s\n%.1000s", name, secret, query, got.variables, got.body)
						}
					}
					if kind == ast.Mutation {
						chloe = staySignedIn(t, s, chloe)
					} else if !garbage && probe(t, anna, query, variables).leak(secrets) != "" {
						learnt++
					}
				}
			}
		}
	}
	if learnt < tries {
		t.Errorf("Anna herself learnt something %d times only: the operations ask for nothing", learnt)
	}
	if after := explore(t, anna); after.text != known.text {
		at := 0
		for at < min(len(known.text), len(after.text)) && known.text[at] == after.text[at] {
			at++
		}
		at = max(at-200, 0)
		t.Errorf("strangers changed what Anna sees:\n%.800s\n%.800s", known.text[min(at, len(known.text)):], after.text[min(at, len(after.text)):])
	}
	if after := explore(t, chloe); len(after.secretsFrom(outside)) > 0 {
		t.Errorf("now Chloé knows %q", after.secretsFrom(outside))
	}
}

// TestNoArgumentIsAFault has somebody who may do everything do anything.
func TestNoArgumentIsAFault(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, s *apptest.Server) {
		anna := s.SignIn(t, "anna@acme.example")
		anna.StepUp(t)
		known := explore(t, anna)
		for _, kind := range []ast.Operation{ast.Query, ast.Mutation} {
			for _, field := range rootFields(kind) {
				o := &operations{Rand: rand.New(rand.NewPCG(2, uint64(len(field.Name)))), known: known}
				for i := range tries {
					o.garbage = i%2 == 0
					query, variables := o.operation(kind, field)
					probe(t, anna, query, variables).check(t, "Anna")
				}
				if anna.Do(t, `{ viewer { user { id } } }`, nil).Code() != "" {
					anna = s.SignIn(t, "anna@acme.example")
					anna.StepUp(t)
				}
			}
		}
	})
}

func rootFields(kind ast.Operation) ast.FieldList {
	root := map[ast.Operation]*ast.Definition{
		ast.Query: apiSchema.Query, ast.Mutation: apiSchema.Mutation, ast.Subscription: apiSchema.Subscription,
	}[kind]
	return slices.DeleteFunc(slices.Clone(root.Fields), func(f *ast.FieldDefinition) bool { return strings.HasPrefix(f.Name, "__") })
}

// probed is the answer to an operation that may be refused.
type probed struct {
	apptest.Answer
	query, body string
	variables   []byte
	status      int
}

// probe sends an operation from an address of its own, so that refused
// passwords slow nobody else down.
func probe(t testing.TB, b *apptest.Browser, query string, variables map[string]any) probed {
	t.Helper()
	p := probed{query: query}
	p.variables, _ = json.Marshal(variables)
	body, _ := json.Marshal(map[string]any{"query": query, "variables": json.RawMessage(p.variables)})
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, b.Server.URL+"/graphql", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Cookie", b.Cookie)
	request.Header.Set("X-Forwarded-For", "192.0.2.7")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	p.body, p.status = string(text), response.StatusCode
	if err := json.Unmarshal(text, &p.Answer); err != nil {
		t.Errorf("%s\nis answered by no JSON: %.300s", query, text)
	}
	return p
}

// check holds that the answer is one, or an error with a documented code and a sentence.
func (p probed) check(t testing.TB, who string) {
	t.Helper()
	if p.status != http.StatusOK && p.status != http.StatusBadRequest {
		t.Errorf("%s: %.500s\n%.500s\nis answered with status %d", who, p.query, p.variables, p.status)
	}
	for _, e := range p.Errors {
		code, _ := e.Extensions["code"].(string)
		if !documented(code) || e.Message == "" {
			t.Errorf("%s: %.500s\n%.500s\nis answered with %s: %s", who, p.query, p.variables, code, e.Message)
		}
	}
}

// documented tells whether a code is one that strangers may be given.
func documented(code string) bool {
	switch code {
	case "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED":
		return true
	case "INTERNAL":
		return false
	}
	return apiSchema.Types["ErrorCode"].EnumValues.ForName(code) != nil
}

// leak returns a secret in the answer that was not in the question.
func (p probed) leak(secrets []string) string {
	for _, secret := range secrets {
		if strings.Contains(p.body, secret) && !strings.Contains(string(p.variables), secret) {
			return secret
		}
	}
	return ""
}

// staySignedIn signs Chloé in again when an operation signed her out.
func staySignedIn(t testing.TB, s *apptest.Server, chloe *apptest.Browser) *apptest.Browser {
	t.Helper()
	if answer := chloe.Do(t, `{ viewer { user { email } } }`, nil); answer.Text("viewer", "user", "email") == "chloe@studio.example" {
		return chloe
	}
	return s.SignIn(t, "chloe@studio.example")
}
