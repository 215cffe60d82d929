package transport

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// Origins returns a check that lets requests through from the server's own
// pages and from the allowed origins (scheme://host[:port]). Who sends neither
// Origin nor Sec-Fetch-Site is no browser, so no page can have made it send its
// cookies. It serves for mutations and for the upgrade to a WebSocket alike.
func Origins(allowed ...string) func(*http.Request) bool {
	return func(r *http.Request) bool {
		origin := r.Header.Get("Origin")
		if origin == "" {
			site := r.Header.Get("Sec-Fetch-Site")
			return site == "" || site == "same-origin" || site == "none"
		}
		if slices.ContainsFunc(allowed, func(a string) bool { return strings.EqualFold(a, origin) }) {
			return true
		}
		from, err := url.Parse(origin)
		return err == nil && from.Host != "" && strings.EqualFold(from.Host, r.Host)
	}
}
