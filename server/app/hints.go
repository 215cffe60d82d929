package app

import (
	"log/slog"

	"latchkey/server/push"
)

// hinter tells every node that a topic went on. A hint that is lost costs a
// second: the hub looks for itself.
type hinter struct {
	broker *push.Broker
	log    *slog.Logger
}

// Hint never blocks.
func (h hinter) Hint(topic string, sequence uint64) {
	if err := h.broker.Publish(topic, sequence); err != nil {
		h.log.Debug("a hint was lost", "topic", topic, "error", err)
	}
}
