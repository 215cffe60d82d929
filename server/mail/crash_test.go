package mail_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"latchkey/ent/message"
	"latchkey/server/clock"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/mail"
	"latchkey/server/nodeid"
)

// The child of the crash test is this test binary, run with these variables.
const (
	crashDatabase = "LATCHKEY_TEST_CRASH_DATABASE"
	crashFolder   = "LATCHKEY_TEST_CRASH_FOLDER"
	crashMailbox  = "LATCHKEY_TEST_CRASH_MAILBOX"
)

// crashes is how often the child is killed.
const crashes = 3

func TestWhatWasAcknowledgedSurvivesAKill(t *testing.T) {
	for name, url := range map[string]func(testing.TB) string{"SQLite": databasetest.SQLiteURL, "PostgreSQL": databasetest.PostgreSQLURL} {
		t.Run(name, func(t *testing.T) { killAndCount(t, url(t)) })
	}
}

func killAndCount(t *testing.T, url string) {
	db, err := database.Open(t.Context(), url, clock.System())
	must(t, err)
	w := newWorld(t, db)
	w.mail.Close()
	must(t, db.Close())

	acknowledged := map[string]bool{}
	for round := range crashes {
		for _, id := range deliverUntilKilled(t, url, w, round) {
			acknowledged[id] = true
		}
	}
	w.db, err = database.Open(t.Context(), url, clock.System())
	must(t, err)
	defer w.db.Close()
	w.open()
	defer w.mail.Close()
	if len(acknowledged) == 0 {
		t.Fatal("nothing was acknowledged before the kills")
	}
	for id := range acknowledged {
		rows, err := w.db.Client().Message.Query().Where(message.InternetMessageID(id + "@fields.example")).All(system())
		must(t, err)
		if len(rows) != 1 {
			t.Fatalf("%s was acknowledged and is here %d times", id, len(rows))
		}
		if _, octets, err := w.mail.Octets(w.anna, rows[0].ID); err != nil || string(octets) != crashLetter(id) {
			t.Fatalf("%s was acknowledged and is torn: %v", id, err)
		}
	}
	w.checkCounts(t)
	t.Logf("%d acknowledged, %d stored, %d kills", len(acknowledged), len(w.messages()), crashes)
}

// crashLetter is small, or large enough to be a file.
func crashLetter(id string) string {
	raw := letter(id, "Crash")
	if strings.HasSuffix(id, "7") {
		raw += strings.Repeat("0123456789abcdef\r\n", 16_000)
	}
	return raw
}

// deliverUntilKilled returns the ids that a child said were delivered before it was killed.
func deliverUntilKilled(t *testing.T, url string, w *world, round int) (acknowledged []string) {
	child := exec.Command(os.Args[0], "-test.run=^TestCrashChild$")
	child.Env = append(os.Environ(), crashDatabase+"="+url, crashFolder+"="+w.dir,
		crashMailbox+"="+w.info.String(), fmt.Sprintf("LATCHKEY_TEST_CRASH_ROUND=%d", round))
	output, err := child.StdoutPipe()
	must(t, err)
	must(t, child.Start())
	lines := bufio.NewScanner(output)
	kill := sync.OnceFunc(func() {
		time.AfterFunc(time.Duration(150+100*round)*time.Millisecond, func() { _ = child.Process.Kill() })
	})
	for lines.Scan() {
		if id, ok := strings.CutPrefix(lines.Text(), "delivered "); ok {
			kill()
			acknowledged = append(acknowledged, id)
		}
	}
	_ = child.Wait() // it was killed
	return acknowledged
}

// TestCrashChild delivers without end and says what was taken; it is a test
// only to be found in this binary.
func TestCrashChild(t *testing.T) {
	url := os.Getenv(crashDatabase)
	if url == "" {
		t.Skip("run by TestWhatWasAcknowledgedSurvivesAKill")
	}
	db, err := database.Open(t.Context(), url, clock.System())
	must(t, err)
	m, err := mail.Open(db, mail.Options{Authority: rights{}, BlobDir: os.Getenv(crashFolder)})
	must(t, err)
	box, err := nodeid.Parse(os.Getenv(crashMailbox))
	must(t, err)
	var out sync.Mutex
	var busy sync.WaitGroup
	for sender := range 16 {
		busy.Go(func() {
			for n := 0; n < 100_000; n++ {
				id := fmt.Sprintf("%s-%d-%d", os.Getenv("LATCHKEY_TEST_CRASH_ROUND"), sender, n)
				in := mail.Incoming{Mailboxes: []nodeid.ID{box}, ReceivedAt: db.Clock().Now()}
				if m.Deliver(context.Background(), in, []byte(crashLetter(id)))[0] == nil {
					out.Lock()
					fmt.Println("delivered " + id)
					out.Unlock()
				}
			}
		})
	}
	busy.Wait()
}
