package signup_test

import (
	"slices"
	"sync"
	"testing"

	"latchkey/ent/member"
	"latchkey/ent/session"
	"latchkey/ent/user"
	"latchkey/server/audit"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/permission"
	"latchkey/server/refusal"
	"latchkey/server/sharing"
	signups "latchkey/server/signup"
	"latchkey/server/viewer"
)

func TestASignUpBecomesAnAccountWithAnOrganization(t *testing.T) {
	finishes := map[string]func(w *world, token string) (*signups.Finished, error){
		"by an authenticator app": (*world).confirm,
		"by a passkey": func(w *world, token string) (*signups.Finished, error) {
			if _, err := w.signUps.StartPasskey(w.T.Context(), token); err != nil {
				return nil, err
			}
			return w.signUps.ConfirmPasskey(w.T.Context(), token, []byte(`"mine"`), "Laptop", home)
		},
	}
	for name, finish := range finishes {
		t.Run(name, func(t *testing.T) {
			databasetest.Each(t, func(t *testing.T, s *database.Store) {
				w := newWorld(t, s)
				token := w.ready("Eva@home.example")
				done, err := finish(w, token)
				w.must(err, "finish")
				ctx := viewer.System(t.Context())
				eva := w.user("eva@home.example")
				if eva.Name != "Eva Rossi" || eva.Phone != "+41790000000" || *eva.Language != user.LanguageEN || !eva.SecondFactor ||
					eva.TermsVersion != signups.TermsVersion || eva.TermsAcceptedAt == nil {
					t.Errorf("the account is %+v", eva)
				}
				own := s.Client().Member.Query().Where(member.UserID(eva.ID)).WithOrganization().OnlyX(ctx)
				if own.Role != member.RoleOWNER || own.Edges.Organization.Name != "Eva Rossi’s organization" {
					t.Errorf("the organization is %q, as %s", own.Edges.Organization.Name, own.Role)
				}
				if begun := s.Client().Session.Query().Where(session.UserID(eva.ID)).OnlyX(ctx); begun.SecondFactorAt == nil || begun.SteppedUpUntil != nil {
					t.Errorf("the session is %+v", begun)
				}
				if v, err := w.people.Authenticate(t.Context(), done.Token.Reveal()); err != nil || v.User != eva.ID || len(done.RecoveryCodes) == 0 {
					t.Errorf("signed in as %+v, %v, with %v", v, err, done.RecoveryCodes)
				}
				if s.Client().SignUp.Query().CountX(ctx) != 0 {
					t.Error("the sign-up is still there")
				}
				if broken, err := audit.Verify(ctx, s); err != nil || broken != nil || !slices.Contains(w.Actions(), "user.created") || !slices.Contains(w.Actions(), "second_factor.added") {
					t.Errorf("the audit log says %v, %v, %v", w.Actions(), broken, err)
				}
				asEva := viewer.NewContext(t.Context(), done.Viewer)
				if _, err := w.Sharing.Accept(asEva, w.link, ""); err != nil {
					t.Errorf("accept the invitation: %v", err)
				}
			})
		})
	}
}

func TestAPasskeyIsMadeForTheUserItNames(t *testing.T) {
	w := newWorld(t, databasetest.SQLite(t))
	token := w.ready("eva@home.example")
	options, err := w.signUps.StartPasskey(t.Context(), token)
	w.must(err, "begin a passkey")
	_, err = w.signUps.ConfirmPasskey(t.Context(), token, []byte(`"another's"`), "Laptop", home)
	want(t, err, refusal.Invalid("credential", ""), "keep a passkey that was made elsewhere")
	_, err = w.signUps.ConfirmPasskey(t.Context(), token, []byte(`"mine"`), " ", home)
	want(t, err, refusal.Invalid("name", ""), "keep a passkey without a name")
	_, err = w.signUps.ConfirmPasskey(t.Context(), token, []byte(`"mine"`), "Laptop", home)
	w.must(err, "keep the passkey")
	if eva := w.user("eva@home.example"); string(options) != `{"user":"`+eva.ID.String()+`"}` {
		t.Errorf("the passkey names %s, the user is %s", options, eva.ID)
	}
}

func TestASecretIsOfferedOnce(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		token := w.ready("eva@home.example")
		first := w.row("eva@home.example").AuthenticatorSealed
		again, err := w.signUps.StartAuthenticator(t.Context(), token)
		w.must(err, "look at the QR code again")
		if again.Secret != appSecret || string(w.row("eva@home.example").AuthenticatorSealed) != string(first) {
			t.Error("another secret was made: what was scanned is worth nothing")
		}
		_, err = w.signUps.ConfirmAuthenticator(t.Context(), token, "000000", home)
		want(t, err, refusal.Invalid("code", ""), "type a wrong code")
		_, err = w.signUps.ConfirmAuthenticator(t.Context(), token, "no code", home)
		want(t, err, refusal.Invalid("code", ""), "type no code")
	})
}

