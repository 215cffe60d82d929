package permission

import (
	"testing"

	"pgregory.net/rapid"
)

func anySet() *rapid.Generator[Set] {
	return rapid.Custom(func(t *rapid.T) Set { return Set(rapid.Int64Range(0, int64(All)).Draw(t, "bits")) })
}

func TestNobodyGivesMoreThanTheyHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		held, asked := anySet().Draw(t, "held"), anySet().Draw(t, "asked")
		if given, err := Delegate(held, asked); err == nil && !held.Contains(given) {
			t.Fatalf("held %v, gave %v", held, given)
		}
	})
}

func TestTakingAwayIsMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, taken := anySet().Draw(t, "set"), anySet().Draw(t, "taken")
		left := s.Without(taken)
		if !s.Contains(left) || left&taken != None {
			t.Fatalf("%v without %v left %v", s, taken, left)
		}
	})
}

func TestUnionHoldsJustBoth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anySet().Draw(t, "a"), anySet().Draw(t, "b")
		union := a.Union(b)
		if union != b.Union(a) || !union.Contains(a) || !union.Contains(b) || !union.Without(a).Without(b).Empty() {
			t.Fatalf("%v and %v made %v", a, b, union)
		}
	})
}

func TestASetIsItsAtoms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySet().Draw(t, "set")
		if got := Of(s.Atoms()...); got != s {
			t.Fatalf("%v came back as %v", s, got)
		}
	})
}

func TestPresets(t *testing.T) {
	for _, row := range []struct {
		sentence string
		preset   Preset
		has, not []Permission
	}{
		{"a reader only reads", Reader, []Permission{Read}, []Permission{Organize, Delete, Export, Draft, Share}},
		{"an organizer also sorts and deletes", Organizer, []Permission{Read, Organize, Delete}, []Permission{Draft, SendAs}},
		{"an assistant answers on behalf", Assistant, []Permission{Draft, SendOnBehalf}, []Permission{SendAs, ManageSignatures}},
		{"an agent answers as the address", Agent, []Permission{Draft, SendAs, ManageSignatures}, []Permission{SendOnBehalf, Share}},
		{"a manager may do everything", Manager, All.Atoms(), nil},
	} {
		t.Run(row.sentence, func(t *testing.T) {
			for _, p := range row.has {
				if !row.preset.Set().Has(p) {
					t.Errorf("%s lacks %s", row.preset, p)
				}
			}
			for _, p := range row.not {
				if row.preset.Set().Has(p) {
					t.Errorf("%s has %s", row.preset, p)
				}
			}
			if found, ok := PresetOf(row.preset.Set()); !ok || found != row.preset {
				t.Errorf("its set is found as %q", found)
			}
		})
	}
}

// The numbers are stored: a change here would give people other rights.
func TestStoredNumbersNeverChange(t *testing.T) {
	stored := []string{"READ", "ORGANIZE", "DELETE", "EXPORT", "DRAFT", "SEND_ON_BEHALF", "SEND_AS", "MANAGE_FOLDERS",
		"MANAGE_SIGNATURES", "MANAGE_AUTO_REPLY", "MANAGE_RULES", "MANAGE_FILTERS", "MANAGE_SENDERS",
		"MANAGE_FORWARDING", "MANAGE_ALIASES", "MANAGE_DEVICES", "VIEW_ACTIVITY", "RESTORE", "SHARE"}
	for bit, name := range stored {
		if got := Permission(bit).String(); got != name {
			t.Errorf("bit %d is %s, was %s", bit, got, name)
		}
	}
}
