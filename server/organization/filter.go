package organization

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"latchkey/ent/mailbox"
	"latchkey/ent/predicate"
	"latchkey/ent/user"
	"latchkey/server/refusal"
)

// maxFilter is in octets: no name or address is longer.
const maxFilter = 254

// filterText cleans what somebody typed into a filter; empty matches everything.
func filterText(typed string) (string, error) {
	text := norm.NFC.String(strings.TrimSpace(typed))
	if len(text) > maxFilter || !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
		return "", refusal.Invalid("filter", "Search for fewer letters of a name or an address.")
	}
	return text, nil
}

// named holds for people whose name or address contains the text, whatever the case.
func named(text string) predicate.User {
	either := []predicate.User{user.EmailContains(strings.ToLower(text))}
	for _, spelling := range spellings(text) {
		either = append(either, user.NameContainsFold(spelling), user.NameContains(spelling))
	}
	return user.Or(either...)
}

// addressed holds for mailboxes whose address contains the text. Addresses are stored in lower case.
func addressed(text string) predicate.Mailbox {
	return mailbox.AddressContains(strings.ToLower(text))
}

// spellings of a text in which a name may hold it: SQLite ignores the case of
// ASCII letters only, so others are also looked for in capitals, and with a capital first.
func spellings(text string) []string {
	lower := strings.ToLower(text)
	if strings.IndexFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return []string{lower}
	}
	_, first := utf8.DecodeRuneInString(lower)
	return []string{lower, strings.ToUpper(text), strings.ToUpper(lower[:first]) + lower[first:]}
}
