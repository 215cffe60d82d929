package threading

import (
	"crypto/sha256"
	"slices"
	"time"
)

// Letter is what threading needs to know of a message. Ids are without brackets.
type Letter struct {
	MessageID  string // "" when absent
	References []string
	InReplyTo  []string
	Subject    string // decoded
	ReceivedAt time.Time
}

// Key stands for an id or a base subject in the store: 16 bytes of SHA-256, so that
// long ids cost no more than short ones and nobody can make two collide.
type Key [16]byte

// IDKey is the key of a Message-ID without brackets. Ids are compared byte by byte.
func IDKey(id string) Key { return key("id\x00" + id) }

// SubjectKey is the key of a base subject.
func SubjectKey(base string) Key { return key("subject\x00" + base) }

func key(s string) Key {
	sum := sha256.Sum256([]byte(s))
	return Key(sum[:16])
}

// references are the ids that place the letter: References, or the first id of
// In-Reply-To where there are none. The first names the conversation and the last its
// end; what is between adds nothing to a conversation that arrived whole.
func (l Letter) references() []Key {
	ids := l.References
	if len(ids) == 0 && len(l.InReplyTo) > 0 {
		ids = l.InReplyTo[:1]
	}
	if len(ids) > MaxReferences {
		ids = append(ids[:1:1], ids[len(ids)-MaxReferences+1:]...)
	}
	var keys []Key
	for _, id := range ids {
		if k := IDKey(id); id != l.MessageID && !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	return keys
}
