package transport

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"

	"github.com/99designs/gqlgen/graphql"

	"latchkey/server/refusal"
)

// rejection is an answer given before GraphQL has a say.
type rejection struct {
	status int
	err    error
}

func malformed(why string) *rejection {
	return &rejection{http.StatusBadRequest, refusal.Invalid("", why)}
}

// parameters reads the request of an operation.
func (h *handler) parameters(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, *rejection) {
	start := graphql.Now()
	var p *graphql.RawParams
	var rejected *rejection
	if r.Method == http.MethodGet {
		p, rejected = fromURL(r.URL)
	} else {
		p, rejected = h.fromBody(w, r)
	}
	if rejected != nil {
		return nil, rejected
	}
	if p.Query == "" {
		return nil, malformed("The parameter query is missing or empty.")
	}
	p.ReadTime = graphql.TraceTiming{Start: start, End: graphql.Now()}
	return p, nil
}

func fromURL(u *url.URL) (*graphql.RawParams, *rejection) {
	values, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return nil, malformed("The parameters of the URL can't be read.")
	}
	p := &graphql.RawParams{Query: values.Get("query"), OperationName: values.Get("operationName")}
	for name, into := range map[string]*map[string]any{"variables": &p.Variables, "extensions": &p.Extensions} {
		if text := values.Get(name); text != "" && decode([]byte(text), into) != nil {
			return nil, malformed("The parameter " + name + " must be a JSON object.")
		}
	}
	return p, nil
}

func (h *handler) fromBody(w http.ResponseWriter, r *http.Request) (*graphql.RawParams, *rejection) {
	media, parameters, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || media != mediaJSON || !isUTF8(parameters) || r.Header.Get("Content-Encoding") != "" {
		why := "Send the operation as Content-Type: application/json, in UTF-8 and not compressed."
		return nil, &rejection{http.StatusUnsupportedMediaType, refusal.Invalid("", why)}
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, h.options.BodyLimit))
	if _, tooLarge := errors.AsType[*http.MaxBytesError](err); tooLarge {
		return nil, &rejection{http.StatusRequestEntityTooLarge, refusal.TooLarge(h.options.BodyLimit)}
	}
	if err != nil {
		return nil, malformed("The request's body ended too early.")
	}
	if bytes.HasPrefix(bytes.TrimSpace(body), []byte("[")) {
		return nil, malformed("Batches are not served. Send one operation in a request.")
	}
	p := &graphql.RawParams{}
	if decode(body, p) != nil {
		return nil, malformed("The body must be a JSON object: query and operationName are strings, variables and extensions objects.")
	}
	return p, nil
}

// decode reads one JSON value and nothing after it. Numbers keep their digits.
func decode(text []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(into); err != nil {
		return err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return errors.New("more than one JSON value")
	}
	return nil
}
