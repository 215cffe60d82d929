package message

import (
	"bytes"
	"strings"
)

// Invitation is what a list of messages can say about a calendar file. The file itself
// stays an attachment: times need its zones, which are a calendar's business.
type Invitation struct {
	Method  string // RFC 5546: REQUEST, CANCEL, REPLY …; upper case, "" when absent
	Summary string // of the first event
}

// maxCalendarLines is far above what stands before the first event's summary.
const maxCalendarLines = 2000

// readInvitation reads METHOD and the first event's SUMMARY; nil when it has neither.
func readInvitation(p *Part) *Invitation {
	inv := Invitation{Method: strings.ToUpper(p.Params["method"])}
	rest := bytes.ReplaceAll([]byte(p.Text()), []byte("\r\n"), []byte("\n"))
	inEvent := false
	for range maxCalendarLines {
		var line string
		if line, rest = calendarLine(rest); line == "" && len(rest) == 0 {
			break
		}
		name, value := calendarProperty(line)
		switch {
		case name == "METHOD" && inv.Method == "":
			inv.Method = strings.ToUpper(value)
		case name == "BEGIN" && strings.EqualFold(value, "VEVENT"):
			inEvent = true
		case name == "SUMMARY" && inEvent && inv.Summary == "":
			inv.Summary = calendarText(value)
		}
	}
	if inv == (Invitation{}) {
		return nil
	}
	return &inv
}

// calendarLine cuts one line off, unfolded (RFC 5545 §3.1).
func calendarLine(b []byte) (line string, rest []byte) {
	var out strings.Builder
	for {
		part, rest, _ := bytes.Cut(b, []byte("\n"))
		out.Write(part)
		if len(rest) == 0 || rest[0] != ' ' && rest[0] != '\t' {
			return out.String(), rest
		}
		b = rest[1:]
	}
}

// calendarProperty cuts "NAME;PARAM=\"a:b\":value".
func calendarProperty(line string) (name, value string) {
	quoted := false
	for i, c := range line {
		if c == '"' {
			quoted = !quoted
		}
		if c == ':' && !quoted {
			name, _, _ = strings.Cut(line[:i], ";")
			return strings.ToUpper(strings.TrimSpace(name)), strings.TrimSpace(line[i+1:])
		}
	}
	return "", ""
}

// calendarText undoes the escapes of RFC 5545 §3.3.11, on one line.
func calendarText(s string) string {
	return collapse(strings.NewReplacer(`\\`, `\`, `\n`, " ", `\N`, " ", `\,`, ",", `\;`, ";").Replace(s))
}
