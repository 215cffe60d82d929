package permission

import (
	"fmt"
	"io"
	"strconv"
)

// Preset is a named set of permissions.
type Preset string

// The presets, in rising order.
const (
	Reader    Preset = "READER"
	Organizer Preset = "ORGANIZER"
	Assistant Preset = "ASSISTANT"
	Agent     Preset = "AGENT"
	Manager   Preset = "MANAGER"
)

// Presets lists them all, in rising order.
func Presets() []Preset { return []Preset{Reader, Organizer, Assistant, Agent, Manager} }

// Default is what a new grant starts with where a mail service says nothing else.
const Default = Assistant

// Set is what the preset stands for; None for a name that is no preset.
func (p Preset) Set() Set {
	switch p {
	case Reader:
		return Of(Read)
	case Organizer:
		return Of(Read, Organize, Delete)
	case Assistant:
		return Organizer.Set().Union(Of(Draft, SendOnBehalf))
	case Agent:
		return Organizer.Set().Union(Of(Draft, SendAs, ManageSignatures))
	case Manager:
		return All
	default:
		return None
	}
}

// PresetOf finds the preset that a set is exactly.
func PresetOf(s Set) (Preset, bool) {
	for _, p := range Presets() {
		if p.Set() == s {
			return p, true
		}
	}
	return "", false
}

// MarshalGQL writes the preset as the GraphQL enum.
func (p Preset) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(p))) }

// UnmarshalGQL reads the GraphQL enum.
func (p *Preset) UnmarshalGQL(input any) error {
	name, ok := input.(string)
	if !ok || Preset(name).Set() == None {
		return fmt.Errorf("%v is no preset", input)
	}
	*p = Preset(name)
	return nil
}
