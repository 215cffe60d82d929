package socket_test

import (
	"crypto/tls"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"latchkey/server/internal/board"
	"latchkey/server/push/socket"
)

func tlsConfig(w *board.World) *tls.Config {
	if t, ok := w.Server.Client().Transport.(*http.Transport); ok {
		return t.TLSClientConfig
	}
	return nil
}

const notes = `{"id":"1","type":"subscribe","payload":{"query":"subscription{boardNotes(board:\"kitchen\"){text}}"}}`

func TestEveryViolationHasItsCloseCode(t *testing.T) {
	for _, transport := range []struct {
		name string
		tls  bool
	}{{"raw socket", false}, {"TLS in the process", true}} {
		w := newWorld(t, board.Setup{TLS: transport.tls})
		for _, c := range []struct {
			sentence string
			code     int
			entered  bool
			says     []string
		}{
			{"a message that is not JSON", 4400, true, []string{`{nope`}},
			{"JSON that is no object", 4400, true, []string{`[1]`}},
			{"an unknown type", 4400, true, []string{`{"type":"start"}`}},
			{"no type", 4400, true, []string{`{}`}},
			{"a type that only servers say", 4400, true, []string{`{"type":"next","id":"1","payload":{}}`}},
			{"subscribe without an id", 4400, true, []string{`{"type":"subscribe","payload":{"query":"{ping}"}}`}},
			{"subscribe with an empty id", 4400, true, []string{`{"type":"subscribe","id":"","payload":{"query":"{ping}"}}`}},
			{"subscribe with an id that is a number", 4400, true, []string{`{"type":"subscribe","id":1,"payload":{"query":"{ping}"}}`}},
			{"subscribe with a huge id", 4400, true, []string{`{"type":"subscribe","id":"` + strings.Repeat("x", 300) + `","payload":{"query":"{ping}"}}`}},
			{"subscribe without a payload", 4400, true, []string{`{"type":"subscribe","id":"1"}`}},
			{"subscribe without a query", 4400, true, []string{`{"type":"subscribe","id":"1","payload":{}}`}},
			{"a query that is no string", 4400, true, []string{`{"type":"subscribe","id":"1","payload":{"query":7}}`}},
			{"variables that are no object", 4400, true, []string{`{"type":"subscribe","id":"1","payload":{"query":"{ping}","variables":"x"}}`}},
			{"a ping's payload that is no object", 4400, true, []string{`{"type":"ping","payload":7}`}},
			{"complete without an id", 4400, true, []string{`{"type":"complete"}`}},
			{"JSON nested without end", 4400, true, []string{`{"type":"ping","payload":{"a":` + strings.Repeat("[", 20000) + strings.Repeat("]", 20000) + `}}`}},
			{"an initialisation's payload that is no object", 4400, false, []string{`{"type":"connection_init","payload":7}`}},
			{"subscribe before the acknowledgement", 4401, false, []string{notes}},
			{"nobody", 4403, false, []string{`{"type":"connection_init"}`}},
			{"silence", 4408, false, nil},
			{"an id that is in use", 4409, true, []string{notes, notes}},
			{"a second initialisation", 4429, true, []string{`{"type":"connection_init","payload":{"user":"anna"}}`}},
			{"a message over the limit", 1009, true, []string{`{"type":"ping","payload":{"a":"` + strings.Repeat("b", 1<<20) + `"}}`}},
			{"text that is not UTF-8", 1007, true, []string{"{\"type\":\"\xff\"}"}},
		} {
			t.Run(transport.name+"/"+c.sentence, func(t *testing.T) {
				s := open(t, w)
				if c.entered {
					s = enter(t, w, "anna")
				}
				for _, text := range c.says {
					s.WriteMessage(websocket.TextMessage, []byte(text)) // it may be closed by the second
				}
				s.isClosed(c.code)
			})
		}
	}
}

func TestAForeignSubprotocolIsNotAcceptable(t *testing.T) {
	w := newWorld(t, board.Setup{})
	dial(t, w).isClosed(4406)
	dial(t, w, "graphql-ws").isClosed(4406)
}

func TestABinaryMessageIsBad(t *testing.T) {
	c := enter(t, newWorld(t, board.Setup{}), "anna")
	c.WriteMessage(websocket.BinaryMessage, []byte{1, 2})
	c.isClosed(4400)
}

func TestFramesThatTheRFCForbidsEndTheConnection(t *testing.T) {
	w := newWorld(t, board.Setup{})
	for sentence, octets := range map[string][]byte{
		"not masked":                 {0x81, 0x01, 'x'},
		"reserved bits":              {0xF1, 0x80, 0, 0, 0, 0},
		"an unknown opcode":          {0x83, 0x80, 0, 0, 0, 0},
		"a fragmented ping":          {0x09, 0x80, 0, 0, 0, 0},
		"a ping that is too long":    {0x89, 0xFE, 0, 200, 0, 0, 0, 0},
		"a fragment without a start": {0x80, 0x80, 0, 0, 0, 0},
	} {
		t.Run(sentence, func(t *testing.T) {
			c := enter(t, w, "anna")
			c.NetConn().Write(octets)
			c.isClosed(websocket.CloseProtocolError)
		})
	}
}

