package database

import (
	"strconv"
	"strings"

	"entgo.io/ent/dialect"
)

// isRead says whether a statement only reads and locks nothing. In doubt it
// says no: a read on the writer only waits, a write on a reader fails.
func isRead(query string) bool {
	words := wordsOf(query)
	first := words()
	if first != "SELECT" && first != "WITH" {
		return false
	}
	for previous, word := first, words(); word != ""; previous, word = word, words() {
		switch word {
		case "INSERT", "DELETE", "MERGE":
			return false
		case "UPDATE":
			return false // also FOR UPDATE and FOR NO KEY UPDATE
		case "SHARE":
			if previous == "FOR" || previous == "KEY" {
				return false
			}
		case "INTO":
			if previous == "REPLACE" {
				return false
			}
		}
	}
	return true
}

// wordsOf yields the words of a statement in upper case, one a call, then "".
// Strings, quoted names and comments hold no words.
func wordsOf(query string) func() string {
	return func() string {
		for query != "" {
			if skip := skipped(query); skip > 0 {
				query = query[skip:]
				continue
			}
			end := 0
			for end < len(query) && isWordByte(query[end]) {
				end++
			}
			if end == 0 {
				query = query[1:]
				continue
			}
			word := query[:end]
			query = query[end:]
			return strings.ToUpper(word)
		}
		return ""
	}
}

// skipped is how many octets a string, quoted name or comment takes that the text begins with.
func skipped(text string) int {
	closing := ""
	switch {
	case text[0] == '\'' || text[0] == '"' || text[0] == '`':
		closing = text[:1]
	case strings.HasPrefix(text, "--"):
		closing = "\n"
	case strings.HasPrefix(text, "/*"):
		closing = "*/"
	default:
		return 0
	}
	if end := strings.Index(text[len(closing):], closing); end >= 0 {
		return len(closing) + end + len(closing)
	}
	return len(text)
}

func isWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_'
}

// rebind numbers the placeholders of a statement for PostgreSQL ("?" → "$1").
func rebind(name, query string) string {
	if name != dialect.Postgres {
		return query
	}
	var b strings.Builder
	for n := 1; query != ""; {
		if skip := skipped(query); skip > 0 {
			b.WriteString(query[:skip])
			query = query[skip:]
			continue
		}
		if query[0] == '?' {
			b.WriteString("$" + strconv.Itoa(n))
			n++
		} else {
			b.WriteByte(query[0])
		}
		query = query[1:]
	}
	return b.String()
}
