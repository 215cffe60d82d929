// Package identity knows who somebody is: users and their passwords, sessions,
// step-up, and the first set-up of a new server.
package identity

import (
	"context"
	"encoding/json"
	"log/slog"
	"time"

	"latchkey/ent"
	entchallenge "latchkey/ent/challenge"
	"latchkey/server/challenge"
	"latchkey/server/clock"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/organization"
	"latchkey/server/seal"
	"latchkey/server/secondfactor"
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

// factors are the second factors of users.
type factors interface {
	// Methods are those that the user has, the easiest first.
	Methods(ctx context.Context, person nodeid.ID) ([]secondfactor.Method, error)
	// Verify refuses a wrong proof and one that was used. Who calls it has counted the try.
	Verify(ctx context.Context, tx *database.Tx, person nodeid.ID, proof secondfactor.Proof) error
	// RequestPasskey begins a ceremony: with no person, of anybody; with a session, for it alone.
	RequestPasskey(ctx context.Context, purpose entchallenge.Kind, person, session nodeid.ID) (request seal.Token, options json.RawMessage, err error)
	// VerifyPasskey ends a ceremony, once, and says whose passkey it was.
	VerifyPasskey(ctx context.Context, tx *database.Tx, purpose entchallenge.Kind, proof secondfactor.PasskeyProof) (person nodeid.ID, err error)
}

// postman queues mail in a transaction.
type postman interface {
	// SendResetCode mails the code of a challenge; of a challenge of nobody it mails nothing.
	SendResetCode(ctx context.Context, tx *database.Tx, challenge nodeid.ID) error
	// SendNewSignIn tells of a session from an unfamiliar device.
	SendNewSignIn(ctx context.Context, tx *database.Tx, session nodeid.ID) error
	// SendSecurityNotice tells somebody what happened to their account.
	SendSecurityNotice(ctx context.Context, tx *database.Tx, person nodeid.ID, what string) error
}

// Options are what identity works with.
type Options struct {
	Store         *database.Store
	Passwords     *seal.Passwords
	Organizations *organization.Organizations
	// Box seals the codes that are mailed.
	Box *seal.Box
	// Postman may be nil: nothing is mailed then, as in tests.
	Postman postman
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
	challenges    *challenge.Challenges
	factors       factors
	box           *seal.Box
	postman       postman
	sessions      sessionEnder
	setUpCode     string
	log           *slog.Logger

	accounts   *limiter // tries by account
	remotes    *limiter // tries by remote address
	codes      *limiter // tries of codes by account
	resets     *limiter // resets by remote address
	ceremonies *limiter // passkeys asked for by remote address
	setUps     *limiter // tries of the set-up code by remote address
	familiar   *familiars
}

// New makes the domain.
func New(o Options) *Identity {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.Postman == nil {
		o.Postman = noPostman{}
	}
	clk := o.Store.Clock()
	codes := newLimiter(clk, codeTries)
	codes.quiet = codeQuiet
	return &Identity{
		store: o.Store, client: o.Store.Client(), clock: clk, passwords: o.Passwords, organizations: o.Organizations,
		challenges: challenge.New(o.Store), box: o.Box, postman: o.Postman, sessions: o.Sessions, setUpCode: o.SetUpCode, log: o.Log,
		accounts: newLimiter(clk, accountTries), remotes: newLimiter(clk, remoteTries), codes: codes,
		resets: newLimiter(clk, resetTries), ceremonies: newLimiter(clk, ceremonyTries), setUps: newLimiter(clk, setUpTries),
		familiar: newFamiliars(),
	}
}

// SetFactors says who knows second factors, before anybody signs in. They are
// made after Identity, because they end its sessions.
func (i *Identity) SetFactors(f factors) { i.factors = f }

// noPostman mails nothing.
type noPostman struct{}

func (noPostman) SendResetCode(context.Context, *database.Tx, nodeid.ID) error { return nil }

func (noPostman) SendNewSignIn(context.Context, *database.Tx, nodeid.ID) error { return nil }

func (noPostman) SendSecurityNotice(context.Context, *database.Tx, nodeid.ID, string) error {
	return nil
}
