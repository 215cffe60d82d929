// Package placetest writes small maps of addresses in MaxMind's format (MMDB
// 2.0), so that tests need no database of anybody's.
package placetest

import (
	"bytes"
	"encoding/binary"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// What the format's data is made of here.
type (
	// Text is UTF-8.
	Text string
	// Number is an unsigned one of 16 bits.
	Number uint16
	// Map is by name.
	Map map[string]any
	// List is in order.
	List []any
)

// Write makes a file that knows these IPv4 networks, and returns its path.
func Write(t testing.TB, networks map[string]Map) string {
	t.Helper()
	nodes, data := [][2]uint32{{}}, &bytes.Buffer{}
	for network, value := range networks {
		prefix, at := netip.MustParsePrefix(network), 0
		address := binary.BigEndian.Uint32(prefix.Addr().AsSlice())
		for bit := range prefix.Bits() {
			side := address >> (31 - bit) & 1
			if bit == prefix.Bits()-1 {
				nodes[at][side] = leaf | uint32(data.Len())
				break
			}
			if nodes[at][side] == 0 {
				nodes = append(nodes, [2]uint32{})
				nodes[at][side] = uint32(len(nodes) - 1)
			}
			at = int(nodes[at][side])
		}
		encode(data, value)
	}
	path := filepath.Join(t.TempDir(), "places.mmdb")
	if err := os.WriteFile(path, file(nodes, data.Bytes()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// City is what such a database says of a network.
func City(country, city string) Map {
	record := Map{"country": Map{"iso_code": Text(country)}}
	if city != "" {
		record["city"] = Map{"names": Map{"en": Text(city)}}
	}
	return record
}

const (
	// leaf marks a record that points to data.
	leaf = 1 << 31
	// separator stands between the tree and the data, in octets.
	separator = 16
)

func file(nodes [][2]uint32, data []byte) []byte {
	out, count := &bytes.Buffer{}, uint32(len(nodes))
	for _, node := range nodes {
		for _, record := range node {
			switch {
			case record == 0:
				record = count // nothing is known
			case record&leaf != 0:
				record = record&^leaf + count + separator
			}
			out.Write([]byte{byte(record >> 16), byte(record >> 8), byte(record)})
		}
	}
	out.Write(make([]byte, separator))
	out.Write(data)
	out.WriteString("\xab\xcd\xefMaxMind.com")
	encode(out, Map{
		"node_count": Number(count), "record_size": Number(24), "ip_version": Number(4),
		"database_type": Text("Test-City"), "languages": List{Text("en")}, "description": Map{"en": Text("for tests")},
		"binary_format_major_version": Number(2), "binary_format_minor_version": Number(0), "build_epoch": Number(1),
	})
	return out.Bytes()
}

// encode writes a value: its type and size in one octet, as long as the size is below 29.
func encode(out *bytes.Buffer, value any) {
	switch v := value.(type) {
	case Text:
		out.WriteByte(2<<5 | byte(len(v)))
		out.WriteString(string(v))
	case Number:
		out.Write([]byte{5<<5 | 2, byte(v >> 8), byte(v)})
	case Map:
		out.WriteByte(7<<5 | byte(len(v)))
		for _, key := range sortedKeys(v) {
			encode(out, Text(key))
			encode(out, v[key])
		}
	case List:
		out.Write([]byte{byte(len(v)), 11 - 7}) // an extended type
		for _, element := range v {
			encode(out, element)
		}
	}
}

func sortedKeys(m Map) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
