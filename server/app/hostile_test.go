package app_test

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"latchkey/ent"
	"latchkey/server/app/apptest"
	"latchkey/server/nodeid"
)

// refusedWithin is more than any refused request may take, on a loaded machine.
const refusedWithin = 5 * time.Second

// TestHostileRequestsAreRefusedAndTheServerGoesOn sends what no client would.
func TestHostileRequestsAreRefusedAndTheServerGoesOn(t *testing.T) {
	t.Parallel()
	apptest.Each(t, func(t *testing.T, s *apptest.Server) {
		anna := s.SignIn(t, "anna@acme.example")
		for name, attack := range map[string]func(*testing.T, *apptest.Browser){
			"documents": documents, "bodies and headers": bodiesAndHeaders, "words": hostileWords, "cursors": hostileCursors,
			"paths": hostilePaths, "cookies": hostileCookies, "tokens": hostileTokens,
		} {
			t.Run(name, func(t *testing.T) { attack(t, anna) })
		}
		if got := anna.Must(t, `{ viewer { user { email } } }`, nil).Text("viewer", "user", "email"); got != "anna@acme.example" {
			t.Errorf("after all that, Anna is %q", got)
		}
	})
}

func documents(t *testing.T, anna *apptest.Browser) {
	var aliases, doubling strings.Builder
	for i := range 150 {
		fmt.Fprintf(&aliases, "a%d: viewer { user { id } } ", i)
	}
	for i := range 60 {
		fmt.Fprintf(&doubling, "fragment f%d on Viewer { user { id } ...f%d ...f%d } ", i, i+1, i+1)
	}
	deep := strings.Repeat("mailbox { organization { mailServices { edges { node { organization { ", 20)
	for name, query := range map[string]string{
		"117 KB of one field":       "{" + strings.Repeat("viewer{user{id}} ", 7_000) + "}",
		"117 KB of __typename":      "{" + strings.Repeat("__typename ", 10_700) + "}",
		"deep":                      "{ viewer { " + deep + strings.Repeat("}", 130),
		"many aliases":              "{" + aliases.String() + "}",
		"a circle of fragments":     "{ viewer { ...a } } fragment a on Viewer { ...b } fragment b on Viewer { ...a }",
		"a fragment of itself":      "{ viewer { ...a } } fragment a on Viewer { user { id } ...a }",
		"fragments that double":     "{ viewer { ...f0 } } " + doubling.String() + "fragment f60 on Viewer { user { id } }",
		"lists of lists":            "{ viewer { organizations(first: 200) { edges { node { mailServices(first: 200) { edges { node { mailboxes(first: 200) { edges { node { folders { threads(first: 100) { edges { node { id } } } } } } } } } } } } } } }",
		"introspection upon itself": "{ __schema { types { fields { type { fields { type { fields { type { fields { type { fields { name } } } } } } } } } } } }",
		"a list of 100,000 ids":     `{ nodes(ids: [` + strings.Repeat(`"x",`, 100_000) + `]) { id } }`,
		"brackets":                  "{ nodes(ids: " + strings.Repeat("[", 50_000),
		"a string without end":      `{ node(id: "` + strings.Repeat("x", 100_000),
		"octets":                    "\x00\xff{",
		"nothing at all":            " ",
		"an unknown directive":      "{ viewer @nope { user { id } } }",
		"a skipped variable":        "query($a: Boolean!) { viewer @skip(if: $a) { user { id } } }",
	} {
		began := time.Now()
		got := probe(t, anna, query, nil)
		got.query = name
		got.check(t, "Anna")
		if got.Code() == "" || len(got.body) > 8<<10 || time.Since(began) > refusedWithin {
			t.Errorf("%s: after %s: %.300s", name, time.Since(began), got.body)
		}
	}
	many := make([]string, 5_000)
	got := probe(t, anna, `query($ids: [ID!]!) { nodes(ids: $ids) { id } }`, map[string]any{"ids": many})
	if got.check(t, "Anna"); got.Code() == "" {
		t.Errorf("5,000 ids: %.300s", got.body)
	}
}

// exchange sends a request as it is; headers come in pairs.
func exchange(t *testing.T, b *apptest.Browser, method, path, body string, headers ...string) (status int, answer string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, b.Server.URL+path, strings.NewReader(body))
	if err != nil {
		t.Fatalf("%s %.100s: %v", method, path, err)
	}
	request.Header.Set("Cookie", b.Cookie)
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatalf("%s %.100s: %v", method, path, err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(io.LimitReader(response.Body, 1<<20))
	if err != nil {
		t.Fatalf("%s %.100s: %v", method, path, err)
	}
	return response.StatusCode, string(text)
}

