package refusal

import (
	"fmt"
	"io"
	"strconv"
)

// The codes of the API's enum ErrorCode. Add freely, rename never.
const (
	CodeUnauthenticated             Code = "UNAUTHENTICATED"
	CodeForbidden                   Code = "FORBIDDEN"
	CodeNotFound                    Code = "NOT_FOUND"
	CodeValidationFailed            Code = "VALIDATION_FAILED"
	CodeStepUpRequired              Code = "STEP_UP_REQUIRED"
	CodeSecondFactorRequired        Code = "SECOND_FACTOR_REQUIRED"
	CodeAddressIsLoginIdentifier    Code = "ADDRESS_IS_LOGIN_IDENTIFIER"
	CodeAddressIsShared             Code = "ADDRESS_IS_SHARED"
	CodeAlreadyHasAccess            Code = "ALREADY_HAS_ACCESS"
	CodeNotAMember                  Code = "NOT_A_MEMBER"
	CodeInvitationInvalid           Code = "INVITATION_INVALID"
	CodeInvitationForAnotherAddress Code = "INVITATION_FOR_ANOTHER_ADDRESS"
	CodePermissionExceedsOwn        Code = "PERMISSION_EXCEEDS_OWN"
	CodeLastOwner                   Code = "LAST_OWNER"
	CodeConflict                    Code = "CONFLICT"
	CodeRateLimited                 Code = "RATE_LIMITED"
	CodeTooComplex                  Code = "TOO_COMPLEX"
	CodeTooLarge                    Code = "TOO_LARGE"
	CodeUnavailable                 Code = "UNAVAILABLE"
	// CodeInternal stands for every fault; it has no constructor on purpose.
	CodeInternal Code = "INTERNAL"
)

// MarshalGQL writes the code as the GraphQL enum.
func (c Code) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(c))) }

// UnmarshalGQL reads the GraphQL enum; no input of the API holds one.
func (c *Code) UnmarshalGQL(input any) error {
	return fmt.Errorf("%v is given by the server only", input)
}
