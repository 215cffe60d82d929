package socket

import (
	"context"
	"crypto/tls"
	"fmt"
	"net"
	"net/http"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"latchkey/server/push"
)

// socket is one connection. Ten thousand of them wait at a time, so every
// field counts.
type socket struct {
	server   *Server
	conn     net.Conn
	raw      syscall.RawConn // nil where writes go through the queue only
	executor graphql.GraphExecutor
	address  string

	// Of the reading goroutine alone.
	in       assembly
	greeting *greeting // until connection_init
	viewer   context.Context

	seen  atomic.Uint32 // tick of the last octet from the client
	since atomic.Uint32 // tick in which an incomplete message began; 0 for none

	mu      sync.Mutex
	who     push.Identity
	queue   []byte        // what the kernel did not take yet; nil for nothing
	mayOwe  int           // octets that the queue may grow to
	drained chan struct{} // closed when the queue is empty; nil unless somebody waits
	running []*stream
	state   state
	slot    uint8 // of the wheel
}

type state uint8

const (
	acknowledged state = 1 << iota
	registered         // with the hub, under its session
	closing            // a close frame is sent or queued; nothing follows
	gone
)

// greeting is needed until connection_init only.
type greeting struct {
	request *http.Request
	timer   *time.Timer
}

func newSocket(s *Server, conn net.Conn, address string, executor graphql.GraphExecutor) *socket {
	c := &socket{server: s, conn: conn, raw: rawConn(conn), executor: executor, address: address}
	if tcp, ok := beneath(conn).(*net.TCPConn); ok {
		// Else the kernel takes up to 4 MB for a reader that stands still.
		tcp.SetWriteBuffer(sendBuffer)
	}
	c.seen.Store(s.ticks())
	s.open.Add(1)
	s.wheel.add(c)
	return c
}

// beneath returns the connection that TLS in this process runs over.
func beneath(conn net.Conn) net.Conn {
	if t, ok := conn.(*tls.Conn); ok {
		return t.NetConn()
	}
	return conn
}

// greet starts the time within which connection_init must come.
func (c *socket) greet(r *http.Request) {
	c.greeting = &greeting{request: r}
	c.greeting.timer = time.AfterFunc(c.server.options.InitWithin, func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		if c.state&acknowledged == 0 {
			c.closeLocked(closeInitTimeout, "Connection initialisation timeout")
		}
	})
}

// apart runs f on a goroutine of its own and waits: the caller's stack stays
// as small as it began. False ends the connection's reading, a panic too.
func (c *socket) apart(f func() bool) bool {
	done := make(chan bool, 1)
	go func() {
		goOn := false
		defer func() { done <- goOn }()
		defer c.contain()
		goOn = f()
	}()
	return <-done
}

// contain keeps a panic to its socket.
func (c *socket) contain() {
	if fault := recover(); fault != nil {
		c.server.options.Log.Error("socket: panic", "panic", fmt.Sprint(fault), "stack", string(debug.Stack()))
		c.close(closeInternal, "Internal server error")
	}
}

// received handles what a read gave; false ends the reading.
func (c *socket) received(chunk []byte) bool {
	now := c.server.ticks()
	c.seen.Store(now)
	if err := c.in.take(chunk, c.server.options.MessageLimit, c.handle); err != nil {
		code, reason := closeInternal, "Internal server error"
		if v, ok := err.(violation); ok {
			code, reason = v.code, v.reason
		}
		c.close(code, reason)
		return false
	}
	if !c.in.waiting() {
		c.since.Store(0)
	} else if c.since.Load() == 0 {
		c.since.Store(max(now, 1))
	}
	return true
}

// SessionEnded implements push.Ending.
func (c *socket) SessionEnded() { c.close(closeUnauthorized, "Session ended") }

func (c *socket) close(code int, reason string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.closeLocked(code, reason)
}

// closeLocked sends the close frame behind what is queued; nothing follows it.
func (c *socket) closeLocked(code int, reason string) {
	if c.state&(closing|gone) != 0 {
		return
	}
	c.endStreamsLocked()
	farewell := appendClose(nil, code, reason)
	if c.queue != nil { // past the queue's limit, or it could never be told
		c.queue = append(c.queue, farewell...)
		c.state |= closing
		return
	}
	w := c.server.writers.Get().(*writer)
	c.sendLocked(w, farewell)
	c.server.writers.Put(w)
	c.state |= closing
	if c.queue == nil {
		c.lingerLocked()
	}
}

// lingerLocked lets the client read the close frame before the connection is
// cut: cutting with unread octets from it would discard the frame.
func (c *socket) lingerLocked() {
	if c.state&gone != 0 {
		return
	}
	if writer, ok := c.conn.(interface{ CloseWrite() error }); ok {
		go writer.CloseWrite() // TLS says so to the other side, which may block
	}
	time.AfterFunc(lingerFor, c.cut)
}

// cut ends the connection at once.
func (c *socket) cut() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.cutLocked()
}

func (c *socket) cutLocked() {
	if c.state&gone != 0 {
		return
	}
	c.state |= gone
	c.endStreamsLocked()
	c.queue = nil
	c.signalDrainedLocked()
	beneath(c.conn).Close() // TLS would wait for seconds to say goodbye, under the lock
	c.server.wheel.remove(c)
	c.server.leave(c.address)
	c.server.open.Add(-1)
	if c.state&registered != 0 {
		c.server.options.Hub.Unregister(c.who.Session, c)
	}
}

func (c *socket) endStreamsLocked() {
	for _, s := range c.running {
		s.endLocked()
	}
	c.running = nil
}
