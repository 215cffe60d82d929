package socket

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/gorilla/websocket"

	"latchkey/server/push"
)

// Subprotocol is what a client must offer.
const Subprotocol = "graphql-transport-ws"

// Authenticate says who opens a socket, from its request and the payload of
// connection_init. The context carries what resolvers need to know; its values
// live as long as the socket, its end is ignored. An error closes with 4403.
type Authenticate func(r *http.Request, parameters map[string]any) (context.Context, push.Identity, error)

// Options are the limits of a server; zero takes the default in the comment.
type Options struct {
	Hub          *push.Hub
	Authenticate Authenticate
	// AllowOrigin decides on a request by its Origin. Nil allows the server's
	// own host and clients that send none, which are no browsers.
	AllowOrigin func(*http.Request) bool
	// Address names the client for PerAddress; nil takes the host of RemoteAddr.
	Address func(*http.Request) string

	MessageLimit int           // octets of a client's message; 64 KiB
	PerSocket    int           // operations at a time on a socket; 128
	PerSession   int           // sockets of a session; 32
	PerAddress   int           // sockets of a client's address; 1,000
	InitWithin   time.Duration // from the upgrade to connection_init; 5 s
	Ping         time.Duration // between pings; silence of two closes; 25 s
	DrainWithin  time.Duration // for a reader that fell behind; 10 s

	Now func() time.Time // for sessions that expire; time.Now
	Log *slog.Logger
}

const (
	defaultMessageLimit = 64 << 10
	defaultPerSocket    = 128
	defaultPerSession   = 32
	defaultPerAddress   = 1000
	defaultInitWithin   = 5 * time.Second
	defaultPing         = 25 * time.Second
	defaultDrainWithin  = 10 * time.Second
)

func (o *Options) fill() {
	o.MessageLimit = orDefault(o.MessageLimit, defaultMessageLimit)
	o.PerSocket = orDefault(o.PerSocket, defaultPerSocket)
	o.PerSession = orDefault(o.PerSession, defaultPerSession)
	o.PerAddress = orDefault(o.PerAddress, defaultPerAddress)
	o.InitWithin = orDefault(o.InitWithin, defaultInitWithin)
	o.Ping = orDefault(o.Ping, defaultPing)
	o.DrainWithin = orDefault(o.DrainWithin, defaultDrainWithin)
	if o.Address == nil {
		o.Address = remoteHost
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
}

func orDefault[T comparable](value, standard T) T {
	var zero T
	if value == zero {
		return standard
	}
	return value
}

func remoteHost(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

// Server is a transport of gqlgen's for WebSockets.
type Server struct {
	options  Options
	upgrader websocket.Upgrader
	writers  sync.Pool // *writer
	chunks   sync.Pool // *[]byte, what one read takes
	wheel    wheel
	started  time.Time

	mu        sync.Mutex
	addresses map[string]int // open sockets of each

	open atomic.Int64
	slow atomic.Int64
}

var _ graphql.Transport = (*Server)(nil)

// New returns a server at work; Close ends it.
func New(o Options) *Server {
	o.fill()
	s := &Server{
		options: o,
		upgrader: websocket.Upgrader{
			// Only the handshake passes through them.
			ReadBufferSize: 128, WriteBufferSize: 512,
			Subprotocols: []string{Subprotocol},
			CheckOrigin:  o.AllowOrigin,
		},
		started:   time.Now(),
		addresses: map[string]int{},
	}
	s.writers.New = func() any { return newWriter() }
	s.chunks.New = func() any { b := make([]byte, chunkSize); return &b }
	s.wheel.start(s)
	return s
}

// Close says goodbye to every socket with 1001 and stops the pings.
func (s *Server) Close() {
	s.wheel.stop()
	for _, open := range s.wheel.all() {
		open.close(closeGoingAway, "The server is restarting")
	}
}

// Stats are counts for metrics.
type Stats struct {
	Open int64
	// Slow counts the sockets that were closed because they fell behind.
	Slow int64
}

// Stats returns the counts of now.
func (s *Server) Stats() Stats { return Stats{Open: s.open.Load(), Slow: s.slow.Load()} }

// tick is how finely a socket's silence is measured.
const tick = 100 * time.Millisecond

// ticks since the server began: four octets a socket instead of a time.
func (s *Server) ticks() uint32 { return uint32(time.Since(s.started) / tick) }

// Supports implements graphql.Transport.
func (s *Server) Supports(r *http.Request) bool { return websocket.IsWebSocketUpgrade(r) }

// Do implements graphql.Transport. It returns when the socket is open, so that
// net/http's goroutine, buffers and request are freed.
func (s *Server) Do(w http.ResponseWriter, r *http.Request, executor graphql.GraphExecutor) {
	address := s.options.Address(r)
	if !s.admit(address) {
		http.Error(w, "Too many connections from this address. Close some and try again.", http.StatusTooManyRequests)
		return
	}
	upgraded, err := s.upgrader.Upgrade(w, r, nil) // answers by itself when it fails
	if err != nil {
		s.leave(address)
		return
	}
	c := newSocket(s, upgraded.NetConn(), address, executor)
	if upgraded.Subprotocol() == "" {
		c.close(closeSubprotocol, "Subprotocol not acceptable")
		return
	}
	c.greet(r)
	go c.listen()
}

func (s *Server) admit(address string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.addresses[address] >= s.options.PerAddress {
		return false
	}
	s.addresses[address]++
	return true
}

func (s *Server) leave(address string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.addresses[address]--; s.addresses[address] <= 0 {
		delete(s.addresses, address)
	}
}
