package transport

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"latchkey/server/refusal"
)

// maxMessage keeps a request from being echoed whole in an error, in octets.
const maxMessage = 300

// faultSentence is all that the outside learns of a fault.
const faultSentence = "Something failed on our side and was logged. Try again in a moment."

// Presenter returns how errors are shown. A refusal shows its code and its
// sentence; what gqlgen found wrong in the request shows its message, cut; all
// else is a fault, logged whole and shown as INTERNAL.
func Presenter(log *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		shown := &gqlerror.Error{Path: graphql.GetPath(ctx)}
		found, isGraphQL := errors.AsType[*gqlerror.Error](err)
		if isGraphQL {
			shown.Path, shown.Locations = found.Path, found.Locations
		}
		if refused, ok := errors.AsType[*refusal.Error](err); ok {
			shown.Message, shown.Extensions = refused.Message, extensions(refused)
			return shown
		}
		if isGraphQL {
			if code := requestCode(ctx, found); code != "" {
				shown.Message = cut(found.Message, maxMessage)
				shown.Extensions = map[string]any{"code": code}
				if code == string(refusal.CodeValidationFailed) {
					shown.Extensions["field"] = inputField(found.Path)
				}
				return shown
			}
		}
		logFault(ctx, log, shown.Path, err)
		shown.Message = faultSentence
		shown.Extensions = map[string]any{"code": string(refusal.CodeInternal)}
		return shown
	}
}

// extensions of a refusal, as the API documents them; retryAfter in seconds.
func extensions(r *refusal.Error) map[string]any {
	e := map[string]any{"code": string(r.Code)}
	if r.Field != "" {
		e["field"] = r.Field
	}
	if r.WayOut != "" {
		e["wayOut"] = r.WayOut
	}
	if r.RetryAfter > 0 {
		e["retryAfter"] = int(r.RetryAfter.Seconds())
	}
	return e
}

// requestCode returns the code of an error that the request itself caused;
// empty for any other.
func requestCode(ctx context.Context, err *gqlerror.Error) string {
	code, _ := err.Extensions["code"].(string)
	switch {
	case strings.HasPrefix(err.Message, "exceeded token limit"):
		return string(refusal.CodeTooComplex)
	case code == errcode.ParseFailed || code == errcode.ValidationFailed:
		return code
	case isInput(ctx, err):
		return string(refusal.CodeValidationFailed)
	}
	return ""
}

// isInput tells whether an argument could not be read: gqlgen has not set the
// field's arguments then, and no resolver ran.
func isInput(ctx context.Context, err error) bool {
	field := graphql.GetFieldContext(ctx)
	_, panicked := errors.AsType[*panicError](err)
	return !panicked && field != nil && field.Args == nil && field.Field.Field != nil &&
		field.Field.Definition != nil && len(field.Field.Definition.Arguments) > 0
}

// inputField names the input within the field: input.times.
func inputField(path ast.Path) string {
	names := make([]string, 0, len(path))
	for _, element := range path[min(1, len(path)):] {
		names = append(names, fmt.Sprint(element))
	}
	return strings.Join(names, ".")
}

func logFault(ctx context.Context, log *slog.Logger, path ast.Path, err error) {
	level := slog.LevelError
	if errors.Is(err, context.Canceled) { // whoever asked has gone
		level = slog.LevelDebug
	}
	log.Log(ctx, level, "graphql: fault", "path", path.String(), "error", err.Error())
}

// panicError is a panic in a resolver, with its stack for the log.
type panicError struct {
	fault any
	stack []byte
}

// Error implements error.
func (p *panicError) Error() string { return fmt.Sprintf("panic: %v\n%s", p.fault, p.stack) }

func recoverPanic(_ context.Context, fault any) error {
	return &panicError{fault, debug.Stack()}
}

// cut shortens text to at most limit octets, at a character's border.
func cut(text string, limit int) string {
	if len(text) <= limit {
		return text
	}
	for limit > 0 && !utf8.RuneStart(text[limit]) {
		limit--
	}
	return text[:limit] + "…"
}
