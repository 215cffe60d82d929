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

	"latchkey/server/database"
	"latchkey/server/refusal"
)

// Login claims a normalised address for signing in and returns the claim's id,
// for the user's claim_id. The address being shared or offered is AddressIsShared.
//
// A transaction that claims several addresses does it in their order, or two
// of them wait for each other and one is repeated.
func Login(ctx context.Context, tx *database.Tx, address string) (claimID string, err error) {
	claimID = "login:" + address
	taken, err := claim(ctx, tx, claimID, address)
	if taken {
		return "", refusal.AddressIsShared(address)
	}
	return claimID, err
}

// Share claims a normalised address for sharing and returns the claim's id,
// for a grant's or an invitation's claim_id. Somebody signing in with it is
// AddressIsLoginIdentifier. Of several addresses see Login.
func Share(ctx context.Context, tx *database.Tx, address string) (claimID string, err error) {
	claimID = "shared:" + address
	taken, err := claim(ctx, tx, claimID, address)
	if taken {
		return "", refusal.AddressIsLoginIdentifier(address)
	}
	return claimID, err
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
