package push_test

import (
	"errors"
	"log/slog"
	"testing"
	"time"

	"pgregory.net/rapid"

	"latchkey/server/push"
	"latchkey/server/refusal"
)

func TestACursorBelongsToItsTopic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		topic, sequence := rapid.String().Draw(t, "topic"), rapid.Uint64().Draw(t, "sequence")
		cursor := push.EncodeCursor(topic, sequence)
		if got, err := push.DecodeCursor(topic, cursor); err != nil || got != sequence {
			t.Fatalf("got %d, %v", got, err)
		}
		if _, err := push.DecodeCursor(topic+"x", cursor); !errors.Is(err, refusal.Invalid("after", "")) {
			t.Fatalf("of another topic: %v", err)
		}
	})
}

func FuzzCursor(f *testing.F) {
	f.Add("topic", push.EncodeCursor("topic", 7))
	f.Add("topic", "####")
	f.Fuzz(func(t *testing.T, topic, cursor string) {
		sequence, err := push.DecodeCursor(topic, cursor)
		if err == nil && push.EncodeCursor(topic, sequence) != cursor {
			t.Fatalf("%q reads as %d, which is another cursor", cursor, sequence)
		}
	})
}

// ears remember what they were told.
type ears struct {
	hints    chan string
	sessions chan string
}

func (e ears) Hint(topic string, sequence uint64) {
	if sequence == 7 {
		e.hints <- topic
	}
}

func (e ears) CloseSession(session string) { e.sessions <- session }

func TestHintsReachEveryNode(t *testing.T) {
	b, err := push.OpenBroker("", slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	nodes := []ears{{make(chan string, 1), make(chan string, 1)}, {make(chan string, 1), make(chan string, 1)}}
	for _, n := range nodes {
		if err := b.Listen(n); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Publish("user:anna", 7); err != nil {
		t.Fatal(err)
	}
	if err := b.EndSession("s1"); err != nil {
		t.Fatal(err)
	}
	for _, n := range nodes {
		if got := within(t, n.hints); got != "user:anna" {
			t.Errorf("hint: got %q", got)
		}
		if got := within(t, n.sessions); got != "s1" {
			t.Errorf("session: got %q", got)
		}
	}
	if !b.Connected() {
		t.Error("the broker says it is not connected")
	}
}

func within(t *testing.T, c <-chan string) string {
	t.Helper()
	select {
	case got := <-c:
		return got
	case <-time.After(5 * time.Second):
		t.Fatal("nothing came")
		return ""
	}
}
