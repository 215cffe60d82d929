package httpd

import (
	"net/http"

	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// AccountHeader names the user that a page was drawn for. A browser has one
// acting session for all its tabs: a tab that was left open from before another
// account was switched to must not act as that one.
const AccountHeader = "Latchkey-Account"

// CheckAccount refuses a request that was made for another user than the one
// who acts. Without the header, and with nobody acting, it refuses nothing.
//
// Refusals: CONFLICT.
func CheckAccount(r *http.Request) error { return checkAccount(r, r.Header.Get(AccountHeader)) }

// CheckSocketAccount is CheckAccount for a WebSocket: a browser can't add
// headers there, so the name stands in the payload of connection_init.
//
// Refusals: CONFLICT.
func CheckSocketAccount(r *http.Request, parameters map[string]any) error {
	account, _ := parameters[AccountHeader].(string)
	return checkAccount(r, account)
}

func checkAccount(r *http.Request, account string) error {
	v, acts := viewer.FromContext(r.Context())
	if account == "" || !acts || v.User.String() == account {
		return nil
	}
	return refusal.Conflict("You switched accounts in another tab. Reload this page to go on.")
}
