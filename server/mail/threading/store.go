package threading

import (
	"context"
	"time"
)

// Store remembers the ids, subjects and threads of ONE mailbox. T names a thread.
type Store[T comparable] interface {
	// Known tells what is known of the keys, in any order; unknown keys are left out.
	Known(ctx context.Context, keys []Key) ([]Known[T], error)
	// Opening tells which thread a base subject opened last; false when none did.
	Opening(ctx context.Context, subject Key) (Opening[T], bool, error)
	// Apply makes the change and returns the letter's thread.
	Apply(ctx context.Context, change Change[T]) (T, error)
}

// Thread is a thread as it is now: the one that merged ones went into has been followed.
type Thread[T comparable] struct {
	ID   T
	Size int // messages
}

// Known is an id that some message named.
type Known[T comparable] struct {
	Key     Key
	Thread  Thread[T]
	Present bool // the message of that id is here itself
}

// Opening is a subject that a message came with that had no parent here.
type Opening[T comparable] struct {
	Thread Thread[T]
	At     time.Time // of the latest such message
}

// Change is what one letter does to the store.
type Change[T comparable] struct {
	// Into is the thread to join; nil makes a new one.
	Into *T
	// Merge are threads whose messages move into Into, and which from now on only point
	// to it.
	Merge []T
	// Own is the letter's id, present from now on; nil when it has none.
	Own *Key
	// Named are ids not known before, which from now on point to the letter's thread
	// without being present.
	Named []Key
	// Subject is to be remembered as opening the letter's thread; nil when not.
	Subject *Key
	// At is when the letter came.
	At time.Time
}
