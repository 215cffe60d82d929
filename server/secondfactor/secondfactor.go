// Package secondfactor keeps what people prove beside their password, or in
// its place: codes of an authenticator app (RFC 6238), passkeys (WebAuthn level
// 3), and recovery codes for the day on which both are lost.
//
// users.second_factor is true while somebody has an authenticator or a passkey.
// Whatever demands a second factor asks that column, so it changes here only,
// and together with the access that hangs on it.
package secondfactor

import (
	"context"
	"fmt"
	"log/slog"
	"net/netip"
	"net/url"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"latchkey/ent"
	"latchkey/ent/accessevent"
	"latchkey/server/challenge"
	"latchkey/server/clock"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/seal"
)

// issuer is whom an authenticator app and a passkey's dialog name.
const issuer = "Latchkey"

// access tells people what a change means for the mailboxes they use: sharing.
type access interface {
	Follow(ctx context.Context, tx *database.Tx, by nodeid.ID, users []nodeid.ID, reason *accessevent.Reason,
		change func(ctx context.Context) error) error
}

// postman queues mail in a transaction.
type postman interface {
	// SendSecurityNotice tells somebody what happened to their account.
	SendSecurityNotice(ctx context.Context, tx *database.Tx, user nodeid.ID, what string) error
}

// sessionEnder ends all sessions of a user but one: identity.
type sessionEnder interface {
	EndSessions(ctx context.Context, tx *database.Tx, user, except nodeid.ID) error
}

// Options are what second factors work with.
type Options struct {
	Store *database.Store
	// Box seals the secrets of authenticator apps and hashes recovery codes.
	Box        *seal.Box
	Challenges *challenge.Challenges
	// PublicURL is the origin that passkeys are bound to. A passkey needs a
	// name: with an IP address there are none.
	PublicURL *url.URL
	Access    access
	Postman   postman
	Sessions  sessionEnder
	// Log gets why a passkey was refused; slog's default when nil.
	Log *slog.Logger
}

// Factors is the domain. It is safe for use by many goroutines.
type Factors struct {
	store      *database.Store
	client     *ent.Client
	clock      *clock.Clock
	box        *seal.Box
	challenges *challenge.Challenges
	relying    *webauthn.WebAuthn // nil where there are no passkeys
	access     access
	postman    postman
	sessions   sessionEnder
	log        *slog.Logger
}

// New makes the domain. It fails when PublicURL is nothing to bind a passkey to.
func New(o Options) (*Factors, error) {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	relying, err := relyingParty(o.PublicURL)
	if err != nil {
		return nil, err
	}
	return &Factors{
		store: o.Store, client: o.Store.Client(), clock: o.Store.Clock(), box: o.Box, challenges: o.Challenges,
		relying: relying, access: o.Access, postman: o.Postman, sessions: o.Sessions, log: o.Log,
	}, nil
}

// relyingParty is who asks for passkeys: one host and one origin, nothing else.
func relyingParty(public *url.URL) (*webauthn.WebAuthn, error) {
	if _, err := netip.ParseAddr(public.Hostname()); err == nil {
		return nil, nil // WebAuthn §5.1.3: an IP address is no relying party id
	}
	resident := true
	made, err := webauthn.New(&webauthn.Config{
		RPID: public.Hostname(), RPDisplayName: issuer, RPOrigins: []string{public.Scheme + "://" + public.Host},
		AttestationPreference: protocol.PreferNoAttestation,
		AuthenticatorSelection: protocol.AuthenticatorSelection{
			ResidentKey: protocol.ResidentKeyRequirementRequired, RequireResidentKey: &resident, // to sign in with it alone
			UserVerification: protocol.VerificationRequired, // so that it is two factors
		},
		// Password managers answer extensions that nobody asked for; we read none.
		ExtensionsUnsolicitedOutputPolicy: protocol.UnsolicitedOutputPolicyIgnore,
	})
	if err != nil {
		return nil, fmt.Errorf("passkeys for %s: %w", public.Host, err)
	}
	return made, nil
}
