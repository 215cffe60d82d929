package threading

import (
	"context"
	"fmt"
	"time"
)

// Place finds or makes the letter's thread and merges the threads that it joins. It
// reads and writes only through s; errors are s's own, wrapped.
func Place[T comparable](ctx context.Context, s Store[T], l Letter, p Policy) (T, error) {
	var none T
	refs := l.references()
	keys := refs
	var own *Key
	if l.MessageID != "" {
		k := IDKey(l.MessageID)
		own = &k
		keys = append([]Key{k}, refs...)
	}
	known, err := s.Known(ctx, keys)
	if err != nil {
		return none, fmt.Errorf("look up message ids: %w", err)
	}
	candidates := threadsOf(keys, known)

	var subject *Key
	if base := BaseSubject(l.Subject); base.Text != "" && !hasParent(known, own) {
		k := SubjectKey(base.Text)
		subject = &k
		if base.Reply || !p.OnlyReplies {
			opening, found, err := s.Opening(ctx, k)
			if err != nil {
				return none, fmt.Errorf("look up subject: %w", err)
			}
			if found && p.near(opening.At, l.ReceivedAt) {
				candidates = addThread(candidates, opening.Thread)
			}
		}
	}

	into, merge := union(candidates)
	thread, err := s.Apply(ctx, Change[T]{
		Into: into, Merge: merge, Own: own, Named: unknown(refs, known), Subject: subject, At: l.ReceivedAt,
	})
	if err != nil {
		return none, fmt.Errorf("place in thread: %w", err)
	}
	return thread, nil
}

func (p Policy) near(a, b time.Time) bool {
	return p.Window == 0 || a.Sub(b).Abs() < p.Window
}

// hasParent says whether a message that the letter refers to is here.
func hasParent[T comparable](known []Known[T], own *Key) bool {
	for _, k := range known {
		if k.Present && (own == nil || k.Key != *own) {
			return true
		}
	}
	return false
}

// threadsOf lists each thread once, in the order of the keys, so that the decision does
// not depend on the order in which a store answers.
func threadsOf[T comparable](keys []Key, known []Known[T]) []Thread[T] {
	byKey := make(map[Key]Thread[T], len(known))
	for _, k := range known {
		byKey[k.Key] = k.Thread
	}
	var list []Thread[T]
	for _, k := range keys {
		if t, ok := byKey[k]; ok {
			list = addThread(list, t)
		}
	}
	return list
}

func addThread[T comparable](list []Thread[T], t Thread[T]) []Thread[T] {
	for _, known := range list {
		if known.ID == t.ID {
			return list
		}
	}
	return append(list, t)
}

// union chooses the largest thread, and those of the others that it may take.
func union[T comparable](candidates []Thread[T]) (into *T, merge []T) {
	if len(candidates) == 0 {
		return nil, nil
	}
	largest := candidates[0]
	for _, t := range candidates[1:] {
		if t.Size > largest.Size {
			largest = t
		}
	}
	size := largest.Size
	for _, t := range candidates {
		if t.ID == largest.ID || len(merge) == MaxMerges || size+t.Size > MaxMergedSize {
			continue
		}
		merge = append(merge, t.ID)
		size += t.Size
	}
	return &largest.ID, merge
}

// unknown lists the keys that the store has not seen.
func unknown[T comparable](keys []Key, known []Known[T]) []Key {
	seen := make(map[Key]bool, len(known))
	for _, k := range known {
		seen[k.Key] = true
	}
	var list []Key
	for _, k := range keys {
		if !seen[k] {
			list = append(list, k)
		}
	}
	return list
}
