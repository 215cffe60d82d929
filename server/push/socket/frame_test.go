package socket

import (
	"bytes"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// FuzzFramesAreReadAsGorillaDoes gives the same octets, in pieces of any size,
// to the assembly and to gorilla's reader.
func FuzzFramesAreReadAsGorillaDoes(f *testing.F) {
	for _, seed := range [][]byte{
		{0x81, 0x82, 1, 2, 3, 4, 'h' ^ 1, 'i' ^ 2},
		{0x01, 0x81, 0, 0, 0, 0, 'a', 0x89, 0x80, 0, 0, 0, 0, 0x80, 0x81, 0, 0, 0, 0, 'b'},
		{0x81, 0xFE, 0, 126, 0, 0, 0, 0},
		{0x81, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1},
		{0x88, 0x82, 0, 0, 0, 0, 0x03, 0xE8},
		{0xC1, 0x80, 0, 0, 0, 0},
	} {
		f.Add(seed, 3)
	}
	const limit = 200
	f.Fuzz(func(t *testing.T, octets []byte, piece int) {
		if len(octets) > 4<<10 {
			t.Skip()
		}
		ours, failed := assembled(octets, max(1, min(piece, len(octets))), limit)
		theirs, rejected := gorillas(t, octets, limit)
		for i, m := range theirs {
			if i >= len(ours) && failed {
				return // gorilla takes text that is not UTF-8, and lengths in the long form
			}
			if i >= len(ours) || !bytes.Equal(ours[i], m) {
				t.Fatalf("message %d: gorilla read %q, we %q", i, m, ours)
			}
		}
		if len(ours) > len(theirs) {
			t.Fatalf("we read %d messages, gorilla %d (rejected: %v)", len(ours), len(theirs), rejected)
		}
	})
}

func assembled(octets []byte, piece, limit int) (messages [][]byte, failed bool) {
	var a assembly
	stop := errors.New("close")
	for len(octets) > 0 {
		chunk := bytes.Clone(octets[:min(piece, len(octets))])
		octets = octets[len(chunk):]
		err := a.take(chunk, limit, func(opcode byte, payload []byte) error {
			switch opcode {
			case opClose:
				return stop
			case opText, opBinary:
				messages = append(messages, bytes.Clone(payload))
			}
			return nil
		})
		if err != nil {
			return messages, true
		}
	}
	return messages, false
}

func gorillas(t *testing.T, octets []byte, limit int64) (messages [][]byte, rejected bool) {
	result := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer close(result)
		c, err := (&websocket.Upgrader{}).Upgrade(w, r, nil)
		if err != nil {
			return
		}
		defer c.Close()
		c.SetReadLimit(limit)
		for {
			_, m, err := c.ReadMessage()
			if err != nil {
				rejected = !websocket.IsUnexpectedCloseError(err, websocket.CloseAbnormalClosure)
				return
			}
			messages = append(messages, m)
		}
	}))
	defer server.Close()
	c, _, err := websocket.DefaultDialer.Dial("ws"+server.URL[4:], nil)
	if err != nil {
		t.Skip(err)
	}
	defer c.Close()
	c.NetConn().Write(octets)
	c.NetConn().(*net.TCPConn).CloseWrite()
	select {
	case <-result:
	case <-time.After(5 * time.Second):
		t.Skip("gorilla still reads")
	}
	return messages, rejected
}

// FuzzMessage: what is accepted can be acted on; nothing panics.
func FuzzMessage(f *testing.F) {
	for _, seed := range []string{
		`{"type":"subscribe","id":"1","payload":{"query":"{a}","variables":{"n":1}}}`,
		`{"type":"connection_init"}`, `{"type":"ping","payload":null}`, `{"type":"complete","id":"x"}`,
		`{"type":1}`, `[]`, `"`, `{"type":"pong","payload":[]}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		m, err := parseMessage(text)
		if err != nil {
			if v, ok := errors.AsType[violation](err); !ok || v.code != closeBadRequest || len(v.reason) > maxControl-2 {
				t.Fatalf("refused with %v", err)
			}
			return
		}
		if (m.kind == typeSubscribe || m.kind == typeComplete) && m.id == "" {
			t.Fatal("accepted without an id")
		}
		if len(m.payload) > 0 && !json.Valid(m.payload) {
			t.Fatalf("the payload is no JSON: %q", m.payload)
		}
		if m.kind == typeSubscribe {
			if p, err := m.operation(); err == nil && p.Query == "" {
				t.Fatal("accepted without a query")
			}
		}
	})
}

func TestAFrameSaysWhatItCarries(t *testing.T) {
	for _, length := range []int{0, 125, 126, 1<<16 - 1, 1 << 16} {
		payload, _ := json.Marshal(string(bytes.Repeat([]byte("x"), length)))
		for _, id := range []string{"", `"7"`} {
			octets := appendMessage(nil, "next", id, payload)
			size, at, _ := payloadLength(octets)
			text := octets[at:]
			if int(size) != len(text) || !json.Valid(text) {
				t.Fatalf("length %d of %d: %.80s", size, len(text), text)
			}
		}
	}
}

func TestAReasonFitsAControlFrame(t *testing.T) {
	long := string(bytes.Repeat([]byte("é"), 200))
	f := appendClose(nil, closeDuplicateID, long)
	if int(f[1]) != len(f)-2 || f[1] > maxControl {
		t.Errorf("the close frame has %d octets and says %d", len(f), f[1])
	}
}
