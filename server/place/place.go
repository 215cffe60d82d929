// Package place knows roughly where an IP address is, for people who look
// through the list of their sessions. It reads a database in MaxMind's format
// from a file that whoever runs the server provides: no address is ever sent
// to anybody.
package place

import (
	"fmt"
	"net/netip"
	"strings"

	"github.com/oschwald/maxminddb-golang/v2"
)

// Place is a city or, when less is known, a country.
type Place struct {
	// City is its English name; empty when unknown.
	City string
	// Country is ISO 3166-1 alpha-2.
	Country string
}

// Map finds places. A nil Map knows none.
type Map struct{ reader *maxminddb.Reader }

// Open reads the database at path. An empty path is a nil Map.
func Open(path string) (*Map, error) {
	if path == "" {
		return nil, nil
	}
	reader, err := maxminddb.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read the map of addresses: %w", err)
	}
	return &Map{reader}, nil
}

// Kind is what the database says it is, such as "GeoLite2-City".
func (m *Map) Kind() string { return m.reader.Metadata.DatabaseType }

// Find returns where an address is; nil when that is not known. address may hold a port.
func (m *Map) Find(address string) *Place {
	if m == nil {
		return nil
	}
	ip, ok := parse(address)
	if !ok {
		return nil
	}
	found, place := m.reader.Lookup(ip), &Place{}
	if found.DecodePath(&place.Country, "country", "iso_code") != nil || place.Country == "" {
		return nil
	}
	if found.DecodePath(&place.City, "city", "names", "en") != nil {
		place.City = ""
	}
	return place
}

// Close gives the file back.
func (m *Map) Close() error {
	if m == nil {
		return nil
	}
	return m.reader.Close()
}

func parse(address string) (netip.Addr, bool) {
	if host, err := netip.ParseAddrPort(address); err == nil {
		return host.Addr().Unmap().WithZone(""), true
	}
	ip, err := netip.ParseAddr(strings.Trim(address, "[]"))
	return ip.Unmap().WithZone(""), err == nil
}
