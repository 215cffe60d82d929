// Package message reads one raw e-mail (RFC 5322, MIME) without copying it and without
// ever failing. Parse indexes the bytes: a tree of parts as offsets, and a list of
// Defects for whatever had to be guessed. Everything else (headers, text, attachments)
// is decoded from those offsets when somebody asks, so the raw bytes stay the only truth
// and a better decoder needs no second import.
//
// Mail is hostile: every loop over it is bounded by the limits below, and every value
// that leaves here is untrusted text. A Message is not changed after Parse and may be
// read from many goroutines.
package message

// Limits on the work and memory that one message can cause. What exceeds them stays
// reachable in the raw bytes; the index only stops describing it.
const (
	// MaxDepth is how many multiparts may stand inside one another.
	MaxDepth = 32
	// MaxParts counts all parts, containers included.
	MaxParts = 2000
	// MaxHeaderBytes and MaxHeaderFields hold for the header of each part.
	MaxHeaderBytes  = 1 << 20
	MaxHeaderFields = 2000
	// MaxAddresses is how many addresses are read from all fields of one name.
	MaxAddresses = 5000
	// MaxMessageIDs is how many ids are read from References or In-Reply-To.
	MaxMessageIDs = 1000
	// MaxSearchBytes bounds what Text returns for the search index.
	MaxSearchBytes = 1 << 20
	// MaxNestedMessages is how many attached messages, in all, Text looks into.
	MaxNestedMessages = 16
)
