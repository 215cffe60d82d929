package socket

import (
	"errors"
	"syscall"
	"time"
)

const (
	// sendBuffer is what the kernel may hold for a socket, in octets.
	sendBuffer = 64 << 10
	// maxQueue is what a reader may owe beyond the frame that did not fit there,
	// before it is given up, in octets.
	maxQueue = 64 << 10
	// maxQueueOnly is the same where everything passes the queue: a burst must
	// fit that the kernel would have taken.
	maxQueueOnly = 256 << 10
	// lingerFor is how long a client has to read the close frame.
	lingerFor = time.Second
	// keepScratch is the largest buffer that a pool keeps, in octets.
	keepScratch = 64 << 10
)

// writer is a write that does not block, with its buffer: made once and
// reused, so that a frame costs no allocation.
type writer struct {
	scratch []byte
	frame   []byte
	written int
	err     error
	attempt func(fd uintptr) (done bool)
}

// send makes a frame in a borrowed buffer and writes it if the condition,
// asked under the lock, holds.
func (c *socket) send(makeFrame func(scratch []byte) []byte, condition func() bool) {
	w := c.server.writers.Get().(*writer)
	w.scratch = makeFrame(w.scratch[:0])
	c.mu.Lock()
	if condition() {
		c.sendLocked(w, w.scratch)
	}
	c.mu.Unlock()
	if cap(w.scratch) <= keepScratch {
		c.server.writers.Put(w)
	}
}

// sendLocked gives one whole frame to the kernel and queues what it does not
// take. It never blocks.
func (c *socket) sendLocked(w *writer, frame []byte) {
	switch {
	case c.state&(closing|gone) != 0:
	case c.queue != nil && len(c.queue)+len(frame) > c.mayOwe:
		c.server.slow.Add(1)
		c.closeLocked(closeTryLater, "Reading too slowly")
	case c.queue != nil:
		c.queue = append(c.queue, frame...)
	default:
		written, err := c.writeNow(w, frame)
		if err != nil {
			c.cutLocked()
		} else if written < len(frame) {
			c.queueLocked(frame[written:])
		}
	}
}

// queueLocked begins a queue with what is left of a frame, however long.
func (c *socket) queueLocked(rest []byte) {
	c.queue = append(make([]byte, 0, len(rest)), rest...)
	c.mayOwe = len(rest) + maxQueue
	if c.raw == nil {
		c.mayOwe = len(rest) + maxQueueOnly
	}
	go c.drain()
}

// writeNow writes what the kernel takes at once, which may be nothing.
func (c *socket) writeNow(w *writer, frame []byte) (int, error) {
	if c.raw == nil {
		return 0, nil
	}
	w.frame = frame
	err := c.raw.Write(w.attempt)
	w.frame = nil
	if err != nil {
		return 0, err
	}
	if errors.Is(w.err, syscall.EAGAIN) {
		return 0, nil
	}
	return w.written, w.err
}

// drain writes the queue. Only a socket that is behind has this goroutine, and
// only for as long; when it takes too long, the connection is cut.
func (c *socket) drain() {
	_ = c.conn.SetWriteDeadline(time.Now().Add(c.server.options.DrainWithin))
	for {
		c.mu.Lock()
		pending := c.queue
		if len(pending) == 0 || c.state&gone != 0 {
			c.drainedLocked()
			c.mu.Unlock()
			return
		}
		c.mu.Unlock()
		n, err := c.conn.Write(pending) // the others only append behind what is written here
		c.mu.Lock()
		if c.state&gone == 0 {
			c.queue = c.queue[n:]
			if err != nil {
				c.server.slow.Add(1)
				c.cutLocked()
			}
		}
		c.mu.Unlock()
	}
}

func (c *socket) drainedLocked() {
	c.queue = nil
	_ = c.conn.SetWriteDeadline(time.Time{})
	c.signalDrainedLocked()
	if c.state&closing != 0 {
		c.lingerLocked()
	}
}

func (c *socket) signalDrainedLocked() {
	if c.drained != nil {
		close(c.drained)
		c.drained = nil
	}
}

// awaitDrained waits until the queue is empty or the connection is gone.
func (c *socket) awaitDrained() {
	c.mu.Lock()
	if c.queue == nil || c.state&gone != 0 {
		c.mu.Unlock()
		return
	}
	if c.drained == nil {
		c.drained = make(chan struct{})
	}
	empty := c.drained
	c.mu.Unlock()
	<-empty
}
