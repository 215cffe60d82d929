package secondfactor_test

import (
	"context"
	"encoding/json"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"latchkey/ent/challenge"
	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
	"latchkey/server/secondfactor"
	"latchkey/server/viewer"
)

var wrongCredential = refusal.Invalid("credential", "")

// asks begins a ceremony.
func (w *world) asks(purpose challenge.Kind, user, session nodeid.ID) (request string, options json.RawMessage) {
	w.T.Helper()
	token, options, err := w.factors.RequestPasskey(w.T.Context(), purpose, user, session)
	if err != nil {
		w.T.Fatal(err)
	}
	return token.Reveal(), options
}

// proves ends one.
func (w *world) proves(ctx context.Context, purpose challenge.Kind, request string, answer json.RawMessage) (user nodeid.ID, err error) {
	return database.InTx(ctx, w.Store, func(ctx context.Context, tx *database.Tx) (nodeid.ID, error) {
		return w.factors.VerifyPasskey(ctx, tx, purpose, secondfactor.PasskeyProof{Request: request, Credential: answer})
	})
}

// signsIn goes from the request to the user, with the device of whoever it is.
func (w *world) signsIn(d *device) (user nodeid.ID, err error) {
	request, options := w.asks(challenge.KindPASSKEY_SIGN_IN, "", "")
	return w.proves(w.T.Context(), challenge.KindPASSKEY_SIGN_IN, request, d.answers(w.T, options))
}

func TestAPasskeySaysWhoseItIs(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ctx := w.arrives(w.Ben)
		d, _ := w.addsPasskey(ctx)
		hers, _ := w.addsPasskey(w.arrives(w.Anna))
		for range 2 {
			if user, err := w.signsIn(d); err != nil || user != w.Ben.User.ID {
				t.Errorf("got %s, %v; want Ben", user, err)
			}
		}
		if user, err := w.signsIn(hers); err != nil || user != w.Anna.User.ID {
			t.Errorf("got %s, %v; want Anna", user, err)
		}
		held, err := w.factors.Held(ctx)
		if err != nil || len(held.Passkeys) != 1 || held.Passkeys[0].LastUsedAt == nil || held.Passkeys[0].Name != "Laptop" {
			t.Errorf("Ben's passkeys are %v, %v", held.Passkeys, err)
		}
	})
}

func TestAPasskeyWithoutACounterIsNoCopy(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		d, _ := w.addsPasskey(w.arrives(w.Ben))
		for range 2 {
			d.key.Counter = ^uint32(0) // the next is 0: what is kept by several devices counts nothing
			if _, err := w.signsIn(d); err != nil {
				t.Errorf("got %v", err)
			}
		}
	})
}

func TestAPasskeyIsASecondFactor(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		d, _ := w.addsPasskey(w.arrives(w.Ben))
		hers, _ := w.addsPasskey(w.arrives(w.Anna))
		prove := func(d *device) error {
			request, options := w.asks(challenge.KindPASSKEY_SECOND_FACTOR, w.Ben.User.ID, "")
			return w.verify(w.Ben, secondfactor.Proof{Passkey: &secondfactor.PasskeyProof{Request: request, Credential: d.answers(t, options)}})
		}
		want(t, "Ben's own", prove(d), nil)
		want(t, "Anna's", prove(hers), wrongPasskey)

		request, options := w.asks(challenge.KindPASSKEY_SECOND_FACTOR, w.Anna.User.ID, "")
		answer := hers.answers(t, options)
		err := w.verify(w.Ben, secondfactor.Proof{Passkey: &secondfactor.PasskeyProof{Request: request, Credential: answer}})
		want(t, "Anna's, asked of Anna", err, wrongPasskey)
		if _, _, err := w.factors.RequestPasskey(t.Context(), challenge.KindPASSKEY_SECOND_FACTOR, w.Chloe.User.ID, ""); err == nil {
			t.Error("Chloé, who has none, is asked for one")
		}
	})
}

