package message

import (
	"bytes"
	"strings"
)

// Part is one node of the MIME tree.
type Part struct {
	// ID is the part's place, such as "1.2", numbered as IMAP does (RFC 3501 §6.4.5).
	// It is the same for the same bytes. Only the root container's is "".
	ID string
	// MediaType is lower case and never empty: "text/plain" where none was declared.
	MediaType string
	// Params are the decoded parameters of Content-Type, keys in lower case.
	Params map[string]string
	// Header holds the part's own fields.
	Header Header
	// Children are empty for a leaf.
	Children []*Part

	raw              []byte // the whole message
	begin, body, end int    // offsets of header, body and end
	encoding         string // lower-case transfer encoding
}

// Offsets says where in the raw message the part's header and body begin and where the
// part ends, in bytes.
func (p *Part) Offsets() (header, body, end int) { return p.begin, p.body, p.end }

// IsContainer says whether the part is only a wrapper around its children.
func (p *Part) IsContainer() bool { return len(p.Children) > 0 }

// ContentID is the Content-ID without brackets; "" when absent.
func (p *Part) ContentID() string {
	v, _ := p.Header.Raw("Content-ID")
	return strings.Trim(toUTF8("", unfold(v)), "<> \t")
}

// Disposition is "inline", "attachment", another word that was sent, or "".
func (p *Part) Disposition() string {
	value, _ := p.disposition()
	return value
}

func (p *Part) disposition() (value string, params map[string]string) {
	v, ok := p.Header.Raw("Content-Disposition")
	if !ok {
		return "", nil
	}
	value, params = parseParams(string(unfold(v)))
	return strings.ToLower(value), params
}

// FileName is the name that the sender gave the part, without any folder and without
// characters that hide its true ending; "" when none was given.
func (p *Part) FileName() string {
	_, params := p.disposition()
	if name := cleanFileName(params["filename"]); name != "" {
		return name
	}
	return cleanFileName(p.Params["name"])
}

// Nested parses an attached message (message/rfc822); nil when the part is none.
// Nothing in it counts against the limits of the message around it.
func (p *Part) Nested() *Message {
	if p.MediaType != "message/rfc822" && p.MediaType != "message/global" {
		return nil
	}
	return Parse(p.Bytes())
}

func (p *Part) isMultipart() bool { return strings.HasPrefix(p.MediaType, "multipart/") }

func (p *Part) content() []byte { return p.raw[p.body:p.end] }

func (p *Part) blank() bool { return len(bytes.TrimSpace(p.content())) == 0 }
