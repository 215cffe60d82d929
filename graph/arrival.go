package graph

import (
	"context"
	"slices"
	"sync/atomic"

	"latchkey/graph/model"
	"latchkey/server/identity"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
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

// act has somebody act from here on.
func act(ctx context.Context, v viewer.Viewer) {
	if a, ok := ctx.Value(arrivalKey{}).(*arrival); ok {
		acting := viewer.NewContext(context.Background(), v)
		a.arrived.Store(&acting)
	}
}

// arrive gives the browser its cookie, and has whoever signed in act from here
// on. Who acted until now stays signed in beside them; an older session of the
// same person ends, and so does the oldest of too many.
func (r *Resolver) arrive(ctx context.Context, at doorstep, in *identity.SignedIn) (*model.Viewer, error) {
	before, _, err := r.held(ctx, at)
	if err != nil {
		return nil, err
	}
	keep := []identity.Held{{Token: in.Token, ExpiresAt: in.ExpiresAt, Viewer: in.Viewer, User: in.User}}
	var leave []nodeid.ID
	for _, other := range before {
		switch {
		case other.Viewer.Session == in.Viewer.Session: // its token was made anew
		case other.User.ID == in.User.ID || len(keep) == identity.MaxAccounts:
			leave = append(leave, other.Viewer.Session)
		default:
			keep = append(keep, other)
		}
	}
	if err := r.Identity.Leave(ctx, leave...); err != nil {
		return nil, err
	}
	at.cookie.Keep(keep)
	act(ctx, in.Viewer)
	return &model.Viewer{User: in.User}, nil
}

// depart ends the session that acts, or all of this browser; the next that is
// left acts from here on, and is returned.
func (r *Resolver) depart(ctx context.Context, at doorstep, all bool) (*model.Viewer, error) {
	held, acts, err := r.held(ctx, at)
	if err != nil {
		return nil, err
	}
	going := 0
	switch {
	case all:
		going = len(held)
	case acts:
		going = 1
	}
	leave := make([]nodeid.ID, going)
	for n := range leave {
		leave[n] = held[n].Viewer.Session
	}
	if err := r.Identity.Leave(ctx, leave...); err != nil {
		return nil, err
	}
	return r.keep(ctx, at, held[going:]), nil
}

// change has another account of this browser act from here on.
//
// Refusals: NOT_FOUND.
func (r *Resolver) change(ctx context.Context, at doorstep, to nodeid.ID) (*model.Viewer, error) {
	held, _, err := r.held(ctx, at)
	if err != nil {
		return nil, err
	}
	n := slices.IndexFunc(held, func(h identity.Held) bool { return h.User.ID == to })
	if n < 0 {
		return nil, refusal.NotFound()
	}
	return r.keep(ctx, at, slices.Concat(held[n:n+1], held[:n], held[n+1:])), nil
}

// keep gives the browser its sessions and has the first act; nil when there is none.
func (r *Resolver) keep(ctx context.Context, at doorstep, held []identity.Held) *model.Viewer {
	at.cookie.Keep(held)
	if len(held) == 0 {
		act(ctx, viewer.Viewer{})
		return nil
	}
	act(ctx, held[0].Viewer)
	return r.shown(held[0].User, held[0].Viewer)
}

// accounts shows who is signed in within this browser, the one who acts first.
func (r *Resolver) accounts(ctx context.Context) ([]*model.Account, error) {
	at, err := door(ctx)
	if err != nil {
		return nil, err
	}
	held, acts, err := r.held(ctx, at)
	if err != nil {
		return nil, err
	}
	accounts := make([]*model.Account, len(held))
	for n, h := range held {
		accounts[n] = &model.Account{User: h.User, Active: acts && n == 0}
	}
	return accounts, nil
}
