package apptest

import (
	"bytes"
	"log/slog"
	"os"
	"strings"
	"sync"
	"testing"
)

// Journal keeps what a server logs.
type Journal struct {
	mu   sync.Mutex
	text bytes.Buffer
}

// Write implements io.Writer.
func (j *Journal) Write(line []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.Write(line)
}

// String is all that was logged so far.
func (j *Journal) String() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.String()
}

// Faults are the lines of the level error.
func (j *Journal) Faults() []string {
	var faults []string
	for line := range strings.Lines(j.String()) {
		if strings.Contains(line, "level=ERROR") {
			faults = append(faults, line)
		}
	}
	return faults
}

// handler shows warnings and, except in benchmarks, which it would slow down,
// keeps everything in the journal.
func handler(t testing.TB, j *Journal) slog.Handler {
	shown := slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})
	if _, measures := t.(*testing.B); measures {
		return shown
	}
	return slog.NewMultiHandler(shown, slog.NewTextHandler(j, &slog.HandlerOptions{Level: slog.LevelDebug}))
}
