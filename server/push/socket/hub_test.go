package socket_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"latchkey/server/internal/board"
	"latchkey/server/push"
)

func TestAnEventIsExecutedOnceForEachClassOfViewers(t *testing.T) {
	w := newWorld(t, board.Setup{})
	var readers, senders []*client
	for i := range 6 {
		w.Give(fmt.Sprint("reader", i), "READ")
		w.Give(fmt.Sprint("sender", i), "READ SEND")
		readers = append(readers, enter(t, w, fmt.Sprint("reader", i)))
		senders = append(senders, enter(t, w, fmt.Sprint("sender", i)))
		readers[i].subscribes(w, fmt.Sprint("r", i), "text rights", push.EncodeCursor("board:kitchen", 0))
		senders[i].subscribes(w, fmt.Sprint("s", i), "text rights", "")
	}
	before := w.Hub.Stats().Executions
	w.Announce("kitchen", "tea")
	for i := range readers {
		readers[i].hears(fmt.Sprintf(`"id":"r%d"`, i), `"text":"tea","rights":["READ"]`)
		senders[i].hears(fmt.Sprintf(`"id":"s%d"`, i), `"text":"tea","rights":["READ","SEND"]`)
	}
	if got := w.Hub.Stats(); got.Executions-before != 2 || got.Operations != 1 {
		t.Errorf("executions: got %d of %d operations, want 2 of 1", got.Executions-before, got.Operations)
	}
}

func TestWhatLooksAtTheViewerIsSharedWithNobody(t *testing.T) {
	w := newWorld(t, board.Setup{})
	w.Give("chloe", "READ")
	for _, user := range []string{"ben", "chloe"} {
		c := enter(t, w, user)
		c.subscribes(w, "1", "text reader", "")
		defer c.hears(fmt.Sprintf(`"reader":%q`, user))
	}
	w.Announce("kitchen", "tea")
}

func TestTheAuthorityIsAskedAtEveryEvent(t *testing.T) {
	w := newWorld(t, board.Setup{})
	anna, ben := enter(t, w, "anna"), enter(t, w, "ben")
	anna.subscribes(w, "a", "text", "")
	ben.subscribes(w, "b", "text", "")
	w.Take("ben")
	before := w.Asked()
	w.Announce("kitchen", "secret")
	anna.hears("secret")
	ben.hears(`"error"`, `"id":"b"`, `"NOT_FOUND"`)
	if asked := w.Asked() - before; asked != 1 {
		t.Errorf("the authority was asked %d times for one event", asked)
	}
	w.Give("ben", "READ") // the subscription ended all the same
	w.Announce("kitchen", "more")
	anna.hears("more")
	ben.hearsNothing()
}

func TestNobodySubscribesToWhatTheyMayNotSee(t *testing.T) {
	c := enter(t, newWorld(t, board.Setup{}), "stranger")
	c.says(notes)
	c.hears(`"error"`, "NOT_FOUND")
	c.hearsNothing()
}

func TestAPanicStaysWithItsField(t *testing.T) {
	w := newWorld(t, board.Setup{})
	c := enter(t, w, "anna")
	c.subscribes(w, "1", "text panics", "")
	w.Announce("kitchen", "tea")
	if got := c.hears(`"next"`, `"INTERNAL"`); strings.Contains(got, "note fell") {
		t.Errorf("the panic is shown: %s", got)
	}
	c.says(`{"type":"subscribe","id":"q","payload":{"query":"{panics ping}"}}`)
	c.hears(`"INTERNAL"`, `"ping":"pong"`)
	c.hears("complete")
}

func TestOddSubscriptionsAreErrorsAndNothingWorse(t *testing.T) {
	w := newWorld(t, board.Setup{})
	c := enter(t, w, "anna")
	for _, query := range []string{
		`subscription{boardNotes(board:"kitchen")@skip(if:true){text}}`,
		`subscription{__typename}`,
		`subscription{a:boardNotes(board:"a"){text} b:boardNotes(board:"b"){text}}`,
		`query a{ping} query b{ping}`,
		`fragment f on Note{text}`,
		`{ping}`[:3],
	} {
		c.says(fmt.Sprintf(`{"id":"1","type":"subscribe","payload":{"query":%q}}`, query))
		c.hears(`"error"`)
	}
	c.hearsNothing()
}

func TestManyLargeAnswersAtOnceAreNoReadersFault(t *testing.T) {
	for _, encrypted := range []bool{false, true} {
		c := enter(t, newWorld(t, board.Setup{TLS: encrypted}), "anna")
		for i := range 20 {
			c.says(fmt.Sprintf(`{"id":"%d","type":"subscribe","payload":{"query":"{shout(input:{text:\"a\",times:200000})}"}}`, i))
		}
		time.Sleep(50 * time.Millisecond) // they pile up
		for answers := 0; answers < 20; {
			if strings.Contains(c.hears("")[:20], "next") {
				answers++
			}
		}
	}
}
