package socket_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
	"pgregory.net/rapid"

	"latchkey/server/internal/board"
	"latchkey/server/push"
)

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
