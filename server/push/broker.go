package push

import (
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
)

const (
	subjectHint   = "latchkey.push.hint"
	subjectEnded  = "latchkey.push.ended"
	subjectAll    = "latchkey.push.*"
	sequenceBytes = 8

	brokerStartsWithin = 10 * time.Second
)

// Listener is told what other nodes, and this one, announce.
type Listener interface {
	Hint(topic string, sequence uint64)
	CloseSession(session string)
}

// Broker carries hints between nodes over NATS. A hint is a topic and the
// sequence number it reached, never what happened.
type Broker struct {
	conn     *nats.Conn
	embedded *server.Server // nil when the broker is elsewhere
}

// OpenBroker connects to the NATS server at url, or starts one inside this
// process, without a port, when url is empty.
func OpenBroker(url string, log *slog.Logger) (*Broker, error) {
	b := &Broker{}
	options := []nats.Option{
		nats.Name("latchkey"),
		nats.MaxReconnects(-1),
		nats.RetryOnFailedConnect(true),
		nats.ErrorHandler(func(_ *nats.Conn, _ *nats.Subscription, err error) {
			log.Warn("nats", "error", err)
		}),
		nats.DisconnectErrHandler(func(_ *nats.Conn, err error) {
			if err != nil {
				log.Warn("nats: disconnected, polling until it is back", "error", err)
			}
		}),
	}
	if url == "" {
		if err := b.embed(); err != nil {
			return nil, err
		}
		options = append(options, nats.InProcessServer(b.embedded))
	}
	conn, err := nats.Connect(url, options...)
	if err != nil {
		b.Close()
		return nil, fmt.Errorf("connect to nats: %w", err)
	}
	b.conn = conn
	return b, nil
}

func (b *Broker) embed() error {
	s, err := server.NewServer(&server.Options{ServerName: "latchkey", DontListen: true, NoSigs: true, NoLog: true})
	if err != nil {
		return fmt.Errorf("embed nats: %w", err)
	}
	s.Start()
	if !s.ReadyForConnections(brokerStartsWithin) {
		s.Shutdown()
		return errors.New("embed nats: the server did not start")
	}
	b.embedded = s
	return nil
}

// Listen passes every announcement to l until the broker closes: one wildcard
// subscription a node, whatever the number of topics.
func (b *Broker) Listen(l Listener) error {
	_, err := b.conn.Subscribe(subjectAll, func(m *nats.Msg) {
		switch m.Subject {
		case subjectHint:
			if len(m.Data) > sequenceBytes {
				l.Hint(string(m.Data[sequenceBytes:]), binary.BigEndian.Uint64(m.Data))
			}
		case subjectEnded:
			l.CloseSession(string(m.Data))
		}
	})
	if err != nil {
		return fmt.Errorf("listen on nats: %w", err)
	}
	return b.conn.Flush()
}

// Publish hints that the topic reached the sequence number. An error may be
// ignored: the hint is then lost, and the poll finds the event.
func (b *Broker) Publish(topic string, sequence uint64) error {
	message := make([]byte, sequenceBytes, sequenceBytes+len(topic))
	binary.BigEndian.PutUint64(message, sequence)
	return b.conn.Publish(subjectHint, append(message, topic...))
}

// EndSession closes the session's connections on every node.
func (b *Broker) EndSession(session string) error {
	return b.conn.Publish(subjectEnded, []byte(session))
}

// Connected tells whether hints travel now; for /readyz and doctor.
func (b *Broker) Connected() bool { return b.conn.IsConnected() }

// Close ends the connection and the embedded server.
func (b *Broker) Close() {
	if b.conn != nil {
		b.conn.Close()
	}
	if b.embedded != nil {
		b.embedded.Shutdown()
		b.embedded.WaitForShutdown()
	}
}
