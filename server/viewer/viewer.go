// Package viewer says who is acting. A viewer is carried in the context, as
// ids only; without one nothing can be read.
package viewer

import (
	"context"
	"time"

	"latchkey/server/nodeid"
	"latchkey/server/refusal"
)

// Viewer is a user's session or the system itself.
type Viewer struct {
	// User is who acts; empty for the system.
	User nodeid.ID
	// Session is the signed-in session, and what a socket ends with.
	Session nodeid.ID
	// ExpiresAt is when the session ends by itself; zero for never.
	ExpiresAt time.Time
	// SteppedUpUntil is until when sensitive acts need no new proof of the password.
	SteppedUpUntil time.Time

	system bool
}

type contextKey struct{}

// NewContext returns a context in which v acts.
func NewContext(ctx context.Context, v Viewer) context.Context {
	return context.WithValue(ctx, contextKey{}, v)
}

// System returns a context in which the server itself acts: deliveries, jobs,
// and the inside of a domain function after it has checked what the user may do.
func System(ctx context.Context) context.Context {
	return NewContext(ctx, Viewer{system: true})
}

// FromContext returns who acts; ok is false when nobody does.
func FromContext(ctx context.Context) (v Viewer, ok bool) {
	v, ok = ctx.Value(contextKey{}).(Viewer)
	return v, ok
}

// IsContextKey tells whether a context key is the viewer's: whoever reads it
// shows something that depends on the individual.
func IsContextKey(key any) bool { return key == contextKey{} }

// IsSystem tells whether the server itself acts.
func (v Viewer) IsSystem() bool { return v.system }

// RequireUser returns the id of the user who acts, or UNAUTHENTICATED.
func RequireUser(ctx context.Context) (nodeid.ID, error) {
	v, ok := FromContext(ctx)
	if !ok || v.User == "" {
		return "", refusal.Unauthenticated()
	}
	return v.User, nil
}

// RequireStepUp returns the id of the user who acts, if the last proof of
// their password is recent enough at now; otherwise STEP_UP_REQUIRED.
func RequireStepUp(ctx context.Context, now time.Time) (nodeid.ID, error) {
	user, err := RequireUser(ctx)
	if err != nil {
		return "", err
	}
	if v, _ := FromContext(ctx); !now.Before(v.SteppedUpUntil) {
		return "", refusal.StepUpRequired()
	}
	return user, nil
}
