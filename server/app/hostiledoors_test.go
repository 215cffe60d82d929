package app_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
	"github.com/vektah/gqlparser/v2/ast"

	"latchkey/server/app/apptest"
)

// dial opens a socket that speaks the protocol, before connection_init.
func dial(t *testing.T, b *apptest.Browser) *websocket.Conn {
	t.Helper()
	dialer := websocket.Dialer{Subprotocols: []string{"graphql-transport-ws"}}
	socket, response, err := dialer.Dial("ws"+strings.TrimPrefix(b.Server.URL, "http")+"/graphql", http.Header{"Cookie": {b.Cookie}})
	if err != nil {
		t.Fatalf("open a socket: %v", err)
	}
	_ = response.Body.Close()
	t.Cleanup(func() { _ = socket.Close() })
	_ = socket.SetReadDeadline(time.Now().Add(10 * time.Second))
	return socket
}

func TestHostileMessagesOfSocketsAreRefusedWithTheirCode(t *testing.T) {
	t.Parallel()
	s := apptest.Start(t, "")
	chloe := s.SignIn(t, "chloe@studio.example")
	const begin = `{"type":"connection_init"}`
	subscribe := func(query string) string {
		payload, _ := json.Marshal(map[string]string{"query": query})
		return `{"id":"1","type":"subscribe","payload":` + string(payload) + `}`
	}
	live := subscribe(`subscription { mailboxAccess { kind } }`)
	for name, c := range map[string]struct {
		code     int
		messages []string
	}{
		"garbage":              {4400, []string{"\x00garbage"}},
		"brackets":             {4400, []string{begin, strings.Repeat("[", 60_000)}},
		"no type":              {4400, []string{begin, `{}`}},
		"an unknown type":      {4400, []string{begin, `{"type":"nope"}`}},
		"a list":               {4400, []string{begin, `[]`}},
		"no id":                {4400, []string{begin, `{"type":"subscribe","payload":{"query":"{x}"}}`}},
		"no payload":           {4400, []string{begin, `{"type":"subscribe","id":"1"}`}},
		"a query that is none": {4400, []string{begin, `{"type":"subscribe","id":"1","payload":{"query":7}}`}},
		"too early":            {4401, []string{live}},
		"twice begun":          {4429, []string{begin, begin}},
		"an id twice":          {4409, []string{begin, live, live}},
		"too large":            {1009, []string{begin, `{"type":"ping","payload":"` + strings.Repeat("x", 200_000) + `"}`}},
		"a payload of init":    {4400, []string{`{"type":"connection_init","payload":[1]}`}},
	} {
		socket := dial(t, chloe)
		for _, m := range c.messages {
			_ = socket.WriteMessage(websocket.TextMessage, []byte(m)) // it may be closed already
		}
		for {
			if _, _, err := socket.ReadMessage(); err != nil {
				if !websocket.IsCloseError(err, c.code) {
					t.Errorf("%s: got %v, want %d", name, err, c.code)
				}
				break
			}
		}
	}
	binary := dial(t, chloe)
	_ = binary.WriteMessage(websocket.BinaryMessage, []byte(begin))
	if _, _, err := binary.ReadMessage(); !websocket.IsCloseError(err, 4400) {
		t.Errorf("a binary message: %v", err)
	}
}

// TestSubscriptionsOfStrangersAreRefused asks for every subscription of the API
// on one socket for each stranger, with garbage and with Anna's ids and cursors.
func TestSubscriptionsOfStrangersAreRefused(t *testing.T) {
	t.Parallel()
	s := apptest.Start(t, "")
	anna, chloe := s.SignIn(t, "anna@acme.example"), s.SignIn(t, "chloe@studio.example")
	known := explore(t, anna)
	secrets := known.secretsFrom(explore(t, chloe))
	for name, who := range map[string]*apptest.Browser{"nobody": s.Guest(), "Chloé": chloe} {
		socket := dial(t, who)
		_ = socket.WriteMessage(websocket.TextMessage, []byte(`{"type":"connection_init"}`))
		_, _, _ = socket.ReadMessage()
		for i, field := range rootFields(ast.Subscription) {
			o := &operations{Rand: rand.New(rand.NewPCG(3, uint64(i))), known: known}
			for n := range 5 * tries {
				o.garbage = n%2 == 0
				query, variables := o.operation(ast.Subscription, field)
				sent, _ := json.Marshal(variables)
				payload, _ := json.Marshal(map[string]any{"query": query, "variables": variables})
				say(t, socket, `{"id":"1","type":"subscribe","payload":`+string(payload)+`}`)
				// Who is signed in may follow their own access; all else is answered with an error.
				var answers string
				if field.Name == "mailboxAccess" && who.Cookie != "" {
					time.Sleep(5 * time.Millisecond)
					say(t, socket, `{"id":"1","type":"complete"}`)
					say(t, socket, `{"type":"ping"}`)
					answers = until(t, socket, "pong")
				} else {
					answers = until(t, socket, "error")
				}
				p := probed{query: query, body: answers, variables: sent, status: http.StatusOK}
				for answer := range strings.Lines(answers) {
					var m apptest.Message
					_ = json.Unmarshal([]byte(answer), &m)
					if m.Type == "error" {
						_ = json.Unmarshal(m.Payload, &p.Errors)
					}
				}
				p.check(t, name)
				if secret := p.leak(secrets); secret != "" {
					t.Fatalf("%s learns %q from %.300s %s", name, secret, query, sent)
				}
			}
		}
	}
}