func bodiesAndHeaders(t *testing.T, anna *apptest.Browser) {
	const media, good = "application/json", `{"query":"{ viewer { user { id } } }"}`
	for name, c := range map[string]struct {
		method, path, body string
		headers            []string
		status             int
	}{
		"garbage":                        {"POST", "/graphql", "\x00\x01garbage", []string{"Content-Type", media}, 400},
		"half a body":                    {"POST", "/graphql", good[:20], []string{"Content-Type", media}, 400},
		"brackets":                       {"POST", "/graphql", strings.Repeat("[", 100_000), []string{"Content-Type", media}, 400},
		"objects":                        {"POST", "/graphql", strings.Repeat(`{"query":`, 50_000), []string{"Content-Type", media}, 400},
		"a batch":                        {"POST", "/graphql", "[" + good + "]", []string{"Content-Type", media}, 400},
		"2 MiB":                          {"POST", "/graphql", strings.Repeat(" ", 2<<20), []string{"Content-Type", media}, 413},
		"a form":                         {"POST", "/graphql", "query=%7Bviewer%7Buser%7Bid%7D%7D%7D", []string{"Content-Type", "application/x-www-form-urlencoded"}, 415},
		"an upload":                      {"POST", "/graphql", "--x\r\n\r\n--x--", []string{"Content-Type", "multipart/form-data; boundary=x"}, 415},
		"plain text":                     {"POST", "/graphql", good, []string{"Content-Type", "text/plain"}, 415},
		"a body said to be compressed":   {"POST", "/graphql", good, []string{"Content-Type", media, "Content-Encoding", "gzip"}, 415},
		"DELETE":                         {"DELETE", "/graphql", "", nil, 405},
		"a made-up method":               {"BREW", "/graphql", good, []string{"Content-Type", media}, 405},
		"a mutation by GET":              {"GET", "/graphql?query=mutation%7BsignOut%7BsignedOut%7D%7D", "", nil, 405},
		"a mutation of a foreign page":   {"POST", "/graphql", `{"query":"mutation{signOut{signedOut}}"}`, []string{"Content-Type", media, "Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site"}, 403},
		"a page asked for":               {"GET", "/graphql?query=%7Bviewer%7Buser%7Bid%7D%7D%7D", "", []string{"Accept", "text/html"}, 406},
		"bad escapes":                    {"GET", "/graphql?query=%zz", "", nil, 400},
		"an upgrade to nothing":          {"GET", "/graphql", "", []string{"Upgrade", "h2c", "Connection", "Upgrade"}, 400},
		"half a handshake":               {"GET", "/graphql", "", []string{"Upgrade", "websocket", "Connection", "Upgrade"}, 400},
		"a handshake of a foreign page":  {"GET", "/graphql", "", []string{"Upgrade", "websocket", "Connection", "Upgrade", "Sec-WebSocket-Version", "13", "Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==", "Origin", "https://evil.example"}, 403},
		"a header of 64 KB":              {"GET", "/mail", "", []string{"X-Long", strings.Repeat("x", 64<<10)}, 431},
		"an id header that is no number": {"POST", "/graphql", good, []string{"Content-Type", media, "X-Forwarded-For", strings.Repeat("1,", 5_000), "User-Agent", "\xff\xfe" + strings.Repeat("u", 5_000)}, 200},
	} {
		status, answer := exchange(t, anna, c.method, c.path, c.body, c.headers...)
		if status != c.status || len(answer) > 1<<10 {
			t.Errorf("%s: got %d, want %d: %.300s", name, status, c.status, answer)
		}
	}
}

