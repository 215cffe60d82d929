package httpd

import (
	"net/http"
	"net/url"
	"strings"
	"time"

	"latchkey/server/identity"
	"latchkey/server/seal"
)

// othersSuffix names the cookie of those who are signed in beside whoever acts.
const othersSuffix = "-others"

// Cookies writes and reads the cookies that carry the tokens of sessions: one
// that of the session that acts, the other those that are signed in beside it.
type Cookies struct {
	name   string
	secure bool
}

// NewCookies names the cookies by where browsers reach the server. Browsers
// take localhost for secure; only plain HTTP on another host does without the
// __Host- prefix, which forbids every other host and path to set the cookie.
func NewCookies(public *url.URL) Cookies {
	if public.Scheme == "https" || public.Hostname() == "localhost" {
		return Cookies{name: "__Host-latchkey", secure: true}
	}
	return Cookies{name: "latchkey"}
}

// Token reads the token of the session that acts as the browser sent it; ok is
// false when there is none.
func (c Cookies) Token(r *http.Request) (token string, ok bool) {
	cookie, err := r.Cookie(c.name)
	if err != nil || cookie.Value == "" {
		return "", false
	}
	return cookie.Value, true
}

// For returns the writer of the cookies of the response to a request.
func (c Cookies) For(w http.ResponseWriter, r *http.Request) *ResponseCookie {
	rc := &ResponseCookie{cookies: c, w: w}
	rc.acting, _ = c.Token(r)
	if cookie, err := r.Cookie(c.name + othersSuffix); err == nil && cookie.Value != "" {
		rc.others = strings.SplitN(cookie.Value, ".", identity.MaxAccounts)
	}
	return rc
}

// ResponseCookie sets the cookies on one response. Only signing in or out and
// what makes a token anew do that: a response that just finds a session ended
// leaves the cookies alone, because the browser may hold newer ones by the time
// it arrives. It is for one goroutine at a time, as mutations are.
type ResponseCookie struct {
	cookies Cookies
	w       http.ResponseWriter
	acting  string
	others  []string
}

// Tokens are those that the browser sent, or was given by this response.
func (c *ResponseCookie) Tokens() (acting string, others []string) { return c.acting, c.others }

// Renew hands another token of the acting session to the browser until the session's absolute end.
func (c *ResponseCookie) Renew(token seal.Token, expires time.Time) {
	c.acting = token.Reveal()
	http.SetCookie(c.w, c.cookies.make("", c.acting, expires))
}

// Keep hands all sessions to the browser; the first acts.
func (c *ResponseCookie) Keep(sessions []identity.Held) {
	before := c.others
	c.acting, c.others = "", nil
	var actingUntil, othersUntil time.Time
	for n, held := range sessions {
		if n == 0 {
			c.acting, actingUntil = held.Token.Reveal(), held.ExpiresAt
			continue
		}
		c.others = append(c.others, held.Token.Reveal())
		if held.ExpiresAt.After(othersUntil) {
			othersUntil = held.ExpiresAt
		}
	}
	http.SetCookie(c.w, c.cookies.make("", c.acting, actingUntil))
	if len(before)+len(c.others) > 0 {
		http.SetCookie(c.w, c.cookies.make(othersSuffix, strings.Join(c.others, "."), othersUntil))
	}
}

// make returns a cookie; one without a value takes it away.
func (c Cookies) make(suffix, value string, expires time.Time) *http.Cookie {
	cookie := &http.Cookie{ //nolint:gosec // G124: Secure wherever browsers can keep it, see NewCookies
		Name: c.name + suffix, Value: value, Path: "/", Expires: expires,
		HttpOnly: true, Secure: c.secure, SameSite: http.SameSiteLaxMode,
	}
	if value == "" {
		cookie.MaxAge = -1
	}
	return cookie
}
