package frontend

import (
	"io/fs"
	"testing"
)

func TestEveryPageIsAmongTheFiles(t *testing.T) {
	for _, path := range []string{"/", "/mail/inbox", "/manager", "/account/security", "/sign-in", "/iw/abc", "/iw/abc/sign-up", "/setup", "/terms", "/privacy", "/sign-innings"} {
		if _, err := fs.Stat(Files(), Page(path)); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestPublicPagesHaveTheirOwnEntry(t *testing.T) {
	if !Built() {
		t.Skip("the client is not built: npm run build")
	}
	for path, want := range map[string]string{
		"/sign-in": publicPage, "/iw/abc": publicPage, "/setup": publicPage,
		"/iw/abc/sign-up": publicPage, "/terms": publicPage, "/privacy": publicPage,
		"/": appPage, "/mail": appPage, "/sign-innings": appPage, "/iwx": appPage,
	} {
		if got := Page(path); got != want {
			t.Errorf("%s is served by %s, want %s", path, got, want)
		}
	}
}
