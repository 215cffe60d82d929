package graph

import (
	"context"
	"time"

	"latchkey/server/identity"
	"latchkey/server/refusal"
	"latchkey/server/seal"
)

// SessionCookie hands a session's token to the browser, in the response to the
// request that is being answered.
type SessionCookie interface {
	// Set gives the browser a token until an instant.
	Set(token seal.Token, expires time.Time)
	// Clear takes it back.
	Clear()
}

type cookieKey struct{}

type doorstep struct {
	cookie SessionCookie
	device identity.Device
}

// WithSessionCookie returns a context in which somebody can sign in or out
// from a device. A WebSocket has no response that could carry a cookie: leave it out.
func WithSessionCookie(ctx context.Context, cookie SessionCookie, device identity.Device) context.Context {
	return context.WithValue(ctx, cookieKey{}, doorstep{cookie, device})
}

// WithoutSessionCookie returns a context that outlives the response, as a
// WebSocket's does: nobody can sign in or out through it.
func WithoutSessionCookie(ctx context.Context) context.Context {
	return context.WithValue(ctx, cookieKey{}, nil)
}

// door returns where a session's token can be handed over.
//
// Refusals: FORBIDDEN over a WebSocket.
func door(ctx context.Context) (doorstep, error) {
	if d, ok := ctx.Value(cookieKey{}).(doorstep); ok {
		return d, nil
	}
	return doorstep{}, refusal.Forbidden("Sign in and out by an HTTP request: no cookie can be set over a WebSocket.")
}
