package app_test

import (
	"bytes"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"latchkey/server/app/apptest"
	"latchkey/server/place/placetest"
)

// binary is the built program, made once.
var binary = sync.OnceValues(func() (string, error) {
	folder, err := os.MkdirTemp("", "latchkey-binary-")
	if err != nil {
		return "", err
	}
	removeBinary = func() { _ = os.RemoveAll(folder) }
	path := filepath.Join(folder, "latchkey")
	if out, err := exec.Command("go", "build", "-o", path, "latchkey/server/cmd/latchkey").CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return path, nil
})

// removeBinary is called when all tests have ended.
var removeBinary = func() {}

// command runs the program with its settings as flags, and without any of this process's own.
func command(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatalf("build: %v", err)
	}
	c := exec.Command(path, args...)
	c.Dir = t.TempDir() // settings left out must not fall into the source tree
	for _, variable := range os.Environ() {
		if !strings.HasPrefix(variable, "LATCHKEY_") {
			c.Env = append(c.Env, variable)
		}
	}
	return c
}

// process is a server as operators run it. It can be stopped and started again.
type process struct {
	*apptest.Server
	// folder is what --data-dir says.
	folder string
	args   []string
	cmd    *exec.Cmd
	// said is what it announces, logged what it logs, at the level debug.
	said, logged apptest.Journal
}

func newProcess(t *testing.T, databaseURL string, flags ...string) *process {
	t.Helper()
	folder := t.TempDir()
	if databaseURL == "" {
		databaseURL = "sqlite://" + filepath.Join(folder, "latchkey.db")
	}
	web, mail := apptest.FreePort(t), apptest.FreePort(t)
	_, port, _ := net.SplitHostPort(web)
	p := &process{
		Server: &apptest.Server{URL: "http://localhost:" + port, SMTP: mail, DatabaseURL: databaseURL},
		folder: folder,
		args: append([]string{
			"serve", "--data-dir", folder, "--database-url", databaseURL, "--http-addr", web, "--smtp-addr", mail, "--log-level", "debug",
		}, flags...),
	}
	t.Cleanup(func() {
		if p.cmd.ProcessState == nil {
			_ = p.cmd.Process.Kill()
			_ = p.cmd.Wait()
		}
		if strings.Contains(p.logged.String(), "level=ERROR") || strings.Contains(p.logged.String(), `"level":"ERROR"`) {
			t.Errorf("the server logged faults: %s", p.logged.String())
		}
	})
	p.start(t)
	return p
}

func (p *process) start(t *testing.T) {
	t.Helper()
	p.cmd = command(t, p.args...)
	p.cmd.Stdout, p.cmd.Stderr = &p.said, &p.logged
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) {
		response, err := http.Get(p.URL + "/readyz")
		if err == nil {
			_ = response.Body.Close()
			if response.StatusCode == http.StatusOK {
				return
			}
		}
		if time.Now().After(deadline) {
			t.Fatalf("the server does not start: %s", p.logged.String())
		}
	}
}

// stop sends a signal and returns how the process ended.
func (p *process) stop(t *testing.T, signal syscall.Signal) *os.ProcessState {
	t.Helper()
	if err := p.cmd.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	_ = p.cmd.Wait() // the state says it better
	return p.cmd.ProcessState
}

