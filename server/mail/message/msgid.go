package message

import (
	"bytes"
	"strings"
)

// maxMessageID is in bytes; RFC 5322 has no line longer than 998.
const maxMessageID = 998

// MessageIDs reads the ids of all fields of that name, without brackets and in their
// order: "<…>" tokens, else bare words with an "@", as some senders write. At most
// MaxMessageIDs: the oldest and the newest, since the middle joins nothing new.
func (h Header) MessageIDs(name string) []string {
	var ids []string
	for i := range h {
		if bytes.EqualFold(h[i].Name, []byte(name)) {
			ids = append(ids, messageIDs(toUTF8("", unfold(h[i].Value)))...)
		}
	}
	if len(ids) > MaxMessageIDs {
		ids = append(ids[:1:1], ids[len(ids)-MaxMessageIDs+1:]...)
	}
	return ids
}

func messageIDs(s string) []string {
	if !strings.Contains(s, "<") {
		return bareIDs(s)
	}
	var ids []string
	for {
		_, after, ok := strings.Cut(s, "<")
		if !ok {
			return ids
		}
		id, rest, ok := strings.Cut(after, ">")
		if !ok {
			return ids
		}
		if i := strings.LastIndexByte(id, '<'); i >= 0 {
			id = id[i+1:] // "<broken <whole>"
		}
		if id = strings.Join(strings.Fields(id), ""); id != "" && len(id) <= maxMessageID {
			ids = append(ids, id)
		}
		s = rest
	}
}

func bareIDs(s string) []string {
	var ids []string
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\t' || r == ',' }) {
		if strings.Contains(word, "@") && len(word) <= maxMessageID {
			ids = append(ids, word)
		}
	}
	return ids
}
