package permission

import (
	"math/bits"
	"strings"
)

// Set is a set of permissions, one bit an atom. It is stored as an integer.
type Set int64

// None allows nothing.
const None Set = 0

// All is every permission there is.
const All Set = 1<<count - 1

// Sensitive permissions outlive access (a forwarding stays when its maker is
// gone), so they are off for outsiders unless ticked.
const Sensitive Set = 1<<ManageForwarding | 1<<ManageAliases | 1<<ManageDevices

// Of makes a set of atoms.
func Of(atoms ...Permission) Set {
	var s Set
	for _, p := range atoms {
		s |= 1 << p
	}
	return s & All
}

// Has tells whether the set holds an atom.
func (s Set) Has(p Permission) bool { return p < count && s&(1<<p) != 0 }

// Contains tells whether the set holds every atom of another.
func (s Set) Contains(other Set) bool { return s&other == other }

// Union holds the atoms of both.
func (s Set) Union(other Set) Set { return s | other }

// Without holds the atoms of s that other does not.
func (s Set) Without(other Set) Set { return s &^ other }

// Empty tells whether the set allows nothing.
func (s Set) Empty() bool { return s&All == 0 }

// Atoms lists the set in the order of the constants.
func (s Set) Atoms() []Permission {
	atoms := make([]Permission, 0, bits.OnesCount64(uint64(s&All)))
	for p := range count {
		if s.Has(p) {
			atoms = append(atoms, p)
		}
	}
	return atoms
}

// String lists the names, for people who read logs and test output.
func (s Set) String() string {
	var parts []string
	for _, p := range s.Atoms() {
		parts = append(parts, p.String())
	}
	return "{" + strings.Join(parts, " ") + "}"
}
