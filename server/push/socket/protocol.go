package socket

import (
	"context"
	"fmt"
	"slices"
)

// handle is the protocol's state machine: one message, or one control frame.
// An error closes the connection.
func (c *socket) handle(opcode byte, payload []byte) error {
	switch opcode {
	case opPing:
		c.send(func(b []byte) []byte { return appendFrame(b, opPong, payload) }, always)
		return nil
	case opPong:
		return nil
	case opClose:
		return violation{answerToClose(payload), ""}
	case opBinary:
		return badMessage("binary")
	}
	m, err := parseMessage(payload)
	if err != nil {
		return err
	}
	switch m.kind {
	case typeInit:
		return c.initialise(m)
	case typePing:
		c.say(typePong, "", m.payload)
	case typeSubscribe:
		return c.subscribe(m)
	case typeComplete:
		c.complete(m.id)
	}
	return nil
}

// say sends a message of no stream.
func (c *socket) say(kind, quotedID string, payload []byte) {
	c.send(func(b []byte) []byte { return appendMessage(b, kind, quotedID, payload) }, always)
}

// initialise learns who is there.
func (c *socket) initialise(m message) error {
	if c.greeting == nil {
		return violation{closeSecondInit, "Too many initialisation requests"}
	}
	parameters, err := m.parameters()
	if err != nil {
		return err
	}
	viewer, who, err := c.server.options.Authenticate(c.greeting.request, parameters)
	c.greeting.timer.Stop()
	c.greeting = nil
	if err != nil {
		return violation{closeForbidden, "Forbidden"}
	}
	// The request's context ended with the upgrade.
	c.viewer = context.WithoutCancel(viewer)

	c.mu.Lock()
	c.who = who
	c.state |= acknowledged
	admitted := c.registerLocked()
	c.mu.Unlock()
	if !admitted {
		return violation{closeTryLater, "Too many connections of this session"}
	}
	c.say("connection_ack", "", nil)
	return nil
}

func (c *socket) registerLocked() bool {
	if c.who.Session == "" || c.state&gone != 0 {
		return true
	}
	if !c.server.options.Hub.Register(c.who.Session, c, c.server.options.PerSession) {
		return false
	}
	c.state |= registered
	return true
}

// subscribe starts an operation: a subscription of the hub's, or anything else.
func (c *socket) subscribe(m message) error {
	if c.viewer == nil {
		return violation{closeUnauthorized, "Unauthorized"}
	}
	p, err := m.operation()
	if err != nil {
		return err
	}
	s := newStream(c, m.id)
	c.mu.Lock()
	taken := slices.ContainsFunc(c.running, func(r *stream) bool { return r.quotedID == s.quotedID })
	full := len(c.running) >= c.server.options.PerSocket
	if !taken && !full && c.state&(closing|gone) == 0 {
		c.running = append(c.running, s)
		go s.run(p)
	}
	c.mu.Unlock()
	if taken {
		return violation{closeDuplicateID, fmt.Sprintf("Subscriber for %s already exists", m.id)}
	}
	if full {
		c.say("error", s.quotedID, tooManyOperations)
	}
	return nil
}

// complete ends an operation; one that ended meanwhile is no mistake.
func (c *socket) complete(id string) {
	quoted := quote(id)
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, s := range c.running {
		if s.quotedID == quoted {
			s.endLocked()
			c.dropLocked(s)
			return
		}
	}
}

func (c *socket) dropLocked(s *stream) {
	c.running = slices.DeleteFunc(c.running, func(r *stream) bool { return r == s })
	if len(c.running) == 0 {
		c.running = nil
	}
}
