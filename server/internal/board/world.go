package board

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"latchkey/server/httpd/transport"
	"latchkey/server/push"
	"latchkey/server/push/socket"
	"latchkey/server/push/sse"
	"latchkey/server/refusal"
)

// World is boards with notes, readers with rights, and a server before them.
// It is the Source and the Authority of its hub.
type World struct {
	Hub     *push.Hub
	Sockets *socket.Server
	Streams *sse.Server
	Server  *httptest.Server
	// Executor serves ordinary operations and events alike.
	Executor graphql.GraphExecutor

	mu     sync.Mutex
	notes  map[string][]push.Event
	rights map[string]string // of each reader; absent means no access
	lent   bool              // rights are being read by others, so a change copies them
	fails  error
	asked  int
}

// Setup varies a world.
type Setup struct {
	Push    func(*push.Options)
	Sockets func(*socket.Options)
	Streams func(*sse.Options)
	Log     io.Writer
	TLS     bool
}

// NewWorld returns a world at work. The reader of a request is who its
// parameter user says, or the header User.
func NewWorld(s Setup) *World {
	w := &World{notes: map[string][]push.Event{}, rights: map[string]string{}}
	log := slog.New(slog.DiscardHandler)
	if s.Log != nil {
		log = slog.New(slog.NewTextHandler(s.Log, nil))
	}
	options := push.Options{Source: w, Authority: w, Route: route, Individual: IsReader, Poll: 50 * time.Millisecond, Log: log}
	if s.Push != nil {
		s.Push(&options)
	}
	w.Hub = push.NewHub(options)
	sockets := socket.Options{Hub: w.Hub, Authenticate: authenticate, InitWithin: 300 * time.Millisecond, Log: log}
	if s.Sockets != nil {
		s.Sockets(&sockets)
	}
	w.Sockets = socket.New(sockets)
	streams := sse.Options{Hub: w.Hub, Identify: identify}
	if s.Streams != nil {
		s.Streams(&streams)
	}
	w.Streams = sse.New(streams)
	schema := NewExecutableSchema(Config{Resolvers: Resolvers{}})
	w.Executor = transport.NewExecutor(schema, transport.Limits{}, log)
	endpoint := transport.New(transport.Options{
		Executor: w.Executor, Sockets: w.Sockets, Streams: w.Streams, AllowOrigin: transport.Origins(),
	})
	w.Server = httptest.NewUnstartedServer(withReader(endpoint))
	if s.TLS {
		w.Server.StartTLS()
	} else {
		w.Server.Start()
	}
	return w
}

// Close ends the world.
func (w *World) Close() {
	w.Sockets.Close()
	w.Streams.Close()
	w.Hub.Close()
	w.Server.CloseClientConnections()
	w.Server.Close()
}

func withReader(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(WithReader(r.Context(), r.Header.Get("User"))))
	})
}

func authenticate(r *http.Request, parameters map[string]any) (context.Context, push.Identity, error) {
	user, _ := parameters["user"].(string)
	if user == "" {
		return nil, push.Identity{}, errors.New("nobody")
	}
	session, _ := parameters["session"].(string)
	return WithReader(context.Background(), user), push.Identity{User: user, Session: session}, nil
}

func identify(r *http.Request) (push.Identity, error) {
	return push.Identity{User: r.Header.Get("User"), Session: r.Header.Get("Session")}, nil
}

func route(_ context.Context, _ push.Identity, field string, arguments map[string]any) (string, error) {
	if field != "boardNotes" {
		return "", nil
	}
	board, _ := arguments["board"].(string)
	if board == "" {
		return "", refusal.Invalid("board", "Name a board.")
	}
	return "board:" + board, nil
}

// Give lets a reader see every board, with the rights of a class.
func (w *World) Give(user, class string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.ownRights()
	w.rights[user] = class
}

// Take ends a reader's access.
func (w *World) Take(user string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.ownRights()
	delete(w.rights, user)
}

func (w *World) ownRights() {
	if w.lent {
		w.rights, w.lent = maps.Clone(w.rights), false
	}
}

// Pin commits a note and returns its event; nobody is told yet.
func (w *World) Pin(board, text string) push.Event {
	w.mu.Lock()
	defer w.mu.Unlock()
	topic := "board:" + board
	sequence := uint64(len(w.notes[topic]) + 1)
	e := push.Event{Topic: topic, Sequence: sequence, Payload: &Note{Cursor: push.EncodeCursor(topic, sequence), Text: text}}
	w.notes[topic] = append(w.notes[topic], e)
	return e
}

// Announce commits a note and hints.
func (w *World) Announce(board, text string) push.Event {
	e := w.Pin(board, text)
	w.Hub.Hint(e.Topic, e.Sequence)
	return e
}

// Fail makes the database fail with err; nil mends it.
func (w *World) Fail(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.fails = err
}

// Asked returns how often the authority was asked.
func (w *World) Asked() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.asked
}

// EventsAfter implements push.Source.
func (w *World) EventsAfter(_ context.Context, topic string, after uint64, limit int) ([]push.Event, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.fails != nil {
		return nil, w.fails
	}
	all := w.notes[topic]
	if after >= uint64(len(all)) {
		return nil, nil
	}
	return append([]push.Event(nil), all[after:min(uint64(len(all)), after+uint64(limit))]...), nil
}

// Heads implements push.Source.
func (w *World) Heads(_ context.Context, topics []string) (map[string]uint64, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	heads := make(map[string]uint64, len(topics))
	for _, topic := range topics {
		heads[topic] = uint64(len(w.notes[topic]))
	}
	return heads, w.fails
}

// Classes implements push.Authority.
func (w *World) Classes(context.Context, string) (push.Classes, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.asked++
	if w.fails != nil {
		return nil, fmt.Errorf("classes: %w", w.fails)
	}
	rights := w.rights
	w.lent = true
	return func(user string) (string, bool) {
		class, ok := rights[user]
		return class, ok
	}, nil
}
