package identity

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"latchkey/server/clock"
	"latchkey/server/refusal"
)

// However tries and pauses alternate, a limiter lets only so many through, and
// says honestly when the next one may be made.
func TestALimiterIsHonest(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		clk := clock.At(time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC))
		l := newLimiter(clk, accountTries)
		passed, begun := 0, clk.Now()
		for range rapid.IntRange(1, 200).Draw(r, "tries") {
			err := l.try("anna")
			if refused, ok := refusal.As(err); ok {
				if refused.RetryAfter <= 0 || refused.RetryAfter > longestWait {
					r.Fatalf("told to wait %s", refused.RetryAfter)
				}
				if rapid.Bool().Draw(r, "patient") {
					clk.Advance(refused.RetryAfter + time.Second)
					if err := l.try("anna"); err != nil {
						r.Fatalf("after the wait: %v", err)
					}
					passed++
				}
				continue
			}
			passed++
			clk.Advance(time.Duration(rapid.IntRange(0, 120).Draw(r, "seconds")) * time.Second)
		}
		// Ten are free, again after each quiet time; beyond them a wait lasts half a minute at least.
		most := accountTries*(1+int(clk.Now().Sub(begun)/quiet)) + int(clk.Now().Sub(begun)/firstWait) + 1
		if passed > most {
			r.Fatalf("%d tries passed in %s", passed, clk.Now().Sub(begun))
		}
	})
}

func TestALimiterForgetsWhatWasTriedLongestAgo(t *testing.T) {
	l := newLimiter(clock.System(), 1)
	for n := range maxTracked + 100 {
		_ = l.try(fmt.Sprint(n))
	}
	if l.latest.Len() != maxTracked || len(l.byKey) != maxTracked {
		t.Errorf("%d and %d are tracked, want %d", l.latest.Len(), len(l.byKey), maxTracked)
	}
	if l.try("0") != nil {
		t.Error("the oldest is remembered")
	}
	if l.try(fmt.Sprint(maxTracked)) == nil {
		t.Error("one of the latest is forgotten")
	}
}

func TestARemoteAddressIsCountedWithItsNeighbours(t *testing.T) {
	for remote, want := range map[string]string{
		"192.0.2.1": "192.0.2.1", "192.0.2.1:4000": "192.0.2.1", "::ffff:192.0.2.1": "192.0.2.1",
		"[2001:db8:1:2:3:4:5:6]:4000": "2001:db8:1:2::/64", "2001:db8:1:2::9": "2001:db8:1:2::/64",
		"[2001:db8:1:2::9]": "2001:db8:1:2::/64", "fe80::1%eth0": "fe80::/64", "": "", "pipe": "pipe",
	} {
		if got := neighbourhood(remote); got != want {
			t.Errorf("%q is counted as %q, want %q", remote, got, want)
		}
	}
}

func FuzzWhatTriesAreCountedBy(f *testing.F) {
	for _, seed := range []string{"Anna@Acme.example", "[::1]:80", "é@x", strings.Repeat("é", 300), "\xff@"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if key := accountKey(text); len(key) > 254 || !utf8.ValidString(key) {
			t.Errorf("%q is counted by %q", text, key)
		}
		if again := neighbourhood(neighbourhood(text)); again != neighbourhood(text) && !strings.Contains(again, "/") {
			t.Errorf("%q is counted by %q, then %q", text, neighbourhood(text), again)
		}
		plainCode(text)
	})
}
