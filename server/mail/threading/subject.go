package threading

import "strings"

// Subject is a subject without what replies and forwards put around it.
type Subject struct {
	Text  string // upper case, blanks collapsed; "" when nothing is left
	Reply bool   // a reply or forward word was taken off
}

// BaseSubject is RFC 5256 §2.1, with the reply words that clients of other languages
// write and their full-width colon.
func BaseSubject(subject string) Subject {
	subject = strings.ToValidUTF8(subject[:min(len(subject), MaxSubject)], "")
	s := Subject{Text: strings.Join(strings.Fields(strings.ToUpper(subject)), " ")}
	for {
		before := s
		s.cutTrailers()
		s.cutLeaders()
		s.cutForwardBrackets()
		if s == before {
			return s
		}
	}
}

// cutTrailers takes "(fwd)" off the end.
func (s *Subject) cutTrailers() {
	for {
		rest, ok := strings.CutSuffix(s.Text, "(FWD)")
		if !ok {
			return
		}
		s.Text, s.Reply = strings.TrimSpace(rest), true
	}
}

// cutLeaders takes "[list] Re[2]:" and lone "[list]" off the front, as often as they
// come; the last "[list]" stays if nothing else would.
func (s *Subject) cutLeaders() {
	for {
		if rest, ok := cutReply(s.Text); ok {
			s.Text, s.Reply = rest, true
			continue
		}
		rest, ok := cutBlob(s.Text)
		if !ok || rest == "" {
			return
		}
		s.Text = rest
	}
}

// cutForwardBrackets opens "[Fwd: …]".
func (s *Subject) cutForwardBrackets() {
	rest, ok := strings.CutPrefix(s.Text, "[FWD:")
	if !ok {
		return
	}
	if rest, ok = strings.CutSuffix(rest, "]"); ok {
		s.Text, s.Reply = strings.TrimSpace(rest), true
	}
}

// cutReply takes any blobs, a reply word, perhaps a blob, and a colon off the front.
func cutReply(s string) (rest string, ok bool) {
	for {
		after, ok := cutBlob(s)
		if !ok {
			break
		}
		s = after
	}
	s, ok = cutReplyWord(s)
	if !ok {
		return "", false
	}
	s = strings.TrimLeft(s, " ")
	if after, ok := cutBlob(s); ok {
		s = after
	}
	for _, colon := range []string{":", "："} {
		if after, ok := strings.CutPrefix(s, colon); ok {
			return strings.TrimLeft(after, " "), true
		}
	}
	return "", false
}

func cutReplyWord(s string) (rest string, ok bool) {
	end := strings.IndexAny(s, " [:：")
	if end <= 0 {
		return "", false
	}
	return s[end:], isReplyWord(s[:end])
}

// isReplyWord knows what clients write for "reply" and "forward", in capitals.
func isReplyWord(word string) bool {
	switch word {
	case "RE", "FWD", "FW", // English and most others
		"AW", "WG", // German
		"SV", "VB", "VS", "VL", // Swedish, Norwegian, Danish, Finnish
		"ANTW",      // Dutch
		"RIF",       // Italian
		"TR",        // French
		"RV", "ENC", // Spanish, Portuguese
		"ODP", "PD", // Polish
		"YNT", "İLT", // Turkish
		"回复", "回覆", "答复", "转发", "轉寄": // Chinese
		return true
	}
	return false
}

// cutBlob takes "[…]" and the blanks after it off the front.
func cutBlob(s string) (rest string, ok bool) {
	if !strings.HasPrefix(s, "[") {
		return s, false
	}
	end := strings.IndexByte(s, ']')
	if end < 0 || strings.Contains(s[1:end], "[") {
		return s, false
	}
	return strings.TrimLeft(s[end+1:], " "), true
}
