// Package address parses, normalises and compares e-mail addresses: the form
// in which they are stored, looked up and held unique.
//
// Normalised means: Unicode NFC, lower case, the domain in its ASCII (IDNA
// 2008, UTS #46) form, no display name, no quotes. RFC 5321 lets a local part
// be case-sensitive; no provider people use does, and telling "Anna@" from
// "anna@" would let one person pass for another.
package address

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"
	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// RFC 5321 §4.5.3.1 counts octets, not characters.
const (
	maxLocalPart = 64
	maxDomain    = 255
	maxAddress   = 254 // RFC 3696, erratum 1690: what fits in a path
)

// ErrMalformed says that a text is no e-mail address we can deliver to.
var ErrMalformed = errors.New("not an e-mail address")

// Address is a normalised e-mail address, such as "anna@acme.example". The
// zero value is no address. Two are the same mailbox when they are equal.
type Address struct{ local, domain string }

// Parse normalises one bare address. It refuses display names, comments,
// quoted local parts and address literals: nobody can share or sign in with those.
func Parse(text string) (Address, error) {
	text = strings.TrimSpace(text)
	at := strings.LastIndexByte(text, '@')
	if at <= 0 || !utf8.ValidString(text) || len(text) > 4*maxAddress {
		return Address{}, ErrMalformed
	}
	local := norm.NFC.String(cases.Fold().String(norm.NFC.String(text[:at])))
	if !validLocal(local) {
		return Address{}, ErrMalformed
	}
	domain, err := ParseDomain(text[at+1:])
	if err != nil {
		return Address{}, err
	}
	if len(local)+1+len(domain) > maxAddress {
		return Address{}, ErrMalformed
	}
	return Address{local, domain}, nil
}

// ParseDomain normalises a mail domain to its ASCII form: at least two labels, no trailing dot.
func ParseDomain(text string) (string, error) {
	domain, err := idna.Lookup.ToASCII(strings.TrimSpace(text))
	if err != nil || len(domain) > maxDomain || !strings.Contains(domain, ".") {
		return "", ErrMalformed
	}
	for label := range strings.SplitSeq(domain, ".") {
		if label == "" || len(label) > 63 {
			return "", ErrMalformed
		}
	}
	if isNumeric(domain[strings.LastIndexByte(domain, '.')+1:]) { // 192.0.2.1 is a host, not a domain
		return "", ErrMalformed
	}
	return domain, nil
}

// String is the normalised address; empty for the zero value.
func (a Address) String() string {
	if a.local == "" {
		return ""
	}
	return a.local + "@" + a.domain
}

// Local is what stands before the "@".
func (a Address) Local() string { return a.local }

// Domain is the ASCII form of what stands behind the "@".
func (a Address) Domain() string { return a.domain }

// Base is the address without its sub-address: "info+fair@" is delivered to "info@" (RFC 5233).
func (a Address) Base() Address {
	if plus := strings.IndexByte(a.local, '+'); plus > 0 {
		return Address{a.local[:plus], a.domain}
	}
	return a
}

// Display is the address with its domain as people write it (Unicode).
func (a Address) Display() string {
	domain, err := idna.Display.ToUnicode(a.domain)
	if err != nil {
		return a.String()
	}
	return a.local + "@" + domain
}

// validLocal accepts a dot-atom (RFC 5322 §3.2.3, with RFC 6532's letters).
func validLocal(local string) bool {
	if local == "" || len(local) > maxLocalPart || local[0] == '.' || local[len(local)-1] == '.' || strings.Contains(local, "..") {
		return false
	}
	for _, r := range local {
		if r < utf8.RuneSelf {
			if !isAtext(byte(r)) && r != '.' {
				return false
			}
		} else if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsNumber(r) {
			return false
		}
	}
	return true
}

func isAtext(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("!#$%&'*+-/=?^_`{|}~", c) >= 0
}

func isNumeric(label string) bool {
	return strings.Trim(label, "0123456789") == ""
}
