package socket_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"latchkey/server/internal/board"
	"latchkey/server/push/socket"
)

const patience = 5 * time.Second

func newWorld(t testing.TB, s board.Setup) *board.World {
	t.Helper()
	w := board.NewWorld(s)
	t.Cleanup(w.Close)
	w.Give("anna", "READ SEND")
	w.Give("ben", "READ")
	return w
}

// client is a WebSocket of a test.
type client struct {
	*websocket.Conn
	t testing.TB
}

func dial(t testing.TB, w *board.World, subprotocols ...string) *client {
	t.Helper()
	dialer := websocket.Dialer{Subprotocols: subprotocols, TLSClientConfig: tlsConfig(w)}
	c, _, err := dialer.Dial("ws"+strings.TrimPrefix(w.Server.URL, "http")+"/graphql", nil)
	if err != nil {
		t.Fatalf("dial: %v", err)
	}
	t.Cleanup(func() { c.Close() })
	c.SetReadDeadline(time.Now().Add(patience))
	return &client{c, t}
}

func open(t testing.TB, w *board.World) *client { return dial(t, w, socket.Subprotocol) }

// enter opens a socket as the user.
func enter(t testing.TB, w *board.World, user string) *client {
	t.Helper()
	c := open(t, w)
	c.says(fmt.Sprintf(`{"type":"connection_init","payload":{"user":%q,"session":"session of %s"}}`, user, user))
	c.hears(`"connection_ack"`)
	return c
}

func (c *client) says(text string) {
	c.t.Helper()
	if err := c.WriteMessage(websocket.TextMessage, []byte(text)); err != nil {
		c.t.Fatalf("say %s: %v", text, err)
	}
}

// hears reads the next message, which must contain the parts.
func (c *client) hears(parts ...string) string {
	c.t.Helper()
	_, text, err := c.ReadMessage()
	if err != nil {
		c.t.Fatalf("want a message with %q, got %v", parts, err)
	}
	for _, part := range parts {
		if !strings.Contains(string(text), part) {
			c.t.Fatalf("want a message with %q, got %s", parts, text)
		}
	}
	return string(text)
}

// hearsNothing waits for the answer to a ping: nothing else may come before.
func (c *client) hearsNothing() {
	c.t.Helper()
	c.says(`{"type":"ping","payload":{"anything":"else"}}`)
	c.hears(`"pong"`, `"anything"`)
}

// isClosed wants the connection closed with the code, and nothing before.
func (c *client) isClosed(code int) {
	c.t.Helper()
	_, text, err := c.ReadMessage()
	if err == nil {
		c.t.Fatalf("want close %d, got %s", code, text)
	}
	if !websocket.IsCloseError(err, code) {
		c.t.Fatalf("want close %d, got %v", code, err)
	}
}

// subscribes to a board and waits until the hub has it.
func (c *client) subscribes(w *board.World, id, selection, after string) {
	c.t.Helper()
	before := w.Hub.Stats().Subscriptions
	variables := `"board":"kitchen"`
	if after != "" {
		variables += fmt.Sprintf(`,"after":%q`, after)
	}
	c.says(fmt.Sprintf(`{"id":%q,"type":"subscribe","payload":{"query":"subscription($board:ID!,$after:Cursor){boardNotes(board:$board,after:$after){%s}}","variables":{%s}}}`,
		id, selection, variables))
	eventually(c.t, func() bool { return w.Hub.Stats().Subscriptions > before })
}

func eventually(t testing.TB, holds func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patience); !holds(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("it did not come to be")
		}
	}
}
