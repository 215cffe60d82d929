package smtpd

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"strings"
	"sync"
	"time"

	"github.com/emersion/go-smtp"
)

// Protocol is how the peer speaks to the server.
type Protocol string

// SMTP answers once for a message; LMTP once for each recipient, and is for a
// trusted mail server that does its own queueing.
const (
	SMTP Protocol = "SMTP"
	LMTP Protocol = "LMTP"
)

// Options makes a Server.
type Options struct {
	// Protocol is SMTP when empty.
	Protocol Protocol
	// Domain is our own host name, said in the greeting and in Received lines.
	Domain string
	// Mailroom takes the mail. Required.
	Mailroom Mailroom
	// Limits, of which DefaultLimits and LocalLimits are good ones. Required.
	Limits Limits
	// TLS offers STARTTLS when set.
	TLS *tls.Config
	// Log gets addresses and verdicts, never a message. Required.
	Log *slog.Logger
	// Now is the time for trace lines and allowances; time.Now when nil.
	Now func() time.Time
}

// Server receives mail by SMTP or LMTP.
type Server struct {
	Options
	log      *slog.Logger
	engine   *smtp.Server
	peers    *peers
	counters counters
	held     heldBytes

	calls     context.Context // of the mailroom; cancelled when drained or given up
	endCalls  context.CancelFunc
	mu        sync.Mutex
	live      map[*conn]struct{}
	listeners []net.Listener
	closing   bool
}

// New makes a server that Serve sets to work.
func New(options Options) *Server {
	if options.Now == nil {
		options.Now = time.Now
	}
	if options.Protocol == "" {
		options.Protocol = SMTP
	}
	s := &Server{
		Options: options,
		log:     options.Log.With("door", string(options.Protocol)),
		peers:   newPeers(options.Limits, options.Now),
		live:    make(map[*conn]struct{}),
		held:    heldBytes{limit: options.Limits.HeldBytes},
	}
	s.calls, s.endCalls = context.WithCancel(context.Background())
	s.engine = s.newEngine()
	return s
}

func (s *Server) newEngine() *smtp.Server {
	engine := smtp.NewServer(smtp.BackendFunc(s.newSession))
	engine.LMTP = s.Protocol == LMTP
	engine.Domain = s.Domain
	engine.MaxRecipients = s.Limits.Recipients
	engine.MaxMessageBytes = s.Limits.MessageBytes
	engine.MaxLineLength = s.Limits.LineBytes
	engine.ReadTimeout = s.Limits.ReadTimeout
	engine.WriteTimeout = s.Limits.WriteTimeout
	engine.TLSConfig = s.TLS
	engine.EnableSMTPUTF8 = true
	engine.EnableBINARYMIME = true // bytes are kept as they come
	engine.ErrorLog = engineLog{s.log}
	return engine
}

// Serve accepts connections until Shutdown, and then returns nil.
func (s *Server) Serve(l net.Listener) error {
	s.mu.Lock()
	if s.closing {
		s.mu.Unlock()
		return l.Close()
	}
	s.listeners = append(s.listeners, l)
	s.mu.Unlock()
	err := s.engine.Serve(doorkeeper{l, s})
	if errors.Is(err, net.ErrClosed) && s.isClosing() {
		return nil
	}
	return err
}

// Shutdown takes no new connection, tells idle clients to come back later,
// lets the messages that are under way be delivered and answered, and returns
// when all is quiet. When ctx ends first it cuts what is left and returns
// ctx's error: no message that was cut has been acknowledged.
func (s *Server) Shutdown(ctx context.Context) error {
	s.mu.Lock()
	s.closing = true
	for _, l := range s.listeners {
		_ = l.Close()
	}
	live := make([]*conn, 0, len(s.live))
	for c := range s.live {
		live = append(live, c)
	}
	s.mu.Unlock()
	for _, c := range live {
		c.drain()
	}
	err := s.engine.Shutdown(ctx)
	s.endCalls()
	if ctx.Err() == nil {
		return nil // closing a listener twice is no failure
	}
	for _, c := range live {
		_ = c.Close()
	}
	return fmt.Errorf("smtpd: cut after waiting: %w", err)
}

// Counts reads what the server has done so far.
func (s *Server) Counts() Counts { return s.counters.read() }

// admit wraps a connection that was let in and keeps account of it.
func (s *Server) admit(raw net.Conn, from netip.Addr) *conn {
	c := &conn{Conn: raw, limits: s.Limits}
	c.over = c
	c.earlyTalker = func() {
		s.counters.earlyTalkers.Add(1)
		s.log.Info("early talker", "remote", from)
	}
	c.release = sync.OnceFunc(func() {
		s.peers.leave(site(from))
		s.counters.open.Add(-1)
		s.mu.Lock()
		delete(s.live, c)
		s.mu.Unlock()
	})
	s.counters.connections.Add(1)
	s.counters.open.Add(1)
	s.mu.Lock()
	s.live[c] = struct{}{}
	closing := s.closing
	s.mu.Unlock()
	if closing {
		c.drain()
	}
	return c
}

func (s *Server) isClosing() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.closing
}

// engineLog hears the engine's own complaints: panics, which are ours to mend,
// and broken connections, which are the internet's.
type engineLog struct{ log *slog.Logger }

func (l engineLog) Printf(format string, v ...any) {
	level := slog.LevelInfo
	if strings.HasPrefix(format, "panic") {
		level = slog.LevelError
	}
	l.log.Log(context.Background(), level, fmt.Sprintf(format, v...))
}

func (l engineLog) Println(v ...any) { l.log.Info(fmt.Sprintln(v...)) }
