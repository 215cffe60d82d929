package sse_test

import (
	"bufio"
	"fmt"
	"net/http"
	"net/url"
	"runtime"
	"strings"
	"testing"
	"time"

	"latchkey/server/internal/board"
	"latchkey/server/push"
	"latchkey/server/push/sse"
	"latchkey/server/refusal"
)

const patience = 5 * time.Second

func newWorld(t testing.TB, s board.Setup) *board.World {
	t.Helper()
	w := board.NewWorld(s)
	t.Cleanup(w.Close)
	w.Give("anna", "READ SEND")
	return w
}

// events is an open event stream.
type events struct {
	*bufio.Scanner
	response *http.Response
	t        testing.TB
}

func request(t testing.TB, w *board.World, r *http.Request) *events {
	t.Helper()
	r.Header.Set("Accept", "text/event-stream")
	r.Header.Set("User", "anna")
	r.Header.Set("Session", "session of anna")
	response, err := w.Server.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { response.Body.Close() })
	return &events{bufio.NewScanner(response.Body), response, t}
}

func post(t testing.TB, w *board.World, query string) *events {
	t.Helper()
	r, _ := http.NewRequest(http.MethodPost, w.Server.URL, strings.NewReader(fmt.Sprintf(`{"query":%q}`, query)))
	r.Header.Set("Content-Type", "application/json")
	return request(t, w, r)
}

func get(t testing.TB, w *board.World, query string) *events {
	t.Helper()
	r, _ := http.NewRequest(http.MethodGet, w.Server.URL+"?"+url.Values{"query": {query}}.Encode(), nil)
	return request(t, w, r)
}

// hears reads the next event, past comments.
func (e *events) hears(event string, parts ...string) {
	e.t.Helper()
	var lines []string
	for e.Scan() {
		if line := e.Text(); line != "" && line != ":" {
			lines = append(lines, line)
		} else if len(lines) > 0 {
			break
		}
	}
	text := strings.Join(lines, "\n")
	for _, part := range append(parts, "event: "+event+"\ndata: ") {
		if !strings.Contains(text+"\n", part) {
			e.t.Fatalf("want an event %s with %q, got %q", event, parts, text)
		}
	}
}

func (e *events) ends() {
	e.t.Helper()
	for e.Scan() {
		if line := e.Text(); line != "" && line != ":" {
			e.t.Fatalf("after the end: %q", line)
		}
	}
}

func eventually(t testing.TB, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patience); !holds(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("it did not come to be")
		}
	}
}

func TestASubscriptionIsReplayedAndStreamedByPostAndGet(t *testing.T) {
	w := newWorld(t, board.Setup{})
	w.Pin("kitchen", "old")
	query := fmt.Sprintf(`subscription{boardNotes(board:"kitchen",after:%q){text}}`, push.EncodeCursor("board:kitchen", 0))
	for i, e := range []*events{post(t, w, query), get(t, w, query)} {
		if got := e.response.Header.Get("Content-Type"); !strings.HasPrefix(got, "text/event-stream") {
			t.Fatalf("Content-Type %s", got)
		}
		e.hears("next", `{"data":{"boardNotes":{"text":"old"}}}`)
		if i == 1 {
			e.hears("next", "new 0")
		}
		w.Announce("kitchen", fmt.Sprint("new ", i))
		e.hears("next", fmt.Sprint("new ", i))
	}
}

func TestAQueryIsOneResultAndComplete(t *testing.T) {
	w := newWorld(t, board.Setup{})
	e := post(t, w, `{shout(input:{text:"a",times:200000})}`)
	e.Buffer(nil, 1<<20)
	e.hears("next", strings.Repeat("A", 200_000))
	e.hears("complete")
	e = post(t, w, `{whoami}`)
	e.hears("next", `{"data":{"whoami":"anna"}}`)
	e.hears("complete")
	e.ends()
	e = get(t, w, `subscription{countTo(last:2)}`)
	e.hears("next", `"countTo":1`)
	e.hears("next", `"countTo":2`)
	e.hears("complete")
	e.ends()
}

