package secondfactor

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"fmt"
	"strings"

	"latchkey/ent"
	"latchkey/ent/recoverycode"
	"latchkey/server/audit"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

const (
	// recoveryCodes is how many are made at a time.
	recoveryCodes = 8
	// recoveryLength is in characters of five bits: with the few tries that there are, 40 bits are not guessed.
	recoveryLength = 8
	// recoveryAlphabet has no two letters that look alike: i, l and o are read as 1 and 0.
	recoveryAlphabet = "0123456789abcdefghjkmnpqrstvwxyz"
)

// ReplaceRecoveryCodes makes new codes for the viewer; the old ones die.
//
// Refusals: UNAUTHENTICATED, STEP_UP_REQUIRED, CONFLICT without a second factor.
func (f *Factors) ReplaceRecoveryCodes(ctx context.Context) ([]string, error) {
	me, err := viewer.RequireStepUp(ctx, f.clock.Now())
	if err != nil {
		return nil, err
	}
	codes, err := database.InTx(viewer.System(ctx), f.store, func(ctx context.Context, tx *database.Tx) ([]string, error) {
		user, err := lockUser(ctx, tx, me)
		if err != nil {
			return nil, err
		}
		if !user.SecondFactor {
			return nil, refusal.Conflict("Recovery codes stand in for a second factor. Add a passkey or an authenticator app first.")
		}
		codes, err := f.InsertRecoveryCodes(ctx, tx, me)
		if err != nil {
			return nil, err
		}
		if err := f.postman.SendSecurityNotice(ctx, tx, me, "recovery_codes_replaced"); err != nil {
			return nil, err
		}
		return codes, audit.Append(ctx, tx, audit.Entry{Action: "recovery_codes.replaced", Actor: me, Subject: me})
	})
	if err != nil {
		return nil, fmt.Errorf("replace recovery codes: %w", err)
	}
	return codes, nil
}

// InsertRecoveryCodes makes eight codes such as "7k2m-9xqd" in place of all that
// the user has. They can't be read again: only keyed hashes are kept.
func (f *Factors) InsertRecoveryCodes(ctx context.Context, tx *database.Tx, user nodeid.ID) ([]string, error) {
	ctx = viewer.System(ctx)
	if err := deleteRecoveryCodes(ctx, tx, user); err != nil {
		return nil, err
	}
	codes, rows := make([]string, recoveryCodes), make([]*ent.RecoveryCodeCreate, recoveryCodes)
	for i := range codes {
		code := newRecoveryCode()
		codes[i] = code[:recoveryLength/2] + "-" + code[recoveryLength/2:]
		rows[i] = tx.RecoveryCode.Create().SetUserID(user).SetCodeHash(f.recoveryHash(user, code)).SetCreatedAt(f.clock.Now())
	}
	if err := tx.RecoveryCode.CreateBulk(rows...).Exec(ctx); err != nil {
		return nil, fmt.Errorf("keep recovery codes: %w", err)
	}
	return codes, nil
}

// useRecoveryCode takes a code of the user's, each once, and tells them of it.
func (f *Factors) useRecoveryCode(ctx context.Context, tx *database.Tx, user nodeid.ID, typed string) error {
	ctx = viewer.System(ctx)
	code, ok := parseRecoveryCode(typed)
	if !ok {
		return wrongRecoveryCode()
	}
	unused, err := tx.RecoveryCode.Query().Where(recoverycode.UserID(user), recoverycode.UsedAtIsNil()).All(ctx)
	if err != nil {
		return fmt.Errorf("read recovery codes: %w", err)
	}
	hash, match := f.recoveryHash(user, code), nodeid.ID("")
	for _, row := range unused { // all of them: how long it takes says nothing
		if subtle.ConstantTimeCompare(row.CodeHash, hash) == 1 {
			match = row.ID
		}
	}
	used, err := tx.RecoveryCode.Update().Where(recoverycode.ID(match), recoverycode.UsedAtIsNil()).SetUsedAt(f.clock.Now()).Save(ctx)
	if err != nil {
		return fmt.Errorf("note the use of a recovery code: %w", err)
	}
	if used == 0 {
		return wrongRecoveryCode()
	}
	if err := f.postman.SendSecurityNotice(ctx, tx, user, "recovery_code_used"); err != nil {
		return err
	}
	return audit.Append(ctx, tx, audit.Entry{
		Action: "recovery_code.used", Actor: user, Subject: user, Detail: map[string]any{"left": len(unused) - 1},
	})
}

func deleteRecoveryCodes(ctx context.Context, tx *database.Tx, user nodeid.ID) error {
	if _, err := tx.RecoveryCode.Delete().Where(recoverycode.UserID(user)).Exec(ctx); err != nil {
		return fmt.Errorf("delete recovery codes: %w", err)
	}
	return nil
}

func (f *Factors) recoveryHash(user nodeid.ID, code string) []byte {
	return f.box.Fingerprint([]byte(code), "recovery_codes.code_hash "+user.String())
}

func newRecoveryCode() string {
	var code [recoveryLength]byte
	if _, err := rand.Read(code[:]); err != nil {
		panic("secondfactor: the system gives no random numbers: " + err.Error())
	}
	for i, octet := range code {
		code[i] = recoveryAlphabet[octet%32] // 256 is a multiple: no letter is likelier
	}
	return string(code[:])
}

// parseRecoveryCode reads a code as people type it: in capitals, with or
// without the dash, with an O for a zero.
func parseRecoveryCode(typed string) (code string, ok bool) {
	const enough = 4 * recoveryLength // with all the spaces that somebody may type
	if len(typed) > enough {
		return "", false
	}
	code = lookAlikes.Replace(strings.ToLower(strings.Join(strings.Fields(typed), "")))
	return code, len(code) == recoveryLength && strings.Trim(code, recoveryAlphabet) == ""
}

var lookAlikes = strings.NewReplacer("-", "", "–", "", "o", "0", "i", "1", "l", "1")

func wrongRecoveryCode() error {
	return refusal.Invalid("recoveryCode", "This recovery code is wrong or was used already. Try another.")
}
