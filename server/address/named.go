package address

// Named is an address as a message's header gives it: neither normalised nor checked.
type Named struct {
	// Name is the decoded display name; empty when none was given.
	Name string `json:"name,omitempty"`
	// Address is what stands in the angle brackets; empty when only a name was given.
	Address string `json:"address,omitempty"`
}
