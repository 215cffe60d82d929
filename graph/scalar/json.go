package scalar

import (
	"encoding/json"
	"errors"
	"io"
)

// maxJSON bounds a JSON value, in octets: what WebAuthn writes is a few thousand long.
const maxJSON = 64 << 10

// ErrJSON says that a value is too large to be what it should be.
var ErrJSON = errors.New("this is too large for what a passkey gives")

// JSON is a JSON value that the API hands on as it is.
type JSON json.RawMessage

// MarshalGQL writes the value as it is.
func (j JSON) MarshalGQL(w io.Writer) {
	if len(j) == 0 {
		j = JSON("null")
	}
	_, _ = w.Write(j)
}

// UnmarshalGQL takes any value.
func (j *JSON) UnmarshalGQL(input any) error {
	encoded, err := json.Marshal(input)
	if err != nil || len(encoded) > maxJSON {
		return ErrJSON
	}
	*j = encoded
	return nil
}
