package smtpd

import (
	"bytes"
	"errors"
	"io"
	"net"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/emersion/go-smtp"
)

// After hanging up we read on for a moment: closing a socket with unread input
// resets it, and the client would lose the answer that says why.
const (
	lingerTime  = 2 * time.Second
	lingerBytes = 1 << 20
)

// phase is where a connection stands, as far as ending it is concerned.
type phase int

const (
	conversing phase = iota // between messages: may be hung up on at any time
	receiving               // from DATA or BDAT until the mailroom has spoken
	answering               // the answer is decided, and written before the next read
)

// conn stands between the engine and the socket, where it can listen before
// the greeting, bound what is read, and hang up.
type conn struct {
	net.Conn
	limits      Limits
	earlyTalker func()
	release     func() // gives the place at the door back, once

	mu           sync.Mutex
	over         io.Writer // what an answer is written to: this, or the TLS on it
	phase        phase
	message      int       // numbers the messages, so that a late end is told apart
	dataDeadline time.Time // when receiving must be over
	unanswered   int64     // bytes read since the last write, outside of messages
	greeted      bool
	draining     bool
	hungUp       bool
	lingered     int64
}

// Read reads for the engine, within the limits of the phase.
func (c *conn) Read(b []byte) (int, error) {
	c.beforeRead()
	n, err := c.Conn.Read(b)
	if c.babbles(n) {
		c.hangUp(replyUnanswered)
	}
	return n, c.afterRead(n, err)
}

func (c *conn) beforeRead() {
	c.mu.Lock()
	if c.phase == answering {
		c.phase, c.unanswered = conversing, 0
	}
	leave := c.draining && !c.hungUp && c.phase == conversing
	if c.phase == receiving && !c.hungUp {
		_ = c.Conn.SetReadDeadline(earlier(time.Now().Add(c.limits.ReadTimeout), c.dataDeadline))
	}
	c.mu.Unlock()
	if leave {
		c.hangUp(replyShutdown)
	}
}

func (c *conn) afterRead(n int, err error) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.hungUp {
		if c.lingered += int64(n); err != nil || c.lingered > lingerBytes {
			return io.EOF // the engine then closes without another word
		}
		return nil
	}
	return err
}

// babbles reports whether n more bytes are too many to have no answer to.
func (c *conn) babbles(n int) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.hungUp || c.phase == receiving || c.limits.UnansweredBytes <= 0 {
		return false
	}
	c.unanswered += int64(n)
	return c.unanswered > c.limits.UnansweredBytes
}

// Write writes an answer of the engine. The first one is the greeting. After
// hanging up the engine still answers; nobody is to hear it.
func (c *conn) Write(b []byte) (int, error) {
	c.mu.Lock()
	first, mute := !c.greeted, c.hungUp
	c.greeted, c.unanswered = true, 0
	if !mute && bytes.HasPrefix(b, []byte("354 ")) {
		// The client was told to send: from here on a stop waits for the message,
		// though the engine has yet to hand it over.
		c.receive()
	}
	c.mu.Unlock()
	if mute {
		return len(b), nil
	}
	if first && c.talksEarly() {
		c.earlyTalker()
		_, _ = c.Conn.Write([]byte(line(replyEarlyTalker)))
		c.mute()
		return len(b), nil
	}
	return c.Conn.Write(b)
}

// talksEarly listens before the greeting. Who has hung up by then is not
// early; the engine will notice by itself.
func (c *conn) talksEarly() bool {
	if c.limits.GreetingDelay <= 0 {
		return false
	}
	_ = c.Conn.SetReadDeadline(time.Now().Add(c.limits.GreetingDelay))
	n, _ := c.Conn.Read(make([]byte, 1))
	return n > 0
}

// SetReadDeadline is the engine's wait for the next command, and for the next
// chunk inside a message, whose own deadline it may not move.
func (c *conn) SetReadDeadline(t time.Time) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.hungUp {
		return nil
	}
	if c.phase == receiving {
		t = earlier(t, c.dataDeadline)
	}
	return c.Conn.SetReadDeadline(t)
}

// Close closes the socket and gives its place back.
func (c *conn) Close() error {
	c.release()
	return c.Conn.Close()
}

// beginMessage starts receiving. It reports false when it is too late for that.
func (c *conn) beginMessage() (message int, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.hungUp {
		return 0, false
	}
	c.message++
	c.receive()
	return c.message, true
}

// receive needs the lock.
func (c *conn) receive() {
	c.phase, c.dataDeadline = receiving, time.Now().Add(c.limits.DataTimeout)
}

// endMessage is called when the answer is decided but not written.
func (c *conn) endMessage(message int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if message == c.message && c.phase == receiving {
		c.phase = answering
	}
}

// drain ends the connection now, or as soon as the message that is under way
// has been answered.
func (c *conn) drain() {
	c.mu.Lock()
	c.draining = true
	now := c.phase == conversing && !c.hungUp
	c.mu.Unlock()
	if now {
		c.hangUp(replyShutdown)
	}
}

func (c *conn) isDraining() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.draining
}

// hangUp says a last word, or several, and is deaf and mute from then on.
func (c *conn) hangUp(answers ...*smtp.SMTPError) {
	var words strings.Builder
	for _, answer := range answers {
		words.WriteString(line(answer))
	}
	c.mu.Lock()
	over := c.over
	c.mu.Unlock()
	_ = c.SetWriteDeadline(time.Now().Add(c.limits.WriteTimeout))
	// A client that is gone cannot be told; it is hung up on all the same.
	_, _ = io.WriteString(over, words.String())
	c.mute()
}

// speakOver names what carries our words from now on: STARTTLS changes it.
func (c *conn) speakOver(w io.Writer) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.over = w
}

func (c *conn) mute() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.hungUp = true
	_ = c.Conn.SetReadDeadline(time.Now().Add(lingerTime))
	if half, ok := c.Conn.(interface{ CloseWrite() error }); ok {
		_ = half.CloseWrite()
	}
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

func isTimeout(err error) bool {
	var netErr net.Error
	return errors.Is(err, os.ErrDeadlineExceeded) || errors.As(err, &netErr) && netErr.Timeout()
}
