package identity

import (
	"context"
	"fmt"
	"strings"

	"latchkey/ent/session"
	"latchkey/server/database"
	"latchkey/server/nodeid"
)

// isUnfamiliar says whether somebody signs in with a browser, or from an
// address, that none of their earlier sessions had. The first session of all
// surprises nobody. Call it before old sessions are cleared away.
func (i *Identity) isUnfamiliar(ctx context.Context, tx *database.Tx, person nodeid.ID, device Device) (bool, error) {
	earlier, err := tx.Session.Query().Where(session.UserID(person)).Unique(true).
		Select(session.FieldUserAgent, session.FieldRemoteAddress).All(ctx)
	if err != nil {
		return false, fmt.Errorf("look for earlier sessions: %w", err)
	}
	for _, s := range earlier {
		if browser(s.UserAgent) == browser(cut(device.UserAgent, maxUserAgent)) && neighbourhood(s.RemoteAddress) == neighbourhood(device.RemoteAddress) {
			return false, nil
		}
	}
	return len(earlier) > 0, nil
}

// browser is a user agent without its versions: an update makes no new device.
func browser(userAgent string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '.' || r == '_' {
			return -1
		}
		return r
	}, userAgent)
}
