package threading_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"latchkey/server/mail/threading"
)

// memory is the smallest store that keeps the contract.
type memory struct {
	threads  []thread // by id
	ids      map[threading.Key]entry
	subjects map[threading.Key]opening
	merges   int // most merges at once
}

type thread struct {
	size       int
	mergedInto int // itself while it lives
}

type entry struct {
	thread  int
	present bool
}

type opening struct {
	thread int
	at     time.Time
}

func newMemory() *memory {
	return &memory{ids: map[threading.Key]entry{}, subjects: map[threading.Key]opening{}}
}

func (m *memory) living(id int) threading.Thread[int] {
	for m.threads[id].mergedInto != id {
		id = m.threads[id].mergedInto
	}
	return threading.Thread[int]{ID: id, Size: m.threads[id].size}
}

func (m *memory) Known(_ context.Context, keys []threading.Key) ([]threading.Known[int], error) {
	var known []threading.Known[int]
	for _, k := range keys {
		if e, ok := m.ids[k]; ok {
			known = append(known, threading.Known[int]{Key: k, Thread: m.living(e.thread), Present: e.present})
		}
	}
	return known, nil
}

func (m *memory) Opening(_ context.Context, subject threading.Key) (threading.Opening[int], bool, error) {
	o, ok := m.subjects[subject]
	if !ok {
		return threading.Opening[int]{}, false, nil
	}
	return threading.Opening[int]{Thread: m.living(o.thread), At: o.at}, true, nil
}

func (m *memory) Apply(_ context.Context, c threading.Change[int]) (int, error) {
	id := len(m.threads)
	if c.Into == nil {
		m.threads = append(m.threads, thread{mergedInto: id})
	} else {
		id = *c.Into
	}
	m.merges = max(m.merges, len(c.Merge))
	for _, from := range c.Merge {
		m.threads[id].size += m.threads[from].size
		m.threads[from] = thread{mergedInto: id}
	}
	m.threads[id].size++
	for _, k := range c.Named {
		if _, known := m.ids[k]; known {
			return 0, fmt.Errorf("key %x was known already", k)
		}
		m.ids[k] = entry{thread: id}
	}
	if c.Own != nil {
		e, known := m.ids[*c.Own]
		if !known {
			e.thread = id
		}
		m.ids[*c.Own] = entry{thread: e.thread, present: true}
	}
	if c.Subject != nil {
		at := m.subjects[*c.Subject].at
		if c.At.After(at) {
			at = c.At
		}
		m.subjects[*c.Subject] = opening{thread: id, at: at}
	}
	return id, nil
}

// deliver places letters in order and returns the thread of each at the end.
func deliver(t testing.TB, m *memory, policy threading.Policy, letters ...threading.Letter) []int {
	t.Helper()
	placed, err := place(m, policy, letters)
	if err != nil {
		t.Fatal(err)
	}
	return placed
}

func place(m *memory, policy threading.Policy, letters []threading.Letter) ([]int, error) {
	placed := make([]int, len(letters))
	for i, l := range letters {
		id, err := threading.Place(context.Background(), m, l, policy)
		if err != nil {
			return nil, err
		}
		placed[i] = id
	}
	for i := range placed {
		placed[i] = m.living(placed[i]).ID
	}
	return placed, nil
}