func TestADeviceThatIsNotRightIsRefused(t *testing.T) {
	for name, spoil := range map[string]func(d *device){
		"another origin, as of a page that only looks like ours": func(d *device) { d.party.Origin = "https://mail.acme.example.evil.example" },
		"another port":                    func(d *device) { d.party.Origin = "https://mail.acme.example:8443" },
		"no encryption":                   func(d *device) { d.party.Origin = "http://mail.acme.example" },
		"another relying party":           func(d *device) { d.party.ID = "acme.example" },
		"no finger, face or PIN":          func(d *device) { d.unit.Options.UserNotVerified = true },
		"nobody there":                    func(d *device) { d.unit.Options.UserNotPresent = true },
		"a counter that went back":        func(d *device) { d.key.Counter -= 3 },
		"a counter that stands still":     func(d *device) { d.key.Counter-- },
		"another key under the same id":   func(d *device) { d.key.Key = newDevice().key.Key },
		"an id that nobody has":           func(d *device) { d.key.ID = []byte("nobody's") },
		"a user that does not exist":      func(d *device) { d.unit.Options.UserHandle = []byte(nodeid.New(nodeid.User)) },
		"a user that is no id":            func(d *device) { d.unit.Options.UserHandle = []byte("\x00\xff") },
		"a passkey that became backed up": func(d *device) { d.unit.Options.BackupEligible = true },
	} {
		t.Run(name, func(t *testing.T) {
			each(t, func(t *testing.T, w *world) {
				d, _ := w.addsPasskey(w.arrives(w.Ben))
				for range 4 {
					if _, err := w.signsIn(d); err != nil {
						t.Fatal(err)
					}
				}
				spoil(d)
				user, err := w.signsIn(d)
				want(t, "sign-in", err, wrongPasskey)
				if user != "" {
					t.Errorf("it says %s", user)
				}
			})
		})
	}
}

func TestAnotherUsersHandleDoesNotTakeAPasskeyAlong(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		d, _ := w.addsPasskey(w.arrives(w.Ben))
		w.addsPasskey(w.arrives(w.Anna))
		d.unit.Options.UserHandle = []byte(w.Anna.User.ID)
		_, err := w.signsIn(d)
		want(t, "Ben's passkey as Anna", err, wrongPasskey)
	})
}

func TestACeremonyIsForOneUse(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ctx := w.arrives(w.Ben)
		v, _ := viewer.FromContext(ctx)
		d, _ := w.addsPasskey(ctx)

		request, options := w.asks(challenge.KindPASSKEY_STEP_UP, w.Ben.User.ID, v.Session)
		answer := d.answers(t, options)
		_, err := w.proves(w.arrives(w.Ben), challenge.KindPASSKEY_STEP_UP, request, answer)
		want(t, "in another session", err, wrongPasskey)
		_, err = w.proves(ctx, challenge.KindPASSKEY_SIGN_IN, request, answer)
		want(t, "for another purpose", err, wrongPasskey)
		_, err = w.proves(ctx, challenge.KindPASSKEY_STEP_UP, request, answer)
		want(t, "in its own session", err, nil)
		_, err = w.proves(ctx, challenge.KindPASSKEY_STEP_UP, request, answer)
		want(t, "a second time", err, wrongPasskey)

		other, otherOptions := w.asks(challenge.KindPASSKEY_SIGN_IN, "", "")
		_, err = w.proves(ctx, challenge.KindPASSKEY_SIGN_IN, other, answer)
		want(t, "the answer to another challenge", err, wrongPasskey)
		_, err = w.proves(ctx, challenge.KindPASSKEY_SIGN_IN, "nothing", answer)
		want(t, "no request at all", err, wrongPasskey)
		for _, sent := range []string{"", "null", "{}", `{"id":1}`, `{"rawId":"AA","type":"public-key"}`} {
			_, err = w.proves(ctx, challenge.KindPASSKEY_SIGN_IN, other, json.RawMessage(sent))
			want(t, "a credential "+sent, err, wrongPasskey)
		}
		w.Later(11 * time.Minute)
		_, err = w.proves(ctx, challenge.KindPASSKEY_SIGN_IN, other, d.answers(t, otherOptions))
		want(t, "eleven minutes later", err, wrongPasskey)
	})
}

func TestOfManyRequestsWithTheSameAnswerOneGetsThrough(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		d, _ := w.addsPasskey(w.arrives(w.Ben))
		request, options := w.asks(challenge.KindPASSKEY_SIGN_IN, "", "")
		answer := d.answers(t, options)
		var through atomic.Int32
		var all sync.WaitGroup
		for range 6 {
			all.Go(func() {
				if _, err := w.proves(t.Context(), challenge.KindPASSKEY_SIGN_IN, request, answer); err == nil {
					through.Add(1)
				}
			})
		}
		all.Wait()
		if through.Load() != 1 {
			t.Errorf("%d got through, want 1", through.Load())
		}
	})
}

