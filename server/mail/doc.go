// Package mail is the mailbox: mail is delivered into it, threaded, listed,
// searched, read, marked, moved and deleted.
//
// Promises:
//   - Deliver returns after the raw octets and the rows are durable; the same
//     octets delivered twice to a mailbox are one message.
//   - Counts (folders, threads, mailboxes) change in the transaction that
//     changes what they count, together with the event that tells of it.
//   - Every change of a mailbox takes its row first, so that changes of one
//     mailbox happen one after the other and its events have no gap.
//   - Reads are narrowed to the viewer by ent's privacy policies; where a
//     statement is written by hand, the permission was checked before.
//
// The raw octets are the truth: what the rows hold was read from them and can
// be read again. How a message is read, made harmless and placed in a
// conversation stands in mail/message, mail/sanitize and mail/threading.
package mail
