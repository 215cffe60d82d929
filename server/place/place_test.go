package place_test

import (
	"os"
	"path/filepath"
	"testing"

	"latchkey/server/place"
	"latchkey/server/place/placetest"
)

func TestAnAddressHasAPlaceWhenTheMapKnowsIt(t *testing.T) {
	m, err := place.Open(placetest.Write(t, map[string]placetest.Map{
		"192.0.2.0/24":    placetest.City("CH", "Zurich"),
		"198.51.100.0/25": placetest.City("FR", ""),
		"203.0.113.0/24":  {"continent": placetest.Map{"code": placetest.Text("EU")}},
	}))
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	for address, want := range map[string]*place.Place{
		"192.0.2.7":              {City: "Zurich", Country: "CH"},
		"192.0.2.7:51234":        {City: "Zurich", Country: "CH"},
		"::ffff:192.0.2.7":       {City: "Zurich", Country: "CH"},
		"[::ffff:192.0.2.7]:443": {City: "Zurich", Country: "CH"},
		"198.51.100.1":           {Country: "FR"},
		"198.51.100.200":         nil,
		"203.0.113.5":            nil,
		"2001:db8::1":            nil,
		"127.0.0.1":              nil,
		"":                       nil,
		"nowhere":                nil,
	} {
		got := m.Find(address)
		if (got == nil) != (want == nil) || got != nil && *got != *want {
			t.Errorf("%q: got %v, want %v", address, got, want)
		}
	}
	if m.Kind() != "Test-City" {
		t.Errorf("got %q", m.Kind())
	}
}

func TestWithoutAMapNoPlaceIsKnown(t *testing.T) {
	m, err := place.Open("")
	if err != nil || m.Find("192.0.2.7") != nil || m.Close() != nil {
		t.Errorf("got %v, %v", m.Find("192.0.2.7"), err)
	}
}

func TestAFileThatIsNoMapIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "places.mmdb")
	if err := os.WriteFile(path, []byte("not a map"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, wrong := range []string{path, path + ".gone", t.TempDir()} {
		if _, err := place.Open(wrong); err == nil {
			t.Errorf("%s is taken for a map", wrong)
		}
	}
}
