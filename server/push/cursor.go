package push

import (
	"encoding/base64"
	"encoding/binary"
	"hash/fnv"

	"latchkey/server/refusal"
)

// cursorOctets: four of the topic's fingerprint and eight of the sequence.
const cursorOctets = 12

// EncodeCursor returns the opaque cursor of an event: the same for everyone
// who sees the topic, so that results can be shared.
func EncodeCursor(topic string, sequence uint64) string {
	var b [cursorOctets]byte
	binary.BigEndian.PutUint32(b[:4], fingerprint(topic))
	binary.BigEndian.PutUint64(b[4:], sequence)
	return base64.RawURLEncoding.EncodeToString(b[:])
}

// DecodeCursor returns the sequence number behind a cursor of the topic.
// Anything else, the cursor of another topic too, is VALIDATION_FAILED.
func DecodeCursor(topic, cursor string) (uint64, error) {
	if len(cursor) != base64.RawURLEncoding.EncodedLen(cursorOctets) {
		return 0, errBadCursor()
	}
	b, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil || binary.BigEndian.Uint32(b[:4]) != fingerprint(topic) {
		return 0, errBadCursor()
	}
	return binary.BigEndian.Uint64(b[4:]), nil
}

func errBadCursor() error {
	return refusal.Invalid(cursorArgument, "This cursor does not belong to this subscription. Subscribe without it and load afresh.")
}

// fingerprint tells topics apart; it keeps mistakes out, not attackers: a
// forged cursor only moves where the viewer's own stream begins.
func fingerprint(topic string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(topic))
	return h.Sum32()
}
