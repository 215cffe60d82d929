package socket_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"latchkey/server/push/socket"
)

// The clients of benchmarks are a process of their own: this test binary once
// more, told by the environment which sockets to open. It obeys lines on its
// standard input and answers each with a line.
const crowdEnvironment = "LATCHKEY_BENCHMARK_CROWD"

// crowdOrder says which sockets to open.
type crowdOrder struct {
	URL      string
	Sockets  int
	Entering bool // speaks graphql-transport-ws and subscribes
	Own      bool // each to a board of its own, else all to the kitchen
}

func TestMain(m *testing.M) {
	raiseFileLimit()
	if order := os.Getenv(crowdEnvironment); order != "" {
		if err := obey(order, os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, "crowd:", err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func raiseFileLimit() {
	var limit syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit) == nil {
		limit.Cur = limit.Max
		syscall.Setrlimit(syscall.RLIMIT_NOFILE, &limit)
	}
}

// crowd is the process seen from the benchmark.
type crowd struct {
	b      *testing.B
	orders io.WriteCloser
	lines  *bufio.Scanner
}

// gather starts the process and waits until all its sockets are open.
func gather(b *testing.B, order crowdOrder) *crowd {
	b.Helper()
	text, _ := json.Marshal(order)
	command := exec.Command(os.Args[0], "-test.run=^$")
	command.Env = append(os.Environ(), crowdEnvironment+"="+string(text))
	command.Stderr = os.Stderr
	orders, _ := command.StdinPipe()
	out, _ := command.StdoutPipe()
	if err := command.Start(); err != nil {
		b.Fatal(err)
	}
	c := &crowd{b: b, orders: orders, lines: bufio.NewScanner(out)}
	b.Cleanup(func() { orders.Close(); command.Wait() })
	c.answer()
	return c
}

func (c *crowd) answer() string {
	c.b.Helper()
	if !c.lines.Scan() {
		c.b.Fatal("the crowd is gone")
	}
	return c.lines.Text()
}

// expect prepares for a frame of the length on every socket; the function it
// returns waits until the last has come, and says when.
func (c *crowd) expect(length int) func() time.Time {
	c.b.Helper()
	fmt.Fprintln(c.orders, length)
	c.answer()
	return func() time.Time {
		c.b.Helper()
		var last int64
		fmt.Sscan(c.answer(), &last)
		return time.Unix(0, last)
	}
}

// obey is the other side.
func obey(text string, in io.Reader, out io.Writer) error {
	var order crowdOrder
	if err := json.Unmarshal([]byte(text), &order); err != nil {
		return err
	}
	arrivals := &arrivals{sockets: int64(order.Sockets), done: make(chan struct{}, 1)}
	if err := openAll(order, arrivals); err != nil {
		return err
	}
	fmt.Fprintln(out, "open")
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		fmt.Sscan(lines.Text(), &arrivals.length)
		arrivals.left.Store(arrivals.sockets)
		fmt.Fprintln(out, "waiting")
		<-arrivals.done
		fmt.Fprintln(out, arrivals.last)
	}
	return nil
}

// arrivals counts sockets whose frame is whole.
type arrivals struct {
	sockets int64
	length  int
	left    atomic.Int64
	last    int64
	done    chan struct{}
}

func openAll(order crowdOrder, a *arrivals) error {
	var group sync.WaitGroup
	var failed atomic.Value
	slots := make(chan struct{}, 32)
	for i := range order.Sockets {
		slots <- struct{}{}
		group.Go(func() {
			defer func() { <-slots }()
			c, err := openOne(order, i)
			if err != nil {
				failed.Store(err)
				return
			}
			go a.read(c)
		})
	}
	group.Wait()
	err, _ := failed.Load().(error)
	return err
}

func openOne(order crowdOrder, i int) (*websocket.Conn, error) {
	dialer := websocket.Dialer{Subprotocols: []string{socket.Subprotocol}, ReadBufferSize: 512, WriteBufferSize: 512}
	c, _, err := dialer.Dial("ws"+strings.TrimPrefix(order.URL, "http"), nil)
	if err != nil || !order.Entering {
		return c, err
	}
	c.WriteMessage(websocket.TextMessage, fmt.Appendf(nil, `{"type":"connection_init","payload":{"user":"user %d"}}`, i))
	if _, _, err := c.ReadMessage(); err != nil {
		return nil, err
	}
	name := "kitchen"
	if order.Own {
		name = fmt.Sprint("of user ", i)
	}
	return c, c.WriteMessage(websocket.TextMessage, fmt.Appendf(nil,
		`{"id":"1","type":"subscribe","payload":{"query":"subscription($b:ID!){boardNotes(board:$b){cursor text rights}}","variables":{"b":%q}}}`, name))
}

// read counts octets: a frame of known length needs no parser, which would
// take time from the server on the same processors.
func (a *arrivals) read(c *websocket.Conn) {
	buffer := make([]byte, 1<<10)
	for got := 0; ; {
		n, err := c.NetConn().Read(buffer)
		if err != nil {
			return
		}
		if got += n; got < a.length {
			continue
		}
		got = 0
		if a.left.Add(-1) == 0 {
			a.last = time.Now().UnixNano()
			a.done <- struct{}{}
		}
	}
}
