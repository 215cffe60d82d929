package mail

// CommitEach gives every message a commit of its own, for comparison.
func (m *Mail) CommitEach() { m.together = 1 }