func TestDoctorNamesWhatIsWrongAndShowsNoSecret(t *testing.T) {
	t.Parallel()
	nowhere := apptest.FreePort(t)
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	secret := "hunter2-hunter2"
	for name, c := range map[string]struct {
		flags []string
		exit  int
		lines []string // what must be said
	}{
		"all is well": {
			[]string{
				"--http-addr", apptest.FreePort(t), "--smtp-addr", apptest.FreePort(t),
				"--geoip-database", placetest.Write(t, map[string]placetest.Map{"192.0.2.0/24": placetest.City("CH", "Zurich")}),
			}, 0,
			[]string{`ok\s+GEOIP_DATABASE.*Test-City`, `ok\s+DATA_DIR`, `ok\s+DATABASE_URL`, `ok\s+NATS_URL`, `ok\s+HTTP_ADDR`, `warn\s+RELAY_URL`},
		},
		"nothing answers": {
			[]string{
				"--database-url", "postgres://anna:" + secret + "@" + nowhere + "/latchkey", "--nats-url", "nats://anna:" + secret + "@" + nowhere,
				"--relay-url", "smtp://anna:" + secret + "@" + nowhere, "--data-dir", file, "--http-addr", taken.Addr().String(), "--smtp-addr", "",
				"--geoip-database", file,
			}, 1,
			[]string{`FAIL\s+DATA_DIR.*must be a folder`, `FAIL\s+DATABASE_URL`, `FAIL\s+NATS_URL`, `FAIL\s+RELAY_URL`, `FAIL\s+GEOIP_DATABASE`, `warn\s+HTTP_ADDR.*in use`, `ok\s+SMTP_ADDR.*closed`},
		},
		"the settings can't be read": {
			[]string{
				"--database-url", "mysql://anna:" + secret + "@x/y", "--nats-url", "http://anna:" + secret + "@x", "--relay-url", "http://anna:" + secret + "@x",
				"--secret-key", secret, "--http-addr", "x", "--public-url", "ftp://anna:" + secret + "@x", "--blob-url", "s3://" + secret, "--log-level", "loud",
			}, 1,
			[]string{"DATABASE_URL", "NATS_URL", "RELAY_URL", "SECRET_KEY", "HTTP_ADDR", "PUBLIC_URL", "BLOB_URL", "LOG_LEVEL"},
		},
		"an unknown flag":     {[]string{"--nope"}, 1, []string{"nope"}},
		"an unknown argument": {[]string{"nope"}, 1, []string{"nope"}},
	} {
		var said bytes.Buffer
		doctor := command(t, append([]string{"doctor"}, c.flags...)...)
		doctor.Stdout, doctor.Stderr = &said, &said
		_ = doctor.Run() // the exit code says it
		if doctor.ProcessState.ExitCode() != c.exit {
			t.Errorf("%s: exit code %d, want %d:\n%s", name, doctor.ProcessState.ExitCode(), c.exit, said.String())
		}
		for _, line := range c.lines {
			if !regexp.MustCompile(line).MatchString(said.String()) {
				t.Errorf("%s: %q is not said in\n%s", name, line, said.String())
			}
		}
		if strings.Contains(said.String(), secret) {
			t.Errorf("%s: a secret is shown:\n%s", name, said.String())
		}
	}
}

func TestANewServerIsSetUpOnceWithThePrintedCode(t *testing.T) {
	t.Parallel()
	p := newProcess(t, "")
	found := regexp.MustCompile(`with this code\s+(\S+)`).FindStringSubmatch(p.said.String())
	if found == nil {
		t.Fatalf("no code is printed:\n%s", p.said.String())
	}
	guest := p.Guest()
	setUp := func(code string) apptest.Answer {
		return guest.Do(t, `mutation($input: SetUpInput!) { setUp(input: $input) { viewer { user { email } organizations { edges { node { name } } } } } }`,
			map[string]any{"input": map[string]any{
				"code": code, "organizationName": "North", "domain": "north.example", "name": "Ines", "email": "ines@north.example", "password": "correct-horse-battery",
			}})
	}
	if got := guest.Must(t, `{ setUpNeeded }`, nil); got.At("setUpNeeded") != true {
		t.Errorf("a new server says %v", got)
	}
	if got := setUp("wrong"); got.Code() != "FORBIDDEN" {
		t.Errorf("with a wrong code: %v", got)
	}
	if got := guest.Do(t, `{ viewer { user { id } } }`, nil); got.Code() != "UNAUTHENTICATED" {
		t.Errorf("after a wrong code: %v", got)
	}
	if got := setUp(found[1]); got.Text("setUp", "viewer", "organizations", "edges", "node", "name") != "North" {
		t.Fatalf("with the right code: %v", got)
	}
	if got := guest.Must(t, `{ viewer { user { email } } setUpNeeded }`, nil); got.Text("viewer", "user", "email") != "ines@north.example" || got.At("setUpNeeded") != false {
		t.Errorf("after the set-up: %v", got)
	}
	if got := setUp(found[1]); got.Code() != "CONFLICT" && got.Code() != "FORBIDDEN" {
		t.Errorf("a second set-up: %v", got)
	}
	if status := p.stop(t, syscall.SIGTERM); status.ExitCode() != 0 {
		t.Errorf("it ended with %v", status)
	}
	for _, secret := range []string{found[1], "correct-horse-battery"} {
		if strings.Contains(p.logged.String(), secret) {
			t.Errorf("the log holds %q", secret)
		}
	}
}
