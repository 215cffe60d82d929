package message

import "slices"

// Defect names one kind of damage that Parse read around. The text is for logs and for
// whoever asks why a message looks odd; it never quotes the message.
type Defect string

// The kinds of damage that Parse notices.
const (
	DefectMboxLine           Defect = "begins with an mbox From line"
	DefectNoEmptyLine        Defect = "body begins without an empty line"
	DefectHeaderLine         Defect = "header line without a field name"
	DefectHeaderTooBig       Defect = "header too big, the rest was left out"
	DefectContentType        Defect = "unreadable Content-Type"
	DefectNoBoundary         Defect = "multipart without a boundary"
	DefectBoundaryMismatch   Defect = "multipart uses another boundary than it declares"
	DefectNoParts            Defect = "multipart without parts, shown as text"
	DefectNotClosed          Defect = "multipart is not closed"
	DefectTooDeep            Defect = "multiparts nested too deep, shown as a file"
	DefectTooManyParts       Defect = "too many parts, the rest was left out"
	DefectUnreadableTransfer Defect = "unknown Content-Transfer-Encoding"
)

// Defects lists each kind of damage once, in the order it was met; nil when sound.
func (m *Message) Defects() []Defect { return slices.Clone(m.defects) }

func (x *indexer) defect(d Defect) {
	if !slices.Contains(x.defects, d) {
		x.defects = append(x.defects, d)
	}
}
