package smtpd

import (
	"errors"
	"fmt"

	"github.com/emersion/go-smtp"
)

// reply makes an answer with its enhanced status code (RFC 3463). Its text
// goes to strangers: it says nothing of what is inside.
func reply(code int, class, subject, detail int, text string) *smtp.SMTPError {
	return &smtp.SMTPError{Code: code, EnhancedCode: smtp.EnhancedCode{class, subject, detail}, Message: text}
}

var (
	replyDelivered        = reply(250, 2, 0, 0, "OK: queued")
	replyUnknownRecipient = reply(550, 5, 1, 1, "No such mailbox here")
	replyNotLocal         = reply(550, 5, 7, 1, "Not one of our domains; no relaying")
	replyMailboxFull      = reply(452, 4, 2, 2, "Mailbox full, try again later")
	replyTrouble          = reply(451, 4, 3, 0, "Temporary trouble, try again later")
	replyTooLarge         = reply(552, 5, 3, 4, "Message too large")
	replyNoRoom           = reply(452, 4, 3, 1, "Too much mail at once, try again later")
	replyLoneLineEnd      = reply(554, 5, 6, 0, "A lone dot between bare line ends is refused")
	replyBadAddress       = reply(501, 5, 1, 7, "Unusable address")
	replySlowDown         = reply(450, 4, 7, 1, "Too many messages, slow down")
	replyManyMessages     = reply(421, 4, 7, 0, "Enough messages for one connection, open another")
	replyManyUnknown      = reply(421, 4, 7, 0, "Too many unknown recipients")
	replyManyConnections  = reply(421, 4, 7, 0, "Too many connections, try again later")
	replyEarlyTalker      = reply(554, 5, 5, 0, "You spoke before the greeting")
	replyUnanswered       = reply(500, 5, 5, 2, "Command too long")
	replyTooSlow          = reply(421, 4, 4, 2, "The message took too long")
	replyShutdown         = reply(421, 4, 3, 2, "Shutting down, try again later")
	replyAborted          = reply(451, 4, 4, 2, "The message did not arrive whole")
	replyLongLine         = reply(500, 5, 6, 0, "Line too long")
)

// line is the reply as it goes over the wire.
func line(r *smtp.SMTPError) string {
	e := r.EnhancedCode
	return fmt.Sprintf("%d %d.%d.%d %s\r\n", r.Code, e[0], e[1], e[2], r.Message)
}

// mailroomReply turns the mailroom's error into an answer; nil stays nil.
func mailroomReply(err error) *smtp.SMTPError {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, ErrUnknownRecipient):
		return replyUnknownRecipient
	case errors.Is(err, ErrNotLocal):
		return replyNotLocal
	case errors.Is(err, ErrMailboxFull):
		return replyMailboxFull
	default:
		return replyTrouble
	}
}
