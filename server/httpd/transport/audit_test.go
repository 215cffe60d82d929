package transport_test

import (
	"encoding/json"
	"os/exec"
	"testing"

	"latchkey/server/internal/board"
)

// audits runs graphql-http's suite against a server and prints what is not perfect.
const audits = `
let suite;
try { suite = require("graphql-http"); } catch { process.exit(77); }
Promise.all(suite.serverAudits({ url: process.argv[1] }).map(async (a) => {
  const result = await a.fn();
  return { id: a.id, name: a.name, status: result.status, reason: result.reason };
})).then((all) => console.log(JSON.stringify(all)));
`

// notInstalled is how the script exits when the suite is no dependency here.
const notInstalled = 77

func TestEveryAuditOfGraphQLOverHTTPPasses(t *testing.T) {
	w := board.NewWorld(board.Setup{})
	defer w.Close()
	command := exec.Command("node", "-e", audits, w.Server.URL)
	command.Dir = "../../.."
	out, err := command.Output()
	if command.ProcessState == nil || command.ProcessState.ExitCode() == notInstalled {
		t.Skip("needs node and the npm package graphql-http")
	}
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
	t.Logf("%d audits", len(results))
}
