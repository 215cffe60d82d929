package smtpd

import (
	"fmt"
	"strings"
	"time"
	"unicode"
)

// maxHelloRunes bounds how much of a client's claimed name we repeat.
const maxHelloRunes = 255

// trace makes the lines that a final delivery puts before a message (RFC 5321
// §4.4). It names a recipient only when there is no other: each gets a copy,
// and nobody is to learn of blind ones.
func (s *Server) trace(e Envelope) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Return-Path: <%s>\r\n", e.From)
	fmt.Fprintf(&b, "Received: from %s", helloName(e.Hello))
	if e.Remote.IsValid() {
		fmt.Fprintf(&b, " (%s)", addressLiteral(e))
	}
	fmt.Fprintf(&b, "\r\n\tby %s with %s id %s", s.Domain, s.with(e), e.ID)
	if len(e.To) == 1 {
		fmt.Fprintf(&b, "\r\n\tfor <%s>", e.To[0].Address)
	}
	fmt.Fprintf(&b, ";\r\n\t%s\r\n", e.ReceivedAt.Format(time.RFC1123Z))
	return b.String()
}

// with is the protocol keyword (RFC 3848, RFC 6531 §4.3).
func (s *Server) with(e Envelope) string {
	keyword := "ESMTP"
	switch {
	case s.Protocol == LMTP && e.UTF8:
		keyword = "UTF8LMTP"
	case s.Protocol == LMTP:
		keyword = "LMTP"
	case e.UTF8:
		keyword = "UTF8SMTP"
	}
	if e.TLS {
		keyword += "S"
	}
	return keyword
}

// addressLiteral writes the client's address as RFC 5321 §4.1.3 does.
func addressLiteral(e Envelope) string {
	if e.Remote.Is6() {
		return "[IPv6:" + e.Remote.String() + "]"
	}
	return "[" + e.Remote.String() + "]"
}

// helloName is the client's claim, made safe to stand in a header: anybody can
// say HELO with anything.
func helloName(claimed string) string {
	kept := []rune(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(".-_[]:", r) {
			return r
		}
		return -1
	}, strings.ToValidUTF8(claimed, "")))
	if len(kept) == 0 {
		return "unknown"
	}
	return string(kept[:min(len(kept), maxHelloRunes)])
}
