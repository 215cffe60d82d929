package httpd

import (
	"net/http"
	"net/url"
	"time"

	"latchkey/server/seal"
)

// Cookies writes and reads the cookie that carries a session's token.
type Cookies struct {
	name   string
	secure bool
}

// NewCookies names the cookie by where browsers reach the server. Browsers
// take localhost for secure; only plain HTTP on another host does without the
// __Host- prefix, which forbids every other host and path to set the cookie.
func NewCookies(public *url.URL) Cookies {
	if public.Scheme == "https" || public.Hostname() == "localhost" {
		return Cookies{name: "__Host-latchkey", secure: true}
	}
	return Cookies{name: "latchkey"}
}

// Token reads the session's token as the browser sent it; ok is false when there is none.
func (c Cookies) Token(r *http.Request) (token string, ok bool) {
	cookie, err := r.Cookie(c.name)
	if err != nil {
		return "", false
	}
	return cookie.Value, true
}

// For returns the writer of this response's cookie.
func (c Cookies) For(w http.ResponseWriter) *ResponseCookie { return &ResponseCookie{c, w} }

// ResponseCookie sets the session's cookie on one response.
type ResponseCookie struct {
	cookies Cookies
	w       http.ResponseWriter
}

// Set hands the token to the browser until the session's absolute end.
func (c *ResponseCookie) Set(token seal.Token, expires time.Time) {
	http.SetCookie(c.w, c.cookies.make(token.Reveal(), expires, 0))
}

// Clear takes it away.
func (c *ResponseCookie) Clear() {
	http.SetCookie(c.w, c.cookies.make("", time.Time{}, -1))
}

func (c Cookies) make(value string, expires time.Time, maxAge int) *http.Cookie {
	return &http.Cookie{ //nolint:gosec // G124: Secure wherever browsers can keep it, see NewCookies
		Name: c.name, Value: value, Path: "/", Expires: expires, MaxAge: maxAge,
		HttpOnly: true, Secure: c.secure, SameSite: http.SameSiteLaxMode,
	}
}
