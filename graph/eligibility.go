package graph

import (
	"latchkey/graph/model"
	"latchkey/server/refusal"
)

// eligibility shows a refusal that an act would meet as data, for a button
// that is there and says why it is disabled. A fault stays an error.
func eligibility(err error) (*model.Eligibility, error) {
	if err == nil {
		return &model.Eligibility{Allowed: true}, nil
	}
	refused, ok := refusal.As(err)
	if !ok {
		return nil, err
	}
	out := &model.Eligibility{Code: &refused.Code, Reason: &refused.Message}
	if refused.WayOut != "" {
		out.WayOut = &refused.WayOut
	}
	return out, nil
}
