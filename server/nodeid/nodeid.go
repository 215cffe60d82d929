// Package nodeid makes the ids by which everything is named, in the database
// and over the API: a prefix that says what is named, and a UUIDv7 (RFC 9562
// §5.7) in Crockford's base 32. Ids of one kind sort by the time they were made.
package nodeid

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/google/uuid"
)

// ID is a prefix, an underscore and 26 characters, such as
// "mbx_01hzy3v8k2q6n0f4w7c9r5t1ad". The zero value names nothing.
type ID string

// Prefix is what an ID begins with: it says what is named.
type Prefix string

// Prefixes of what the API shows. They are stored: never change one.
const (
	User         Prefix = "usr"
	Session      Prefix = "ses"
	Organization Prefix = "org"
	Member       Prefix = "mem"
	MailService  Prefix = "svc"
	MailDomain   Prefix = "dom"
	Mailbox      Prefix = "mbx"
	Grant        Prefix = "grt"
	Invitation   Prefix = "inv"
	Folder       Prefix = "fld"
	Thread       Prefix = "thr"
	Message      Prefix = "msg"
	Passkey      Prefix = "pky"
)

// Prefixes of what is kept inside. They are stored, too.
const (
	Authenticator Prefix = "aut"
	RecoveryCode  Prefix = "rec"
	Challenge     Prefix = "chl"
	SignUp        Prefix = "sgu"
)

// alphabet is Crockford's base 32 in lower case: it sorts as its values do.
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"

// bodyLength is how many characters of five bits hold 128 bits.
const bodyLength = 26

// ErrMalformed says that a text is not an id.
var ErrMalformed = errors.New("not an id")

// New makes an id that was never used before.
func New(prefix Prefix) ID {
	id, err := uuid.NewV7()
	if err != nil {
		panic(fmt.Errorf("nodeid: the system gives no random numbers: %w", err))
	}
	return ID(string(prefix) + "_" + encode(id))
}

// Maker returns New for one prefix, as a default of a database field.
func Maker(prefix Prefix) func() ID {
	return func() ID { return New(prefix) }
}

// Parse reads an id and checks its form, not whether it names anything.
func Parse(text string) (ID, error) {
	prefix, body, found := strings.Cut(text, "_")
	if !found || prefix == "" || len(prefix) > 8 || len(body) != bodyLength {
		return "", ErrMalformed
	}
	for i := range len(prefix) {
		if prefix[i] < 'a' || prefix[i] > 'z' {
			return "", ErrMalformed
		}
	}
	for i := range len(body) {
		if strings.IndexByte(alphabet, body[i]) < 0 {
			return "", ErrMalformed
		}
	}
	return ID(text), nil
}

// Prefix says what kind of thing the id names; empty for the zero value.
func (id ID) Prefix() Prefix {
	prefix, _, _ := strings.Cut(string(id), "_")
	return Prefix(prefix)
}

// String gives the id as it is written.
func (id ID) String() string { return string(id) }

// Value stores the id as text.
func (id ID) Value() (driver.Value, error) { return string(id), nil }

// Scan reads the id from a text column; NULL is the zero value.
func (id *ID) Scan(stored any) error {
	switch text := stored.(type) {
	case nil:
		*id = ""
	case string:
		*id = ID(text)
	case []byte:
		*id = ID(text)
	default:
		return fmt.Errorf("nodeid: can't read an id from %T", stored)
	}
	return nil
}

// MarshalGQL writes the id as a GraphQL ID.
func (id ID) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(id))) }

// UnmarshalGQL reads a GraphQL ID. entgql hands the type itself back, too.
func (id *ID) UnmarshalGQL(input any) error {
	switch text := input.(type) {
	case string:
		parsed, err := Parse(text)
		if err != nil {
			return err
		}
		*id = parsed
		return nil
	case ID:
		*id = text
		return nil
	default:
		return ErrMalformed
	}
}

func encode(id uuid.UUID) string {
	var body [bodyLength]byte
	// 26 characters hold 130 bits: the first carries only three.
	var carry uint32
	bits, at := 2, 0
	for _, octet := range id {
		carry = carry<<8 | uint32(octet)
		bits += 8
		for bits >= 5 {
			bits -= 5
			body[at] = alphabet[carry>>bits&31]
			at++
		}
	}
	return string(body[:])
}
