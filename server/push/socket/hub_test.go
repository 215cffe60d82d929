package socket_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gorilla/websocket"
	"pgregory.net/rapid"

	"latchkey/server/internal/board"
	"latchkey/server/push"
	"latchkey/server/push/socket"
)

func TestAnEventIsExecutedOnceForEachClassOfViewers(t *testing.T) {
	w := newWorld(t, board.Setup{})
	var readers, senders []*client
	for i := range 6 {
		w.Give(fmt.Sprint("reader", i), "READ")
		w.Give(fmt.Sprint("sender", i), "READ SEND")
		readers = append(readers, enter(t, w, fmt.Sprint("reader", i)))
		senders = append(senders, enter(t, w, fmt.Sprint("sender", i)))
		readers[i].subscribes(w, fmt.Sprint("r", i), "text rights", push.EncodeCursor("board:kitchen", 0))
		senders[i].subscribes(w, fmt.Sprint("s", i), "text rights", "")
	}
	before := w.Hub.Stats().Executions
	w.Announce("kitchen", "tea")
	for i := range readers {
		readers[i].hears(fmt.Sprintf(`"id":"r%d"`, i), `"text":"tea","rights":["READ"]`)
		senders[i].hears(fmt.Sprintf(`"id":"s%d"`, i), `"text":"tea","rights":["READ","SEND"]`)
	}
	if got := w.Hub.Stats(); got.Executions-before != 2 || got.Operations != 1 {
		t.Errorf("executions: got %d of %d operations, want 2 of 1", got.Executions-before, got.Operations)
	}
}

func TestWhatLooksAtTheViewerIsSharedWithNobody(t *testing.T) {
	w := newWorld(t, board.Setup{})
	w.Give("chloe", "READ")
	for _, user := range []string{"ben", "chloe"} {
		c := enter(t, w, user)
		c.subscribes(w, "1", "text reader", "")
		defer c.hears(fmt.Sprintf(`"reader":%q`, user))
	}
	w.Announce("kitchen", "tea")
}

func TestTheAuthorityIsAskedAtEveryEvent(t *testing.T) {
	w := newWorld(t, board.Setup{})
	anna, ben := enter(t, w, "anna"), enter(t, w, "ben")
	anna.subscribes(w, "a", "text", "")
	ben.subscribes(w, "b", "text", "")
	w.Take("ben")
	before := w.Asked()
	w.Announce("kitchen", "secret")
	anna.hears("secret")
	ben.hears(`"error"`, `"id":"b"`, `"NOT_FOUND"`)
	if asked := w.Asked() - before; asked != 1 {
		t.Errorf("the authority was asked %d times for one event", asked)
	}
	w.Give("ben", "READ") // the subscription ended all the same
	w.Announce("kitchen", "more")
	anna.hears("more")
	ben.hearsNothing()
}

func TestNobodySubscribesToWhatTheyMayNotSee(t *testing.T) {
	c := enter(t, newWorld(t, board.Setup{}), "stranger")
	c.says(notes)
	c.hears(`"error"`, "NOT_FOUND")
	c.hearsNothing()
}

func TestABadCursorIsRefused(t *testing.T) {
	w := newWorld(t, board.Setup{})
	w.Pin("kitchen", "one")
	c := enter(t, w, "anna")
	for sentence, cursor := range map[string]string{
		"garbage":             "x",
		"long garbage":        strings.Repeat("x", 5000),
		"of another topic":    push.EncodeCursor("board:garden", 1),
		"ahead of the events": push.EncodeCursor("board:kitchen", 2),
	} {
		c.says(fmt.Sprintf(`{"id":"1","type":"subscribe","payload":{"query":"subscription{boardNotes(board:\"kitchen\",after:\"%s\"){text}}"}}`, cursor))
		if got := c.hears(`"error"`, "VALIDATION_FAILED", `"field":"after"`); len(got) > 600 {
			t.Errorf("%s: the answer echoes the request: %d octets", sentence, len(got))
		}
	}
}

func TestAPanicStaysWithItsField(t *testing.T) {
	w := newWorld(t, board.Setup{})
	c := enter(t, w, "anna")
	c.subscribes(w, "1", "text panics", "")
	w.Announce("kitchen", "tea")
	if got := c.hears(`"next"`, `"INTERNAL"`); strings.Contains(got, "note fell") {
		t.Errorf("the panic is shown: %s", got)
	}
	c.says(`{"type":"subscribe","id":"q","payload":{"query":"{panics ping}"}}`)
	c.hears(`"INTERNAL"`, `"ping":"pong"`)
	c.hears("complete")
}

func TestALostHintCostsAPollAndNoEvent(t *testing.T) {
	w := newWorld(t, board.Setup{})
	c := enter(t, w, "anna")
	c.subscribes(w, "1", "text", "")
	w.Pin("kitchen", "one")
	w.Pin("kitchen", "two")
	c.hears("one")
	c.hears("two")
}

func TestEventsWaitWhileTheDatabaseFails(t *testing.T) {
	w := newWorld(t, board.Setup{})
	c := enter(t, w, "anna")
	c.subscribes(w, "1", "text", "")
	w.Fail(errors.New("the disk is full"))
	w.Announce("kitchen", "one")
	c.hearsNothing()
	w.Fail(nil)
	c.hears("one")
}

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

