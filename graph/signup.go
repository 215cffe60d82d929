package graph

import (
	"context"

	"latchkey/ent"
	"latchkey/graph/model"
	"latchkey/server/signup"
)

var signUpSteps = map[signup.Step]model.SignUpStep{
	signup.StepEmailCode:    model.SignUpStepEmailCode,
	signup.StepProfile:      model.SignUpStepProfile,
	signup.StepContact:      model.SignUpStepContact,
	signup.StepSecondFactor: model.SignUpStepSecondFactor,
}

// signUpOf shows what was told so far, without any secret.
func signUpOf(row *ent.SignUp) *model.SignUp {
	return &model.SignUp{
		Step: signUpSteps[signup.StepOf(row)], Email: row.Email, FirstName: row.FirstName, LastName: row.LastName, Phone: row.Phone,
		TermsVersion: signup.TermsVersion, TermsAccepted: signup.TermsAccepted(row),
		ResendAfter: signup.ResendAfter(row), TriesLeft: signup.TriesLeft(row), ExpiresAt: row.ExpiresAt,
	}
}

// signUpPayload is the answer of most steps.
func signUpPayload(row *ent.SignUp, err error) (*model.SignUpPayload, error) {
	if err != nil {
		return nil, err
	}
	return &model.SignUpPayload{SignUp: signUpOf(row)}, nil
}

// signUpFinished has the new user arrive.
func (r *Resolver) signUpFinished(ctx context.Context, at doorstep, f *signup.Finished, err error) (*model.SignUpFinishedPayload, error) {
	if err != nil {
		return nil, err
	}
	arrived, err := r.arrive(ctx, at, f.SignedIn)
	if err != nil {
		return nil, err
	}
	return &model.SignUpFinishedPayload{Viewer: arrived, RecoveryCodes: f.RecoveryCodes}, nil
}
