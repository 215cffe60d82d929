package httpd

import (
	"bufio"
	"context"
	"log/slog"
	"net"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// observer counts and logs requests by route: never by path, which can hold an
// invitation's token or a mailbox's address.
type observer struct {
	log      *slog.Logger
	trace    tracer
	duration *prometheus.HistogramVec
}

// tracer begins the span of a request.
type tracer interface {
	Request(ctx context.Context, method, route string) (inside context.Context, end func(status int))
}

func newObserver(log *slog.Logger, registry prometheus.Registerer, trace tracer) *observer {
	o := &observer{log: log, trace: trace, duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name:    "latchkey_http_request_duration_seconds",
		Help:    "How long requests took, by route and status.",
		Buckets: []float64{.001, .003, .01, .03, .1, .3, 1, 3, 10},
	}, []string{"route", "status"})}
	registry.MustRegister(o.duration)
	return o
}

func (o *observer) observe(route string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		recorded := &statusRecorder{ResponseWriter: w, status: http.StatusOK}
		ctx, end := o.trace.Request(r.Context(), r.Method, route)
		defer func() { end(recorded.status) }()
		next.ServeHTTP(recorded, r.WithContext(ctx))
		took := time.Since(began)
		o.duration.WithLabelValues(route, strconv.Itoa(recorded.status)).Observe(took.Seconds())
		o.log.DebugContext(r.Context(), "request", "route", route, "method", r.Method, "status", recorded.status, "took", took)
	})
}

// statusRecorder remembers the status; it can be hijacked and flushed as what it wraps can.
type statusRecorder struct {
	http.ResponseWriter
	status int
}

func (s *statusRecorder) WriteHeader(status int) {
	s.status = status
	s.ResponseWriter.WriteHeader(status)
}

// Unwrap lets http.ResponseController reach the connection.
func (s *statusRecorder) Unwrap() http.ResponseWriter { return s.ResponseWriter }

// Flush sends what an event stream has so far.
func (s *statusRecorder) Flush() {
	if f, ok := s.ResponseWriter.(http.Flusher); ok {
		f.Flush()
	}
}

// Hijack hands the connection to a WebSocket.
func (s *statusRecorder) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	s.status = http.StatusSwitchingProtocols
	return http.NewResponseController(s.ResponseWriter).Hijack()
}
