package smtpd

// hasLoneDot reports whether raw holds a dot alone on a line one of whose ends
// is a bare CR or LF. Servers disagree on whether that ends a message, so that
// a second message can be hidden behind it ("SMTP smuggling"). No mail needs
// it: refusing it protects whoever this message is passed on to. Other bare
// line ends are harmless, common in old mail, and kept.
func hasLoneDot(raw []byte) bool {
	for i, b := range raw {
		if b != '.' {
			continue
		}
		before := endBefore(raw[:i])
		after := endAfter(raw[i+1:])
		if before == bare && after != none || before != none && after == bare {
			return true
		}
	}
	return false
}

// ending is how a line ends: not here, with a lone CR or LF, or with both.
type ending int

const (
	none ending = iota
	bare
	proper
)

func endBefore(raw []byte) ending {
	n := len(raw)
	switch {
	case n >= 2 && raw[n-2] == '\r' && raw[n-1] == '\n':
		return proper
	case n >= 1 && (raw[n-1] == '\r' || raw[n-1] == '\n'):
		return bare
	default:
		return none
	}
}

func endAfter(raw []byte) ending {
	switch {
	case len(raw) >= 2 && raw[0] == '\r' && raw[1] == '\n':
		return proper
	case len(raw) >= 1 && (raw[0] == '\r' || raw[0] == '\n'):
		return bare
	default:
		return none
	}
}
