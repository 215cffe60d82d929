package apptest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// patience is how long a test waits for what must come.
const patience = 30 * time.Second

// Stream is one subscription on a socket of its own.
type Stream struct {
	socket *websocket.Conn
}

// Message is one of the protocol graphql-transport-ws.
type Message struct {
	ID      string          `json:"id"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload"`
}

// Subscribe opens a socket and subscribes; the stream ends with the test. What
// happens before the server has begun it is missed, unless it follows a cursor.
func (b *Browser) Subscribe(t testing.TB, query string, variables map[string]any) *Stream {
	t.Helper()
	dialer := websocket.Dialer{Subprotocols: []string{"graphql-transport-ws"}}
	header := http.Header{"Cookie": {b.Cookie}, "Origin": {b.Server.URL}}
	socket, response, err := dialer.Dial("ws"+strings.TrimPrefix(b.Server.URL, "http")+"/graphql", header)
	if err != nil {
		t.Fatalf("open a socket: %v", err)
	}
	_ = response.Body.Close()
	s := &Stream{socket}
	t.Cleanup(s.Close)
	s.say(t, map[string]any{"type": "connection_init"})
	if m := s.hear(t); m.Type != "connection_ack" {
		t.Fatalf("got %s, want connection_ack", m.Type)
	}
	s.say(t, map[string]any{"id": "1", "type": "subscribe", "payload": map[string]any{"query": query, "variables": variables}})
	return s
}

// Next waits for the next result.
func (s *Stream) Next(t testing.TB) Answer {
	t.Helper()
	m := s.hear(t)
	if m.Type != "next" {
		t.Fatalf("got %s %s, want the next result", m.Type, m.Payload)
	}
	var answer Answer
	if err := json.Unmarshal(m.Payload, &answer); err != nil {
		t.Fatal(err)
	}
	return answer
}

// MustEnd waits for the subscription to be ended by an error with this code.
func (s *Stream) MustEnd(t testing.TB, code string) {
	t.Helper()
	m := s.hear(t)
	if m.Type != "error" || !strings.Contains(string(m.Payload), fmt.Sprintf("%q", code)) {
		t.Fatalf("got %s %s, want the end with %s", m.Type, m.Payload, code)
	}
}

// MustBeClosed waits for the server to close the socket with this code.
func (s *Stream) MustBeClosed(t testing.TB, code int) {
	t.Helper()
	_ = s.socket.SetReadDeadline(time.Now().Add(patience))
	for {
		if _, _, err := s.socket.ReadMessage(); err != nil {
			if !websocket.IsCloseError(err, code) {
				t.Fatalf("got %v, want the close code %d", err, code)
			}
			return
		}
	}
}

// Close ends the socket as a closed tab does.
func (s *Stream) Close() { _ = s.socket.Close() }

func (s *Stream) say(t testing.TB, message any) {
	t.Helper()
	if err := s.socket.WriteJSON(message); err != nil {
		t.Fatalf("say on a socket: %v", err)
	}
}

func (s *Stream) hear(t testing.TB) Message {
	t.Helper()
	_ = s.socket.SetReadDeadline(time.Now().Add(patience))
	var m Message
	if err := s.socket.ReadJSON(&m); err != nil {
		t.Fatalf("hear on a socket: %v", err)
	}
	return m
}
