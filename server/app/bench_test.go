package app_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"latchkey/server/app/apptest"
	"latchkey/server/clock"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/seal"
	"latchkey/server/viewer"
)

// crowdVariable makes this test binary a crowd of open sessions instead.
const crowdVariable = "LATCHKEY_BENCH_CROWD"

func TestMain(m *testing.M) {
	if url := os.Getenv(crowdVariable); url != "" {
		if err := beCrowd(url); err != nil {
			fmt.Fprintln(os.Stderr, "the crowd:", err)
			os.Exit(1)
		}
		return
	}
	code := m.Run()
	removeBinary()
	os.Exit(code)
}

// BenchmarkAcceptToFrame measures from sending acceptInvitation to the frame in
// the guest's open session, with other sessions open, each of a user of its
// own who follows mailboxAccess.
func BenchmarkAcceptToFrame(b *testing.B) {
	for _, others := range []int{100, 10_000} {
		b.Run(fmt.Sprintf("others=%d", others), func(b *testing.B) {
			s := apptest.Start(b, "")
			gather(b, s, others)
			anna, chloe := s.SignIn(b, "anna@acme.example"), s.SignIn(b, "chloe@studio.example")
			anna.StepUp(b)
			info := anna.Must(b, `{ viewer { mailbox(address: "info@acme.example") { id } } }`, nil).Text("viewer", "mailbox", "id")
			garden := chloe.Must(b, `{ viewer { organizations { edges { node { id } } } } }`, nil).Text("viewer", "organizations", "edges", "node", "id")
			access := followAccess(b, chloe)
			var took []time.Duration
			for b.Loop() {
				b.StopTimer()
				token := anna.Must(b, `mutation($mailbox: ID!) { createInvitation(input: {mailbox: $mailbox, permissions: [READ]}) { link } }`,
					map[string]any{"mailbox": info}).Text("createInvitation", "link")
				token = token[strings.LastIndexByte(token, '/')+1:]
				b.StartTimer()
				began := time.Now()
				framed := make(chan time.Time, 1)
				go func() { access.Next(b); framed <- time.Now() }()
				grant := chloe.Must(b, acceptance, map[string]any{"token": token, "organization": garden}).Text("acceptInvitation", "grant", "id")
				took = append(took, (<-framed).Sub(began))
				b.StopTimer()
				anna.Must(b, `mutation($grant: ID!) { revokeGrant(input: {grant: $grant}) { revokedGrantId } }`, map[string]any{"grant": grant})
				access.Next(b)
				b.StartTimer()
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
		})
	}
}

// gather signs in as many people as asked for and has a process of its own open
// a socket for each: sockets on both ends would be too many files for one.
func gather(b *testing.B, s *apptest.Server, people int) {
	b.Helper()
	tokens := signInCrowd(b, s, people)
	crowd := exec.Command(os.Args[0])
	crowd.Env = append(os.Environ(), crowdVariable+"="+s.URL)
	crowd.Stderr = os.Stderr
	in, err := crowd.StdinPipe()
	if err != nil {
		b.Fatal(err)
	}
	out, err := crowd.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := crowd.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		_ = in.Close() // the crowd leaves
		_ = crowd.Wait()
	})
	for _, token := range tokens {
		_, _ = fmt.Fprintln(in, token.Reveal())
	}
	_, _ = fmt.Fprintln(in)
	if ready, err := bufio.NewReader(out).ReadString('\n'); err != nil || strings.TrimSpace(ready) != strconv.Itoa(people) {
		b.Fatalf("of %d sessions %q are open: %v", people, ready, err)
	}
}

// signInCrowd writes users and their sessions to the server's database, which
// the API would take hours for: hashing passwords is meant to be slow.
func signInCrowd(b *testing.B, s *apptest.Server, people int) []seal.Token {
	b.Helper()
	store, err := database.Open(b.Context(), s.DatabaseURL, clock.System())
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	tokens := make([]seal.Token, people)
	err = database.Write(viewer.System(b.Context()), store, func(ctx context.Context, tx *database.Tx) error {
		now := store.Clock().Now()
		for i := range tokens {
			tokens[i] = seal.NewToken()
			email := fmt.Sprintf("guest-%d@crowd.example", i)
			claim, err := tx.AddressClaim.Create().SetID("login:" + email).SetAddress(email).Save(ctx)
			if err != nil {
				return err
			}
			person, err := tx.User.Create().SetID(nodeid.New(nodeid.User)).SetEmail(email).SetClaimID(claim.ID).
				SetName("Guest").SetPasswordHash("none").SetCreatedAt(now).Save(ctx)
			if err != nil {
				return err
			}
			if err := tx.Session.Create().SetTokenHash(tokens[i].Hash()).SetUserID(person.ID).SetCreatedAt(now).
				SetLastSeenAt(now).SetExpiresAt(now.Add(time.Hour)).Exec(ctx); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return tokens
}

// beCrowd opens a socket for each token it reads, says how many are open, and
// stays until its input ends.
func beCrowd(url string) error {
	lines := bufio.NewScanner(os.Stdin)
	var open int
	for lines.Scan() && lines.Text() != "" {
		if err := follow(url, lines.Text(), open); err != nil {
			return err
		}
		open++
	}
	fmt.Println(open)
	_, err := io.Copy(io.Discard, os.Stdin)
	return err
}

// follow subscribes with one session. The source address changes, because the
// server bounds the sockets of each.
func follow(url, token string, number int) error {
	local := &net.TCPAddr{IP: net.IPv4(127, 0, 1, byte(1+number/500))}
	dialer := websocket.Dialer{
		Subprotocols: []string{"graphql-transport-ws"}, NetDial: (&net.Dialer{LocalAddr: local}).Dial,
		ReadBufferSize: 512, WriteBufferSize: 512,
	}
	host := strings.Replace(strings.TrimPrefix(url, "http://"), "localhost", "127.0.0.1", 1)
	socket, _, err := dialer.Dial("ws://"+host+"/graphql", http.Header{"Cookie": {"__Host-latchkey=" + token}})
	if err != nil {
		return err
	}
	for _, message := range []string{
		`{"type":"connection_init"}`,
		`{"id":"1","type":"subscribe","payload":{"query":"subscription { mailboxAccess { cursor kind mailboxId } }"}}`,
		`{"type":"ping"}`,
	} {
		if err := socket.WriteMessage(websocket.TextMessage, []byte(message)); err != nil {
			return err
		}
	}
	for range 2 { // the acknowledgement, and the pong that follows the subscription
		if _, message, err := socket.ReadMessage(); err != nil {
			return fmt.Errorf("%w after %s", err, message)
		}
	}
	return nil
}
