package permission

import "latchkey/server/refusal"

// Delegate returns what somebody who holds held may give when asked for a set.
// Nobody gives more than they hold, and without READ there is nothing to give.
//
// Refusals: PERMISSION_EXCEEDS_OWN, VALIDATION_FAILED.
func Delegate(held, asked Set) (Set, error) {
	switch {
	case asked.Empty():
		return None, refusal.Invalid("permissions", "Choose at least one thing that this person may do.")
	case !asked.Has(Read):
		return None, refusal.Invalid("permissions", "Every other permission needs “Read and search”. Tick it too.")
	case !held.Contains(asked):
		return None, refusal.PermissionExceedsOwn()
	}
	return asked, nil
}
