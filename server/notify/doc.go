// Package notify composes the mail that Latchkey itself writes to people, in
// the five languages that it speaks. It only composes: who sends it, and when
// it is tried again, is the business of its caller.
//
// What people type (names, notes) is hostile until proven otherwise: it can
// neither start a header field nor become markup. Nothing here is logged; an
// invitation's link is a secret of the two who share it.
package notify
