package graph

import (
	"reflect"

	"latchkey/ent"
	"latchkey/graph/scalar"
	"latchkey/server/nodeid"
)

// cursorAt is the cursor of an event: whose it is, and its sequence number there.
func cursorAt(id nodeid.ID, sequence int64) *ent.Cursor {
	return &ent.Cursor{ID: id, Value: sequence}
}

// SequenceAt reads such a cursor; ok is false for any other text, and for the
// cursor of somebody else's events.
func SequenceAt(text string, id nodeid.ID) (sequence uint64, ok bool) {
	c, err := scalar.UnmarshalCursor(text)
	if err != nil || c.ID != id {
		return 0, false
	}
	// msgpack gives a number the smallest type that holds it.
	switch v := reflect.ValueOf(c.Value); {
	case !v.IsValid(): // a cursor leaves out a zero
		return 0, true
	case v.CanInt() && v.Int() >= 0:
		return uint64(v.Int()), true
	case v.CanUint():
		return v.Uint(), true
	default:
		return 0, false
	}
}
