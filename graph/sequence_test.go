package graph

import (
	"bytes"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"latchkey/ent"
	"latchkey/server/nodeid"
)

func written(t interface{ Fatal(...any) }, c *ent.Cursor) string {
	var b bytes.Buffer
	c.MarshalGQL(&b)
	text, err := strconv.Unquote(b.String())
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestACursorComesBackAsTheSequenceItStandsFor(t *testing.T) {
	me, other := nodeid.New(nodeid.User), nodeid.New(nodeid.User)
	rapid.Check(t, func(t *rapid.T) {
		sequence := rapid.Int64Min(0).Draw(t, "sequence")
		text := written(t, cursorAt(me, sequence))
		if got, ok := SequenceAt(text, me); !ok || got != uint64(sequence) {
			t.Fatalf("%d came back as %d, %v", sequence, got, ok)
		}
		if _, ok := SequenceAt(text, other); ok {
			t.Fatal("the cursor of somebody else's events was taken")
		}
	})
}

func FuzzSequenceAt(f *testing.F) {
	me := nodeid.New(nodeid.User)
	f.Add(written(f, cursorAt(me, 7)))
	f.Add("garbage")
	f.Add("")
	f.Fuzz(func(_ *testing.T, text string) { _, _ = SequenceAt(text, me) })
}