// TestReconnectsSeeEveryEventOnce cuts the socket at random points while events
// flow, and reconnects with the last cursor that was read.
func TestReconnectsSeeEveryEventOnce(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		w := newWorld(t, board.Setup{})
		defer w.Close()
		total := rapid.IntRange(1, 200).Draw(r, "events")
		already := rapid.IntRange(0, total).Draw(r, "already there")
		for i := range already {
			w.Pin("kitchen", fmt.Sprint(i+1))
		}
		loses := rapid.SliceOfN(rapid.Bool(), total, total).Draw(r, "hint is lost")
		cuts := rapid.SliceOfN(rapid.IntRange(1, 20), 1, 20).Draw(r, "cut after")
		go func() {
			for i := already; i < total; i++ {
				if loses[i] && i < total-1 {
					w.Pin("kitchen", fmt.Sprint(i+1))
				} else {
					w.Announce("kitchen", fmt.Sprint(i+1))
				}
				if rand.IntN(10) == 0 {
					time.Sleep(time.Duration(rand.IntN(500)) * time.Microsecond)
				}
			}
		}()
		cursor := push.EncodeCursor("board:kitchen", 0)
		for seen, cut := 0, 0; seen < total; cut++ {
			c := enter(t, w, "anna")
			c.says(fmt.Sprintf(`{"id":"1","type":"subscribe","payload":{"query":"subscription($c:Cursor){boardNotes(board:\"kitchen\",after:$c){cursor text}}","variables":{"c":%q}}}`, cursor))
			for range min(cuts[cut%len(cuts)], total-seen) {
				n := c.nextNote()
				if seen++; n.Text != fmt.Sprint(seen) {
					r.Fatalf("want event %d, got %q", seen, n.Text)
				}
				cursor = n.Cursor
			}
			c.NetConn().Close()
		}
	})
}

func (c *client) nextNote() board.Note {
	c.t.Helper()
	_, text, err := c.ReadMessage()
	if err != nil {
		c.t.Fatalf("want a note, got %v", err)
	}
	var m struct {
		Payload struct {
			Data struct{ BoardNotes board.Note }
		}
	}
	if err := json.Unmarshal(text, &m); err != nil || m.Payload.Data.BoardNotes.Cursor == "" {
		c.t.Fatalf("want a note, got %s", text)
	}
	return m.Payload.Data.BoardNotes
}

func TestALongReplayGoesAtTheReadersPace(t *testing.T) {
	w := newWorld(t, board.Setup{})
	long := strings.Repeat("z", 2000)
	for range 1000 {
		w.Pin("kitchen", long) // 2 MB, much more than a reader may owe
	}
	c := enter(t, w, "anna")
	c.subscribesAfter(push.EncodeCursor("board:kitchen", 0))
	time.Sleep(50 * time.Millisecond)
	for range 1000 {
		c.nextNote()
	}
	w.Announce("kitchen", "live")
	if got := c.nextNote(); got.Text != "live" {
		t.Errorf("after the replay: got %q", got.Text)
	}
}

func (c *client) subscribesAfter(after string) {
	c.says(fmt.Sprintf(`{"id":"1","type":"subscribe","payload":{"query":"subscription{boardNotes(board:\"kitchen\",after:\"%s\"){cursor text}}"}}`, after))
}

func TestAReaderThatStandsStillStallsNobody(t *testing.T) {
	w := newWorld(t, board.Setup{})
	slow, fast := enter(t, w, "anna"), enter(t, w, "ben")
	slow.subscribes(w, "1", "text", "")
	fast.subscribes(w, "1", "text", "")
	slow.SetReadDeadline(time.Now().Add(4 * patience))
	fast.SetReadDeadline(time.Now().Add(4 * patience))
	big := strings.Repeat("z", 32<<10)
	var worst time.Duration
	for i := 0; w.Sockets.Stats().Slow == 0; i++ {
		if i == 1000 {
			t.Fatal("the slow reader was never given up")
		}
		began := time.Now()
		w.Announce("kitchen", big)
		fast.hears("zzz")
		worst = max(worst, time.Since(began))
	}
	if worst > time.Second {
		t.Errorf("the other reader waited %s", worst)
	}
	for {
		if _, _, err := slow.ReadMessage(); err != nil {
			if !websocket.IsCloseError(err, 1013) {
				t.Errorf("the slow reader: want close 1013, got %v", err)
			}
			return
		}
	}
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

func TestOddSubscriptionsAreErrorsAndNothingWorse(t *testing.T) {
	w := newWorld(t, board.Setup{})
	c := enter(t, w, "anna")
	for _, query := range []string{
		`subscription{boardNotes(board:"kitchen")@skip(if:true){text}}`,
		`subscription{__typename}`,
		`subscription{a:boardNotes(board:"a"){text} b:boardNotes(board:"b"){text}}`,
		`query a{ping} query b{ping}`,
		`fragment f on Note{text}`,
		`{ping}`[:3],
	} {
		c.says(fmt.Sprintf(`{"id":"1","type":"subscribe","payload":{"query":%q}}`, query))
		c.hears(`"error"`)
	}
	c.hearsNothing()
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
