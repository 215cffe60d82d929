package httpd

import (
	"net/http"
	"net/url"
)

// pagePolicy is the content security policy of the web client: everything from
// here, nothing from elsewhere. Components position popups by style attributes,
// hence style-src-attr; there is no inline script and no inline style sheet.
const pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; " +
	"img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; " +
	"worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// secured sets the headers that every response carries. A handler that shows
// mail replaces the policy with a stricter one of its own.
func secured(public *url.URL, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", pagePolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer") // a link's token stands in the address
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")
		h.Set("X-DNS-Prefetch-Control", "off")
		if public.Scheme == "https" {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		next.ServeHTTP(w, r)
	})
}

// sameOrigin refuses state-changing requests that another site's page makes a
// browser send (Sec-Fetch-Site, then Origin). Clients that are no browsers pass.
func sameOrigin(public *url.URL, next http.Handler) http.Handler {
	guard := http.NewCrossOriginProtection()
	if err := guard.AddTrustedOrigin(public.String()); err != nil {
		panic("httpd: PUBLIC_URL was checked to be an origin: " + err.Error())
	}
	return guard.Handler(next)
}
