package graph

import (
	"context"
	"strings"

	"latchkey/ent/invitation"
	"latchkey/graph/model"
	"latchkey/server/nodeid"
	"latchkey/server/notify"
)

// previewMail shows an invitation's e-mail before it is sent.
func (r *Resolver) previewMail(ctx context.Context, id nodeid.ID, language invitation.Language, note *string) (*model.InvitationMailPreview, error) {
	var words string
	if note != nil {
		words = *note
	}
	preview, err := r.Courier.PreviewInvitation(ctx, id, notify.Language(strings.ToLower(language.String())), words)
	if err != nil {
		return nil, err
	}
	return &model.InvitationMailPreview{Subject: preview.Subject, Text: preview.Text}, nil
}
