package httpd

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// RemoteAddress is who asks: the peer, or whom a proxy on this machine names
// last in X-Forwarded-For. What others put there is not believed.
func RemoteAddress(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	peer, err := netip.ParseAddr(host)
	if err != nil || !peer.IsLoopback() {
		return host
	}
	hops := strings.Split(r.Header.Get("X-Forwarded-For"), ",")
	if named, err := netip.ParseAddr(strings.TrimSpace(hops[len(hops)-1])); err == nil {
		return named.String()
	}
	return host
}
