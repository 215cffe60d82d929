package socket

import (
	"bytes"
	"encoding/json"

	"github.com/99designs/gqlgen/graphql"
)

// Types of messages in graphql-transport-ws.
const (
	typeInit      = "connection_init"
	typePing      = "ping"
	typePong      = "pong"
	typeSubscribe = "subscribe"
	typeComplete  = "complete"
)

// maxID bounds an operation's id, in octets; clients use numbers or UUIDs.
const maxID = 256

// message is what a client says, checked.
type message struct {
	kind    string
	id      string          // subscribe, complete
	payload json.RawMessage // an object, or empty
}

// parseMessage checks a message as the protocol asks; anything else closes with 4400.
func parseMessage(text []byte) (message, error) {
	var wire struct {
		ID      *string         `json:"id"`
		Type    string          `json:"type"`
		Payload json.RawMessage `json:"payload"`
	}
	if err := json.Unmarshal(text, &wire); err != nil {
		return message{}, badMessage("not a JSON object of the protocol")
	}
	m := message{kind: wire.Type, payload: bytes.TrimSpace(wire.Payload)}
	if string(m.payload) == "null" {
		m.payload = nil
	}
	switch m.kind {
	case typeInit, typePing, typePong:
	case typeSubscribe, typeComplete:
		if wire.ID == nil || *wire.ID == "" || len(*wire.ID) > maxID {
			return message{}, badMessage("id")
		}
		m.id = *wire.ID
	default:
		return message{}, badMessage("type")
	}
	if m.kind != typeComplete && len(m.payload) > 0 && m.payload[0] != '{' {
		return message{}, badMessage("payload")
	}
	return m, nil
}

// operation reads the payload of a subscribe message.
func (m message) operation() (*graphql.RawParams, error) {
	if len(m.payload) == 0 {
		return nil, badMessage("payload")
	}
	decoder := json.NewDecoder(bytes.NewReader(m.payload))
	decoder.UseNumber() // else ids and large numbers lose digits
	p := &graphql.RawParams{}
	if err := decoder.Decode(p); err != nil || p.Query == "" {
		return nil, badMessage("payload")
	}
	return p, nil
}

// parameters reads the payload of a connection_init message.
func (m message) parameters() (map[string]any, error) {
	if len(m.payload) == 0 {
		return nil, nil
	}
	var p map[string]any
	if err := json.Unmarshal(m.payload, &p); err != nil {
		return nil, badMessage("payload")
	}
	return p, nil
}

// appendMessage appends {"type":…,"id":…,"payload":…} as a text frame; quotedID
// is JSON and may be empty, as may payload.
func appendMessage(b []byte, kind, quotedID string, payload []byte) []byte {
	const (
		open, id, body, end = `{"type":"`, `","id":`, `,"payload":`, `}`
		closing             = `"`
	)
	length := len(open) + len(kind) + len(end)
	if quotedID != "" {
		length += len(id) + len(quotedID)
	} else {
		length += len(closing)
	}
	if len(payload) > 0 {
		length += len(body) + len(payload)
	}
	b = appendHeader(b, opText, length)
	b = append(append(b, open...), kind...)
	if quotedID != "" {
		b = append(append(b, id...), quotedID...)
	} else {
		b = append(b, closing...)
	}
	if len(payload) > 0 {
		b = append(append(b, body...), payload...)
	}
	return append(b, end...)
}
