package socket

import (
	"sync"
	"sync/atomic"
	"time"
)

// slots is how many parts the sockets are pinged in, so that not all are at once.
const slots = 32

// wheel holds the open sockets. One goroutine pings them, a slot at a time.
type wheel struct {
	slots [slots]slot
	next  atomic.Uint32
	quit  chan struct{}
	once  sync.Once
}

type slot struct {
	mu   sync.Mutex
	open map[*socket]struct{}
}

func (w *wheel) start(s *Server) {
	w.quit = make(chan struct{})
	go w.turn(s)
}

func (w *wheel) stop() { w.once.Do(func() { close(w.quit) }) }

func (w *wheel) turn(s *Server) {
	ticker := time.NewTicker(max(s.options.Ping/slots, time.Millisecond))
	defer ticker.Stop()
	for i := 0; ; i = (i + 1) % slots {
		select {
		case <-w.quit:
			return
		case <-ticker.C:
			for _, c := range w.slots[i].list() {
				c.tend()
			}
		}
	}
}

func (w *wheel) add(c *socket) {
	c.slot = uint8(w.next.Add(1) % slots)
	s := &w.slots[c.slot]
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.open == nil {
		s.open = map[*socket]struct{}{}
	}
	s.open[c] = struct{}{}
}

func (w *wheel) remove(c *socket) {
	s := &w.slots[c.slot]
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.open, c)
}

func (w *wheel) all() []*socket {
	var open []*socket
	for i := range w.slots {
		open = append(open, w.slots[i].list()...)
	}
	return open
}

func (s *slot) list() []*socket {
	s.mu.Lock()
	defer s.mu.Unlock()
	open := make([]*socket, 0, len(s.open))
	for c := range s.open {
		open = append(open, c)
	}
	return open
}

// tend pings a socket, unless it is to end: its session expired, it was silent
// for two rounds, or a message that it began has not become whole in one.
func (c *socket) tend() {
	now, round := c.server.ticks(), uint32(max(c.server.options.Ping/tick, 1))
	if now > c.seen.Load()+2*round {
		c.cut()
		return
	}
	if since := c.since.Load(); since != 0 && now > since+round {
		c.close(closeProtocol, "Message not completed in time")
		return
	}
	c.mu.Lock()
	expires := c.who.ExpiresAt
	c.mu.Unlock()
	if !expires.IsZero() && !c.server.options.Now().Before(expires) {
		c.SessionEnded()
		return
	}
	c.send(func(b []byte) []byte { return appendHeader(b, opPing, 0) }, always)
}

func always() bool { return true }
