// Package smtpd is the door through which mail comes in: an SMTP server
// (RFC 5321) for the world and an LMTP server (RFC 2033) for a mail server
// next door. It knows the protocols and their abuse, and hands every accepted
// message to a [Mailroom], which alone knows what a mailbox is.
//
// Promises:
//   - 250 is said only after the mailroom has made the message durable.
//   - Mail is taken for local mailboxes only; nothing is ever relayed.
//   - A malformed message is kept whole: its bytes are never rewritten, only
//     our trace lines are put before them.
//   - Everything that a client can make us hold or wait for has a limit, and
//     every limit is a field of [Limits].
//   - Shutdown answers what was already sent, and turns the rest away with 421.
//
// The protocol engine is emersion/go-smtp. What it leaves to others is added
// around the connection (conn.go): early talkers, a limit on what is read
// without an answer, a deadline for DATA, and hanging up on an oversized
// message where the engine would read it to its end.
package smtpd
