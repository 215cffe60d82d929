package httpd

import (
	"context"
	"net/http"
	"time"
)

// readyWithin bounds the look at the database and the broker.
const readyWithin = 2 * time.Second

// healthz says that the process runs.
func healthz(w http.ResponseWriter, _ *http.Request) {
	_, _ = w.Write([]byte("ok\n"))
}

// readyz says whether to send requests here: not while starting or draining,
// nor without the database. The reason is for operators and holds no secret.
func readyz(ready func(context.Context) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), readyWithin)
		defer cancel()
		if err := ready(ctx); err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
			return
		}
		_, _ = w.Write([]byte("ready\n"))
	}
}