func TestAnAccountIsMadeWholeOrNotAtAll(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		token := w.ready("eva@home.example")
		before := w.Actions()
		for _, act := range []string{"authenticator", "recovery codes"} {
			w.factors.broken = act
			_, err := w.confirm(token)
			want(t, err, errBroken, "finish while keeping the "+act+" fails")
			if organizations := s.Client().Organization.Query().CountX(viewer.System(t.Context())); w.user("eva@home.example") != nil || organizations != 3 {
				t.Errorf("%s: half an account is there", act)
			}
			if !slices.Equal(w.Actions(), before) {
				t.Errorf("%s: the audit log tells of it", act)
			}
		}
		w.factors.broken = ""
		_, err := w.confirm(token)
		w.must(err, "finish then")
	})
}

func TestADoubleClickMakesOneAccount(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		token := w.ready("eva@home.example")
		finished, refused := race(8, func() error { return errOf(w.confirm(token)) })
		if finished != 1 || len(refused) != 7 {
			t.Errorf("%d calls finished", finished)
		}
		for _, err := range refused {
			want(t, err, refusal.NotFound(), "the other")
		}
		w.user("eva@home.example")
		if n := s.Client().Organization.Query().CountX(viewer.System(t.Context())); n != 4 {
			t.Errorf("%d organizations, want one more than 3", n)
		}
	})
}

func TestTwoSignUpsForOneAddressMakeOneAccount(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		tokens := []string{w.ready("eva@home.example"), w.ready("eva@home.example"), w.ready("eva@home.example")}
		var mu sync.Mutex
		next := 0
		finished, refused := race(len(tokens), func() error {
			mu.Lock()
			token := tokens[next]
			next++
			mu.Unlock()
			_, err := w.confirm(token)
			return err
		})
		if finished != 1 {
			t.Errorf("%d sign-ups finished", finished)
		}
		for _, err := range refused {
			want(t, err, refusal.Conflict(""), "another")
		}
	})
}

func TestAnAddressIsSignedUpOrSharedNeverBoth(t *testing.T) {
	for _, email := range []string{"eva@acme.example", "eva+fair@acme.example"} {
		t.Run(email, func(t *testing.T) {
			databasetest.Each(t, func(t *testing.T, s *database.Store) {
				w := newWorld(t, s)
				evas := w.Mailbox("eva@acme.example")
				share := func() error {
					_, _, err := w.Anna.Invites(evas, offer)
					return err
				}
				token := w.ready(email)
				errs := make([]error, 2)
				var group sync.WaitGroup
				group.Go(func() { _, errs[0] = w.confirm(token) })
				group.Go(func() { errs[1] = share() })
				group.Wait()
				if (errs[0] == nil) == (errs[1] == nil) {
					t.Fatalf("signed up: %v, shared: %v; want one of both", errs[0], errs[1])
				}
				if errs[0] != nil {
					want(t, errs[0], refusal.AddressIsShared(""), "finish after it was shared")
					want(t, errOf(w.confirm(token)), refusal.AddressIsShared(""), "finish again")
				} else {
					want(t, errs[1], refusal.AddressIsLoginIdentifier(""), "share what somebody signs in with")
				}
			})
		})
	}
}

func TestWhoeverComesFirstKeepsTheAddress(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		for _, name := range []string{"eva", "zoe"} {
			box := w.Mailbox(name + "@acme.example")
			token := w.ready(name + "+post@acme.example")
			if name == "eva" {
				w.must(errOf(w.confirm(token)), "finish first")
				_, _, err := w.Anna.Invites(box, offer)
				want(t, err, refusal.AddressIsLoginIdentifier(""), "share second")
				continue
			}
			_, _, err := w.Anna.Invites(box, offer)
			w.must(err, "share first")
			want(t, errOf(w.confirm(token)), refusal.AddressIsShared(""), "finish second")
			if w.user("zoe+post@acme.example") != nil || signups.StepOf(w.row("zoe+post@acme.example")) != signups.StepSecondFactor {
				t.Error("a refused sign-up left something, or lost something")
			}
		}
	})
}

func TestAnInvitationWithdrawnMeanwhileStillMakesAnAccount(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newWorld(t, s)
		inv, link := w.Anna.MustInvite(w.Support, permission.Of(permission.Read))
		w.link = link
		token := w.ready("eva@home.example")
		_, err := w.Sharing.DeleteInvitation(w.Anna.Context(), inv.ID)
		w.must(err, "withdraw")
		done, err := w.confirm(token)
		w.must(err, "finish")
		_, err = w.Sharing.Accept(viewer.NewContext(t.Context(), done.Viewer), link, "")
		want(t, err, refusal.InvitationInvalid(), "accept what was withdrawn")
	})
}

// offer is to read, without end.
var offer = sharing.Offer{Terms: sharing.Terms{Permissions: permission.Of(permission.Read)}}

// race runs an act so many times at once.
func race(times int, act func() error) (won int, refused []error) {
	var mu sync.Mutex
	var group sync.WaitGroup
	for range times {
		group.Go(func() {
			err := act()
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				won++
			} else {
				refused = append(refused, err)
			}
		})
	}
	group.Wait()
	return won, refused
}
