package socket_test

import (
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"latchkey/server/internal/board"
	"latchkey/server/push"
	"latchkey/server/push/socket"
)

const (
	broadcastSockets = 9000
	broadcastRounds  = 100
	memorySockets    = 5000
	frameLength      = 440 // octets of an event on the wire
)

// bare is what the design is held to: gorilla/websocket with its defaults, a
// goroutine that reads each socket, and one loop that writes to all.
type bare struct {
	server *httptest.Server
	mu     sync.Mutex
	open   []*websocket.Conn
}

func newBare(b *testing.B) *bare {
	s := &bare{}
	upgrader := websocket.Upgrader{}
	s.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, err := upgrader.Upgrade(w, r, nil)
		if err != nil {
			return
		}
		s.mu.Lock()
		s.open = append(s.open, c)
		s.mu.Unlock()
		for {
			if _, _, err := c.ReadMessage(); err != nil {
				c.Close()
				return
			}
		}
	}))
	b.Cleanup(s.server.Close)
	return s
}

func (s *bare) broadcast(message []byte) {
	for _, c := range s.open {
		c.WriteMessage(websocket.TextMessage, message)
	}
}

func newCrowdedWorld(b *testing.B, users int) *board.World {
	w := newWorld(b, board.Setup{
		Push: func(o *push.Options) { o.Poll = time.Second },
		Sockets: func(o *socket.Options) {
			o.PerAddress, o.Ping, o.InitWithin = 1<<20, time.Hour, time.Minute
		},
	})
	for i := range users {
		w.Give(fmt.Sprint("user ", i), "READ")
	}
	return w
}

func subscribed(b *testing.B, w *board.World, want int) {
	for w.Hub.Stats().Subscriptions < want {
		time.Sleep(time.Millisecond)
	}
	runtime.GC()
}

// BenchmarkAnIdleSession measures what a session costs that is open,
// subscribed and silent, against a bare socket: heap and stacks after GC. It
// comes first: later it would find goroutines to reuse, and flatter itself.
func BenchmarkAnIdleSession(b *testing.B) {
	for b.Loop() {
		w := newCrowdedWorld(b, memorySockets)
		before := held()
		gather(b, crowdOrder{URL: w.Server.URL, Sockets: memorySockets, Entering: true})
		subscribed(b, w, memorySockets)
		session := held() - before

		plain := newBare(b)
		before = held()
		gather(b, crowdOrder{URL: plain.server.URL, Sockets: memorySockets})
		bareSocket := held() - before
		b.ReportMetric(session/memorySockets/1024, "KB/session")
		b.ReportMetric(bareSocket/memorySockets/1024, "bare-KB/session")
		b.ReportMetric(session/bareSocket, "ratio")
	}
}

// BenchmarkOneEventToManySessions pushes one event to 9,000 sessions of 9,000
// users, alternating with a bare broadcast of the same octets, and compares
// when the last of them has its frame.
func BenchmarkOneEventToManySessions(b *testing.B) {
	w := newCrowdedWorld(b, broadcastSockets)
	ours := gather(b, crowdOrder{URL: w.Server.URL, Sockets: broadcastSockets, Entering: true})
	subscribed(b, w, broadcastSockets)
	plain := newBare(b)
	theirs := gather(b, crowdOrder{URL: plain.server.URL, Sockets: broadcastSockets})

	message := noteMessage(w, strings.Repeat("x", frameLength-len(noteMessage(w, ""))-4))
	text := string(message[strings.Index(string(message), `"text":"`)+8 : strings.Index(string(message), `","rights"`)])
	for b.Loop() {
		var pushes, broadcasts []time.Duration
		for range broadcastRounds {
			last := theirs.expect(len(message) + 4)
			began := time.Now()
			plain.broadcast(message)
			broadcasts = append(broadcasts, last().Sub(began))

			last = ours.expect(len(message) + 4)
			began = time.Now()
			w.Announce("kitchen", text)
			pushes = append(pushes, last().Sub(began))
		}
		report(b, "p50", pushes, broadcasts, 50)
		report(b, "p99", pushes, broadcasts, 99)
	}
}

// noteMessage is what a socket gets for a note, as long as any other's.
func noteMessage(_ *board.World, text string) []byte {
	cursor := push.EncodeCursor("board:kitchen", 1)
	return fmt.Appendf(nil, `{"type":"next","id":"1","payload":{"data":{"boardNotes":{"cursor":%q,"text":%q,"rights":["READ"]}}}}`, cursor, text)
}

func report(b *testing.B, name string, ours, bare []time.Duration, percent int) {
	mine, theirs := percentile(ours, percent), percentile(bare, percent)
	b.ReportMetric(float64(mine)/float64(theirs), "ratio-"+name)
	b.ReportMetric(float64(mine.Microseconds())/1000, "ms-"+name)
	b.ReportMetric(float64(theirs.Microseconds())/1000, "bare-ms-"+name)
}

func percentile(of []time.Duration, percent int) time.Duration {
	sorted := slices.Sorted(slices.Values(of))
	return sorted[min(len(sorted)-1, len(sorted)*percent/100)]
}

// held is the memory in use by heap and stacks, in octets, once what ended
// before has gone.
func held() float64 {
	for last := inUse(); ; {
		time.Sleep(500 * time.Millisecond)
		now := inUse()
		if math.Abs(now-last) < 64<<10 {
			return now
		}
		last = now
	}
}

func inUse() float64 {
	runtime.GC()
	debug.FreeOSMemory()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc + m.StackInuse)
}

// BenchmarkOneUserAmongMany pushes an event to one session while others, each
// with a topic of its own, are open and silent: it must not matter how many.
func BenchmarkOneUserAmongMany(b *testing.B) {
	for _, others := range []int{100, 10_000} {
		b.Run(fmt.Sprintf("%d others", others), func(b *testing.B) {
			w := newCrowdedWorld(b, others)
			gather(b, crowdOrder{URL: w.Server.URL, Sockets: others, Entering: true, Own: true})
			subscribed(b, w, others)
			c := enter(b, w, "anna")
			c.SetReadDeadline(time.Time{})
			c.subscribes(w, "1", "text", "")
			var took []time.Duration
			for b.Loop() {
				began := time.Now()
				w.Announce("kitchen", "tea")
				c.hears("tea")
				took = append(took, time.Since(began))
			}
			b.ReportMetric(float64(percentile(took, 50).Nanoseconds())/1000, "us-p50")
			b.ReportMetric(float64(percentile(took, 99).Nanoseconds())/1000, "us-p99")
		})
	}
}
