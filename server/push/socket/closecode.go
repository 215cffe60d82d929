package socket

import (
	"encoding/binary"
	"unicode/utf8"
)

// Close codes: RFC 6455 §7.4.1, the IANA registry, and graphql-transport-ws.
const (
	closeNormal       = 1000
	closeGoingAway    = 1001
	closeProtocol     = 1002
	closeNotUTF8      = 1007
	closeTooBig       = 1009
	closeTryLater     = 1013
	closeBadRequest   = 4400
	closeUnauthorized = 4401
	closeForbidden    = 4403
	closeSubprotocol  = 4406
	closeInitTimeout  = 4408
	closeDuplicateID  = 4409
	closeSecondInit   = 4429
	closeInternal     = 4500
)

// violation ends a connection: the client did what the protocol forbids.
type violation struct {
	code   int
	reason string
}

// Error implements error.
func (v violation) Error() string { return v.reason }

func badMessage(what string) error {
	return violation{closeBadRequest, "Invalid message: " + what}
}

// appendClose appends a close frame. The reason is cut to what a control frame holds.
func appendClose(b []byte, code int, reason string) []byte {
	reason = cut(reason, maxControl-2)
	b = appendHeader(b, opClose, 2+len(reason))
	b = binary.BigEndian.AppendUint16(b, uint16(code))
	return append(b, reason...)
}

// cut shortens text to at most limit octets, at a character's border.
func cut(text string, limit int) string {
	if len(text) <= limit {
		return text
	}
	for limit > 0 && !utf8.RuneStart(text[limit]) {
		limit--
	}
	return text[:limit]
}

// answerToClose returns the code to answer a client's close frame with, RFC 6455 §5.5.1.
func answerToClose(payload []byte) int {
	if len(payload) == 0 {
		return closeNormal
	}
	if len(payload) == 1 || !utf8.Valid(payload[2:]) {
		return closeProtocol
	}
	code := int(binary.BigEndian.Uint16(payload))
	switch {
	case code >= 3000 && code < 5000,
		code >= 1000 && code <= 1003,
		code >= 1007 && code <= 1014:
		return code
	}
	return closeProtocol
}
