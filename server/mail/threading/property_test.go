package threading_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"latchkey/server/mail/corpustest"
	"latchkey/server/mail/message"
	"latchkey/server/mail/threading"
)

// anyLetters draws a mailbox of few ids, so that they meet often.
func anyLetters(t *rapid.T) []threading.Letter {
	id := rapid.SampledFrom([]string{"a", "b", "c", "d", "e", "f", "g", "h"})
	n := rapid.IntRange(1, 12).Draw(t, "letters")
	letters := make([]threading.Letter, n)
	for i := range letters {
		letters[i] = threading.Letter{
			MessageID:  rapid.OneOf(id, rapid.Just("")).Draw(t, "id"),
			References: rapid.SliceOfN(id, 0, 4).Draw(t, "references"),
			InReplyTo:  rapid.SliceOfN(id, 0, 2).Draw(t, "in reply to"),
		}
	}
	return letters
}

func TestTheOrderOfArrivalDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := anyLetters(t)
		order := rapid.Permutation(indexes(len(letters))).Draw(t, "order")
		shuffled := make([]threading.Letter, len(letters))
		for to, from := range order {
			shuffled[to] = letters[from]
		}
		m, n := newMemory(), newMemory()
		policy := threading.DefaultPolicy()
		first, second := partition(deliverRapid(t, m, policy, letters)), deliverRapid(t, n, policy, shuffled)
		back := make([]int, len(letters))
		for to, from := range order {
			back[from] = second[to]
		}
		if other := partition(back); !slices.Equal(first, other) {
			t.Fatalf("%v in one order, %v in another", first, other)
		}
	})
}

func TestThreadsAreTheConnectedComponents(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := anyLetters(t)
		got := partition(deliverRapid(t, newMemory(), threading.DefaultPolicy(), letters))
		if want := components(letters); !slices.Equal(got, want) {
			t.Fatalf("threads %v, components %v", got, want)
		}
	})
}

// components is the definition: letters that share an id, directly or through others.
func components(letters []threading.Letter) []int {
	group := indexes(len(letters))
	ids := make([][]string, len(letters))
	for i, l := range letters {
		ids[i] = l.References
		if len(ids[i]) == 0 && len(l.InReplyTo) > 0 {
			ids[i] = l.InReplyTo[:1]
		}
		if l.MessageID != "" {
			ids[i] = append(slices.Clone(ids[i]), l.MessageID)
		}
	}
	for range letters { // as often as the longest path
		for i := range letters {
			for j := range letters {
				if slices.ContainsFunc(ids[i], func(id string) bool { return slices.Contains(ids[j], id) }) {
					group[i] = min(group[i], group[j])
					group[j] = group[i]
				}
			}
		}
	}
	return partition(group)
}

// partition names each thread after its first letter.
func partition(threads []int) []int {
	first := map[int]int{}
	names := make([]int, len(threads))
	for i, id := range threads {
		if _, seen := first[id]; !seen {
			first[id] = i
		}
		names[i] = first[id]
	}
	return names
}

func indexes(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

func deliverRapid(t *rapid.T, m *memory, policy threading.Policy, letters []threading.Letter) []int {
	placed, err := place(m, policy, letters)
	if err != nil {
		t.Fatal(err)
	}
	return placed
}

// Threads that the real messages make: other figures mean that the rules changed. The
// order of arrival moves only those that a subject joins.
const (
	minRealThreads = 2220
	maxRealThreads = 2260
)

func TestRealMailMakesAsManyThreadsInAnyOrder(t *testing.T) {
	var letters []threading.Letter
	for _, f := range corpustest.Real(t) {
		m := message.Parse(f.Raw)
		letters = append(letters, threading.Letter{
			MessageID: m.MessageID(), References: m.References(), InReplyTo: m.InReplyTo(), Subject: m.Subject(), ReceivedAt: m.Date(),
		})
	}
	orders := map[string]func(){
		"as they come": func() {},
		"backwards":    func() { slices.Reverse(letters) },
		"by time": func() {
			slices.SortStableFunc(letters, func(a, b threading.Letter) int { return a.ReceivedAt.Compare(b.ReceivedAt) })
		},
	}
	for _, name := range []string{"as they come", "backwards", "by time"} {
		orders[name]()
		n := distinct(deliver(t, newMemory(), threading.DefaultPolicy(), letters...))
		t.Logf("%s: %d messages, %d threads", name, len(letters), n)
		if n < minRealThreads || n > maxRealThreads {
			t.Errorf("%s: %d threads, want %d to %d", name, n, minRealThreads, maxRealThreads)
		}
	}
}

func BenchmarkPlace(b *testing.B) {
	m := newMemory()
	for i := range b.N {
		id := fmt.Sprint(i)
		deliver(b, m, threading.DefaultPolicy(), threading.Letter{MessageID: id, References: []string{fmt.Sprint(i / 2), fmt.Sprint(i / 3)}})
	}
}
