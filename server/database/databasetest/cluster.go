//go:build unix

package databasetest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"

	"latchkey/server/database/filelock"
)

// clusterOptions: nothing here survives a crash, and nothing needs to.
const clusterOptions = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off " +
	"-c dynamic_shared_memory_type=mmap -c max_connections=300 -c shared_buffers=64MB -c max_wal_size=256MB -c autovacuum=off -c log_min_messages=fatal"

// cluster is a private PostgreSQL server in a folder that test processes share.
type cluster struct {
	folder, programs string
	as               *syscall.Credential // nil: as ourselves
}

// startCluster makes sure that the shared server runs as long as this process, and returns its URL.
func startCluster(ctx context.Context) (string, error) {
	programs, err := findPrograms()
	if err != nil {
		return "", err
	}
	c := cluster{folder: filepath.Join(fastFolder(), fmt.Sprintf("latchkey-postgres-%d", os.Getuid())), programs: programs}
	if err := c.prepare(); err != nil {
		return "", err
	}
	unlock, err := filelock.Lock(ctx, c.folder+".lock")
	if err != nil {
		return "", err
	}
	defer unlock()
	if err := c.register(); err != nil {
		return "", err
	}
	if !c.answers(ctx) {
		if err := c.start(); err != nil {
			return "", fmt.Errorf("start PostgreSQL: %w", err)
		}
	}
	return c.url(), nil
}

func (c *cluster) url() string {
	return "postgres:///postgres?user=latchkey&host=" + c.folder
}

// prepare makes the folder. PostgreSQL refuses to run as root: then it runs as the user postgres.
func (c *cluster) prepare() error {
	if err := os.MkdirAll(filepath.Join(c.folder, "users"), 0o700); err != nil {
		return err
	}
	if os.Getuid() != 0 {
		return nil
	}
	found, err := user.Lookup("postgres")
	if err != nil {
		return fmt.Errorf("as root a user postgres is needed: %w", err)
	}
	uid, err := strconv.ParseUint(found.Uid, 10, 32)
	if err != nil {
		return err
	}
	gid, err := strconv.ParseUint(found.Gid, 10, 32)
	if err != nil {
		return err
	}
	c.as = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	return os.Chown(c.folder, int(uid), int(gid))
}

// register says that this process uses the server. The keeper announces first
// and looks for users then, we do it the other way round: so one sees the other.
func (c *cluster) register() error {
	mark := filepath.Join(c.folder, "users", strconv.Itoa(os.Getpid()))
	if err := os.WriteFile(mark, nil, 0o600); err != nil {
		return err
	}
	for range 300 {
		if _, err := os.Stat(filepath.Join(c.folder, "stopping")); errors.Is(err, os.ErrNotExist) {
			return nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	return os.Remove(filepath.Join(c.folder, "stopping")) // its keeper was killed
}

func (c *cluster) answers(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	conn, err := pgx.Connect(ctx, c.url())
	if err != nil {
		return false
	}
	return conn.Close(ctx) == nil
}

func (c *cluster) start() error {
	data := filepath.Join(c.folder, "data")
	if err := os.RemoveAll(data); err != nil {
		return err
	}
	if err := c.run("initdb", "-D", data, "-U", "latchkey", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"); err != nil {
		return err
	}
	options := clusterOptions + " -c unix_socket_directories='" + c.folder + "'"
	if err := c.run("pg_ctl", "-D", data, "-w", "-l", filepath.Join(c.folder, "log"), "-o", options, "start"); err != nil {
		return err
	}
	return c.keep()
}

func (c *cluster) run(program string, args ...string) error {
	command := exec.Command(filepath.Join(c.programs, program), args...)
	command.Dir = c.folder
	command.SysProcAttr = &syscall.SysProcAttr{Credential: c.as}
	output := filepath.Join(c.folder, "start.log")
	log, err := os.Create(output) // not a pipe: the server would hold it open
	if err != nil {
		return err
	}
	defer log.Close()
	command.Stdout, command.Stderr = log, log
	if err := command.Run(); err != nil {
		said, _ := os.ReadFile(output)
		return fmt.Errorf("%s: %w: %s", program, err, said)
	}
	return nil
}

// keeper stops the server once no process that registered lives any more. It
// runs as ourselves, and SIGQUIT is PostgreSQL's immediate stop.
const keeper = `
cd "$1" || exit 1
used() {
  for mark in users/*; do
    [ -e "$mark" ] || continue
    kill -0 "${mark#users/}" 2>/dev/null && return 0
    rm -f "$mark"
  done
  return 1
}
idle=0
while [ $idle -lt 5 ]; do
  sleep 2
  if used; then idle=0; else idle=$((idle+1)); fi
  [ $idle -eq 5 ] || continue
  mkdir stopping 2>/dev/null
  if used; then rmdir stopping; idle=0; fi
done
server=$(head -n 1 data/postmaster.pid)
kill -QUIT "$server"
while kill -0 "$server" 2>/dev/null; do sleep 0.1; done
rm -rf data
rmdir stopping`

// keep leaves a process behind that ends with the server.
func (c *cluster) keep() error {
	command := exec.Command("sh", "-c", keeper, "keeper", c.folder)
	command.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if err := command.Start(); err != nil {
		return err
	}
	return command.Process.Release()
}

// findPrograms returns the folder of initdb: on the path, or where systems install it.
func findPrograms() (string, error) {
	if path, err := exec.LookPath("initdb"); err == nil {
		return filepath.Dir(path), nil
	}
	for _, pattern := range []string{"/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin"} {
		found, _ := filepath.Glob(filepath.Join(pattern, "initdb"))
		if len(found) > 0 {
			return filepath.Dir(found[len(found)-1]), nil
		}
	}
	return "", errors.New("initdb is not installed")
}
