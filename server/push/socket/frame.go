package socket

import (
	"encoding/binary"
	"unicode/utf8"
)

// Opcodes of RFC 6455 §5.2.
const (
	opContinuation = 0x0
	opText         = 0x1
	opBinary       = 0x2
	opClose        = 0x8
	opPing         = 0x9
	opPong         = 0xA
)

const (
	finalBit   = 0x80
	maskBit    = 0x80
	maxControl = 125 // octets of a control frame, RFC 6455 §5.5
)

// frame is one frame of a client, unmasked.
type frame struct {
	final   bool
	opcode  byte
	payload []byte
}

func (f frame) isControl() bool { return f.opcode&0x8 != 0 }

// parseFrame reads the frame that b begins with and unmasks it in place. size
// is 0 while the frame is incomplete. A payload over limit octets, or what RFC
// 6455 forbids, is a violation.
func parseFrame(b []byte, limit int) (f frame, size int, err error) {
	if len(b) < 2 {
		return f, 0, nil
	}
	f = frame{final: b[0]&finalBit != 0, opcode: b[0] & 0x0F}
	if err := checkHeader(f, b[0], b[1]); err != nil {
		return f, 0, err
	}
	length, at, ok := payloadLength(b)
	if !ok {
		return f, 0, nil
	}
	if length > uint64(limit) {
		return f, 0, violation{closeTooBig, "Message too big"}
	}
	end := at + 4 + int(length)
	if len(b) < end {
		return f, 0, nil
	}
	f.payload = b[at+4 : end]
	unmask(f.payload, [4]byte(b[at:]))
	return f, end, nil
}

func checkHeader(f frame, first, second byte) error {
	known := f.opcode <= opBinary || f.opcode >= opClose && f.opcode <= opPong
	switch {
	case first&0x70 != 0:
		return violation{closeProtocol, "Reserved bits set"}
	case !known:
		return violation{closeProtocol, "Unknown opcode"}
	case second&maskBit == 0:
		return violation{closeProtocol, "Frame not masked"}
	case f.isControl() && (!f.final || second&^maskBit > maxControl):
		return violation{closeProtocol, "Control frame fragmented or too long"}
	}
	return nil
}

// payloadLength returns the length and where the mask begins.
func payloadLength(b []byte) (length uint64, at int, ok bool) {
	switch short := b[1] &^ maskBit; short {
	case 126:
		if len(b) < 4 {
			return 0, 0, false
		}
		return uint64(binary.BigEndian.Uint16(b[2:])), 4, true
	case 127:
		if len(b) < 10 {
			return 0, 0, false
		}
		return binary.BigEndian.Uint64(b[2:]), 10, true
	default:
		return uint64(short), 2, true
	}
}

func unmask(payload []byte, key [4]byte) {
	for i := range payload {
		payload[i] ^= key[i&3]
	}
}

// appendHeader begins a server's frame, which is whole and not masked.
func appendHeader(b []byte, opcode byte, length int) []byte {
	b = append(b, finalBit|opcode)
	switch {
	case length < 126:
		return append(b, byte(length))
	case length < 1<<16:
		return binary.BigEndian.AppendUint16(append(b, 126), uint16(length))
	default:
		return binary.BigEndian.AppendUint64(append(b, 127), uint64(length))
	}
}

func appendFrame(b []byte, opcode byte, payload []byte) []byte {
	return append(appendHeader(b, opcode, len(payload)), payload...)
}

// assembly puts messages together from what the socket gives.
type assembly struct {
	rest    []byte // of a frame that is not whole yet
	message []byte // of a message whose last fragment is not here yet
	opcode  byte   // of that message; 0 for none
}

// take passes every control frame and every whole message in b to each, in
// order. The payload is only valid during the call.
func (a *assembly) take(b []byte, limit int, each func(opcode byte, payload []byte) error) error {
	if len(a.rest) > 0 {
		a.rest = append(a.rest, b...)
		b = a.rest
	}
	whole := len(b)
	for {
		f, size, err := parseFrame(b, limit)
		if err != nil {
			return err
		}
		if size == 0 {
			break
		}
		if err := a.add(f, limit, each); err != nil {
			return err
		}
		b = b[size:]
	}
	switch {
	case len(b) == 0:
		a.rest = nil
	case len(b) < whole || len(a.rest) == 0: // else it is there already, growing
		a.rest = append([]byte(nil), b...)
	}
	return nil
}

func (a *assembly) add(f frame, limit int, each func(byte, []byte) error) error {
	switch {
	case f.isControl():
		return each(f.opcode, f.payload)
	case (f.opcode == opContinuation) != (a.opcode != 0):
		return violation{closeProtocol, "Fragments out of order"}
	case len(a.message)+len(f.payload) > limit:
		return violation{closeTooBig, "Message too big"}
	case f.opcode != opContinuation && f.final:
		return passMessage(f.opcode, f.payload, each)
	case f.opcode != opContinuation:
		a.opcode = f.opcode
	}
	a.message = append(a.message, f.payload...)
	if !f.final {
		return nil
	}
	opcode, message := a.opcode, a.message
	a.opcode, a.message = 0, nil
	return passMessage(opcode, message, each)
}

func passMessage(opcode byte, payload []byte, each func(byte, []byte) error) error {
	if opcode == opText && !utf8.Valid(payload) {
		return violation{closeNotUTF8, "Text is not UTF-8"}
	}
	return each(opcode, payload)
}

// waiting tells whether a message has begun and is not whole.
func (a *assembly) waiting() bool { return len(a.rest) > 0 || a.opcode != 0 }
