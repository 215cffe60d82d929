package app_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"latchkey/server/app/apptest"
	"latchkey/server/nodeid"
)

// standing is a walk through the organizations that a person reaches.
const standing = `{ viewer { user { id name email } accessCursor
	organizations(first: 5) { edges { cursor node { id name members(first: 9) { edges { cursor node { id user { id name email } } } }
		mailServices(first: 2) { edges { cursor node { id name domains mailboxes(first: 9) { totalCount edges { cursor node {
			id address unread lastMessageAt storedBytes activityCursor pendingInvitationCount userCount
			users(first: 9) { edges { cursor node { ... on Member { id role user { id name email } }
				... on Grant { id permissions state grantExpires: expiresAt user { id name email } }
				... on Invitation { id email permissions inviteState: state expires: expiresAt grantExpiresAt } } } } } } } } } } } } }
	mailboxes { edges { cursor node { id address } } } } }`

// correspondence is a walk through one mailbox.
const correspondence = `query($id: ID!) { node(id: $id) { ... on Mailbox { folders { id name total unread
	threads(first: 30) { edges { cursor node { id subject snippet unread starred
		messages { id subject snippet seen bodyUrl rawUrl folder { id } from { address } attachments { name url } } } } } } } } }`

// findings are what a person can get to know, sorted by what it is good for.
type findings struct {
	// text is all of it.
	text                string
	ids, cursors, words []string
	// paths are those of bodies, attachments and raw messages.
	paths []string
}

var idForm = regexp.MustCompile(`^[a-z]{3}_[0-9a-z]{26}$`)

// explore finds out all that somebody can.
func explore(t testing.TB, b *apptest.Browser) *findings {
	t.Helper()
	f := &findings{}
	f.read(t, b.Must(t, standing, nil))
	for _, id := range slices.Clone(f.ids) {
		if nodeid.ID(id).Prefix() == nodeid.Mailbox {
			f.read(t, b.Must(t, correspondence, map[string]any{"id": id}))
		}
	}
	for _, list := range []*[]string{&f.ids, &f.cursors, &f.words, &f.paths} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return f
}

func (f *findings) read(t testing.TB, answer apptest.Answer) {
	t.Helper()
	text, err := json.Marshal(answer.Data)
	if err != nil {
		t.Fatal(err)
	}
	f.text += string(text)
	f.walk("", answer.Data)
	slices.Sort(f.ids)
	f.ids = slices.Compact(f.ids)
}

func (f *findings) walk(name string, value any) {
	switch v := value.(type) {
	case map[string]any:
		for key, inner := range v {
			f.walk(key, inner)
		}
	case []any:
		for _, inner := range v {
			f.walk(name, inner)
		}
	case string:
		f.add(name, v)
	}
}

func (f *findings) add(name, text string) {
	switch {
	case text == "":
	case idForm.MatchString(text):
		f.ids = append(f.ids, text)
	case strings.HasSuffix(strings.ToLower(name), "cursor"):
		f.cursors = append(f.cursors, text)
	case strings.HasSuffix(strings.ToLower(name), "url"):
		f.paths = append(f.paths, text)
	case len(text) >= 4 && strings.ToUpper(text) != text: // no enum
		f.words = append(f.words, text)
	}
}

// secretsFrom are what one person knows and another does not, as JSON writes it.
func (f *findings) secretsFrom(other *findings) []string {
	var secrets []string
	for _, list := range [][]string{f.ids, f.words, f.paths} {
		for _, text := range list {
			quoted, _ := json.Marshal(text)
			written := string(quoted[1 : len(quoted)-1])
			if len(text) >= 9 && !strings.Contains(other.text, written) {
				secrets = append(secrets, written)
			}
		}
	}
	return secrets
}
