package signup

import (
	"context"
	"fmt"

	"latchkey/ent"
	"latchkey/ent/signup"
	"latchkey/ent/user"
	"latchkey/server/identity"
	"latchkey/server/mailedcode"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// VerifyEmail proves the address by the last code that was sent to it. A try
// counts before it is looked at, so that a thousand at the same time are not
// more than five. Of an address that somebody signs in with no code is right:
// its mail holds none.
//
// Refusals: NOT_FOUND, VALIDATION_FAILED on "code", RATE_LIMITED.
func (s *SignUps) VerifyEmail(ctx context.Context, token, typed string, from identity.Device) (*ent.SignUp, error) {
	row, err := s.Find(ctx, token)
	if err != nil || row.EmailProvenAt != nil {
		return row, err
	}
	code, err := mailedcode.Read(typed)
	if err != nil {
		return nil, err
	}
	if err := s.answers.Try(from); err != nil {
		return nil, err
	}
	if err := s.answer(ctx, row, code); err != nil {
		return nil, err
	}
	if row, err = s.Find(ctx, token); err != nil || row.EmailProvenAt != nil {
		return row, err
	}
	return nil, refusal.Invalid("code", s.whyWrong(row))
}

// answer counts a code and proves the address if it is the right one.
func (s *SignUps) answer(ctx context.Context, row *ent.SignUp, code string) error {
	counted, err := s.countTry(ctx, row)
	if err != nil || !counted {
		return err
	}
	right, err := s.isRight(ctx, row, code)
	if err != nil || !right {
		return err
	}
	return s.prove(ctx, row)
}

// countTry counts an answer to the code of row; false when it takes none any more.
func (s *SignUps) countTry(ctx context.Context, row *ent.SignUp) (bool, error) {
	counted, err := s.client.SignUp.Update().Where(
		signup.ID(row.ID), signup.EmailProvenAtIsNil(), signup.CodeCount(row.CodeCount), signup.TriesLT(codeTries),
		signup.CodeSentAtGT(s.clock.Now().Add(-codeLife)),
	).AddTries(1).Save(viewer.System(ctx))
	if err != nil {
		return false, fmt.Errorf("count an answer: %w", err)
	}
	return counted > 0, nil
}

// isRight does the same work for every address.
func (s *SignUps) isRight(ctx context.Context, row *ent.SignUp, code string) (bool, error) {
	known, err := s.client.User.Query().Where(user.Email(row.Email)).Exist(viewer.System(ctx))
	if err != nil {
		return false, fmt.Errorf("look for a user: %w", err)
	}
	right, err := mailedcode.Is(s.box, row.CodeSealed, placeOfCode(row.ID), code)
	return right && !known, err
}

// prove notes that the address is proven, unless another code was sent meanwhile.
func (s *SignUps) prove(ctx context.Context, row *ent.SignUp) error {
	err := s.client.SignUp.Update().
		Where(signup.ID(row.ID), signup.EmailProvenAtIsNil(), signup.CodeCount(row.CodeCount)).
		SetEmailProvenAt(s.clock.Now()).ClearCodeSealed().Exec(viewer.System(ctx))
	if err != nil {
		return fmt.Errorf("note a proven address: %w", err)
	}
	return nil
}

func (s *SignUps) whyWrong(row *ent.SignUp) string {
	left := TriesLeft(row)
	switch {
	case left > 1 && s.codeLives(row):
		return fmt.Sprintf("That isn’t the code of the last e-mail. %d tries left.", left)
	case left == 1 && s.codeLives(row):
		return "That isn’t the code of the last e-mail. 1 try left."
	case ResendAfter(row) == nil:
		return "This sign-up takes no more codes. Open the invitation’s link and begin again."
	case !s.codeLives(row):
		return "This code is older than 10 minutes. Ask for a new one."
	default:
		return "That was tried too often. Ask for a new code."
	}
}

func (s *SignUps) codeLives(row *ent.SignUp) bool {
	return s.clock.Now().Before(row.CodeSentAt.Add(codeLife))
}
