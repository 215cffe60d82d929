package transport

import (
	"encoding/json"
	"net/http"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// requestError is a response without an entry data, not even null: nothing was executed.
type requestError struct {
	Errors     gqlerror.List  `json:"errors"`
	Extensions map[string]any `json:"extensions,omitempty"`
}

// respond writes a response; media is JSON of one kind or the other.
func respond(w http.ResponseWriter, media string, status int, response any) {
	body, err := json.Marshal(response)
	if err != nil {
		status = http.StatusInternalServerError
		body = []byte(`{"errors":[{"message":"` + faultSentence + `","extensions":{"code":"INTERNAL"}}]}`)
	}
	if media == mediaEvents || media == "" {
		media = mediaJSON
	}
	h := w.Header()
	h.Set("Content-Type", media+"; charset=utf-8")
	h.Set("Content-Length", strconv.Itoa(len(body)))
	h.Set("Cache-Control", "no-store") // it is one viewer's
	h.Add("Vary", "Accept")
	w.WriteHeader(status)
	_, _ = w.Write(body)
}

// reject answers a request that never became an operation.
func (h *handler) reject(w http.ResponseWriter, r *http.Request, media string, rejected *rejection) {
	if rejected.status == http.StatusMethodNotAllowed {
		w.Header().Set("Allow", allowed(r))
	}
	// No operation's context exists, so the presenter is given none of its own.
	response := h.options.Executor.DispatchError(r.Context(), gqlerror.List{gqlerror.Wrap(rejected.err)})
	respond(w, media, rejected.status, requestError{Errors: response.Errors})
}

// allowed names the methods that would have been served.
func allowed(r *http.Request) string {
	if r.Method == http.MethodGet { // a mutation by GET
		return http.MethodPost
	}
	return http.MethodGet + ", " + http.MethodPost
}

// refuse answers an operation that was not executed. A client that speaks
// application/json learns it from the body, as it always did; one that asks
// for the newer media type from the status too.
func refuse(w http.ResponseWriter, media string, response *graphql.Response) {
	status := http.StatusOK
	if media == mediaResponse {
		status = http.StatusBadRequest
	}
	respond(w, media, status, requestError{Errors: response.Errors, Extensions: response.Extensions})
}
