package push

import (
	"slices"
	"sync"
	"time"
)

// Ending is a connection that ends with its session.
type Ending interface{ SessionEnded() }

// endedFor is how long an end is remembered: longer than any connection takes
// from the check of its session to being registered here.
const endedFor = time.Minute

// sessions knows the open connections of every session on this node.
type sessions struct {
	mu    sync.Mutex
	open  map[string][]Ending
	ended map[string]time.Time
}

// add registers a connection; false when the session has limit of them already,
// or ended while the connection was being opened.
func (s *sessions) add(session string, c Ending, limit int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, over := s.ended[session]; over || len(s.open[session]) >= limit {
		return false
	}
	s.open[session] = append(s.open[session], c)
	return true
}

func (s *sessions) remove(session string, c Ending) {
	s.mu.Lock()
	defer s.mu.Unlock()
	left := slices.DeleteFunc(s.open[session], func(o Ending) bool { return o == c })
	if len(left) == 0 {
		delete(s.open, session)
		return
	}
	s.open[session] = left
}

// end tells every connection of the session, outside the lock: they unregister themselves.
func (s *sessions) end(session string) {
	s.mu.Lock()
	now := time.Now()
	for id, at := range s.ended {
		if now.Sub(at) > endedFor {
			delete(s.ended, id)
		}
	}
	s.ended[session] = now
	ended := slices.Clone(s.open[session])
	s.mu.Unlock()
	for _, c := range ended {
		c.SessionEnded()
	}
}
