// Package attachment says what is kept of a file in a message: enough to list
// it, and where in the message its octets lie.
package attachment

import "strings"

// Attachment is one file of a message. Names and types are the sender's: untrusted text.
type Attachment struct {
	// PartID is where it lies in the message, such as "1.2".
	PartID    string `json:"part"`
	Name      string `json:"name"`
	MediaType string `json:"type"`
	// Size is in octets, decoded.
	Size int `json:"size"`
	// ContentID is by which an HTML body refers to it, without brackets; empty when absent.
	ContentID string `json:"cid,omitempty"`
	// Inline files are shown inside the HTML body.
	Inline bool `json:"inline,omitempty"`
}

// viewable are the media types that a browser shows without running anything.
var viewable = map[string]bool{
	"image/png": true, "image/jpeg": true, "image/gif": true, "image/webp": true, "image/avif": true, "image/bmp": true,
	"application/pdf": true, "text/plain": true,
}

// Viewable tells whether a browser may show the file in a tab of its own.
func (a Attachment) Viewable() bool { return viewable[strings.ToLower(a.MediaType)] }
