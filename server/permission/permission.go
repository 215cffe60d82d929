// Package permission holds the atoms of what may be done with one mailbox,
// sets of them, the presets, and the rule of what may be given on.
package permission

import (
	"fmt"
	"io"
	"strconv"
)

// Permission is one atom. Its value is the position of its bit in a Set, which
// is stored: never renumber, only append.
type Permission uint8

// The atoms, by group: mail, send, settings, sensitive, oversight.
const (
	Read Permission = iota
	Organize
	Delete
	Export

	Draft
	SendOnBehalf
	SendAs

	ManageFolders
	ManageSignatures
	ManageAutoReply
	ManageRules
	ManageFilters
	ManageSenders

	ManageForwarding
	ManageAliases
	ManageDevices

	ViewActivity
	Restore
	Share

	count
)

var names = [count]string{
	Read: "READ", Organize: "ORGANIZE", Delete: "DELETE", Export: "EXPORT",
	Draft: "DRAFT", SendOnBehalf: "SEND_ON_BEHALF", SendAs: "SEND_AS",
	ManageFolders: "MANAGE_FOLDERS", ManageSignatures: "MANAGE_SIGNATURES", ManageAutoReply: "MANAGE_AUTO_REPLY",
	ManageRules: "MANAGE_RULES", ManageFilters: "MANAGE_FILTERS", ManageSenders: "MANAGE_SENDERS",
	ManageForwarding: "MANAGE_FORWARDING", ManageAliases: "MANAGE_ALIASES", ManageDevices: "MANAGE_DEVICES",
	ViewActivity: "VIEW_ACTIVITY", Restore: "RESTORE", Share: "SHARE",
}

// String is the atom's name in the API.
func (p Permission) String() string {
	if p >= count {
		return "Permission(" + strconv.Itoa(int(p)) + ")"
	}
	return names[p]
}

// Parse finds the atom with this name.
func Parse(name string) (Permission, error) {
	for p, known := range names {
		if known == name {
			return Permission(p), nil
		}
	}
	return 0, fmt.Errorf("%q is no permission", name)
}

// MarshalGQL writes the atom as the GraphQL enum.
func (p Permission) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(p.String())) }

// UnmarshalGQL reads the GraphQL enum.
func (p *Permission) UnmarshalGQL(input any) error {
	name, ok := input.(string)
	if !ok {
		return fmt.Errorf("a permission is a name, not %T", input)
	}
	parsed, err := Parse(name)
	if err != nil {
		return err
	}
	*p = parsed
	return nil
}