func say(t *testing.T, socket *websocket.Conn, message string) {
	t.Helper()
	if err := socket.WriteMessage(websocket.TextMessage, []byte(message)); err != nil {
		t.Fatalf("say on a socket: %v", err)
	}
}

// until reads messages up to one of this type, and returns them all.
func until(t *testing.T, socket *websocket.Conn, kind string) string {
	t.Helper()
	var answers strings.Builder
	for {
		_ = socket.SetReadDeadline(time.Now().Add(10 * time.Second))
		_, text, err := socket.ReadMessage()
		if err != nil {
			t.Fatalf("no %s after %q: %v", kind, answers.String(), err)
		}
		answers.Write(append(text, '\n'))
		var m apptest.Message
		if _ = json.Unmarshal(text, &m); m.Type == kind {
			return answers.String()
		}
	}
}

// TestHostileMailIsRefusedOrKeptWhole speaks SMTP as no mail server would.
func TestHostileMailIsRefusedOrKeptWhole(t *testing.T) {
	t.Parallel()
	s := apptest.Start(t, "")
	const envelope = "EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<info@acme.example>\r\nDATA\r\n"
	for name, c := range map[string]struct{ say, want string }{
		"garbage":                {"\x00\xff\xfe\r\n", "50"},
		"a long line":            {strings.Repeat("x", 100_000) + "\r\n", "500"},
		"a web request":          {"GET / HTTP/1.1\r\nHost: x\r\n\r\n", "50"},
		"DATA too early":         {"EHLO x\r\nDATA\r\n", "502"},
		"RCPT too early":         {"EHLO x\r\nRCPT TO:<info@acme.example>\r\n", "502"},
		"no such mailbox":        {"EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<nobody@acme.example>\r\n", "550 5.1.1"},
		"relaying":               {"EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<x@elsewhere.example>\r\n", "550 5.7.1"},
		"no address":             {"EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<@>\r\n", "5"},
		"an address of 10,000":   {"EHLO x\r\nMAIL FROM:<" + strings.Repeat("a", 10_000) + "@b.example>\r\n", "5"},
		"a size that is too big": {"EHLO x\r\nMAIL FROM:<a@b.example> SIZE=4000000000\r\n", "552 5.3.4"},
		"a size that is none":    {"EHLO x\r\nMAIL FROM:<a@b.example> SIZE=-1\r\n", "5"},
		"smuggling":              {envelope + "a\n.\nMAIL FROM:<evil@b.example>\r\n.\r\n", "554"},
		"an empty message":       {envelope + ".\r\n", "250"},
		"no header":              {envelope + "\r\n\x00\xff\r\n.\r\n", "250"},
		"only colons":            {envelope + strings.Repeat(":\r\n", 5_000) + ".\r\n", "250"},
		"nested without end":     {envelope + nested(500) + "\r\n.\r\n", "250"},
		"broken encodings":       {envelope + "Subject: =?utf-8?b?////?= =?nope?q?=zz?=\r\nContent-Type: text/plain; charset=\"\x00nope\"\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!\r\n.\r\n", "250"},
		"a date of nowhen":       {envelope + "Date: Fri, 99 Nop 99999 99:99:99 +9999\r\nFrom: \"\x00\" <>, @@@\r\n\r\nx\r\n.\r\n", "250"},
		"10,000 references":      {envelope + "References: " + strings.Repeat("<a@b> ", 10_000) + "\r\n\r\nx\r\n.\r\n", "250"},
		"HTML of many elements":  {envelope + "Content-Type: text/html\r\n\r\n" + strings.Repeat("<div>\r\n", 20_000) + ".\r\n", "250"},
	} {
		if got := converse(t, s.SMTP, c.say); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: got %q, want %s", name, got, c.want)
		}
	}
	anna := s.SignIn(t, "anna@acme.example")
	known := explore(t, anna)
	for _, path := range known.paths {
		if status, _ := anna.Get(t, path); status != http.StatusOK {
			t.Errorf("what was kept is shown with status %d: %s", status, path)
		}
	}
	deliver(t, s, "info@acme.example", "After the storm")
}

func nested(levels int) string {
	var b strings.Builder
	for i := range levels {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n", i, i)
	}
	return b.String()
}

// converse waits for the greeting, says it all, and returns the last reply before the connection ends.
func converse(t *testing.T, address, say string) string {
	t.Helper()
	connection, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer connection.Close()
	_ = connection.SetDeadline(time.Now().Add(10 * time.Second))
	replies := bufio.NewScanner(connection)
	replies.Scan() // the greeting
	if _, err := connection.Write([]byte(say + "QUIT\r\n")); err != nil {
		t.Fatal(err)
	}
	var last string
	for replies.Scan() {
		if !strings.HasPrefix(replies.Text(), "221") {
			last = replies.Text()
		}
	}
	return last
}
