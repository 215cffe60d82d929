package smtpd

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestAnOversizedMessageIsCutNotDrained(t *testing.T) {
	w := newWorld(t, func(o *Options) { o.Limits.MessageBytes = 100_000 })
	c := w.hello()
	c.envelope("info@acme.example")
	sent := 0
	for chunk := strings.Repeat("0123456789abcdef", 4096); sent < 200<<20; sent += len(chunk) {
		if _, err := io.WriteString(c.conn, chunk); err != nil {
			break
		}
	}
	if sent >= 200<<20 {
		t.Error("200 MB were read")
	}
	c = w.hello()
	c.envelope("info@acme.example")
	c.send(strings.Repeat("x", 150_000))
	c.expect("552 5.3.4")
	c.expectClosed()
	if n := len(w.letters.all()); n != 0 {
		t.Errorf("%d messages delivered", n)
	}
}

func TestAnOversizedChunkIsCutNotDrained(t *testing.T) {
	w := newWorld(t, func(o *Options) { o.Limits.MessageBytes = 1000 })
	c := w.hello()
	c.do("MAIL FROM:<a@b.example>", "250 ")
	c.do("RCPT TO:<info@acme.example>", "250 ")
	c.send("BDAT 4000000000 LAST\r\n")
	c.expect("552 5.3.4")
	c.send(strings.Repeat("x", 100_000))
	c.expect("500 5.5.2")
	c.expectClosed()
}

func TestMessagesTogetherHaveALimit(t *testing.T) {
	w := newWorld(t, func(o *Options) { o.Limits.HeldBytes = 300_000 })
	first, second := w.hello(), w.hello()
	first.envelope("info@acme.example")
	first.send(strings.Repeat("first\r\n", 30_000))
	w.waitUntil("the first is held", func() bool { return w.server.held.now.Load() >= 3*readStep })
	second.envelope("info@acme.example")
	second.send(strings.Repeat("second\r\n", 30_000))
	second.expect("452 4.3.1")
	second.expectClosed()
	first.send(".\r\n")
	first.expect("250 ")
	w.waitUntil("nothing is held", func() bool { return w.server.held.now.Load() == 0 })
}

func TestConnectionsAreLimitedForEachAddressAndInAll(t *testing.T) {
	for name, set := range map[string]func(*Limits){
		"for each address": func(l *Limits) { l.ConnectionsPerAddress = 2 },
		"in all":           func(l *Limits) { l.Connections = 2 },
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, func(o *Options) { set(&o.Limits) })
			first := w.hello()
			w.hello()
			third := w.dial()
			third.expect("421 4.7.0")
			third.expectClosed()
			first.do("QUIT", "221 ")
			first.expectClosed()
			w.waitUntil("the place is given back", func() bool { return w.server.Counts().Open < 2 })
			w.hello()
		})
	}
}

func TestAnAddressThatSendsTooMuchIsSlowedDown(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	var mu sync.Mutex
	w := newWorld(t, func(o *Options) {
		o.Limits.MessagesPerSecond, o.Limits.MessagesBurst = 1, 2
		o.Now = func() time.Time { mu.Lock(); defer mu.Unlock(); return now }
	})
	c := w.hello()
	c.do("MAIL FROM:<a@b.example>", "250 ")
	c.do("MAIL FROM:<a@b.example>", "250 ")
	c.do("MAIL FROM:<a@b.example>", "450 4.7.1")
	mu.Lock()
	now = now.Add(time.Second)
	mu.Unlock()
	w.hello().do("MAIL FROM:<a@b.example>", "250 ")
	c.do("MAIL FROM:<a@b.example>", "450 4.7.1")
}

func TestAConnectionCarriesSoManyMessagesAndNoMore(t *testing.T) {
	w := newWorld(t, func(o *Options) { o.Limits.MessagesPerConnection = 2 })
	c := w.hello()
	for range 2 {
		c.envelope("info@acme.example")
		c.send(hello + ".\r\n")
		c.expect("250 ")
	}
	c.do("MAIL FROM:<a@b.example>", "421 4.7.0")
	c.expectClosed()
}

