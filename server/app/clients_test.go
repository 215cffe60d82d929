package app_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"slices"
	"testing"

	"latchkey/server/app/apptest"
)

// The clients that applications use: what they see is what the protocols promise.
func TestThePublicClientsFollowAccessLive(t *testing.T) {
	t.Parallel()
	requireClients(t)
	s := apptest.Start(t, "")
	anna, ben := s.SignIn(t, "anna@acme.example"), s.SignIn(t, "ben@acme.example")
	anna.StepUp(t)
	// Node 20 has a WebSocket when asked for it; later ones have it anyway.
	command := exec.Command("node", "--experimental-websocket", "testdata/clients.mjs", s.URL, anna.Cookie, ben.Cookie)
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("the clients did not end well: %v", err)
	}
	var report struct {
		Seen  map[string][]any
		Asked map[string]apptest.Answer
	}
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatalf("the clients' report can't be read: %v\n%s", err, out)
	}
	for _, client := range []string{"graphql-ws", "graphql-sse"} {
		if !slices.Equal(report.Seen[client], []any{"GRANTED", "CHANGED", "REVOKED"}) {
			t.Errorf("%s saw %v", client, report.Seen[client])
		}
		if got := report.Asked[client].Text("viewer", "user", "email"); got != "ben@acme.example" {
			t.Errorf("%s asked who is signed in and got %v", client, report.Asked[client])
		}
	}
}

// requireClients skips the test for want of Node or its packages, or fails it when LATCHKEY_TEST_STRICT is 1.
func requireClients(t *testing.T) {
	t.Helper()
	_, err := exec.LookPath("node")
	for _, module := range []string{"graphql-ws", "graphql-sse"} {
		if err == nil {
			_, err = os.Stat("../../node_modules/" + module)
		}
	}
	switch {
	case err == nil:
	case os.Getenv("LATCHKEY_TEST_STRICT") == "1":
		t.Fatalf("the public clients can't be used: %v", err)
	default:
		t.Skipf("needs node and `npm install`: %v", err)
	}
}