// hostileWords puts words that databases choke on where people type them.
func hostileWords(t *testing.T, anna *apptest.Browser) {
	anna.StepUp(t)
	invitation := anna.Must(t, `mutation($m: ID!) { createInvitation(input: { mailbox: $m, permissions: [READ] }) { invitation { id } } }`,
		map[string]any{"m": mailboxID(t, anna, "support@acme.example")}).Text("createInvitation", "invitation", "id")
	for _, word := range texts {
		v := map[string]any{"w": word}
		for _, query := range []string{
			`query($w: String!) { viewer { mailboxes(filter: $w) { edges { node { id } } totalCount } mailbox(address: $w) { id } } }`,
			`query($w: String!) { viewer { mailbox(address: "info@acme.example") { users(filter: $w) { edges { node { __typename } } totalCount } search(query: $w) { edges { node { id } } } } } }`,
			`query($w: String!) { viewer { organizations { edges { node { members(filter: $w) { edges { node { id } } } mailServices { edges { node { mailboxes(filter: $w) { edges { node { id } } } } } } } } } } }`,
			`query($w: String!) { invitationPreview(token: $w) { address } }`,
			`query($w: ID!) { node(id: $w) { id } }`,
			`mutation($w: String!) { acceptInvitation(input: { token: $w }) { grant { id } } }`,
			`mutation($w: String!) { sendInvitation(input: { invitation: "` + invitation + `", email: $w, language: EN, note: $w }) { invitation { id } } }`,
			`mutation($w: String!) { sendInvitation(input: { invitation: "` + invitation + `", email: "x@other.example", language: EN, note: $w }) { invitation { id } } }`,
			`query($w: String!) { node(id: "` + invitation + `") { ... on Invitation { mailPreview(language: EN, note: $w) { subject text } } } }`,
		} {
			probe(t, anna, query, v).check(t, "Anna")
		}
	}
	for _, word := range texts[:4] { // hashing passwords is meant to be slow
		v := map[string]any{"w": word}
		probe(t, anna, `mutation($w: String!) { signIn(input: { email: $w, password: $w }) { viewer { user { id } } } }`, v).check(t, "Anna")
	}
}

// hostileCursors hands cursors back where they do not belong, whole and broken.
func hostileCursors(t *testing.T, anna *apptest.Browser) {
	cursors := []any{"", "AAAA", "gaFpoTE", strings.Repeat("A", 10_000), "k5OTk5OTk5OTk5OTk5OTk5M", 7, true, map[string]any{}}
	known := explore(t, anna)
	for _, cursor := range known.cursors {
		if len(cursors) < 40 {
			cursors = append(cursors, cursor, cursor[:len(cursor)/2], "A"+cursor[1:], cursor+cursor)
		}
	}
	for _, value := range []any{nil, -1, int64(1) << 62, 1.5, true, "", "gBen", "g\x00", "oAnna\xff", "i9999-12-31T23:59:59Z", []byte{0}, []int{1}, map[string]int{"a": 1}} {
		cursors = append(cursors, forged(ent.Cursor{ID: nodeid.ID(known.ids[0]), Value: value}), forged(ent.Cursor{ID: "x\x00", Value: value}))
	}
	for _, cursor := range cursors {
		for _, list := range []string{
			`organizations(after: $c) { edges { node { id } } }`,
			`mailboxes(after: $c) { edges { node { id } } }`,
			`mailbox(address: "info@acme.example") { users(after: $c) { edges { cursor } } }`,
			`mailbox(address: "info@acme.example") { starred(after: $c) { edges { cursor } } }`,
			`mailbox(address: "info@acme.example") { search(query: "the", after: $c) { edges { cursor } } }`,
			`mailbox(address: "info@acme.example") { folder(role: INBOX) { threads(after: $c) { edges { cursor } } } }`,
			`organizations { edges { node { members(after: $c) { edges { cursor } } mailServices(after: $c) { edges { cursor } } } } }`,
		} {
			probe(t, anna, `query($c: Cursor) { viewer { `+list+` } }`, map[string]any{"c": cursor}).check(t, "Anna")
		}
	}
}

func forged(c ent.Cursor) string {
	var quoted strings.Builder
	c.MarshalGQL(&quoted)
	return strings.Trim(quoted.String(), `"`)
}

func hostilePaths(t *testing.T, anna *apptest.Browser) {
	known := explore(t, anna)
	paths := []string{
		"/mail/body/x", "/mail/body/" + strings.Repeat("x", 5_000), "/mail/body/%00", "/mail/body/..%2f..%2fetc%2fpasswd",
		"/mail/raw/" + known.ids[0], "/mail/part/x/y", "/mail/image-proxy", "/mail/image-proxy?message=x&url=http://127.0.0.1/&signature=x",
		"/mail/image-proxy?url=%zz", "/demo/outbox/..%2f..%2fsecret.key", "/demo/outbox/%2e%2e%2fsecret.key", "/demo/outbox/x\\..\\y",
		"/iw/" + strings.Repeat("x", 5_000), "/iw/%00%ff", "/assets/..%2f..%2f..%2fsecret.key", "/%2e%2e/%2e%2e/etc/passwd", "/favicon.ico%00",
	}
	for _, real := range known.paths {
		if len(paths) < 120 {
			paths = append(paths, real+"x", real+"/1", real+"?images=nope&show=2", strings.Replace(real, "msg_", "thr_", 1))
		}
	}
	for _, path := range paths {
		if status, answer := exchange(t, anna, "GET", path, ""); status >= 500 || strings.Contains(answer, "root:") {
			t.Errorf("%.100s: %d %.200s", path, status, answer)
		}
	}
	for _, body := range []string{"", "{", `{"advance":"-1h"}`, `{"advance":"1e99h"}`, `{"advance":7}`, strings.Repeat("x", 5_000)} {
		if status, _ := exchange(t, anna, "POST", "/demo/clock", body); status != 400 {
			t.Errorf("the clock takes %.50q: %d", body, status)
		}
	}
}

