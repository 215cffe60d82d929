package socket_test

import (
	"context"
	"crypto/tls"
	"log/slog"
	"net"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"latchkey/server/internal/board"
	"latchkey/server/push"
	"latchkey/server/push/socket"
)

func TestTheEndOfASessionClosesItsSockets(t *testing.T) {
	w := newWorld(t, board.Setup{})
	broker, err := push.OpenBroker("", slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer broker.Close()
	if err := broker.Listen(w.Hub); err != nil {
		t.Fatal(err)
	}
	first, second, other := enter(t, w, "anna"), enter(t, w, "anna"), enter(t, w, "ben")
	broker.EndSession("session of anna")
	first.isClosed(4401)
	second.isClosed(4401)
	other.hearsNothing()
}

func TestASocketThatIsSilentIsCut(t *testing.T) {
	w := newWorld(t, board.Setup{Sockets: func(o *socket.Options) { o.Ping = 200 * time.Millisecond }})
	silent, alive := enter(t, w, "anna"), enter(t, w, "ben")
	go func() { // reading answers pings
		for {
			if _, _, err := alive.ReadMessage(); err != nil {
				return
			}
		}
	}()
	silent.SetPingHandler(func(string) error { return nil })
	if _, _, err := silent.ReadMessage(); err == nil {
		t.Error("the silent socket is served on")
	}
	eventually(t, func() bool { return w.Sockets.Stats().Open == 1 })
	time.Sleep(600 * time.Millisecond) // three rounds more
	if w.Sockets.Stats().Open != 1 {
		t.Error("the socket that answers was cut too")
	}
}

func TestAMessageThatDripsInIsNotWaitedForLong(t *testing.T) {
	w := newWorld(t, board.Setup{Sockets: func(o *socket.Options) { o.Ping = 200 * time.Millisecond }})
	c := enter(t, w, "anna")
	c.NetConn().Write([]byte{0x81, 0xFE, 0x10, 0, 1, 2, 3, 4})
	go func() {
		for range 100 {
			if _, err := c.NetConn().Write([]byte{0}); err != nil {
				return
			}
			time.Sleep(20 * time.Millisecond)
		}
	}()
	c.isClosed(websocket.CloseProtocolError)
}

func TestASessionThatExpiresClosesItsSocket(t *testing.T) {
	var hours atomic.Int64
	w := newWorld(t, board.Setup{Sockets: func(o *socket.Options) {
		o.Ping = 100 * time.Millisecond
		o.Now = func() time.Time { return time.Unix(0, 0).Add(time.Duration(hours.Load()) * time.Hour) }
		known := o.Authenticate
		o.Authenticate = func(r *http.Request, p map[string]any) (context.Context, push.Identity, error) {
			ctx, who, err := known(r, p)
			who.ExpiresAt = time.Unix(0, 0).Add(time.Hour)
			return ctx, who, err
		}
	}})
	c := enter(t, w, "anna")
	c.hearsNothing()
	hours.Store(2)
	c.isClosed(4401)
}

func TestAServerThatStopsSaysGoodbye(t *testing.T) {
	w := newWorld(t, board.Setup{})
	c := enter(t, w, "anna")
	w.Sockets.Close()
	c.isClosed(websocket.CloseGoingAway)
}

func TestAPanicWhileSigningInStaysWithItsSocket(t *testing.T) {
	w := newWorld(t, board.Setup{Sockets: func(o *socket.Options) {
		known := o.Authenticate
		o.Authenticate = func(r *http.Request, p map[string]any) (context.Context, push.Identity, error) {
			if p["user"] == "ghost" {
				panic("boo")
			}
			return known(r, p)
		}
	}})
	c := open(t, w)
	c.says(`{"type":"connection_init","payload":{"user":"ghost"}}`)
	c.isClosed(4500)
	enter(t, w, "anna").hearsNothing()
}

func TestNothingIsLeftOfClosedSockets(t *testing.T) {
	w := newWorld(t, board.Setup{Sockets: func(o *socket.Options) { o.InitWithin, o.PerSession = patience, 100 }})
	round := func() {
		t.Run("round", func(t *testing.T) { // whose end frees the clients
			var together sync.WaitGroup
			for range 50 {
				together.Go(func() {
					c := enter(t, w, "anna")
					c.says(notes)
					c.hearsNothing()
				})
			}
			together.Wait()
		})
		eventually(t, func() bool { return w.Sockets.Stats().Open == 0 && w.Hub.Stats().Topics == 0 })
	}
	round() // warms pools up
	goroutines, memory := runtime.NumGoroutine(), heap()
	for range 4 {
		round()
	}
	eventually(t, func() bool { return runtime.NumGoroutine() <= goroutines+5 })
	if stats := w.Hub.Stats(); stats.Operations != 0 || stats.Subscriptions != 0 {
		t.Errorf("the hub keeps %+v", stats)
	}
	if grown := int(heap()) - int(memory); grown > 1<<20 {
		t.Errorf("200 closed sockets left %d KB", grown>>10)
	}
}

func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// holdsLittle keeps the kernel from taking megabytes for a client that does not read.
func (c *client) holdsLittle() {
	conn := c.NetConn()
	if t, ok := conn.(*tls.Conn); ok {
		conn = t.NetConn()
	}
	conn.(*net.TCPConn).SetReadBuffer(8 << 10)
}

func TestAReaderThatNeverReadsIsCut(t *testing.T) {
	for _, encrypted := range []bool{false, true} {
		w := newWorld(t, board.Setup{TLS: encrypted, Sockets: func(o *socket.Options) { o.DrainWithin = 200 * time.Millisecond }})
		c := enter(t, w, "anna")
		c.holdsLittle()
		c.subscribes(w, "1", "text", "")
		w.Announce("kitchen", strings.Repeat("z", 2<<20))

		eventually(t, func() bool { return w.Sockets.Stats() == socket.Stats{Slow: 1} })
	}
}
