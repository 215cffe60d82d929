package socket

import (
	"crypto/tls"
	"net"
	"time"
)

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
		go func() { _ = writer.CloseWrite() }() // TLS says so to the other side, which may block
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
	_ = beneath(c.conn).Close() // TLS would wait for seconds to say goodbye, under the lock
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

// beneath returns the connection that TLS in this process runs over.
func beneath(conn net.Conn) net.Conn {
	if t, ok := conn.(*tls.Conn); ok {
		return t.NetConn()
	}
	return conn
}
