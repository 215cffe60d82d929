package app_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"latchkey/server/app/apptest"
)

func TestTheDemonstrationKeepsWhatItWouldHaveSent(t *testing.T) {
	t.Parallel()
	s := apptest.Start(t, "")
	anna := s.SignIn(t, "anna@acme.example")
	anna.StepUp(t)
	made := anna.Must(t, `mutation($mailbox: ID!) { createInvitation(input: {mailbox: $mailbox, permissions: [READ]}) { link invitation { id } } }`,
		map[string]any{"mailbox": mailboxID(t, anna, "info@acme.example")})
	anna.Must(t, `mutation($invitation: ID!) { sendInvitation(input: {invitation: $invitation, email: "chloe@studio.example", language: FR}) {
		invitation { sentAt } } }`, map[string]any{"invitation": made.Text("createInvitation", "invitation", "id")})
	link := made.Text("createInvitation", "link")
	for end := time.Now().Add(30 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		if _, page := s.Guest().Get(t, "/demo/outbox"); strings.Contains(page, `href="`+link+`"`) && strings.Contains(page, "Anna vous invite") {
			path := regexp.MustCompile(`/demo/outbox/[^"]+/html`).FindString(page)
			if _, mail := s.Guest().Get(t, path); !strings.Contains(mail, `<html lang="fr">`) || !strings.Contains(mail, `href="`+link+`"`) {
				t.Errorf("as its reader sees it, at %q: %s", path, mail)
			}
			return
		}
		if time.Now().After(end) {
			t.Fatal("the invitation's e-mail is not in the outbox")
		}
	}
}

func TestWhenTheClockIsMovedAccessEndsAndItsSessionIsTold(t *testing.T) {
	t.Parallel()
	s := apptest.Start(t, "")
	anna, chloe := s.SignIn(t, "anna@acme.example"), s.SignIn(t, "chloe@studio.example")
	anna.StepUp(t)
	made := anna.Must(t, `mutation($input: CreateInvitationInput!) { createInvitation(input: $input) { link } }`, map[string]any{"input": map[string]any{
		"mailbox": mailboxID(t, anna, "info@acme.example"), "permissions": []string{"READ"},
		"grantExpiresAt": time.Now().Add(240 * time.Hour).UTC().Format(time.RFC3339),
	}})
	_, token, _ := strings.Cut(made.Text("createInvitation", "link"), "/iw/")
	garden := chloe.Must(t, `{ viewer { accessCursor organizations { edges { node { id } } } } }`, nil)
	access := chloe.Subscribe(t, accessStream, map[string]any{"after": garden.Text("viewer", "accessCursor")})
	chloe.Must(t, acceptance, map[string]any{"token": token, "organization": garden.Text("viewer", "organizations", "edges", "node", "id")})
	if kind := access.Next(t).Text("mailboxAccess", "kind"); kind != "GRANTED" {
		t.Fatalf("first told %s", kind)
	}
	response, err := http.Post(s.URL+"/demo/clock", "application/json", strings.NewReader(`{"advance":"241h"}`))
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("move the clock: %v, %v", response, err)
	}
	_ = response.Body.Close()
	if got := chloe.Must(t, `{ viewer { mailbox(address: "info@acme.example") { id } } }`, nil); got.At("viewer", "mailbox") != nil {
		t.Error("the mailbox is still in sight after its end")
	}
	if kind := access.Next(t).Text("mailboxAccess", "kind"); kind != "EXPIRED" {
		t.Errorf("then told %s, want EXPIRED", kind)
	}
}
