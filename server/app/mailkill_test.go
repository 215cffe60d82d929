package app_test

import (
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"latchkey/server/app/apptest"
)

// On PostgreSQL another node may be at work: a job that ran in the moment of the
// kill is given away after minutes only (rescueAfter in server/jobs).
func TestACodeThatWasAskedForIsSentAfterAKillOfTheServer(t *testing.T) {
	t.Parallel()
	p := newProcess(t, "", "--demo")
	anna := p.SignIn(t, "anna@acme.example")
	anna.StepUp(t)
	made := anna.Must(t, `mutation($mailbox: ID!) { createInvitation(input: {mailbox: $mailbox, permissions: [READ]}) { link } }`,
		map[string]any{"mailbox": mailboxID(t, anna, "info@acme.example")})
	_, token, _ := strings.Cut(made.Text("createInvitation", "link"), "/iw/")
	p.Guest().Must(t, `mutation($token: String!) { signUpStart(input: {invitation: $token, email: "paul@other.example", language: DE}) { token } }`,
		map[string]any{"token": token})
	p.stop(t, syscall.SIGKILL)
	p.start(t)
	code := mailed(t, p.Server, `(\d{3} \d{3}) ist Ihr Latchkey-Code`)
	if log := p.logged.String(); strings.Contains(log, strings.ReplaceAll(code, " ", "")) || strings.Contains(log, code) {
		t.Error("the code is in the log")
	}
}

// mailed waits for what a pattern's first group finds in the demonstration's outbox.
func mailed(t *testing.T, s *apptest.Server, pattern string) string {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); ; time.Sleep(100 * time.Millisecond) {
		_, page := s.Guest().Get(t, "/demo/outbox")
		if found := regexp.MustCompile(pattern).FindStringSubmatch(page); found != nil {
			return found[1]
		}
		if time.Now().After(end) {
			t.Fatalf("no mail like %s in %s", pattern, page)
		}
	}
}
