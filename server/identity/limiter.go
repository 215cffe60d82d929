package identity

import (
	"container/list"
	"sync"
	"time"

	"latchkey/server/clock"
	"latchkey/server/refusal"
)

const (
	// accountTries is how often a wrong password may be tried on one account before waits begin.
	accountTries = 10
	// remoteTries is the same for one remote address, on all accounts: many people may share one.
	remoteTries = 50
	// setUpTries is how often a wrong set-up code may be tried.
	setUpTries = 5
	// codeTries is how often wrong codes may be tried on one account, by all challenges together.
	codeTries = 10
	// resetTries is for how many addresses one remote address may ask for a new password.
	resetTries = 20
	// ceremonyTries is how often one remote address may ask for passkeys: each page to sign in with does.
	ceremonyTries = 300

	// quiet is after how long without a try all is forgotten.
	quiet = 10 * time.Minute
	// codeQuiet is the same for codes: they are short, and who tries them knows the password.
	codeQuiet = 24 * time.Hour
	// firstWait doubles with each further try…
	firstWait = 30 * time.Second
	// …up to longestWait, so that nobody is locked out for good by somebody else's guesses.
	longestWait = 15 * time.Minute

	// maxTracked bounds the memory: what was tried longest ago is forgotten first.
	maxTracked = 50_000
)

// limiter slows guessing down: after a number of tries of one key each
// further one has to wait, twice as long each time. It keeps its counts in
// memory: they are short-lived, and each node of several counts for itself.
type limiter struct {
	clock *clock.Clock
	free  int
	quiet time.Duration

	mu     sync.Mutex
	byKey  map[string]*list.Element
	latest *list.List // of *tries, the latest tried first
}

type tries struct {
	key   string
	count int
	last  time.Time
	until time.Time // before it nothing may be tried
}

func newLimiter(clk *clock.Clock, free int) *limiter {
	return &limiter{clock: clk, free: free, quiet: quiet, byKey: map[string]*list.Element{}, latest: list.New()}
}

// try counts a try before it is made, so that a thousand at the same time
// don't pass; forgive takes the count back when it was a right one. A try that
// has to wait is not counted: waiting never gets longer by knocking.
//
// Refusals: RATE_LIMITED.
func (l *limiter) try(key string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.clock.Now()
	t := l.find(key)
	if wait := t.until.Sub(now); wait > 0 {
		return refusal.RateLimited(max(wait, time.Second))
	}
	if now.Sub(t.last) > l.quiet && now.Sub(t.until) > l.quiet {
		t.count = 0
	}
	t.last = now
	t.count++
	if over := t.count - l.free; over >= 0 {
		t.until = now.Add(waitAfter(over))
	}
	return nil
}

// excuse takes back the count of one try that was a right one: many people may
// share a key, and one's right try says nothing of the others.
func (l *limiter) excuse(key string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	e, ok := l.byKey[key]
	if !ok {
		return
	}
	t := e.Value.(*tries)
	if t.count = max(t.count-1, 0); t.count < l.free {
		t.until = time.Time{}
	}
}

// forgive forgets the tries of a key, because one was right.
func (l *limiter) forgive(key string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if e, ok := l.byKey[key]; ok {
		l.latest.Remove(e)
		delete(l.byKey, key)
	}
}

func (l *limiter) find(key string) *tries {
	if e, ok := l.byKey[key]; ok {
		l.latest.MoveToFront(e)
		return e.Value.(*tries)
	}
	if l.latest.Len() >= maxTracked {
		oldest := l.latest.Back()
		l.latest.Remove(oldest)
		delete(l.byKey, oldest.Value.(*tries).key)
	}
	t := &tries{key: key}
	l.byKey[key] = l.latest.PushFront(t)
	return t
}

// waitAfter is how long to wait after so many tries beyond the free ones.
func waitAfter(over int) time.Duration {
	if over >= 5 { // 30 s × 2⁵ is more than the longest
		return longestWait
	}
	return min(firstWait<<over, longestWait)
}
