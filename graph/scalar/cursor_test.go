package scalar

import (
	"strings"
	"testing"

	"latchkey/ent"
)

func FuzzAForgedCursorIsReadOrRefused(f *testing.F) {
	var quoted strings.Builder
	MarshalCursor(ent.Cursor{ID: "grt_00000000000000000000000000", Value: "gBen"}).MarshalGQL(&quoted)
	f.Add(strings.Trim(quoted.String(), `"`))
	f.Add("gqF2vm000000000000000000000000000000000000000aF2vA0000000000000000000000000000000000000") // its value twice
	f.Fuzz(func(t *testing.T, text string) {
		if c, err := UnmarshalCursor(text); err != nil && (c.ID != "" || c.Value != nil) {
			t.Errorf("refused, but gives %v", c)
		}
	})
}

func TestACursorComesBackAsItWas(t *testing.T) {
	var quoted strings.Builder
	MarshalCursor(ent.Cursor{ID: "grt_1", Value: "gBen"}).MarshalGQL(&quoted)
	c, err := UnmarshalCursor(strings.Trim(quoted.String(), `"`))
	if err != nil || c.ID != "grt_1" || c.Value != "gBen" {
		t.Errorf("got %v, %v", c, err)
	}
	for _, unstorable := range []ent.Cursor{{ID: "grt_1", Value: "gBen\x00"}, {ID: "grt_1", Value: "g\xff"}, {ID: "grt\x00", Value: "gBen"}} {
		quoted.Reset()
		MarshalCursor(unstorable).MarshalGQL(&quoted)
		if _, err := UnmarshalCursor(strings.Trim(quoted.String(), `"`)); err == nil {
			t.Errorf("%q passes for a cursor", unstorable)
		}
	}
	for _, forged := range []any{nil, 7, "", "%", strings.Repeat("A", 5000)} {
		if _, err := UnmarshalCursor(forged); err == nil {
			t.Errorf("%.20v passes for a cursor", forged)
		}
	}
}
