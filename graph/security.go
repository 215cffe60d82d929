package graph

import (
	"context"

	"latchkey/ent"
	"latchkey/graph/model"
	"latchkey/server/sharing"
)

// security shows what the viewer proves who they are with.
func (r *Resolver) security(ctx context.Context, user *ent.User) (*model.Security, error) {
	held, err := r.Factors.Held(ctx)
	if err != nil {
		return nil, err
	}
	out := &model.Security{
		PasswordChangedAt: user.PasswordChangedAt, HasSecondFactor: user.SecondFactor,
		Passkeys: make([]*model.Passkey, len(held.Passkeys)),
	}
	for i, key := range held.Passkeys {
		out.Passkeys[i] = passkeyOf(key)
	}
	if a := held.Authenticator; a != nil {
		out.Authenticator = &model.Authenticator{AddedAt: a.CreatedAt, LastUsedAt: a.LastUsedAt}
	}
	if codes := held.RecoveryCodes; codes != nil {
		out.RecoveryCodes = &model.RecoveryCodes{Left: codes.Left, Total: codes.Total, MadeAt: codes.MadeAt}
	}
	return out, nil
}

func passkeyOf(key *ent.Passkey) *model.Passkey {
	return &model.Passkey{ID: key.ID, Name: key.Name, AddedAt: key.CreatedAt, LastUsedAt: key.LastUsedAt}
}

// addedFactor answers whoever has added a second factor, with new recovery codes if it was the first.
func (r *Resolver) addedFactor(ctx context.Context, codes []string) (*model.AddSecondFactorPayload, error) {
	viewer, err := r.viewer(ctx)
	if err != nil {
		return nil, err
	}
	return &model.AddSecondFactorPayload{Viewer: viewer, RecoveryCodes: codes}, nil
}

func (r *Resolver) removedFactor(ctx context.Context) (*model.RemoveSecondFactorPayload, error) {
	viewer, err := r.viewer(ctx)
	if err != nil {
		return nil, err
	}
	return &model.RemoveSecondFactorPayload{Viewer: viewer}, nil
}

func demandsOf(demands []sharing.Demand) []*model.SecondFactorDemand {
	out := make([]*model.SecondFactorDemand, len(demands))
	for i, d := range demands {
		out[i] = &model.SecondFactorDemand{Address: d.Address, OrganizationName: d.OrganizationName, SharedByName: d.SharedByName}
	}
	return out
}
