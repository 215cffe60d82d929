package transport_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"latchkey/server/internal/board"
)

const (
	jsonMedia     = "application/json"
	responseMedia = "application/graphql-response+json"
)

// answer is what a request got.
type answer struct {
	status int
	header http.Header
	body   string
}

// code of the first error; empty for none.
func (a answer) code() string {
	var r struct {
		Errors []struct{ Extensions struct{ Code string } }
	}
	json.Unmarshal([]byte(a.body), &r)
	if len(r.Errors) == 0 {
		return ""
	}
	return r.Errors[0].Extensions.Code
}

// ask sends a request; headers come in pairs.
func ask(t testing.TB, w *board.World, method, target, body string, headers ...string) answer {
	t.Helper()
	r, err := http.NewRequest(method, w.Server.URL+target, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	response, err := w.Server.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer{response.StatusCode, response.Header, string(text)}
}

func post(t testing.TB, w *board.World, query, accept string) answer {
	t.Helper()
	body, _ := json.Marshal(map[string]string{"query": query})
	return ask(t, w, http.MethodPost, "/graphql", string(body), "Content-Type", jsonMedia, "Accept", accept)
}

func newWorld(t testing.TB, s board.Setup) *board.World {
	w := board.NewWorld(s)
	t.Cleanup(w.Close)
	return w
}

func TestAnOperationIsAnsweredInTheMediaTypeAskedFor(t *testing.T) {
	w := newWorld(t, board.Setup{})
	for accept, want := range map[string]string{
		"":                              jsonMedia,
		"*/*":                           jsonMedia,
		jsonMedia:                       jsonMedia,
		responseMedia:                   responseMedia,
		jsonMedia + "," + responseMedia: jsonMedia,
		responseMedia + ", application/json;q=0.9": responseMedia,
		"application/json;q=0.5," + responseMedia:  responseMedia,
		"text/html, */*;q=0.1":                     jsonMedia,
	} {
		got := post(t, w, "{ping}", accept)
		if got.status != 200 || got.header.Get("Content-Type") != want+"; charset=utf-8" || got.body != `{"data":{"ping":"pong"}}` {
			t.Errorf("Accept %q: %+v", accept, got)
		}
	}
}

func TestTheStatusSaysWhatTheMediaTypePromises(t *testing.T) {
	w := newWorld(t, board.Setup{})
	for _, c := range []struct {
		query              string
		older, newer       int
		code               string
		answersWithoutData bool
	}{
		{"{", 200, 400, "GRAPHQL_PARSE_FAILED", true},
		{"{nope}", 200, 400, "GRAPHQL_VALIDATION_FAILED", true},
		{"query($n:Int!){shout(input:{text:\"a\",times:$n})}", 200, 400, "GRAPHQL_VALIDATION_FAILED", true},
		{"{missing}", 200, 200, "NOT_FOUND", false},
		{"{broken}", 200, 200, "INTERNAL", false},
		{"subscription{countTo(last:1)}", 406, 406, "VALIDATION_FAILED", true},
	} {
		for media, status := range map[string]int{jsonMedia: c.older, responseMedia: c.newer} {
			got := post(t, w, c.query, media)
			if got.status != status || got.code() != c.code || strings.Contains(got.body, `"data"`) == c.answersWithoutData {
				t.Errorf("%s as %s: want %d %s, got %+v", c.query, media, status, c.code, got)
			}
		}
	}
}

func TestMalformedRequestsAreToldWhatIsWrong(t *testing.T) {
	w := newWorld(t, board.Setup{})
	for _, c := range []struct {
		sentence, method, target, body, media string
		status                                int
	}{
		{"no body", http.MethodPost, "/", "", jsonMedia, 400},
		{"garbage", http.MethodPost, "/", "{nope", jsonMedia, 400},
		{"two values", http.MethodPost, "/", `{"query":"{ping}"} {}`, jsonMedia, 400},
		{"a batch", http.MethodPost, "/", `[{"query":"{ping}"}]`, jsonMedia, 400},
		{"no query", http.MethodPost, "/", `{}`, jsonMedia, 400},
		{"a query that is no string", http.MethodPost, "/", `{"query":{}}`, jsonMedia, 400},
		{"variables that are no object", http.MethodPost, "/", `{"query":"{ping}","variables":[1]}`, jsonMedia, 400},
		{"nested without end", http.MethodPost, "/", `{"query":"{ping}","variables":{"a":` + strings.Repeat("[", 20000), jsonMedia, 400},
		{"larger than 1 MiB", http.MethodPost, "/", `{"query":"` + strings.Repeat(" ", 1<<20) + `{ping}"}`, jsonMedia, 413},
		{"a form", http.MethodPost, "/", "query={ping}", "application/x-www-form-urlencoded", 415},
		{"an upload", http.MethodPost, "/", "--x--", "multipart/form-data; boundary=x", 415},
		{"text", http.MethodPost, "/", `{"query":"{ping}"}`, "text/plain", 415},
		{"another charset", http.MethodPost, "/", `{"query":"{ping}"}`, "application/json; charset=utf-16", 415},
		{"no media type", http.MethodPost, "/", `{"query":"{ping}"}`, "", 415},
		{"variables that are no JSON", http.MethodGet, "/?query={ping}&variables=x", "", "", 400},
		{"PUT", "PUT", "/", `{"query":"{ping}"}`, jsonMedia, 405},
	} {
		got := ask(t, w, c.method, c.target, c.body, "Content-Type", c.media)
		if got.status != c.status || got.code() == "" || len(got.body) > 400 {
			t.Errorf("%s: want %d with a code, got %+v", c.sentence, c.status, got)
		}
	}
	if got := ask(t, w, http.MethodGet, "/?query={ping}", "", "Accept", "text/html"); got.status != 406 {
		t.Errorf("a page is asked for: %+v", got)
	}
}

func TestGETServesQueriesOnly(t *testing.T) {
	w := newWorld(t, board.Setup{})
	query := url.Values{"query": {"query($i:ShoutInput!){shout(input:$i)}"}, "variables": {`{"i":{"text":"a","times":2}}`}}
	if got := ask(t, w, http.MethodGet, "/?"+query.Encode(), ""); got.status != 200 || !strings.Contains(got.body, "AA") {
		t.Errorf("a query: %+v", got)
	}
	mutation := url.Values{"query": {`mutation{pin(board:"b",text:"t")}`}}
	if got := ask(t, w, http.MethodGet, "/?"+mutation.Encode(), ""); got.status != 405 || got.header.Get("Allow") != "POST" {
		t.Errorf("a mutation: %+v", got)
	}
}

func TestMutationsOfForeignPagesAreRefused(t *testing.T) {
	w := newWorld(t, board.Setup{})
	mutate := func(headers ...string) int {
		body := `{"query":"mutation{pin(board:\"b\",text:\"t\")}"}`
		return ask(t, w, http.MethodPost, "/", body, append(headers, "Content-Type", jsonMedia)...).status
	}
	for _, c := range []struct {
		sentence string
		headers  []string
		status   int
	}{
		{"a program", nil, 200},
		{"an own page", []string{"Origin", w.Server.URL, "Sec-Fetch-Site", "same-origin"}, 200},
		{"a foreign page", []string{"Origin", "https://evil.example"}, 403},
		{"a page without an origin", []string{"Origin", "null"}, 403},
		{"a foreign page whose browser hides its origin", []string{"Sec-Fetch-Site", "cross-site"}, 403},
	} {
		if got := mutate(c.headers...); got != c.status {
			t.Errorf("%s: got %d, want %d", c.sentence, got, c.status)
		}
	}
}

func TestErrorsShowAPersonWhatToDoAndNobodyWhatBroke(t *testing.T) {
	var log bytes.Buffer
	w := newWorld(t, board.Setup{Log: &log})
	if got := post(t, w, "{missing}", jsonMedia); !strings.Contains(got.body, "no access") || !strings.Contains(got.body, `"path":["missing"]`) {
		t.Errorf("a refusal: %s", got.body)
	}
	if got := post(t, w, "{broken}", jsonMedia); strings.Contains(got.body, "hunter2") {
		t.Errorf("a fault is shown: %s", got.body)
	}
	if got := post(t, w, "{panics}", jsonMedia); got.code() != "INTERNAL" || strings.Contains(got.body, "shelf fell") {
		t.Errorf("a panic is shown: %s", got.body)
	}
	for _, fault := range []string{"hunter2", "a shelf fell"} {
		if !strings.Contains(log.String(), fault) {
			t.Errorf("the log does not say %q", fault)
		}
	}
	input := `{"query":"query($i:ShoutInput!){shout(input:$i)}","variables":{"i":{"text":"a","times":99999999999}}}`
	got := ask(t, w, http.MethodPost, "/", input, "Content-Type", jsonMedia)
	if got.code() != "VALIDATION_FAILED" || !strings.Contains(got.body, `"field":"input.times"`) {
		t.Errorf("an input: %s", got.body)
	}
}

func TestWhatCostsTooMuchIsRefusedBeforeItIsDone(t *testing.T) {
	w := newWorld(t, board.Setup{})
	var aliases, doubling strings.Builder
	for i := range 101 {
		fmt.Fprintf(&aliases, "a%d:ping ", i)
	}
	for i := range 60 {
		fmt.Fprintf(&doubling, "fragment f%d on Shelf{a:shelf{...f%d} b:shelf{...f%d}} ", i, i+1, i+1)
	}
	doubling.WriteString("fragment f60 on Shelf{name}")
	for _, c := range []struct{ sentence, query string }{
		{"tokens", "{" + strings.Repeat("ping ", 20_000) + "}"},
		{"tokens in introspection", "{" + strings.Repeat("__typename ", 20_000) + "}"},
		{"depth", "{" + strings.Repeat("shelf{", 25) + "name" + strings.Repeat("}", 26)},
		{"aliases", "{" + aliases.String() + "}"},
		{"root fields", "{" + strings.Repeat("__typename ", 31) + "}"},
		{"fragments that double", "{shelf{...f0}}" + doubling.String()},
	} {
		began := time.Now()
		got := post(t, w, c.query, responseMedia)
		if got.status != 400 || got.code() != "TOO_COMPLEX" || len(got.body) > 400 {
			t.Errorf("%s: got %d %.400s", c.sentence, got.status, got.body)
		}
		if took := time.Since(began); took > 2*time.Second {
			t.Errorf("%s: refused after %s", c.sentence, took)
		}
	}
}

// TestTheDearestDocumentIsStillCheap holds the limits to their reason:
// validation compares fields of one name with each other.
func TestTheDearestDocumentIsStillCheap(t *testing.T) {
	w := newWorld(t, board.Setup{})
	for sentence, query := range map[string]string{
		"the same field":               "{" + strings.Repeat("ping ", 2990) + "}",
		"the same fields within":       "{" + strings.Repeat("shelf{name name name} ", 490) + "}",
		"the same fields in fragments": "{" + strings.Repeat("shelf{...f} ", 300) + "} fragment f on Shelf{" + strings.Repeat("name ", 1000) + "}",
		"unknown fields":               "{" + strings.Repeat("pinf ", 2990) + "}",
		"fragments in a circle":        "{shelf{...f}} fragment f on Shelf{" + strings.Repeat("shelf{...f} ", 400) + "}",
		"just below the limit":         "{" + strings.Repeat("ping ", 310) + "}",
	} {
		began := time.Now()
		got := post(t, w, query, responseMedia)
		took := time.Since(began)
		t.Logf("%s: %s after %s", sentence, got.code(), took)
		if got.status != 400 || took > time.Second || len(got.body) > 8<<10 {
			t.Errorf("%s: %d after %s: %.200s", sentence, got.status, took, got.body)
		}
	}
}

func TestNoErrorEchoesTheRequest(t *testing.T) {
	w := newWorld(t, board.Setup{})
	long := strings.Repeat("x", 100_000)
	for _, query := range []string{"{" + long + "}", "query " + long + "{nope}", `{shout(input:{` + long + `:1})}`, "{ping} " + long} {
		if got := post(t, w, query, jsonMedia); len(got.body) > 1500 {
			t.Errorf("%.30s…: %d octets: %.300s", query, len(got.body), got.body)
		}
	}
}

func TestIntrospectionIsOpen(t *testing.T) {
	w := newWorld(t, board.Setup{})
	got := post(t, w, `{__schema{types{name fields{name args{type{name ofType{name ofType{name}}}}}}}}`, jsonMedia)
	if !strings.Contains(got.body, "ShoutInput") {
		t.Errorf("got %.300s", got.body)
	}
}

func FuzzARequestIsAnsweredAsJSON(f *testing.F) {
	for _, seed := range []string{`{"query":"{ping}"}`, `{"query":"{shelf{...f}} fragment f on Shelf{shelf{...f}}"}`, `[]`, `{"query":"query a{ping}","operationName":"b"}`} {
		f.Add(seed)
	}
	w := newWorld(f, board.Setup{})
	f.Fuzz(func(t *testing.T, body string) {
		r, _ := http.NewRequest(http.MethodPost, w.Server.URL, strings.NewReader(body))
		r.Header.Set("Content-Type", jsonMedia)
		response, err := w.Server.Client().Do(r)
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		text, _ := io.ReadAll(response.Body)
		if !json.Valid(text) || response.StatusCode >= 500 {
			t.Fatalf("%d %s", response.StatusCode, text)
		}
	})
}