func TestGuessingAddressesEndsTheConnection(t *testing.T) {
	w := newWorld(t, func(o *Options) { o.Limits.UnknownRecipients = 3 })
	c := w.hello()
	c.do("MAIL FROM:<a@b.example>", "250 ")
	for range 3 {
		c.do("RCPT TO:<nobody@acme.example>", "550 5.1.1")
	}
	c.do("RCPT TO:<nobody@acme.example>", "421 4.7.0")
	c.expectClosed()
}

func TestTooManyRecipientsGoIntoAnotherMessage(t *testing.T) {
	w := newWorld(t, func(o *Options) { o.Limits.Recipients = 2 })
	c := w.hello()
	c.do("MAIL FROM:<a@b.example>", "250 ")
	c.do("RCPT TO:<info@acme.example>", "250 ")
	c.do("RCPT TO:<support@acme.example>", "250 ")
	c.do("RCPT TO:<billing@acme.example>", "452 4.5.3")
	c.send("DATA\r\n" + hello + ".\r\n")
	c.expect("354 ")
	c.expect("250 ")
}

func TestAnEarlyTalkerIsSentAway(t *testing.T) {
	w := newWorld(t, func(o *Options) { o.Limits.GreetingDelay = 300 * time.Millisecond })
	c := w.dial()
	c.send("EHLO spam.example\r\n")
	c.expect("554 5.5.0")
	c.expectClosed()
	w.hello().do("NOOP", "250 ")
	if n := w.server.Counts().EarlyTalkers; n != 1 {
		t.Errorf("%d early talkers counted", n)
	}
}

func TestAnEndlessCommandIsCut(t *testing.T) {
	w := newWorld(t, nil)
	c := w.hello()
	c.send(strings.Repeat("x", 100_000))
	c.expect("500 5.5.2")
	c.expectClosed()
}

func TestAnEndlessLineOfAMessageIsCut(t *testing.T) {
	w := newWorld(t, func(o *Options) { o.Limits.LineBytes = 100_000 })
	c := w.hello()
	c.envelope("info@acme.example")
	c.send(strings.Repeat("x", 120_000))
	c.expect("500 5.6.0")
	c.expectClosed()
}

func TestASlowClientRunsOutOfTime(t *testing.T) {
	t.Run("between commands", func(t *testing.T) {
		w := newWorld(t, func(o *Options) { o.Limits.ReadTimeout = 50 * time.Millisecond })
		c := w.hello()
		c.expect("421 4.4.2")
		c.expectClosed()
	})
	t.Run("trickling a message", func(t *testing.T) {
		w := newWorld(t, func(o *Options) {
			o.Limits.ReadTimeout, o.Limits.DataTimeout = 200*time.Millisecond, 300*time.Millisecond
		})
		c := w.hello()
		c.envelope("info@acme.example")
		done := make(chan struct{})
		go func() {
			defer close(done)
			for range 50 {
				if _, err := io.WriteString(c.conn, "x\r\n"); err != nil {
					return
				}
				time.Sleep(20 * time.Millisecond)
			}
		}()
		c.expect("421 4.4.2")
		_ = c.conn.Close()
		<-done
		if n := len(w.letters.all()); n != 0 {
			t.Errorf("%d messages delivered", n)
		}
	})
	t.Run("trickling chunks", func(t *testing.T) {
		w := newWorld(t, func(o *Options) { o.Limits.DataTimeout = 150 * time.Millisecond })
		c := w.hello()
		c.do("MAIL FROM:<a@b.example>", "250 ")
		c.do("RCPT TO:<info@acme.example>", "250 ")
		c.send("BDAT 1\r\nx")
		c.expect("250 ")
		c.expect("421 ")
	})
}

