package smtpd

import "io"

// endFinder reads a message that came by DATA, and finds the one end that the
// engine overlooks: "\r\n.\r\n" where another CR stands before, as old mail has
// it. The engine then waits for more until the client gives up, and such mail
// never arrives. (Its reader takes every second CR for text, so that the LF
// ends no line.) There it leaves dots as they came, too.
//
// It asks for a byte at a time, because the engine returns no part of what it
// has when it waits for more.
type endFinder struct {
	r       io.Reader
	crs     int     // CRs just before
	after   int     // how much of ".\r\n" has come after a line end that was overlooked; -1 elsewhere
	pending []byte  // read, and certainly part of the message
	store   [4]byte // what pending lies in: never more than a dot, a CR and the next
	one     [1]byte
	found   bool // the end was one the engine does not see
}

func newEndFinder(r io.Reader) *endFinder { return &endFinder{r: r, after: -1} }

const dotEnd = ".\r\n"

// Read returns the message's bytes, and io.EOF at its end.
func (f *endFinder) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) {
		if len(f.pending) > 0 {
			taken := copy(p[n:], f.pending)
			f.pending, n = f.pending[taken:], n+taken
			continue
		}
		if f.found {
			return n, io.EOF
		}
		if _, err := io.ReadFull(f.r, f.one[:]); err != nil {
			return n, err
		}
		f.step(f.one[0])
	}
	return n, nil
}

func (f *endFinder) step(b byte) {
	f.pending = f.store[:0] // all of it has been given out
	if f.after >= 0 {
		if b == dotEnd[f.after] {
			if f.after++; f.after == len(dotEnd) {
				f.found = true
			}
			return
		}
		if f.after > 1 { // a dot and a CR: the dot was stuffing
			f.emit('\r')
		}
		f.after = -1
	}
	overlooked := b == '\n' && f.crs > 0 && f.crs%2 == 0
	f.emit(b)
	if overlooked {
		f.after = 0
	}
}

func (f *endFinder) emit(b byte) {
	if b == '\r' {
		f.crs++
	} else {
		f.crs = 0
	}
	f.pending = append(f.pending, b)
}

// overlooked reports whether the message was at its end where the engine waits
// for more. Whatever comes next on that connection it would take for the
// message: all that is left to do there is to answer and hang up.
func (f *endFinder) overlooked() bool { return f != nil && f.found }
