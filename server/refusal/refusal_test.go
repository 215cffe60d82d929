package refusal

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// each is one of every constructor: the list of codes below is pinned by it.
func each() []error {
	return []error{Unauthenticated(), WrongPassword(), PasskeyRefused(), Forbidden("Your access to this address doesn’t include inviting others."), NotFound(), Invalid("name", "Enter a name."),
		StepUpRequired(), SecondFactorRequired(), AddressIsLoginIdentifier("anna@acme.example"), AddressIsShared("info@acme.example"),
		AlreadyHasAccess("Ben"), NotAMember("Ben is not a member of Acme."), InvitationInvalid(), InvitationForAnotherAddress(),
		PermissionExceedsOwn(), LastOwner(), Conflict("This person was given access a moment ago. Look at the table again."), RateLimited(time.Minute),
		TooComplex("This asks for too much at once. Ask for less, or in several requests."), TooLarge(1 << 20), Unavailable()}
}

func TestEveryRefusalHasACodeAndASentence(t *testing.T) {
	for _, err := range each() {
		refused, ok := As(fmt.Errorf("doing something: %w", err))
		if !ok || refused.Code == "" || refused.Code == CodeInternal {
			t.Errorf("%v has no code of its own", err)
		}
		if !strings.HasSuffix(err.Error(), ".") {
			t.Errorf("%q is no sentence", err)
		}
	}
}

func TestRefusalsAreComparedByCodeAndField(t *testing.T) {
	if !errors.Is(fmt.Errorf("accept: %w", InvitationInvalid()), InvitationInvalid()) {
		t.Error("a wrapped refusal is not recognised")
	}
	if errors.Is(NotFound(), InvitationInvalid()) {
		t.Error("two codes are taken for the same")
	}
	if !errors.Is(Invalid("email", "x."), Invalid("", "")) || errors.Is(Invalid("email", "x."), Invalid("name", "x.")) {
		t.Error("fields are not told apart")
	}
}
