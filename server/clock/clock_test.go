package clock

import (
	"testing"
	"time"
)

func TestTheClockMovesOnlyForward(t *testing.T) {
	noon := time.Date(2026, 11, 3, 12, 0, 0, 0, time.UTC)
	c := At(noon)
	c.Advance(-time.Hour)
	if got := c.Now(); !got.Equal(noon) {
		t.Errorf("after moving back: got %v, want %v", got, noon)
	}
	c.Advance(720 * time.Hour)
	if got, want := c.Now(), noon.Add(720*time.Hour); !got.Equal(want) {
		t.Errorf("after 30 days: got %v, want %v", got, want)
	}
}
