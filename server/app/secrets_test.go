package app_test

import (
	"fmt"
	"net/http"
	"net/smtp"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"latchkey/server/demo"
)

// TestTheLogHoldsNoSecret lives through the main job, and through what goes
// wrong around it, with the log as talkative as it can be.
func TestTheLogHoldsNoSecret(t *testing.T) {
	t.Parallel()
	p := newProcess(t, "", "--demo", "--log-format", "json")
	secrets := map[string]string{"a password": demo.Password, "a wrong password": "wrong-hunter2-password"}
	anna, chloe := p.SignIn(t, "anna@acme.example"), p.SignIn(t, "chloe@studio.example")
	_, secrets["Anna's session"], _ = strings.Cut(anna.Cookie, "=")
	_, secrets["Chloé's session"], _ = strings.Cut(chloe.Cookie, "=")
	p.Guest().Do(t, fmt.Sprintf(`mutation { signIn(input: { email: "anna@acme.example", password: %q }) { viewer { user { id } } } }`, secrets["a wrong password"]), nil)
	anna.Do(t, fmt.Sprintf(`mutation { confirmPassword(input: { password: %q }) { steppedUpUntil } }`, secrets["a wrong password"]), nil)
	anna.StepUp(t)

	info := mailboxID(t, anna, "info@acme.example")
	made := anna.Must(t, `mutation($m: ID!) { createInvitation(input: { mailbox: $m, permissions: [READ] }) { link invitation { id } } }`, map[string]any{"m": info})
	_, token, _ := strings.Cut(made.Text("createInvitation", "link"), "/iw/")
	secrets["an invitation's token"] = token
	secrets["a note"] = "between you and me alone"
	anna.Must(t, `mutation($i: ID!, $note: String) { sendInvitation(input: { invitation: $i, email: "x@other.example", language: EN, note: $note }) { invitation { id } } }`,
		map[string]any{"i": made.At("createInvitation", "invitation", "id"), "note": secrets["a note"]})
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		if _, outbox := anna.Get(t, "/demo/outbox"); strings.Contains(outbox, token) {
			break // the mail went through the queue of jobs
		}
		if time.Now().After(deadline) {
			t.Fatal("the invitation was not sent")
		}
	}
	for _, path := range []string{"/iw/" + token, "/iw/" + token + "/more", "/graphql?query=%7BinvitationPreview(token:%22" + token + "%22)%7Baddress%7D%7D"} {
		chloe.Get(t, path)
	}
	access := followAccess(t, chloe)
	home := chloe.Must(t, `{ viewer { organizations { edges { node { id } } } } }`, nil).Text("viewer", "organizations", "edges", "node", "id")
	for range 2 { // the second time it is used up
		chloe.Do(t, acceptance, map[string]any{"token": token, "organization": home})
	}
	access.Next(t)

	secrets["a subject"], secrets["a body"] = "Subject nobody may log", "Body nobody may log"
	raw := "From: Zoe <zoe@other.example>\r\nSubject: " + secrets["a subject"] + "\r\nContent-Type: text/html; charset=nope\r\n\r\n<p>" + secrets["a body"] + "</p>\r\n"
	if err := smtp.SendMail(p.SMTP, nil, "zoe@other.example", []string{"info@acme.example"}, []byte(raw)); err != nil {
		t.Fatal(err)
	}
	found := anna.Must(t, `query($m: ID!, $w: String!) { node(id: $m) { ... on Mailbox { search(query: $w) { edges { node { messages { bodyUrl rawUrl } } } } folder(role: INBOX) { threads(first: 1) { edges { node { messages { bodyUrl rawUrl } } } } } } } }`,
		map[string]any{"m": info, "w": secrets["a subject"]})
	message := []string{"node", "folder", "threads", "edges", "node", "messages"}
	for _, name := range []string{"bodyUrl", "rawUrl"} {
		if status, body := anna.Get(t, found.Text(append(message, name)...)); status != http.StatusOK || !strings.Contains(body, secrets["a body"]) {
			t.Errorf("%s: %d", name, status)
		}
	}
	forgedCookie := *anna
	forgedCookie.Cookie += "x"
	forgedCookie.Do(t, `{ viewer { user { id } } }`, nil)
	anna.Must(t, `mutation { signOut { signedOut } }`, nil)
	p.stop(t, syscall.SIGTERM)

	key, err := os.ReadFile(filepath.Join(p.folder, "secret.key"))
	if err != nil {
		t.Fatal(err)
	}
	secrets["the server's key"] = strings.TrimSpace(string(key))
	log := p.logged.String()
	if !strings.Contains(log, `"level":"DEBUG"`) || len(log) < 1000 {
		t.Fatalf("the log says nothing: %s", log)
	}
	for name, secret := range secrets {
		if secret == "" || strings.Contains(log, secret) {
			t.Errorf("%s is in the log, or was not used: %q", name, secret)
		}
	}
}
