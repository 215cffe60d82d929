package sharing

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"latchkey/ent"
	"latchkey/ent/grant"
	"latchkey/ent/member"
	"latchkey/server/permission"
	"latchkey/server/refusal"
)

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func anySet() *rapid.Generator[permission.Set] {
	return rapid.Custom(func(t *rapid.T) permission.Set {
		return permission.Set(rapid.Int64Range(0, int64(permission.All)).Draw(t, "bits"))
	})
}

// anyEnd is an instant around noon, or none.
func anyEnd() *rapid.Generator[*time.Time] {
	return rapid.Custom(func(t *rapid.T) *time.Time {
		if rapid.Bool().Draw(t, "endless") {
			return nil
		}
		at := noon.Add(time.Duration(rapid.IntRange(-3, 10).Draw(t, "hours")) * time.Hour)
		return &at
	})
}

func anyStanding() *rapid.Generator[Standing] {
	return rapid.Custom(func(t *rapid.T) Standing {
		role := rapid.SampledFrom([]member.Role{"", member.RoleMEMBER, member.RoleADMIN, member.RoleOWNER}).Draw(t, "role")
		st := Standing{User: "usr_giver", Role: role}
		until := anyEnd().Draw(t, "until")
		if isOver(until, noon) {
			until = nil
		}
		return st.settle(anySet().Draw(t, "granted"), until)
	})
}

func anyTerms() *rapid.Generator[Terms] {
	return rapid.Custom(func(t *rapid.T) Terms {
		return Terms{Permissions: anySet().Draw(t, "permissions"), EndsAt: anyEnd().Draw(t, "end")}
	})
}

// allowed are what terms allow at an instant.
func allowed(t Terms, at time.Time) permission.Set {
	if isOver(t.EndsAt, at) {
		return permission.None
	}
	return t.Permissions
}

// holds are what a giver may do at an instant.
func holds(st Standing, at time.Time) permission.Set {
	return allowed(Terms{Permissions: st.Permissions, EndsAt: st.Until}, at)
}

func TestNobodyGivesMoreThanTheyHoldNorForLonger(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		giver, asked := anyStanding().Draw(t, "giver"), anyTerms().Draw(t, "asked")
		if give(giver, asked, noon, endOfGrant) != nil {
			return
		}
		at := noon.Add(time.Duration(rapid.IntRange(0, 20).Draw(t, "later")) * time.Hour)
		if given := allowed(asked, at); !holds(giver, at).Contains(given) {
			t.Fatalf("at %v the giver holds %v and gave %v", at, holds(giver, at), given)
		}
	})
}

func TestARevisionAddsNothingThatTheReviserDoesNotHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reviser := anyStanding().Draw(t, "reviser")
		before, after := anyTerms().Draw(t, "before"), anyTerms().Draw(t, "after")
		if revise(reviser, before, after, noon, endOfGrant) != nil {
			return
		}
		if !reviser.Permissions.Contains(before.Permissions) {
			t.Fatalf("revised %v, which is beyond %v", before, reviser)
		}
		at := noon.Add(time.Duration(rapid.IntRange(0, 20).Draw(t, "later")) * time.Hour)
		added := allowed(after, at).Without(allowed(before, at))
		if !holds(reviser, at).Contains(added) {
			t.Fatalf("at %v the reviser holds %v and added %v", at, holds(reviser, at), added)
		}
	})
}

func TestAnOfferIsNarrowedToWhatItsInviterHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		inviter, offer := anyStanding().Draw(t, "inviter"), anyTerms().Draw(t, "offer")
		given := offer.Within(inviter)
		at := noon.Add(time.Duration(rapid.IntRange(0, 20).Draw(t, "later")) * time.Hour)
		if !holds(inviter, at).Contains(allowed(given, at)) || !allowed(offer, at).Contains(allowed(given, at)) {
			t.Fatalf("at %v: inviter %v, offer %v, given %v", at, holds(inviter, at), allowed(offer, at), allowed(given, at))
		}
	})
}

func TestWhoMayChangeAGrant(t *testing.T) {
	var (
		owner   = Standing{User: "usr_a", Role: member.RoleOWNER}.settle(0, nil)
		sharer  = Standing{User: "usr_b", Role: member.RoleMEMBER}.settle(permission.Of(permission.Read, permission.Share), nil)
		manager = Standing{User: "usr_c"}.settle(permission.All, nil)
	)
	for _, row := range []struct {
		sentence       string
		who            Standing
		grant          ent.Grant
		change, revoke bool
	}{
		{"an owner changes everybody's grant", owner, ent.Grant{UserID: "usr_x", Permissions: permission.All}, true, true},
		{"an owner does not change a personal grant", owner, ent.Grant{UserID: "usr_x", Personal: true}, false, false},
		{"somebody who shares changes what they could give", sharer, ent.Grant{UserID: "usr_x", Permissions: permission.Of(permission.Read)}, true, true},
		{"somebody who shares does not touch what is beyond them", sharer, ent.Grant{UserID: "usr_x", Permissions: permission.Of(permission.Read, permission.Delete)}, false, false},
		{"a guest who may do everything changes others", manager, ent.Grant{UserID: "usr_x", Permissions: permission.All}, true, true},
		{"a guest can't raise their own grant", manager, ent.Grant{UserID: "usr_c", Permissions: permission.Of(permission.Read)}, false, false},
	} {
		t.Run(row.sentence, func(t *testing.T) {
			if got := mayChange(row.who, &row.grant) == nil; got != row.change {
				t.Errorf("may change: %v, want %v", got, row.change)
			}
			if got := mayRevoke(row.who, &row.grant) == nil; got != row.revoke {
				t.Errorf("may revoke: %v, want %v", got, row.revoke)
			}
		})
	}
}

func TestTermsThatMakeNoSenseAreRefusedOnTheirField(t *testing.T) {
	owner := Standing{Role: member.RoleOWNER}.settle(0, nil)
	past, soon, later := noon.Add(-time.Hour), noon.Add(time.Hour), noon.Add(2*time.Hour)
	read := permission.Of(permission.Read)
	for _, row := range []struct {
		sentence string
		asked    Terms
		field    string
	}{
		{"nothing at all", Terms{}, "permissions"},
		{"something without reading", Terms{Permissions: permission.Of(permission.Organize)}, "permissions"},
		{"an end that is past", Terms{Permissions: read, EndsAt: &past}, endOfGrant},
		{"an end that is now", Terms{Permissions: read, EndsAt: &noon}, endOfGrant},
		{"an end before the start", Terms{Permissions: read, StartsAt: &later, EndsAt: &soon}, endOfGrant},
	} {
		t.Run(row.sentence, func(t *testing.T) {
			if err := give(owner, row.asked, noon, endOfGrant); !errors.Is(err, refusal.Invalid(row.field, "")) {
				t.Errorf("got %v, want VALIDATION_FAILED on %s", err, row.field)
			}
		})
	}
}

func TestAStateNeedsNoSweep(t *testing.T) {
	past, soon := noon.Add(-time.Hour), noon.Add(time.Hour)
	left := grant.EndedAsLEFT
	for want, g := range map[State]*ent.Grant{
		Active:    {StartsAt: &past, ExpiresAt: &soon},
		Scheduled: {StartsAt: &soon},
		Expired:   {ExpiresAt: &noon},
		Revoked:   {RevokedAt: &past, EndedAs: &left},
	} {
		if got := StateOfGrant(g, noon); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
