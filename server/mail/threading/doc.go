// Package threading decides which conversation a message belongs to, at delivery, in
// whatever order messages come.
//
// A conversation is a connected component: messages that name one another in Message-ID,
// References and In-Reply-To (RFC 5322 §3.6.4). Every id that was ever named points to a
// thread, the absent ones too, so that a late parent finds its children. Threads that
// turn out to be one are merged, the smaller into the larger (union by size). A message
// that refers to nothing present may be joined by its base subject (RFC 5256) as well.
//
// The decision is here and pure; where ids and threads are kept is behind Store, whose
// implementation runs in the transaction that delivers the message.
package threading

import "time"

// Limits: a hostile sender may name any ids, and must not be able to weld a mailbox's
// conversations together.
const (
	// MaxReferences of one message are followed: the first and the last ones.
	MaxReferences = 32
	// MaxMerges is how many threads one message may pull into another.
	MaxMerges = 8
	// MaxMergedSize is how many messages a thread may have after a merge. Replies may
	// still grow it further, one by one.
	MaxMergedSize = 1000
	// MaxSubject is how much of a subject counts, in bytes.
	MaxSubject = 1000
)

// Policy says when a subject alone joins a message to a thread.
type Policy struct {
	// OnlyReplies leaves out subjects without "Re:" or the like. RFC 5256 joins all,
	// and so makes one conversation of every "Invoice" ever received.
	OnlyReplies bool
	// Window is how far apart in time messages may be that a subject joins; 0 is for ever.
	Window time.Duration
}

// DefaultPolicy joins replies within 30 days.
func DefaultPolicy() Policy { return Policy{OnlyReplies: true, Window: 30 * 24 * time.Hour} }
