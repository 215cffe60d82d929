// Package clock is the one source of time, so that expiry can be tested and,
// in the demonstration, seen by moving time forward.
package clock

import (
	"sync/atomic"
	"time"
)

// Clock tells the time. It is safe for use by many goroutines.
type Clock struct {
	ahead  atomic.Int64 // nanoseconds ahead of the system's clock
	frozen atomic.Pointer[time.Time]
}

// System returns a clock that follows the system's.
func System() *Clock { return &Clock{} }

// At returns a clock that stands still at an instant until advanced.
func At(instant time.Time) *Clock {
	c := &Clock{}
	c.frozen.Store(&instant)
	return c
}

// Now is the current instant in UTC, to the microsecond: what both databases keep.
func (c *Clock) Now() time.Time {
	base := time.Now()
	if at := c.frozen.Load(); at != nil {
		base = *at
	}
	return base.Add(time.Duration(c.ahead.Load())).UTC().Truncate(time.Microsecond)
}

// Advance moves the clock forward. Time never runs backwards: by less than zero does nothing.
func (c *Clock) Advance(by time.Duration) {
	if by > 0 {
		c.ahead.Add(int64(by))
	}
}
