package smtpd

import "sync/atomic"

// heldBytes accounts for the messages that all connections hold in memory.
type heldBytes struct {
	limit int64 // 0: none
	now   atomic.Int64
}

// take reports whether n more bytes fit; when not, nothing is taken.
func (h *heldBytes) take(n int64) bool {
	if total := h.now.Add(n); h.limit > 0 && total > h.limit {
		h.now.Add(-n)
		return false
	}
	return true
}

func (h *heldBytes) give(n int64) { h.now.Add(-n) }
