package identity

import (
	"net/netip"
	"strings"
	"sync"
)

// familiars remembers from where people signed in. Their own mistakes are then
// counted apart from a stranger's guesses at the same account, who could
// otherwise keep them waiting for as long as the guessing lasts.
type familiars struct {
	mu    sync.Mutex
	known map[string]struct{} // account and remote address
}

func newFamiliars() *familiars { return &familiars{known: map[string]struct{}{}} }

// key is what tries at an account from a remote address are counted under.
func (f *familiars) key(account, remote string) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	pair := account + " " + remote
	if _, known := f.known[pair]; known {
		return pair
	}
	return account
}

// remember that somebody signed in to the account from there.
func (f *familiars) remember(account, remote string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.known) >= maxTracked {
		clear(f.known) // all that is lost is that their mistakes count as a stranger's
	}
	f.known[account+" "+remote] = struct{}{}
}

// neighbourhood is the remote address that tries are counted by: a host with
// IPv6 has a whole /64 to try from. remote may hold a port.
func neighbourhood(remote string) string {
	if host, err := netip.ParseAddrPort(remote); err == nil {
		remote = host.Addr().String()
	}
	addr, err := netip.ParseAddr(strings.Trim(remote, "[]"))
	if err != nil {
		return remote
	}
	if addr = addr.Unmap().WithZone(""); addr.Is4() {
		return addr.String()
	}
	prefix, _ := addr.Prefix(64) // 64 is in range for IPv6
	return prefix.String()
}
