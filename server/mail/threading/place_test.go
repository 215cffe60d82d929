package threading_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"latchkey/server/mail/threading"
)

var monday = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

func TestConversationsAreJoined(t *testing.T) {
	const days = 24 * time.Hour
	type letters = []threading.Letter
	for promise, c := range map[string]struct {
		letters letters
		threads int
	}{
		"a reply joins what it answers": {letters{
			{MessageID: "a"}, {MessageID: "b", References: []string{"a"}}}, 1},
		"In-Reply-To joins where there are no references": {letters{
			{MessageID: "a"}, {MessageID: "b", InReplyTo: []string{"a"}}}, 1},
		"In-Reply-To does not count beside references": {letters{
			{MessageID: "a"}, {MessageID: "b", References: []string{"x"}, InReplyTo: []string{"a"}}}, 2},
		"siblings join before their parent comes": {letters{
			{MessageID: "b", References: []string{"a"}}, {MessageID: "c", References: []string{"a"}}}, 1},
		"a late parent finds its child": {letters{
			{MessageID: "b", References: []string{"a"}}, {MessageID: "a"}}, 1},
		"a late message merges two conversations": {letters{
			{MessageID: "a"}, {MessageID: "b"}, {MessageID: "c", References: []string{"a", "b"}}}, 1},
		"strangers stay apart": {letters{
			{MessageID: "a"}, {MessageID: "b"}}, 2},
		"messages without ids stay apart": {letters{
			{}, {}}, 2},
		"the same message again is in the same thread": {letters{
			{MessageID: "a"}, {MessageID: "a"}}, 1},
		"a reply without references joins by its subject": {letters{
			{MessageID: "a", Subject: "Lunch", ReceivedAt: monday}, {MessageID: "b", Subject: "Re: Lunch", ReceivedAt: monday.Add(29 * days)}}, 1},
		"but not after 30 days": {letters{
			{MessageID: "a", Subject: "Lunch", ReceivedAt: monday}, {MessageID: "b", Subject: "Re: Lunch", ReceivedAt: monday.Add(31 * days)}}, 2},
		"an equal subject alone does not join": {letters{
			{MessageID: "a", Subject: "Invoice", ReceivedAt: monday}, {MessageID: "b", Subject: "Invoice", ReceivedAt: monday}}, 2},
		"a reply whose parent is here does not follow its subject": {letters{
			{MessageID: "a", Subject: "Lunch", ReceivedAt: monday}, {MessageID: "x", Subject: "Other", ReceivedAt: monday},
			{MessageID: "b", References: []string{"x"}, Subject: "Re: Lunch", ReceivedAt: monday}}, 2},
		"replies with an empty subject stay apart": {letters{
			{MessageID: "a", Subject: "Re:", ReceivedAt: monday}, {MessageID: "b", Subject: "Re:", ReceivedAt: monday}}, 2},
	} {
		placed := deliver(t, newMemory(), threading.DefaultPolicy(), c.letters...)
		if got := distinct(placed); got != c.threads {
			t.Errorf("%s: %d threads, want %d (%v)", promise, got, c.threads, placed)
		}
	}
}

func TestTheRFCsPolicyJoinsEverySubject(t *testing.T) {
	placed := deliver(t, newMemory(), threading.Policy{},
		threading.Letter{MessageID: "a", Subject: "Invoice", ReceivedAt: monday},
		threading.Letter{MessageID: "b", Subject: "Invoice", ReceivedAt: monday.AddDate(5, 0, 0)})
	if distinct(placed) != 1 {
		t.Errorf("threads %v, want one", placed)
	}
}

func TestALetterCantWeldAMailbox(t *testing.T) {
	m := newMemory()
	var ids []string
	for i := range 100 {
		ids = append(ids, fmt.Sprint(i))
		deliver(t, m, threading.DefaultPolicy(), threading.Letter{MessageID: ids[i]})
	}
	deliver(t, m, threading.DefaultPolicy(), threading.Letter{MessageID: "evil", References: ids})
	if m.merges != threading.MaxMerges {
		t.Errorf("%d threads merged at once, want %d", m.merges, threading.MaxMerges)
	}
}

func TestMergedThreadsStaySmall(t *testing.T) {
	m := newMemory()
	for range threading.MaxMergedSize - 1 {
		deliver(t, m, threading.DefaultPolicy(), threading.Letter{References: []string{"big"}})
	}
	deliver(t, m, threading.DefaultPolicy(), threading.Letter{MessageID: "a"}, threading.Letter{MessageID: "b", References: []string{"a"}})
	placed := deliver(t, m, threading.DefaultPolicy(),
		threading.Letter{References: []string{"big", "a"}}, threading.Letter{References: []string{"big"}}, threading.Letter{References: []string{"a"}})
	if placed[1] == placed[2] {
		t.Error("a thread of 999 messages took one of 2")
	}
}

func TestTheFirstAndTheLastReferencesCount(t *testing.T) {
	var refs []string
	for i := range 1000 {
		refs = append(refs, fmt.Sprint(i))
	}
	for id, threads := range map[string]int{"0": 1, "999": 1, "969": 1, "968": 2, "1": 2} {
		placed := deliver(t, newMemory(), threading.DefaultPolicy(),
			threading.Letter{MessageID: id}, threading.Letter{MessageID: "x", References: refs})
		if got := distinct(placed); got != threads {
			t.Errorf("reference %s of 1000: %d threads, want %d", id, got, threads)
		}
	}
}

// failing is a store whose database is gone.
type failing struct{ *memory }

var errGone = errors.New("gone")

func (failing) Apply(context.Context, threading.Change[int]) (int, error) { return 0, errGone }

func TestAStoresErrorIsPassedOn(t *testing.T) {
	_, err := threading.Place(context.Background(), failing{newMemory()}, threading.Letter{MessageID: "a"}, threading.DefaultPolicy())
	if !errors.Is(err, errGone) {
		t.Errorf("got %v", err)
	}
}

func distinct(ids []int) int {
	seen := map[int]bool{}
	for _, id := range ids {
		seen[id] = true
	}
	return len(seen)
}
