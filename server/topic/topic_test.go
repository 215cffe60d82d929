package topic

import (
	"testing"

	"latchkey/server/nodeid"
)

func TestANameSaysWhatItIsMadeOf(t *testing.T) {
	id := nodeid.New(nodeid.Mailbox)
	if kind, of := Split(Mailbox.Of(id)); kind != Mailbox || of != id {
		t.Errorf("%s was split into %s and %s", Mailbox.Of(id), kind, of)
	}
}
