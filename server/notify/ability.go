package notify

import (
	"fmt"
	"strings"
	"time"

	"latchkey/server/permission"
)

// ability is a group of permissions that people have one phrase for.
type ability int

const (
	read ability = iota
	organize
	remove
	writeDrafts
	sendOnBehalf
	sendAs
	send // either of the two; said only where it is missing
	manageSettings
	manageSomeSettings // instead of manageSettings, when it is not all of them
	inviteOthers
	abilities // how many there are
)

var settings = permission.Of(
	permission.ManageFolders, permission.ManageSignatures, permission.ManageAutoReply, permission.ManageRules,
	permission.ManageFilters, permission.ManageSenders, permission.ManageForwarding, permission.ManageAliases,
	permission.ManageDevices,
)

// split says what a set of permissions allows and what it does not.
func split(granted permission.Set) (can, cannot []ability) {
	list := func(a ability, held bool) {
		if held {
			can = append(can, a)
		} else {
			cannot = append(cannot, a)
		}
	}
	list(read, granted.Has(permission.Read))
	list(organize, granted.Has(permission.Organize))
	list(remove, granted.Has(permission.Delete))
	list(writeDrafts, granted.Has(permission.Draft))
	switch onBehalf, as := granted.Has(permission.SendOnBehalf), granted.Has(permission.SendAs); {
	case onBehalf && as:
		can = append(can, sendOnBehalf, sendAs)
	case onBehalf:
		can = append(can, sendOnBehalf)
	default:
		list(map[bool]ability{true: sendAs, false: send}[as], as)
	}
	if some := granted.Without(granted.Without(settings)); some != settings && !some.Empty() {
		can = append(can, manageSomeSettings)
	} else {
		list(manageSettings, some == settings)
	}
	list(inviteOthers, granted.Has(permission.Share))
	return can, cannot
}

// name lists abilities in words.
func (w words) name(list []ability) []string {
	var phrases []string
	for _, a := range list {
		phrases = append(phrases, w.phrases[a])
	}
	return phrases
}

// allows says in a paragraph what a set of permissions allows and what it does
// not, and until when. can is "You can %s." or what else begins such a sentence.
func (v voice) allows(can string, granted permission.Set, until time.Time) paragraph {
	able, unable := split(granted)
	var strong string
	var rest []string
	if len(able) > 0 {
		strong = fmt.Sprintf(can, enumerate(v.name(able), v.and))
	}
	if len(unable) > 0 {
		rest = append(rest, fmt.Sprintf(v.cannot, enumerate(v.name(unable), v.or)))
	}
	if !until.IsZero() {
		rest = append(rest, fmt.Sprintf(v.until, v.day(until)))
	}
	return paragraph{strong, strings.Join(rest, " ")}
}
