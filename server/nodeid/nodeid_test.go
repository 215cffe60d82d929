package nodeid

import (
	"testing"
	"time"
)

func TestAnIDSaysWhatItNames(t *testing.T) {
	id := New(Mailbox)
	if id.Prefix() != Mailbox {
		t.Errorf("prefix of %s: got %s, want %s", id, id.Prefix(), Mailbox)
	}
	if parsed, err := Parse(id.String()); err != nil || parsed != id {
		t.Errorf("Parse(%s): got %s, %v", id, parsed, err)
	}
}

func TestLaterIDsSortAfterEarlierOnes(t *testing.T) {
	earlier := New(Message)
	time.Sleep(2 * time.Millisecond)
	if later := New(Message); later <= earlier {
		t.Errorf("%s was made after %s", later, earlier)
	}
}

func TestWhatIsNotAnIDIsRefused(t *testing.T) {
	for _, text := range []string{"", "mbx", "mbx_", "mbx_short", "_01hzy3v8k2q6n0f4w7c9r5t1ad",
		"MBX_01hzy3v8k2q6n0f4w7c9r5t1ad", "mbx_01hzy3v8k2q6n0f4w7c9r5t1a'", "mbx_01hzy3v8k2q6n0f4w7c9r5t1al"} {
		if _, err := Parse(text); err == nil {
			t.Errorf("%q was taken for an id", text)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("mbx_01hzy3v8k2q6n0f4w7c9r5t1ad")
	f.Fuzz(func(t *testing.T, text string) {
		if id, err := Parse(text); err == nil && id.String() != text {
			t.Errorf("%q became %q", text, id)
		}
	})
}
