package signup

import (
	"strings"
	"testing"
	"unicode/utf8"

	"latchkey/ent/signup"
)

func TestAnOrganizationIsNamedAfterItsOwner(t *testing.T) {
	for _, row := range []struct {
		language     signup.Language
		person, want string
	}{
		{signup.LanguageEN, "Eva Rossi", "Eva Rossi’s organization"},
		{signup.LanguageFR, "Chloé Martin", "Organisation de Chloé Martin"},
		{signup.LanguageFR, "Émile Zola", "Organisation d’Émile Zola"},
		{signup.LanguageDE, "Ben Weber", "Organisation von Ben Weber"},
		{signup.LanguageIT, "Eva Rossi", "Organizzazione di Eva Rossi"},
		{signup.LanguageES, "Eva Rossi", "Organización de Eva Rossi"},
	} {
		if got := organizationName(row.language, row.person); got != row.want {
			t.Errorf("got %q, want %q", got, row.want)
		}
	}
	for language := range nameAs {
		long := organizationName(language, strings.Repeat("é", 100))
		if len(long) > maxOrganizationName || len(long) < maxOrganizationName-1 || !utf8.ValidString(long) {
			t.Errorf("%s: a long name becomes %d octets: %q", language, len(long), long)
		}
	}
}
