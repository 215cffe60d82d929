package graph

import (
	"context"
	"maps"
	"slices"
	"sync"
)

// keysAtOnce bounds one statement: SQLite takes 32,766 variables, PostgreSQL 65,535.
const keysAtOnce = 10_000

// loader reads what hangs on the objects of a list in one statement: the list
// says which keys it expects, the first that is asked for reads them all.
// Nothing waits for a timer, so a list takes the same number of statements
// whatever its length.
type loader[K comparable, V any] struct {
	// read finds the values of these keys. What it leaves out is the zero value.
	read func(ctx context.Context, keys []K) (map[K]V, error)

	mu       sync.Mutex
	expected map[K]struct{}
	known    map[K]V
}

func newLoader[K comparable, V any](read func(context.Context, []K) (map[K]V, error)) *loader[K, V] {
	return &loader[K, V]{read: read, expected: map[K]struct{}{}, known: map[K]V{}}
}

// expect announces keys that will probably be asked for.
func (l *loader[K, V]) expect(keys ...K) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, key := range keys {
		if _, known := l.known[key]; !known {
			l.expected[key] = struct{}{}
		}
	}
}

// load returns the value of a key, or the zero value when there is none for
// this viewer. Who asks at the same time waits for the same statement.
func (l *loader[K, V]) load(ctx context.Context, key K) (V, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if value, known := l.known[key]; known {
		return value, nil
	}
	l.expected[key] = struct{}{}
	for keys := range slices.Chunk(slices.Collect(maps.Keys(l.expected)), keysAtOnce) {
		values, err := l.read(ctx, keys)
		if err != nil {
			var none V
			return none, err
		}
		for _, k := range keys {
			l.known[k] = values[k]
		}
	}
	clear(l.expected)
	return l.known[key], nil
}
