package refusal

import (
	"fmt"
	"time"
)

// Unauthenticated answers whoever is not signed in.
func Unauthenticated() error {
	return &Error{Code: CodeUnauthenticated, Message: "Sign in to go on."}
}

// WrongPassword answers a failed sign-in alike, whether the account exists or not.
func WrongPassword() error {
	return &Error{Code: CodeUnauthenticated, Message: "The e-mail address or the password is wrong. Check both and try again."}
}

// PasskeyRefused answers a sign-in with a passkey that failed, whatever was wrong with it.
func PasskeyRefused() error {
	return &Error{Code: CodeUnauthenticated, Message: "This passkey was not accepted. Try again, or sign in with your password."}
}

// Forbidden refuses an act on something the viewer can see. why is a whole sentence.
func Forbidden(why string) error {
	return &Error{Code: CodeForbidden, Message: why}
}

// NotFound answers for what does not exist and for what the viewer may not see, alike.
func NotFound() error {
	return &Error{Code: CodeNotFound, Message: "This does not exist, or you have no access to it (any more)."}
}

// Invalid refuses an input. why is a whole sentence that says what would be right.
func Invalid(field, why string) error {
	return &Error{Code: CodeValidationFailed, Field: field, Message: why}
}

// StepUpRequired asks for the password again; the act can then be repeated.
func StepUpRequired() error {
	return &Error{Code: CodeStepUpRequired, Message: "Confirm your password to go on."}
}

// SecondFactorRequired refuses what is only for people who have a second factor.
func SecondFactorRequired() error {
	return &Error{
		Code:    CodeSecondFactorRequired,
		Message: "This is only for people who sign in with a second factor.",
		WayOut:  "Add a passkey or an authenticator app to your account, under Security, and try again.",
	}
}

// AddressIsLoginIdentifier refuses to share an address that somebody signs in with.
func AddressIsLoginIdentifier(address string) error {
	return &Error{
		Code: CodeAddressIsLoginIdentifier,
		Message: fmt.Sprintf("Somebody signs in with %s. Whoever reads its mail could reset that person’s password, "+
			"so it can’t be shared.", address),
		WayOut: "Share another address, or let that person sign in with a different one first.",
	}
}

// AddressIsShared refuses a shared address as a login identifier: the same rule from its other side.
func AddressIsShared(address string) error {
	return &Error{
		Code:    CodeAddressIsShared,
		Message: fmt.Sprintf("%s is a shared mailbox: everyone who reads it could take over the account.", address),
		WayOut:  "Sign in with an address that only you read.",
	}
}

// AlreadyHasAccess points to the access that a person has.
func AlreadyHasAccess(who string) error {
	return &Error{
		Code:    CodeAlreadyHasAccess,
		Message: who + " already has access to this address.",
		WayOut:  "Change the permissions in the table instead.",
	}
}

// AlreadyYours tells the viewer that they need nobody's offer.
func AlreadyYours() error {
	return &Error{
		Code:    CodeAlreadyHasAccess,
		Message: "You have access to this address already.",
		WayOut:  "Open it in Mail.",
	}
}

// NotAMember refuses a user or an organization that does not belong.
func NotAMember(why string) error {
	return &Error{Code: CodeNotAMember, Message: why}
}

// InvitationInvalid answers for an unknown, used, expired or withdrawn link
// alike, so that a guess learns nothing.
func InvitationInvalid() error {
	return &Error{Code: CodeInvitationInvalid, Message: "This invitation is no longer valid. Ask for a new link."}
}

// InvitationForAnotherAddress refuses an invitation that is bound to an address.
func InvitationForAnotherAddress() error {
	return &Error{
		Code:    CodeInvitationForAnotherAddress,
		Message: "This invitation was made for another e-mail address.",
		WayOut:  "Switch to the account it was made for, or ask for a new link.",
	}
}

// PermissionExceedsOwn refuses to give more, or for longer, than one holds.
func PermissionExceedsOwn() error {
	return &Error{
		Code:    CodePermissionExceedsOwn,
		Message: "You can’t give more than you may do yourself, nor for longer.",
		WayOut:  "Untick what you don’t hold, or ask an owner to do it.",
	}
}

// LastOwner refuses to leave something without an owner.
func LastOwner() error {
	return &Error{Code: CodeLastOwner, Message: "An organization needs at least one owner. Make somebody else an owner first."}
}

// Conflict says that something changed meanwhile or exists already. why is a whole sentence.
func Conflict(why string) error {
	return &Error{Code: CodeConflict, Message: why}
}

// RateLimited asks to wait.
func RateLimited(wait time.Duration) error {
	wait = wait.Round(time.Second)
	return &Error{Code: CodeRateLimited, Message: fmt.Sprintf("That was too often. Try again in %s.", wait), RetryAfter: wait}
}

// TooComplex refuses a request that asks for too much at once.
func TooComplex(why string) error {
	return &Error{Code: CodeTooComplex, Message: why}
}

// TooLarge refuses a request whose body is over the limit, in octets.
func TooLarge(limit int64) error {
	return &Error{Code: CodeTooLarge, Message: fmt.Sprintf("The request is larger than %d bytes. Split it up.", limit)}
}

// Unavailable says that the server can't do it now, and that nothing was lost.
func Unavailable() error {
	return &Error{Code: CodeUnavailable, Message: "The server is stopping or overloaded. Nothing was changed; try again in a moment."}
}
