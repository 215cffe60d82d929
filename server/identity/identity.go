// Package identity knows who somebody is: users and their passwords, sessions,
// step-up, and the first set-up of a new server.
package identity

import (
	"log/slog"
	"time"

	"latchkey/ent"
	"latchkey/server/clock"
	"latchkey/server/database"
	"latchkey/server/organization"
	"latchkey/server/seal"
)

// How long proofs last.
const (
	// SessionIdle ends a session that was not used for so long.
	SessionIdle = 30 * 24 * time.Hour
	// SessionLifetime ends a session however much it is used.
	SessionLifetime = 90 * 24 * time.Hour
	// StepUp is how long a proven password allows sensitive acts.
	StepUp = 10 * time.Minute

	// seenEvery is how often a session's use is written down: a write for every request would be too much.
	seenEvery = time.Minute
)

// sessionEnder closes the open sockets of a session on every node. A failure
// is logged: the session's end is in the database, which every request asks.
type sessionEnder interface {
	EndSession(session string) error
}

// Options are what identity works with.
type Options struct {
	Store         *database.Store
	Passwords     *seal.Passwords
	Organizations *organization.Organizations
	// Sessions closes sockets; nil when there are none, as in tests.
	Sessions sessionEnder
	// SetUpCode proves to a new server that who sets it up runs it: see NewSetUpCode.
	SetUpCode string
	// Log gets faults of what must not fail a request; slog's default when nil.
	Log *slog.Logger
}

// Identity is the domain. It is safe for use by many goroutines.
type Identity struct {
	store         *database.Store
	client        *ent.Client
	clock         *clock.Clock
	passwords     *seal.Passwords
	organizations *organization.Organizations
	sessions      sessionEnder
	setUpCode     string
	log           *slog.Logger

	accounts *limiter // tries by account
	remotes  *limiter // tries by remote address
	setUps   *limiter // tries of the set-up code by remote address
	familiar *familiars
}

// New makes the domain.
func New(o Options) *Identity {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	clk := o.Store.Clock()
	return &Identity{
		store: o.Store, client: o.Store.Client(), clock: clk, passwords: o.Passwords,
		organizations: o.Organizations, sessions: o.Sessions, setUpCode: o.SetUpCode, log: o.Log,
		accounts: newLimiter(clk, accountTries), remotes: newLimiter(clk, remoteTries), setUps: newLimiter(clk, setUpTries),
		familiar: newFamiliars(),
	}
}
