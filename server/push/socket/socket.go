package socket

import (
	"context"
	"errors"
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
		_ = tcp.SetWriteBuffer(sendBuffer)
	}
	c.seen.Store(s.ticks())
	s.open.Add(1)
	s.wheel.add(c)
	return c
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
		var v violation
		if errors.As(err, &v) {
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
