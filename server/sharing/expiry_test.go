package sharing_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"latchkey/server/permission"
	"latchkey/server/refusal"
	"latchkey/server/sharing"
	"latchkey/server/sharing/sharingtest"
	"latchkey/server/viewer"
)

func TestWhatIsOverOrNotBegunGivesNothingWithoutASweep(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		begins, ends := w.In(time.Hour), w.In(2*time.Hour)
		if _, err := w.Anna.Gives(w.Ben, w.Info, sharing.Terms{Permissions: reader, StartsAt: begins, EndsAt: ends}); err != nil {
			t.Fatal(err)
		}
		for _, step := range []struct {
			until *time.Time
			want  permission.Set
		}{{nil, permission.None}, {begins, reader}, {ends, permission.None}} {
			if step.until != nil {
				w.Later(step.until.Sub(w.Now()))
			}
			if got := w.Ben.May(w.Info); got != step.want {
				t.Errorf("at %v Ben may %v, want %v", w.Now(), got, step.want)
			}
			classes, err := w.Sharing.ClassesOf(t.Context(), w.Info.ID)
			if err != nil || classes[w.Ben.User.ID] != step.want || classes[w.Anna.User.ID] != permission.All {
				t.Errorf("classes %v, %v", classes, err)
			}
			snapshot, err := w.Sharing.Snapshot(w.Ben.WithoutStepUp())
			if err != nil || snapshot.Of(w.Info).Permissions != step.want {
				t.Errorf("the snapshot has %v, %v", snapshot.Of(w.Info), err)
			}
			seen, err := w.Store.Client().Mailbox.Query().Count(w.Ben.WithoutStepUp())
			if err != nil || (seen == 1) != (step.want == reader) {
				t.Errorf("Ben sees %d mailboxes, %v", seen, err)
			}
		}
		_, err := w.Anna.Gives(w.Ben, w.Info, granted(reader)) // the old one does not stand in the way
		wantRefusal(t, "given again before any sweep", err, nil)
		wantTold(t, w.Ben, "EXPIRED", "GRANTED")
	})
}

func TestTheSweepTellsWhatBeginsAndEndsOnce(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		terms := sharing.Terms{Permissions: reader, StartsAt: w.In(time.Hour), EndsAt: w.In(2 * time.Hour)}
		if _, err := w.Anna.Gives(w.Ben, w.Info, terms); err != nil {
			t.Fatal(err)
		}
		_, token := w.Anna.MustInvite(w.Info, reader)
		sweep := func() {
			t.Helper()
			for range 2 {
				if err := w.Sharing.ExpireDue(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
		}
		sweep()
		wantTold(t, w.Ben)
		w.Later(time.Hour)
		sweep()
		wantTold(t, w.Ben, "GRANTED")
		w.Later(30 * 24 * time.Hour)
		sweep()
		wantTold(t, w.Ben, "GRANTED", "EXPIRED")
		if last := w.Ben.Events()[1]; last.ActorName != "" || !last.Permissions.Empty() {
			t.Errorf("the last event is %v", last)
		}
		_, err := w.Chloe.Accepts(token, w.Studio.ID)
		wantRefusal(t, "accept what expired", err, refusal.InvitationInvalid())
		want := []string{"grant.given", "invitation.created", "grant.begun", "grant.expired", "invitation.expired"}
		if got := w.Actions(); !slices.Equal(got, want) {
			t.Errorf("audited %v, want %v", got, want)
		}
	})
}

func TestTheLoopNoticesThatTheClockJumped(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		if _, err := w.Anna.Gives(w.Ben, w.Info, sharing.Terms{Permissions: reader, EndsAt: w.In(24 * time.Hour)}); err != nil {
			t.Fatal(err)
		}
		ctx, stop := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { w.Sharing.RunExpiry(ctx); close(done) }()
		w.Later(24 * time.Hour)
		for deadline := time.Now().Add(5 * time.Second); len(w.Ben.Events()) < 2 && time.Now().Before(deadline); {
			time.Sleep(20 * time.Millisecond)
		}
		stop()
		<-done
		wantTold(t, w.Ben, "GRANTED", "EXPIRED")
	})
}

func TestLastUsedIsNotedEveryFiveMinutesAtMost(t *testing.T) {
	each(t, func(t *testing.T, w *sharingtest.World) {
		g := w.Anna.MustGive(w.Ben, w.Info, reader)
		use := func() *time.Time {
			t.Helper()
			w.Sharing.Touch(w.Ben.WithoutStepUp(), w.Info.ID)
			if err := w.Sharing.FlushUses(t.Context()); err != nil {
				t.Fatal(err)
			}
			now, err := w.Store.Client().Grant.Get(viewer.System(t.Context()), g.ID)
			if err != nil || now.LastUsedAt == nil {
				t.Fatalf("last used %v, %v", now.LastUsedAt, err)
			}
			return now.LastUsedAt
		}
		first := use()
		w.Later(4 * time.Minute)
		if again := use(); !again.Equal(*first) {
			t.Errorf("noted again after four minutes: %v", again)
		}
		w.Later(2 * time.Minute)
		if later := use(); !later.After(*first) {
			t.Error("not noted after six minutes")
		}
	})
}
