package httpd

import (
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"github.com/klauspost/compress/gzhttp"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Limits of a connection, so that none can be held open by sending slowly.
const (
	readHeaderTimeout = 10 * time.Second
	idleTimeout       = 2 * time.Minute
	maxHeaderBytes    = 32 << 10
)

// Options are what the door needs from the house.
type Options struct {
	Public   *url.URL
	Sessions authenticator
	// GraphQL serves the API over every transport.
	GraphQL http.Handler
	// Mail serves bodies, attachments and raw messages below /mail/.
	Mail map[string]http.Handler
	// Demo serves the demonstration's pages; nil outside of it.
	Demo map[string]http.Handler
	// Ready tells why requests should not come here now; nil when they should.
	Ready    func(context.Context) error
	Registry *prometheus.Registry
	// Traces begins the spans of requests.
	Traces tracer
	Log    *slog.Logger
}

// New returns the server; the caller listens and serves.
func New(o Options) *http.Server {
	return &http.Server{
		Handler:           Handler(o),
		ReadHeaderTimeout: readHeaderTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
		ErrorLog:          slog.NewLogLogger(o.Log.Handler(), slog.LevelDebug),
	}
}

// Handler routes requests.
func Handler(o Options) http.Handler {
	mux := http.NewServeMux()
	watch := newObserver(o.Log, o.Registry, o.Traces)
	cookies := NewCookies(o.Public)
	route := func(pattern string, h http.Handler) { mux.Handle(pattern, watch.observe(pattern, h)) }
	signedIn := func(h http.Handler) http.Handler { return withViewer(cookies, o.Sessions, o.Log, h) }

	route("/graphql", signedIn(o.GraphQL))
	for pattern, h := range o.Mail {
		route(pattern, signedIn(h))
	}
	for pattern, h := range o.Demo {
		route(pattern, h)
	}
	route("/healthz", http.HandlerFunc(healthz))
	route("/readyz", readyz(o.Ready))
	route("/metrics", promhttp.HandlerFor(o.Registry, promhttp.HandlerOpts{}))
	route("/{$}", http.RedirectHandler("/mail", http.StatusFound))
	// Only the client is compressed: an answer of the API can mix secrets with what others wrote (BREACH).
	route("/", gzhttp.GzipHandler(spa()))
	return secured(o.Public, sameOrigin(o.Public, mux))
}
