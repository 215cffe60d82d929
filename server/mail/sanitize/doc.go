// Package sanitize turns hostile HTML mail into a document that may be shown, and HTML
// into plain text for search and snippets.
//
// HTML is an allow list over the parsed tree: elements, attributes and CSS that are not
// known to be harmless are dropped, every address goes through one function, and what
// comes out is written anew from what was understood, never copied. It is shown in a
// sandboxed frame without scripts, under a policy that loads nothing. Each of the two
// must hold when the other fails, so nothing here may lean on the frame.
package sanitize

// Limits on the work that one document can cause.
const (
	// MaxInput is in bytes. Longer documents are shown as plain text.
	MaxInput = 8 << 20
	// MaxNodes is how many nodes of the tree are looked at; what follows is left out.
	MaxNodes = 100_000
	// MaxStyleAttribute and MaxStyleSheet are in bytes; longer ones are left out.
	MaxStyleAttribute = 64 << 10
	MaxStyleSheet     = 512 << 10
	// MaxStyleTotal bounds all style sheets of one document, in bytes.
	MaxStyleTotal = 2 << 20
)

// Options say what addresses become. A nil function leaves out what it would have
// answered for, and so does the answer "". Answers are trusted to be safe addresses.
type Options struct {
	// Inline gives the address of a picture of the same message, by its Content-ID.
	Inline func(contentID string) string
	// Remote gives the address under which the server fetches a picture for the reader.
	// Leave it nil until the reader has asked for remote pictures.
	Remote func(address string) string
	// Link may rewrite http, https, mailto and tel links. Nil keeps them as they are.
	Link func(address string) string
}

// Result is a whole HTML document and what was met on the way.
type Result struct {
	// HTML begins with a doctype of the sender's layout mode (or none: quirks mode), so
	// it needs a route of its own: a srcdoc frame would ignore that.
	HTML string
	// Blocked counts the remote pictures that were left out.
	Blocked int
	// ContentIDs are the pictures of the same message that the document shows.
	ContentIDs []string
	// Truncated says that limits cut the document or made it plain text.
	Truncated bool
}
