package graph

import (
	"context"
	"sync/atomic"

	"latchkey/graph/model"
	"latchkey/server/identity"
	"latchkey/server/viewer"
)

// arrival is the context of a root field in whose midst somebody may sign in:
// what the answer shows of them is then read as them.
type arrival struct {
	context.Context
	arrived atomic.Pointer[context.Context]
}

type arrivalKey struct{}

// Value implements context.Context.
func (a *arrival) Value(key any) any {
	if key == (arrivalKey{}) {
		return a
	}
	if acting := a.arrived.Load(); acting != nil {
		if v := (*acting).Value(key); v != nil {
			return v
		}
	}
	return a.Context.Value(key)
}

// arrive gives the browser its cookie, and has whoever signed in act from here on.
func arrive(ctx context.Context, at doorstep, in *identity.SignedIn) *model.Viewer {
	at.cookie.Set(in.Token, in.ExpiresAt)
	if a, ok := ctx.Value(arrivalKey{}).(*arrival); ok {
		acting := viewer.NewContext(context.Background(), in.Viewer)
		a.arrived.Store(&acting)
	}
	return &model.Viewer{User: in.User}
}