// hostileCookies are sessions that are none: forged, broken, and ended ones played back.
func hostileCookies(t *testing.T, anna *apptest.Browser) {
	name, token, _ := strings.Cut(anna.Cookie, "=")
	ended := anna.Server.SignIn(t, "anna@acme.example")
	replayed := ended.Cookie
	ended.Must(t, `mutation { signOut { signedOut } }`, nil)
	flipped := []byte(token)
	flipped[len(flipped)/2] ^= 1
	for sentence, cookie := range map[string]string{
		"none": "", "empty": name + "=", "half": name + "=" + token[:len(token)/2], "forged": name + "=" + string(flipped), "ended": replayed,
		"twice": name + "=" + token + token, "of another name": "latchkey=" + token, "long": name + "=" + strings.Repeat("x", 8_000),
		"binary": name + "=%00\"\\", "padded": name + "=" + token + "=",
	} {
		b := &apptest.Browser{Server: anna.Server, Cookie: cookie}
		if got := probe(t, b, `{ viewer { user { id } } }`, nil); got.Code() != "UNAUTHENTICATED" {
			t.Errorf("%s: %.300s", sentence, got.body)
		}
	}
}

// hostileTokens are invitations that are none: forged, broken, used and withdrawn ones.
func hostileTokens(t *testing.T, anna *apptest.Browser) {
	s := anna.Server
	chloe := s.SignIn(t, "chloe@studio.example")
	anna.StepUp(t)
	info := mailboxID(t, anna, "info@acme.example")
	pending, used, withdrawn := invite(t, anna, info, "READ"), invite(t, anna, info, "READ"), invite(t, anna, info, "READ")
	home := chloe.Must(t, `{ viewer { organizations { edges { node { id } } } } }`, nil).Text("viewer", "organizations", "edges", "node", "id")
	accepted := chloe.Must(t, acceptance, map[string]any{"token": used, "organization": home})
	anna.Must(t, `mutation($g: ID!) { revokeGrant(input: { grant: $g }) { revokedGrantId } }`, map[string]any{"g": accepted.At("acceptInvitation", "grant", "id")})
	found := anna.Must(t, `query($m: ID!) { node(id: $m) { ... on Mailbox { users(first: 50) { edges { node { ... on Invitation { id } } } } } } }`, map[string]any{"m": info})
	for _, edge := range found.At("node", "users", "edges").([]any) {
		if id, ok := edge.(map[string]any)["node"].(map[string]any)["id"].(string); ok && strings.HasPrefix(id, "inv_") {
			// The newest comes first: it is the one to withdraw.
			anna.Must(t, `mutation($i: ID!) { deleteInvitation(input: { invitation: $i }) { deletedInvitationId } }`, map[string]any{"i": id})
			break
		}
	}
	flipped := []byte(pending)
	flipped[len(flipped)/2] ^= 1
	for sentence, token := range map[string]string{
		"used": used, "withdrawn": withdrawn, "forged": string(flipped), "half": pending[:len(pending)/2], "empty": "", "twice": pending + pending,
		"long": strings.Repeat("x", 100_000), "an id": info, "spaces": " ", "octets": "\x00\u202e",
	} {
		for _, query := range []string{
			`query($token: String!) { invitationPreview(token: $token) { address state } }`,
			`mutation($token: String!) { declineInvitation(input: { token: $token }) { declined } }`, acceptance,
		} {
			v := map[string]any{"token": token}
			if query == acceptance {
				v["organization"] = home
			}
			for _, b := range []*apptest.Browser{chloe, s.Guest()} {
				got := probe(t, b, query, v)
				got.check(t, sentence)
				// Whoever accepted an invitation is told so.
				theirs := sentence == "used" && b == chloe && got.Text("invitationPreview", "state") == "ACCEPTED"
				if got.Code() == "" && !theirs {
					t.Errorf("%s: %s is answered with %.300s", sentence, query, got.body)
				}
			}
		}
	}
}
