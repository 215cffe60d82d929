package httpd

import (
	"context"
	"errors"
	"log/slog"
	"net/http"

	"latchkey/graph"
	"latchkey/server/identity"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// authenticator finds out who a session's token belongs to; it refuses with
// UNAUTHENTICATED when the session has ended.
type authenticator interface {
	Authenticate(ctx context.Context, token string) (viewer.Viewer, error)
}

// withViewer puts whoever is signed in into the request's context, and the
// cookie into reach of signing in and out. Without a session the request goes
// on with no viewer, who can read nothing.
func withViewer(cookies Cookies, who authenticator, log *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		device := identity.Device{UserAgent: r.UserAgent(), RemoteAddress: RemoteAddress(r)}
		ctx := graph.WithSessionCookie(r.Context(), cookies.For(w, r), device)
		if token, ok := cookies.Token(r); ok {
			v, err := who.Authenticate(ctx, token)
			switch {
			case err == nil:
				ctx = viewer.NewContext(ctx, v)
			case errors.Is(err, refusal.Unauthenticated()):
				// The cookie stays: this may be an old request, answered after the browser got a newer one.
			default:
				log.ErrorContext(ctx, "the session can't be checked", "error", err)
				http.Error(w, refusal.Unavailable().Error(), http.StatusServiceUnavailable)
				return
			}
		}
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}
