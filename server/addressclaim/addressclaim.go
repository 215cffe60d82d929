// Package addressclaim keeps a login identifier from being shared, and a
// shared address from becoming a login identifier.
//
// A claim is a row for an address whose id says what it is used for. Users,
// live grants and pending invitations refer to it, so the database lets its
// kind change only when nothing does: nobody needs to release a claim, and no
// race gets around it.
//
// After a refusal the transaction can only be rolled back.
package addressclaim

import (
	"context"
	"fmt"
	"strings"

	"latchkey/ent"
	"latchkey/ent/grant"
	"latchkey/ent/invitation"
	"latchkey/ent/user"
	"latchkey/server/address"
	"latchkey/server/database"
	"latchkey/server/refusal"
	"latchkey/server/viewer"
)

// Login claims a normalised address for signing in and returns the claim's id,
// for the user's claim_id. The address being shared or offered is AddressIsShared,
// and so is the one whose sub-address it is: "info+x@" is read by all who read "info@".
//
// A transaction that claims several addresses does it in their order, or two
// of them wait for each other and one is repeated.
func Login(ctx context.Context, tx *database.Tx, email string) (claimID string, err error) {
	claimID = "login:" + email
	taken, err := claim(ctx, tx, claimID, email)
	if base := baseOf(email); err == nil && !taken && base != email {
		taken, err = claim(ctx, tx, "login:"+base, base)
	}
	if err != nil {
		return "", err
	}
	if taken {
		return "", refusal.AddressIsShared(email)
	}
	return claimID, nil
}

// Share claims a normalised address for sharing and returns the claim's id,
// for a grant's or an invitation's claim_id. Somebody signing in with it, or
// with a sub-address of it, is AddressIsLoginIdentifier. Of several addresses see Login.
func Share(ctx context.Context, tx *database.Tx, email string) (claimID string, err error) {
	claimID = "shared:" + email
	taken, err := claim(ctx, tx, claimID, email)
	if taken {
		return "", refusal.AddressIsLoginIdentifier(email)
	}
	if err != nil {
		return "", err
	}
	return claimID, refuseSubAddress(ctx, tx, email)
}

// refuseSubAddress refuses to share an address while somebody signs in with a
// sub-address of it. Nobody begins to meanwhile: the claim is locked by now.
func refuseSubAddress(ctx context.Context, tx *database.Tx, shared string) error {
	at := strings.LastIndexByte(shared, '@')
	if at < 0 {
		return nil
	}
	found, err := tx.User.Query().Where(user.EmailHasPrefix(shared[:at]+"+"), user.EmailHasSuffix(shared[at:])).
		First(viewer.System(ctx))
	if ent.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("look for sub-addresses: %w", err)
	}
	return refusal.AddressIsLoginIdentifier(found.Email)
}

// IsShared tells whether a normalised address, or the one whose sub-address it
// is, is shared or offered now. It decides nothing: see Login.
func IsShared(ctx context.Context, tx *database.Tx, email string) (bool, error) {
	ctx = viewer.System(ctx)
	claims := []string{"shared:" + email, "shared:" + baseOf(email)}
	shared, err := tx.Grant.Query().Where(grant.ClaimIDIn(claims...)).Exist(ctx)
	if err == nil && !shared {
		shared, err = tx.Invitation.Query().Where(invitation.ClaimIDIn(claims...)).Exist(ctx)
	}
	if err != nil {
		return false, fmt.Errorf("look whether an address is shared: %w", err)
	}
	return shared, nil
}

// baseOf is the address without its sub-address.
func baseOf(text string) string {
	parsed, err := address.Parse(text)
	if err != nil {
		return text
	}
	return parsed.Base().String()
}

// claim makes the row or changes its kind. taken means that the other kind is
// in use. The row stays locked, changed or not, until the transaction ends, by
// when the caller's row refers to it.
func claim(ctx context.Context, tx *database.Tx, id, address string) (taken bool, err error) {
	_, err = tx.SQL.ExecContext(ctx, tx.Rebind(
		`INSERT INTO address_claims (id, address) VALUES (?, ?)
		 ON CONFLICT (address) DO UPDATE SET id = excluded.id WHERE address_claims.id <> excluded.id`), id, address)
	switch {
	case err == nil:
		return false, nil
	case database.IsForeignKeyViolation(err):
		return true, nil
	default:
		return false, fmt.Errorf("claim %s: %w", id, err)
	}
}
