package signup

import (
	"strings"
	"unicode/utf8"

	"latchkey/ent/signup"
)

// maxOrganizationName is in octets, as the column is.
const maxOrganizationName = 200

// nameAs says in each language whose organization it is.
var nameAs = map[signup.Language]struct{ before, after string }{
	signup.LanguageEN: {after: "’s organization"},
	signup.LanguageFR: {before: "Organisation de "},
	signup.LanguageDE: {before: "Organisation von "},
	signup.LanguageIT: {before: "Organizzazione di "},
	signup.LanguageES: {before: "Organización de "},
}

// organizationName names somebody's own organization after them. A name that
// would get too long is cut, on a whole character.
func organizationName(language signup.Language, person string) string {
	as := nameAs[language]
	if language == signup.LanguageFR && beginsWithVowel(person) {
		as.before = "Organisation d’"
	}
	for room := maxOrganizationName - len(as.before) - len(as.after); len(person) > room; {
		_, size := utf8.DecodeLastRuneInString(person)
		person = person[:len(person)-size]
	}
	return as.before + strings.TrimSpace(person) + as.after
}

// beginsWithVowel tells before which names French drops the e of "de". An h
// may be silent or not; "de" is never wrong there.
func beginsWithVowel(name string) bool {
	first, _ := utf8.DecodeRuneInString(strings.ToLower(name))
	return strings.ContainsRune("aeiouyàâäæéèêëîïôöœùûü", first)
}
