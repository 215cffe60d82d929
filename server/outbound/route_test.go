package outbound

import (
	"context"
	"errors"
	"slices"
	"testing"
)

// house has one mailbox, info@acme.example, and remembers what went where.
type house struct {
	delivered, sent []string
	broken          bool
}

func (h *house) DeliverLocally(_ context.Context, to string, _ []byte) (bool, error) {
	if to != "info@acme.example" {
		return false, nil
	}
	if h.broken {
		return true, errors.New("disk full")
	}
	h.delivered = append(h.delivered, to)
	return true, nil
}

func (h *house) Send(_ context.Context, _ string, to []string, _ []byte) error {
	h.sent = append(h.sent, to...)
	return nil
}

func TestOurOwnMailboxesAreNotReachedThroughOthers(t *testing.T) {
	h := &house{}
	err := Route{Local: h, Outside: h}.Send(t.Context(), "a@acme.example", []string{"info@acme.example", "zoe@other.example"}, nil)
	if err != nil || !slices.Equal(h.delivered, []string{"info@acme.example"}) || !slices.Equal(h.sent, []string{"zoe@other.example"}) {
		t.Errorf("delivered %v, sent %v, %v", h.delivered, h.sent, err)
	}
}

func TestOnlyWhoWasNotReachedIsNamed(t *testing.T) {
	h := &house{broken: true}
	var failed *Error
	err := Route{Local: h, Outside: h}.Send(t.Context(), "", []string{"info@acme.example", "zoe@other.example"}, nil)
	if !errors.As(err, &failed) || !slices.Equal(failed.Retry(), []string{"info@acme.example"}) {
		t.Errorf("got %v", err)
	}
}

func TestWithoutARelayNothingIsLostSilently(t *testing.T) {
	if err := (Route{Local: &house{}}).Send(t.Context(), "", []string{"zoe@other.example"}, nil); err == nil {
		t.Error("taken, though there is nowhere to send it")
	}
}
