package app_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/smtp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"latchkey/ent"
	"latchkey/ent/message"
	"latchkey/server/app/apptest"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/nodeid"
)

// storm is how long mail and access change before the server ends.
const storm = 700 * time.Millisecond

// deliverers speak SMTP at the same time.
const deliverers = 4

// delivering sends mail until the server ends, and remembers what was acknowledged.
type delivering struct {
	mu           sync.Mutex
	acknowledged []string
	done         sync.WaitGroup
}

func (d *delivering) begin(address, name string) {
	for n := range deliverers {
		d.done.Go(func() {
			for i := 0; ; i++ {
				subject := fmt.Sprintf("%s %d-%d", name, n, i)
				raw := fmt.Sprintf("From: Zoe <zoe@other.example>\r\nMessage-ID: <%d.%d.%d@other.example>\r\nSubject: %s\r\n\r\n", n, i, time.Now().UnixNano(), subject) +
					strings.Repeat("Hello, once more and again.\r\n", 1+i%2*10_000) // large ones are kept as files
				if smtp.SendMail(address, nil, "zoe@other.example", []string{"info@acme.example"}, []byte(raw)) != nil {
					return
				}
				d.add(subject)
			}
		})
	}
}

func (d *delivering) add(subject string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.acknowledged = append(d.acknowledged, subject)
}

// check holds that all that was acknowledged is there, once, and can be read.
func (d *delivering) check(t *testing.T, p *process, reader *apptest.Browser) {
	t.Helper()
	d.done.Wait()
	if len(d.acknowledged) == 0 {
		t.Fatal("nothing was acknowledged")
	}
	kept := map[string][]nodeid.ID{}
	read(t, p.Server, func(ctx context.Context, store *database.Store) error {
		rows, err := store.Client().Message.Query().Select(message.FieldID, message.FieldSubject).All(ctx)
		for _, row := range rows {
			kept[row.Subject] = append(kept[row.Subject], row.ID)
		}
		return err
	})
	for _, subject := range d.acknowledged {
		if len(kept[subject]) != 1 {
			t.Errorf("%q was acknowledged and is there %d times", subject, len(kept[subject]))
			continue
		}
		if status, raw := reader.Get(t, "/mail/raw/"+kept[subject][0].String()); status != http.StatusOK || !strings.Contains(raw, subject) {
			t.Errorf("%q can't be read any more: %d", subject, status)
		}
	}
	t.Logf("%d messages were acknowledged", len(d.acknowledged))
}

func TestWhatWasAcknowledgedSurvivesAKillOfTheServer(t *testing.T) {
	t.Parallel()
	for name, url := range map[string]func(testing.TB) string{
		"SQLite": func(testing.TB) string { return "" }, "PostgreSQL": databasetest.PostgreSQLURL,
	} {
		t.Run(name, func(t *testing.T) {
			p := newProcess(t, url(t), "--demo")
			anna := p.SignIn(t, "anna@acme.example")
			anna.StepUp(t)
			var mail delivering
			mail.begin(p.SMTP, "Kill")
			var access switching
			access.begin(t, anna)
			time.Sleep(storm)
			p.stop(t, syscall.SIGKILL)
			access.done.Wait()
			p.start(t)
			mail.check(t, p, anna)
			access.check(t, anna)
		})
	}
}

// switching gives Ben access to support@ and takes it, until the server ends.
type switching struct {
	done    sync.WaitGroup
	acts    int
	granted bool // as was acknowledged last
}

func (s *switching) begin(t *testing.T, anna *apptest.Browser) {
	t.Helper()
	box := mailboxID(t, anna, "support@acme.example")
	members := anna.Must(t, `{ viewer { organizations(first: 1) { edges { node { members(filter: "ben@acme.example") { edges { node { user { id } } } } } } } } }`, nil)
	ben := members.Text("viewer", "organizations", "edges", "node", "members", "edges", "node", "user", "id")
	s.done.Go(func() {
		for {
			given, ok := attempt(anna, fmt.Sprintf(`mutation { grantAccess(input: { mailbox: %q, user: %q, permissions: [READ] }) { grant { id } } }`, box, ben))
			if !ok {
				return
			}
			s.acts, s.granted = s.acts+1, true
			_, grant, _ := strings.Cut(given, `"id":"`)
			grant, _, _ = strings.Cut(grant, `"`)
			if _, ok := attempt(anna, fmt.Sprintf(`mutation { revokeGrant(input: { grant: %q }) { revokedGrantId } }`, grant)); !ok {
				return
			}
			s.acts, s.granted = s.acts+1, false
		}
	})
}