func TestAPasskeyIsAddedByTheDeviceThatWasAsked(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ctx := w.arrives(w.Ben)
		add := func(ctx context.Context, d *device, name string) error {
			request, options, err := w.factors.StartPasskey(ctx)
			if err != nil {
				t.Fatal(err)
			}
			_, err = w.factors.AddPasskey(ctx, request.Reveal(), d.makes(t, options), name)
			return err
		}
		elsewhere, careless := newDevice(), newDevice()
		elsewhere.party.Origin = "https://evil.example"
		careless.unit.Options.UserNotVerified = true
		want(t, "on another page", add(ctx, elsewhere, "Laptop"), wrongCredential)
		want(t, "without a finger, face or PIN", add(ctx, careless, "Laptop"), wrongCredential)
		want(t, "without a name", add(ctx, newDevice(), " "), refusal.Invalid("name", ""))
		want(t, "with an endless name", add(ctx, newDevice(), strings.Repeat("x", 201)), refusal.Invalid("name", ""))
		if w.user(w.Ben).SecondFactor {
			t.Error("one of them counts")
		}

		request, options, err := w.factors.StartPasskey(ctx)
		if err != nil {
			t.Fatal(err)
		}
		d := newDevice()
		made := d.makes(t, options)
		_, err = w.factors.AddPasskey(w.arrives(w.Anna), request.Reveal(), made, "Mine")
		want(t, "by somebody else", err, wrongCredential)
		if _, err = w.factors.AddPasskey(ctx, request.Reveal(), made, "Laptop"); err != nil {
			t.Fatal(err)
		}
		_, err = w.factors.AddPasskey(ctx, request.Reveal(), made, "Laptop")
		want(t, "twice", err, wrongCredential)
		want(t, "the same device for another user", add(w.arrives(w.Anna), d, "Mine"), wrongCredential)
	})
}

func TestTwentyPasskeysAreEnough(t *testing.T) {
	w := newWorld(t, databasetest.SQLite(t), "https://mail.acme.example")
	ctx := w.arrives(w.Ben)
	request, options, err := w.factors.StartPasskey(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for range secondfactor.MaxPasskeys {
		w.addsPasskey(ctx)
	}
	_, _, err = w.factors.StartPasskey(ctx)
	want(t, "starting another", err, refusal.Conflict(""))
	_, err = w.factors.AddPasskey(ctx, request.Reveal(), newDevice().makes(t, options), "One more")
	want(t, "adding one that was started before", err, refusal.Conflict(""))
}

func TestPeopleNameTheirOwnPasskeysOnly(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		ctx := w.arrives(w.Ben)
		w.addsPasskey(ctx)
		held, err := w.factors.Held(ctx)
		if err != nil {
			t.Fatal(err)
		}
		id := held.Passkeys[0].ID
		if renamed, err := w.factors.RenamePasskey(ctx, id, " Phone "); err != nil || renamed.Name != "Phone" {
			t.Errorf("got %v, %v", renamed, err)
		}
		_, err = w.factors.RenamePasskey(ctx, id, "")
		want(t, "no name", err, refusal.Invalid("name", ""))
		annas := w.arrives(w.Anna)
		_, err = w.factors.RenamePasskey(annas, id, "Mine")
		want(t, "somebody else's", err, refusal.NotFound())
		want(t, "removing somebody else's", w.factors.RemovePasskey(annas, id), nil)
		if held, err = w.factors.Held(annas); err != nil || len(held.Passkeys) != 0 {
			t.Errorf("Anna sees %v, %v", held.Passkeys, err)
		}
		if held, err = w.factors.Held(ctx); err != nil || len(held.Passkeys) != 1 || held.Passkeys[0].Name != "Phone" {
			t.Errorf("Ben has %v, %v", held.Passkeys, err)
		}
	})
}

func TestAnIPAddressHasNoPasskeys(t *testing.T) {
	w := newWorld(t, databasetest.SQLite(t), "http://127.0.0.1:8080")
	_, _, err := w.factors.StartPasskey(w.arrives(w.Ben))
	want(t, "starting one", err, refusal.Conflict(""))
	_, _, err = w.factors.RequestPasskey(t.Context(), challenge.KindPASSKEY_SIGN_IN, "", "")
	want(t, "asking for one", err, refusal.Conflict(""))
	_, err = w.proves(t.Context(), challenge.KindPASSKEY_SIGN_IN, "", nil)
	want(t, "proving one", err, wrongPasskey)
	w.addsApp(w.arrives(w.Ben)) // is there nonetheless
}

func TestADeletedAccountHasNoSecondFactorToProve(t *testing.T) {
	each(t, func(t *testing.T, w *world) {
		d, _ := w.addsPasskey(w.arrives(w.Ben))
		request, options := w.asks(challenge.KindPASSKEY_SIGN_IN, "", "")
		w.Store.Client().User.UpdateOneID(w.Ben.User.ID).SetDeletedAt(w.Now()).ExecX(viewer.System(t.Context()))
		_, err := w.proves(t.Context(), challenge.KindPASSKEY_SIGN_IN, request, d.answers(t, options))
		want(t, "signing in", err, wrongPasskey)
	})
}
