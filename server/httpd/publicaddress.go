package httpd

import "net/netip"

// notPublic are ranges that are routed nowhere or to somebody's inside, and
// those that carry an IPv4 address within (IANA's special-purpose registries).
var notPublic = prefixes(
	"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
	"192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
	"224.0.0.0/4", "240.0.0.0/4",
	"::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16",
	"fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
)

// isPublic tells whether a picture may be fetched from there: a web server's
// port at an address of the open internet.
func isPublic(to netip.AddrPort) bool {
	if to.Port() != 80 && to.Port() != 443 {
		return false
	}
	address := to.Addr().Unmap()
	if !address.IsGlobalUnicast() {
		return false
	}
	for _, reserved := range notPublic {
		if reserved.Contains(address) {
			return false
		}
	}
	return true
}

func prefixes(texts ...string) []netip.Prefix {
	list := make([]netip.Prefix, len(texts))
	for i, text := range texts {
		list[i] = netip.MustParsePrefix(text)
	}
	return list
}
