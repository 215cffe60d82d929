package graph

import (
	"context"
	"time"

	"latchkey/server/identity"
	"latchkey/server/refusal"
	"latchkey/server/seal"
)

// SessionCookie hands the tokens of sessions to the browser, in the response
// to the request that is being answered. One session acts; others stay signed
// in beside it.
type SessionCookie interface {
	// Tokens are those that the browser holds: of the session that acts, empty
	// when there is none, and of the others.
	Tokens() (acting string, others []string)
	// Renew gives the browser another token of the session that acts; the others stay.
	Renew(token seal.Token, expires time.Time)
	// Keep is all that the browser holds from now on. The first acts; nothing takes every session from it.
	Keep(sessions []identity.Held)
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

// held reads whose sessions the browser holds, the acting one first. acts is
// false when nobody acts, though others may be signed in.
func (r *Resolver) held(ctx context.Context, at doorstep) (held []identity.Held, acts bool, err error) {
	acting, others := at.cookie.Tokens()
	held, err = r.Identity.Held(ctx, append([]string{acting}, others...))
	acts = len(held) > 0 && held[0].Token.Reveal() == acting
	return held, acts, err
}