func TestAMessageCutShortIsNotDelivered(t *testing.T) {
	w := newWorld(t, nil)
	c := w.hello()
	c.envelope("info@acme.example")
	c.send(hello)
	_ = c.conn.Close()
	c = w.hello()
	c.do("MAIL FROM:<a@b.example>", "250 ")
	c.do("RCPT TO:<info@acme.example>", "250 ")
	c.send("BDAT 5\r\nhello")
	c.expect("250 ")
	c.do("RSET", "250 ")
	c.envelope("info@acme.example")
	c.send("second\r\n.\r\n")
	c.expect("250 ")
	if got := w.letters.all(); len(got) != 1 || !strings.HasSuffix(got[0].raw, "second\r\n") {
		t.Errorf("got %+v", got)
	}
}

func TestAnIPv6CustomerIsOneAddress(t *testing.T) {
	at := func(text string) netip.Prefix {
		return site(remoteAddr(net.TCPAddrFromAddrPort(netip.MustParseAddrPort(text))))
	}
	if at("[2001:db8:1:2::1]:1") != at("[2001:db8:1:2:ffff::9]:2") || at("[2001:db8:1:2::1]:1") == at("[2001:db8:1:3::1]:1") {
		t.Error("IPv6 addresses are not counted by their /64")
	}
	if at("[::ffff:192.0.2.1]:1") != at("192.0.2.1:1") || at("192.0.2.1:1") == at("192.0.2.2:1") {
		t.Error("IPv4 addresses are not counted one by one")
	}
}

func TestAddressesLongGoneAreForgotten(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	p := newPeers(DefaultLimits(), func() time.Time { return now })
	for i := range 1000 {
		from := site(netip.MustParseAddr(fmt.Sprintf("192.0.%d.%d", i/250, i%250)))
		p.enter(from)
		p.allowMessage(from)
		p.leave(from)
	}
	now = now.Add(time.Hour)
	p.enter(site(netip.MustParseAddr("198.51.100.1")))
	if len(p.known) != 1 {
		t.Errorf("%d addresses remembered, want 1", len(p.known))
	}
}

func TestShutdownFinishesWhatWasSentAndTurnsTheRestAway(t *testing.T) {
	w := newWorld(t, nil)
	idle, sending, delivering := w.hello(), w.hello(), w.hello()
	arrived, durable := make(chan struct{}), make(chan struct{})
	w.letters.onDeliver = func(context.Context) {
		select {
		case arrived <- struct{}{}:
			<-durable
		case <-durable:
		}
	}
	sending.envelope("info@acme.example")
	sending.send("Subject: half")
	delivering.envelope("info@acme.example")
	delivering.send(hello + ".\r\n")
	<-arrived

	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	done := make(chan error, 1)
	go func() { done <- w.server.Shutdown(ctx) }()
	idle.expect("421 4.3.2")
	idle.expectClosed()
	_ = idle.conn.Close()
	sending.send(" a message\r\n\r\n.\r\n")
	close(durable)
	for _, c := range []*client{sending, delivering} {
		c.expect("250 ")
		c.expect("421 4.3.2")
		c.expectClosed()
		_ = c.conn.Close()
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
	if n := len(w.letters.all()); n != 2 {
		t.Errorf("%d messages, want both", n)
	}
	if _, err := net.Dial("tcp", w.addr); err == nil {
		t.Error("still listening")
	}
}

func TestShutdownGivesUpWhenItsTimeIsOver(t *testing.T) {
	w := newWorld(t, nil)
	c := w.hello()
	c.envelope("info@acme.example")
	c.send("half a message")
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if err := w.server.Shutdown(ctx); err == nil {
		t.Error("no error for a cut connection")
	}
	if _, err := io.ReadAll(c.in); err != nil && !strings.Contains(err.Error(), "reset") {
		t.Error(err)
	}
	if n := len(w.letters.all()); n != 0 {
		t.Errorf("%d messages delivered", n)
	}
}
