package feed_test

import (
	"context"
	"errors"
	"testing"

	"latchkey/server/push/feed"
)

func length(text string) int { return len(text) }

func TestAResolverSeesTheOneEvent(t *testing.T) {
	showing := &feed.Showing{Payload: "four", Class: "READ"}
	ctx := feed.NewContext(t.Context(), showing)
	stream, err := feed.Of(ctx, length)
	if err != nil {
		t.Fatal(err)
	}
	if got := <-stream; got != 4 {
		t.Errorf("got %d", got)
	}
	if _, more := <-stream; more {
		t.Error("there is a second event")
	}
	if class, ok := feed.Class(ctx); !ok || class != "READ" {
		t.Errorf("class: got %q, %t", class, ok)
	}
}

func TestOutsideTheHubThereIsNoEvent(t *testing.T) {
	foreign := feed.NewContext(t.Context(), &feed.Showing{Payload: 4})
	for _, ctx := range []context.Context{t.Context(), foreign} {
		if _, err := feed.Of(ctx, length); !errors.Is(err, feed.ErrNoEvent) {
			t.Errorf("got %v", err)
		}
	}
	if _, ok := feed.Class(t.Context()); ok {
		t.Error("there is a class")
	}
	feed.Individual(t.Context()) // does nothing
}

func TestAResultIsSharedUntilAResolverSaysOtherwise(t *testing.T) {
	showing := &feed.Showing{}
	if showing.IsIndividual() {
		t.Error("individual from the start")
	}
	feed.Individual(feed.NewContext(t.Context(), showing))
	if !showing.IsIndividual() {
		t.Error("shared all the same")
	}
}
