package push

import (
	"slices"
	"sync"
)

// Ending is a connection that ends with its session.
type Ending interface{ SessionEnded() }

// sessions knows the open connections of every session on this node.
type sessions struct {
	mu   sync.Mutex
	open map[string][]Ending
}

// add registers a connection; false when the session has limit of them already.
func (s *sessions) add(session string, c Ending, limit int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.open[session]) >= limit {
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
	ended := slices.Clone(s.open[session])
	s.mu.Unlock()
	for _, c := range ended {
		c.SessionEnded()
	}
}
