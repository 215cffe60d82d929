package sharing

import (
	"errors"
	"testing"

	"latchkey/ent"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
)

func FuzzACursorIsAPlaceInTheTableOrRefused(f *testing.F) {
	for _, s := range []section{owners, admins, grants, invitations} {
		c := cursorOf(s, "2026-03-01T12:00:00.000001Z", "grt_00000000000000000000000000")
		f.Add(c.ID.String(), c.Value.(string))
	}
	f.Add("", "g")
	f.Add("grt_1", "inever")
	f.Fuzz(func(t *testing.T, id, value string) {
		switch at, err := placeAfter(&ent.Cursor{ID: nodeid.ID(id), Value: value}); {
		case err != nil && !errors.Is(err, refusal.Invalid("after", "")):
			t.Errorf("a fault: %v", err)
		case err == nil && at.id == "":
			t.Error("a place behind no row begins the section again")
		case err == nil && (at.section < owners || at.section >= sectionCount):
			t.Errorf("section %d", at.section)
		}
	})
}
