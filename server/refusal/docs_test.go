package refusal

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// The page lists every code once, with a sentence that people see.
func TestTheDocumentationListsEveryCode(t *testing.T) {
	page, err := os.ReadFile("../../docs/errors.md")
	if err != nil {
		t.Fatal(err)
	}
	var codes []Code
	for _, err := range each() {
		refused, _ := As(err)
		if !slices.Contains(codes, refused.Code) {
			codes = append(codes, refused.Code)
		}
		if !strings.Contains(string(page), refused.Message) {
			t.Errorf("docs/errors.md lacks %q", refused.Message)
		}
	}
	for _, code := range append(codes, CodeInternal) {
		if !strings.Contains(string(page), "| `"+string(code)+"` |") {
			t.Errorf("docs/errors.md lacks %s", code)
		}
	}
}