func TestWhatCannotBeExecutedIsToldInTheStream(t *testing.T) {
	w := newWorld(t, board.Setup{})
	for query, code := range map[string]string{
		`{nope}`: "GRAPHQL_VALIDATION_FAILED",
		`subscription{boardNotes(board:""){text}}`:                  "VALIDATION_FAILED",
		`subscription{boardNotes(board:"kitchen",after:"x"){text}}`: "VALIDATION_FAILED",
	} {
		e := get(t, w, query)
		e.hears("next", `{"errors":[`, code)
		e.hears("complete")
		e.ends()
	}
	w.Take("anna")
	e := get(t, w, `subscription{boardNotes(board:"kitchen"){text}}`)
	e.hears("next", "NOT_FOUND")
	e.hears("complete")
}

func TestAMutationIsNoEventStreamByGet(t *testing.T) {
	w := newWorld(t, board.Setup{})
	if e := get(t, w, `mutation{pin(board:"b",text:"t")}`); e.response.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("got %d", e.response.StatusCode)
	}
}

func TestLostAccessEndsTheStream(t *testing.T) {
	w := newWorld(t, board.Setup{})
	e := post(t, w, `subscription{boardNotes(board:"kitchen"){text}}`)
	eventually(t, func() bool { return w.Hub.Stats().Subscriptions == 1 })
	w.Take("anna")
	w.Announce("kitchen", "secret")
	e.hears("next", "NOT_FOUND")
	e.hears("complete")
	e.ends()
}

func TestTheEndOfASessionEndsItsStreams(t *testing.T) {
	w := newWorld(t, board.Setup{})
	e := post(t, w, `subscription{boardNotes(board:"kitchen"){text}}`)
	eventually(t, func() bool { return w.Hub.Stats().Subscriptions == 1 })
	w.Hub.CloseSession("session of anna")
	e.hears("next", "UNAUTHENTICATED")
	e.hears("complete")
	e.ends()
}

func TestASilentStreamIsKeptAlive(t *testing.T) {
	w := newWorld(t, board.Setup{Streams: func(o *sse.Options) { o.KeepAlive = 5 * time.Millisecond }})
	e := post(t, w, `subscription{boardNotes(board:"kitchen"){text}}`)
	for comments := 0; comments < 3; {
		if !e.Scan() {
			t.Fatal("the stream ended")
		}
		if e.Text() == ":" {
			comments++
		}
	}
}

func TestAServerThatStopsEndsItsStreams(t *testing.T) {
	w := newWorld(t, board.Setup{})
	e := post(t, w, `subscription{boardNotes(board:"kitchen"){text}}`)
	e.Scan()
	w.Streams.Close()
	e.ends()
}

func TestNobodyIsStreamedNothing(t *testing.T) {
	w := newWorld(t, board.Setup{Streams: func(o *sse.Options) {
		o.Identify = func(*http.Request) (push.Identity, error) { return push.Identity{}, refusal.Unauthenticated() }
	}})
	e := post(t, w, `{ping}`)
	if e.response.StatusCode != http.StatusUnauthorized || !e.Scan() || !strings.Contains(e.Text(), "UNAUTHENTICATED") {
		t.Errorf("got %d %s", e.response.StatusCode, e.Text())
	}
}

func TestNothingIsLeftOfClosedStreams(t *testing.T) {
	w := newWorld(t, board.Setup{})
	before := runtime.NumGoroutine()
	for range 20 {
		e := post(t, w, `subscription{boardNotes(board:"kitchen"){text}}`)
		e.Scan() // the first comment: it is open
		e.response.Body.Close()
	}
	w.Server.Client().CloseIdleConnections()
	eventually(t, func() bool {
		return w.Hub.Stats() == push.Stats{Executions: w.Hub.Stats().Executions} && runtime.NumGoroutine() <= before+2
	})
}

func TestALongReplayGoesAtTheReadersPace(t *testing.T) {
	w := newWorld(t, board.Setup{})
	for range 300 {
		w.Pin("kitchen", strings.Repeat("z", 10_000)) // 3 MB, much more than a reader may owe
	}
	e := post(t, w, fmt.Sprintf(`subscription{boardNotes(board:"kitchen",after:%q){text}}`, push.EncodeCursor("board:kitchen", 0)))
	time.Sleep(50 * time.Millisecond)
	for range 300 {
		e.hears("next", "zzz")
	}
	w.Announce("kitchen", "live")
	e.hears("next", "live")
}