func TestPingsAreAnswered(t *testing.T) {
	w := newWorld(t, board.Setup{})
	early := open(t, w)
	early.says(`{"type":"ping","payload":{"a":1}}`)
	early.hears(`"pong"`, `"a":1`)

	c := enter(t, w, "anna")
	c.says(`{"type":"ping"}`)
	if got := c.hears(`"pong"`); strings.Contains(got, "payload") {
		t.Errorf("a pong without a payload: %s", got)
	}
	c.says(`{"type":"pong"}`)
	c.hearsNothing()

	answered := make(chan string, 1)
	c.SetPongHandler(func(data string) error { answered <- data; return nil })
	c.WriteControl(websocket.PingMessage, []byte("xy"), time.Now().Add(patience))
	c.hearsNothing()
	if got := <-answered; got != "xy" {
		t.Errorf("pong frame: got %q", got)
	}
}

func TestAQueryIsAnsweredAndItsIDIsFreeAgain(t *testing.T) {
	c := enter(t, newWorld(t, board.Setup{}), "anna")
	for range 2 {
		c.says(`{"type":"subscribe","id":"q","payload":{"query":"{whoami}"}}`)
		c.hears(`"next"`, `"id":"q"`, `{"data":{"whoami":"anna"}}`)
		c.hears(`"complete"`, `"id":"q"`)
	}
}

func TestAMutationIsAnswered(t *testing.T) {
	c := enter(t, newWorld(t, board.Setup{}), "anna")
	c.says(`{"type":"subscribe","id":"m","payload":{"query":"mutation($t:String!){pin(board:\"b\",text:$t)}","variables":{"t":"tea"}}}`)
	c.hears(`"next"`, `b: tea`)
	c.hears(`"complete"`)
}

func TestAStreamThatTheHubDoesNotKnowIsStreamed(t *testing.T) {
	c := enter(t, newWorld(t, board.Setup{}), "anna")
	c.says(`{"type":"subscribe","id":"c","payload":{"query":"subscription{countTo(last:3)}"}}`)
	for i := 1; i <= 3; i++ {
		c.hears(fmt.Sprintf(`{"data":{"countTo":%d}}`, i))
	}
	c.hears(`"complete"`)
}

func TestNoCompleteFollowsAnError(t *testing.T) {
	c := enter(t, newWorld(t, board.Setup{}), "anna")
	for _, query := range []string{`{nope}`, `{`, `subscription{boardNotes(board:\"\"){text}}`} {
		c.says(`{"type":"subscribe","id":"1","payload":{"query":"` + query + `"}}`)
		c.hears(`"error"`, `"payload":[{`, `"code":"`)
		c.hearsNothing()
	}
}

func TestCompleteStopsAndFreesTheID(t *testing.T) {
	w := newWorld(t, board.Setup{})
	c := enter(t, w, "anna")
	c.subscribes(w, "1", "text", "")
	c.says(`{"type":"complete","id":"1"}`)
	c.hearsNothing()
	w.Announce("kitchen", "unheard")
	c.hearsNothing()
	eventually(t, func() bool { return w.Hub.Stats().Subscriptions == 0 })
	c.subscribes(w, "1", "text", "")
	w.Announce("kitchen", "heard")
	c.hears(`"next"`, "heard")
	c.says(`{"type":"complete","id":"of nobody"}`)
	c.hearsNothing()
}

func TestAMessageMayComeInPieces(t *testing.T) {
	c := enter(t, newWorld(t, board.Setup{}), "anna")
	pieces, _ := c.NextWriter(websocket.TextMessage)
	io.WriteString(pieces, `{"type":"ping","payload":{"a":"`)
	io.WriteString(pieces, strings.Repeat("b", 9000))
	io.WriteString(pieces, `"}}`)
	pieces.Close()
	c.hears("pong", "bbbb")
}

func TestACloseIsAnsweredInKind(t *testing.T) {
	c := enter(t, newWorld(t, board.Setup{}), "anna")
	c.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(4321, "bye"), time.Now().Add(patience))
	c.isClosed(4321)
}

func TestForeignPagesAreRefused(t *testing.T) {
	w := newWorld(t, board.Setup{})
	dialer := websocket.Dialer{Subprotocols: []string{socket.Subprotocol}}
	_, response, err := dialer.Dial("ws"+w.Server.URL[4:], http.Header{"Origin": {"https://evil.example"}})
	if err == nil || response.StatusCode != http.StatusForbidden {
		t.Errorf("a foreign origin: %v, %v", response, err)
	}
	c, _, err := dialer.Dial("ws"+w.Server.URL[4:], http.Header{"Origin": {w.Server.URL}})
	if err != nil {
		t.Fatalf("the own origin: %v", err)
	}
	c.Close()
}

func TestLimitsHold(t *testing.T) {
	w := newWorld(t, board.Setup{Sockets: func(o *socket.Options) {
		o.PerSocket, o.PerSession, o.PerAddress = 1, 1, 2
	}})
	c := enter(t, w, "anna")
	c.subscribes(w, "1", "text", "")
	c.says(`{"id":"2","type":"subscribe","payload":{"query":"{ping}"}}`)
	c.hears(`"error"`, `"id":"2"`, "RATE_LIMITED")

	second := open(t, w)
	dialer := websocket.Dialer{Subprotocols: []string{socket.Subprotocol}}
	_, response, err := dialer.Dial("ws"+w.Server.URL[4:], nil)
	if err == nil || response.StatusCode != http.StatusTooManyRequests {
		t.Errorf("a third socket of the address: %v, %v", response, err)
	}
	second.says(`{"type":"connection_init","payload":{"user":"anna","session":"session of anna"}}`)
	second.isClosed(1013)
}
