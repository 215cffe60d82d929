// Package refusal holds every typed error of the API: a stable code and a
// sentence that a person can act on. A refusal is an answer; any other error
// is a fault, logged whole and shown as INTERNAL.
package refusal

import (
	"errors"
	"time"
)

// Code is stable: clients branch on it. It stands in `extensions.code`.
type Code string

// Error is a refusal. Two are the same (errors.Is) when their codes and fields are.
type Error struct {
	Code    Code
	Message string
	// Field names the input that is wrong, with VALIDATION_FAILED.
	Field string
	// WayOut says what could be done instead; empty when nothing can.
	WayOut string
	// RetryAfter is how long to wait, with RATE_LIMITED.
	RetryAfter time.Duration
}

// Error is the sentence.
func (e *Error) Error() string { return e.Message }

// Is compares by code, and by field where the target names one.
func (e *Error) Is(target error) bool {
	var other *Error
	return errors.As(target, &other) && e.Code == other.Code && (other.Field == "" || other.Field == e.Field)
}

// As returns the refusal in an error's chain; ok is false for a fault.
func As(err error) (refused *Error, ok bool) {
	ok = errors.As(err, &refused)
	return refused, ok
}
