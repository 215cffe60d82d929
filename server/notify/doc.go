// Package notify writes the mail that Latchkey itself sends to people, in the
// five languages that it speaks. A Content says what one kind of mail says, the
// layout draws it as text and as HTML, and the Courier gathers what there is to
// say when a durable job asks for it.
//
// What people type (names, notes) is hostile until proven otherwise: it can
// neither start a header field nor become markup. Links of invitations and
// codes are secrets of who reads the mail: nothing of them is logged, and a
// code is never part of a link.
package notify
