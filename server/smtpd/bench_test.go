package smtpd

import (
	"bufio"
	"io"
	"log/slog"
	"net"
	"strconv"
	"strings"
	"testing"
)

// BenchmarkDelivery measures the door alone, with a mailroom that costs
// nothing: messages of 4 KB over so many connections at once.
func BenchmarkDelivery(b *testing.B) {
	for _, connections := range []int{1, 10, 100} {
		b.Run(strconv.Itoa(connections)+"connections", func(b *testing.B) {
			limits := testLimits()
			limits.ConnectionsPerAddress, limits.MessagesPerSecond, limits.MessagesPerConnection = 0, 0, 0
			server := New(Options{Domain: "mail.acme.example", Mailroom: &letters{}, Limits: limits, Log: slog.New(slog.DiscardHandler)})
			listener, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				b.Fatal(err)
			}
			go func() { _ = server.Serve(listener) }()
			defer func() { _ = server.Shutdown(b.Context()) }()
			message := "MAIL FROM:<a@b.example>\r\nRCPT TO:<info@acme.example>\r\nDATA\r\n" + hello + strings.Repeat(strings.Repeat("x", 70)+"\r\n", 56) + ".\r\n"
			work := make(chan struct{}, b.N)
			for range b.N {
				work <- struct{}{}
			}
			close(work)
			done := make(chan error, connections)
			b.ResetTimer()
			for range connections {
				go func() { done <- deliverAll(listener.Addr().String(), message, work) }()
			}
			for range connections {
				if err := <-done; err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "messages/s")
		})
	}
}

func deliverAll(addr, message string, work <-chan struct{}) error {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	in := bufio.NewReader(conn)
	if _, err := io.WriteString(conn, "HELO a.example\r\n"); err != nil {
		return err
	}
	if err := skipLines(in, 2); err != nil { // the greeting and its answer
		return err
	}
	for range work {
		if _, err := io.WriteString(conn, message); err != nil {
			return err
		}
		if err := skipLines(in, 4); err != nil {
			return err
		}
	}
	return nil
}

func skipLines(in *bufio.Reader, n int) error {
	for range n {
		if _, err := in.ReadString('\n'); err != nil {
			return err
		}
	}
	return nil
}
