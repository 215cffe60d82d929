package transport_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"testing"

	"latchkey/server/internal/board"
)

// fewestAudits is how many the suite has: a suite that finds nothing to audit proves nothing.
const fewestAudits = 61

func TestEveryAuditOfGraphQLOverHTTPPasses(t *testing.T) {
	requireNode(t, "graphql-http")
	w := newWorld(t, board.Setup{})
	out, err := exec.Command("node", "testdata/audits.mjs", w.Server.URL).Output()
	if err != nil {
		t.Fatalf("the audits did not run: %v", err)
	}
	var results []struct{ ID, Name, Status, Reason string }
	if err := json.Unmarshal(out, &results); err != nil {
		t.Fatalf("the audits' report can't be read: %v", err)
	}
	for _, r := range results {
		if r.Status != "ok" {
			t.Errorf("%s %s: %s: %s", r.ID, r.Name, r.Status, r.Reason)
		}
	}
	if len(results) < fewestAudits {
		t.Errorf("%d audits ran, want at least %d", len(results), fewestAudits)
	}
}

// requireNode skips the test for want of Node or an npm package, or fails it when LATCHKEY_TEST_STRICT is 1.
func requireNode(t *testing.T, module string) {
	t.Helper()
	_, err := exec.LookPath("node")
	if err == nil {
		_, err = os.Stat("../../../node_modules/" + module)
	}
	switch {
	case err == nil:
	case os.Getenv("LATCHKEY_TEST_STRICT") == "1":
		t.Fatalf("the npm package %s can't be used: %v", module, err)
	default:
		t.Skipf("needs node and `npm install` for %s: %v", module, err)
	}
}