// attempt runs an operation that the end of the server may cut.
func attempt(b *apptest.Browser, query string) (answer string, ok bool) {
	request, err := http.NewRequest(http.MethodPost, b.Server.URL+"/graphql", strings.NewReader(fmt.Sprintf(`{"query":%q}`, query)))
	if err != nil {
		return "", false
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Cookie", b.Cookie)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return "", false
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	return string(text), err == nil && response.StatusCode == http.StatusOK && !strings.Contains(string(text), `"errors"`)
}

// check counts access events: each act that was acknowledged made one, and one
// more may have been under way.
func (s *switching) check(t *testing.T, anna *apptest.Browser) {
	t.Helper()
	ben := anna.Server.SignIn(t, "ben@acme.example")
	after := ben.Must(t, `{ viewer { user { id } accessCursor mailbox(address: "support@acme.example") { id viewerPermissions } } }`, nil)
	has := after.At("viewer", "mailbox") != nil
	var events int
	stream := &cutting{browser: ben, query: accessStream, field: "mailboxAccess"}
	head := after.Text("viewer", "accessCursor")
	// Before all this Ben was given access to info@ and his own address; from the beginning means all of it.
	stream.cursor = forged(ent.Cursor{ID: nodeid.ID(after.Text("viewer", "user", "id")), Value: 0})
	stream.follow(t, func() bool { return stream.cursor == head })
	for _, event := range stream.seen {
		if event.Text("mailboxAccess", "address") == "support@acme.example" {
			events++
		}
	}
	if s.acts == 0 || events < s.acts || events > s.acts+1 {
		t.Errorf("%d acts were acknowledged, %d events are there", s.acts, events)
	}
	if events == s.acts && has != s.granted || events > s.acts && has == s.granted {
		t.Errorf("after %d acts and %d events, the last granting %t, Ben has access: %t", s.acts, events, s.granted, has)
	}
	t.Logf("%d changes of access were acknowledged", s.acts)
}

func TestAServerThatIsToldToStopCutsNothing(t *testing.T) {
	t.Parallel()
	p := newProcess(t, "", "--demo")
	anna := p.SignIn(t, "anna@acme.example")
	access := followAccess(t, anna)
	var mail delivering
	mail.begin(p.SMTP, "Stop")

	// Begun before the end, finished after it: half of a request, half of a message.
	const query = `{"query":"{ viewer { user { email } } }"}`
	requests := make([]net.Conn, 5)
	for i := range requests {
		requests[i] = connect(t, strings.TrimPrefix(p.URL, "http://"))
		_, _ = fmt.Fprintf(requests[i], "POST /graphql HTTP/1.1\r\nHost: localhost\r\nCookie: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", anna.Cookie, len(query), query[:10])
	}
	letter := connect(t, p.SMTP)
	replies := bufio.NewScanner(letter)
	replies.Scan()
	for _, line := range []string{"HELO x", "MAIL FROM:<zoe@other.example>", "RCPT TO:<info@acme.example>", "DATA"} {
		_, _ = fmt.Fprint(letter, line+"\r\n")
		replies.Scan()
	}
	_, _ = fmt.Fprint(letter, "Subject: Half a letter\r\n\r\n")
	time.Sleep(storm)

	ended := make(chan int, 1)
	go func() { ended <- p.stop(t, syscall.SIGTERM).ExitCode() }()
	access.MustBeClosed(t, 1001)
	for _, connection := range requests {
		_, _ = fmt.Fprint(connection, query[10:])
		response, err := http.ReadResponse(bufio.NewReader(connection), nil)
		if err != nil {
			t.Errorf("a request that had begun is cut: %v", err)
			continue
		}
		text, err := io.ReadAll(response.Body)
		if err != nil || !strings.Contains(string(text), `"anna@acme.example"`) {
			t.Errorf("a request that had begun is answered with %s, %v", text, err)
		}
	}
	_, _ = fmt.Fprint(letter, "The other half.\r\n.\r\n")
	if replies.Scan(); !strings.HasPrefix(replies.Text(), "250") {
		t.Errorf("a message that had begun is answered with %q", replies.Text())
	}
	mail.add("Half a letter")
	select {
	case code := <-ended:
		if code != 0 {
			t.Errorf("it ended with %d", code)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("it does not end")
	}
	if _, err := net.Dial("tcp", p.SMTP); !errors.Is(err, syscall.ECONNREFUSED) {
		t.Errorf("after its end: %v", err)
	}
	p.start(t)
	mail.check(t, p, anna)
	if slices.Contains(strings.Fields(p.logged.String()), "cut") {
		t.Errorf("something was cut: %s", p.logged.String())
	}
}

func connect(t *testing.T, address string) net.Conn {
	t.Helper()
	connection, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = connection.Close() })
	_ = connection.SetDeadline(time.Now().Add(20 * time.Second))
	return connection
}
