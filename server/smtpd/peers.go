package smtpd

import (
	"net"
	"net/netip"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// ipv6Site is how much of an IPv6 address names one customer: who has one
// address of a /64 has them all.
const ipv6Site = 64

// idleSweep is how often peers that are gone and whose allowance has refilled
// are forgotten, so that the table does not grow with every address ever seen.
const idleSweep = time.Minute

// peer is what is known of one remote address.
type peer struct {
	connections int
	allowance   *rate.Limiter // nil when there is no limit
}

// peers counts connections and messages for each remote address.
type peers struct {
	limits Limits
	now    func() time.Time

	mu      sync.Mutex
	open    int
	known   map[netip.Prefix]*peer
	sweepAt time.Time
}

func newPeers(limits Limits, now func() time.Time) *peers {
	return &peers{limits: limits, now: now, known: make(map[netip.Prefix]*peer)}
}

// enter counts a new connection, or refuses it.
func (p *peers) enter(from netip.Prefix) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.sweep()
	if p.limits.Connections > 0 && p.open >= p.limits.Connections {
		return false
	}
	at := p.at(from)
	// A Unix socket has no address to count by.
	if p.limits.ConnectionsPerAddress > 0 && from.IsValid() && at.connections >= p.limits.ConnectionsPerAddress {
		return false
	}
	at.connections++
	p.open++
	return true
}

func (p *peers) leave(from netip.Prefix) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.at(from).connections--
	p.open--
}

// allowMessage takes one message off the address's allowance.
func (p *peers) allowMessage(from netip.Prefix) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	allowance := p.at(from).allowance
	return allowance == nil || allowance.AllowN(p.now(), 1)
}

func (p *peers) at(from netip.Prefix) *peer {
	known := p.known[from]
	if known == nil {
		known = &peer{}
		if p.limits.MessagesPerSecond > 0 && from.IsValid() {
			known.allowance = rate.NewLimiter(rate.Limit(p.limits.MessagesPerSecond), p.limits.MessagesBurst)
		}
		p.known[from] = known
	}
	return known
}

func (p *peers) sweep() {
	now := p.now()
	if now.Before(p.sweepAt) {
		return
	}
	p.sweepAt = now.Add(idleSweep)
	for from, known := range p.known {
		refilled := known.allowance == nil || known.allowance.TokensAt(now) >= float64(p.limits.MessagesBurst)
		if known.connections == 0 && refilled {
			delete(p.known, from)
		}
	}
}

// remoteAddr is the IP address of a connection, or the zero Addr when it has none.
func remoteAddr(a net.Addr) netip.Addr {
	if tcp, ok := a.(*net.TCPAddr); ok {
		return tcp.AddrPort().Addr().Unmap().WithZone("")
	}
	return netip.Addr{}
}

// site is the part of an address that its limits are counted by.
func site(a netip.Addr) netip.Prefix {
	bits := a.BitLen()
	if a.Is6() {
		bits = ipv6Site
	}
	prefix, err := a.Prefix(bits)
	if err != nil {
		return netip.Prefix{} // no IP address: a Unix socket
	}
	return prefix
}
