package tracing

import (
	"context"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"
)

// maxName bounds the name that a client gives its operation.
const maxName = 80

// Request begins the span of an HTTP request; call end with its status.
// route is the pattern, never the path, which can hold a token.
func (t *Tracing) Request(ctx context.Context, method, route string) (inside context.Context, end func(status int)) {
	if t == nil {
		return ctx, func(int) {}
	}
	ctx, span := t.tracer.Start(ctx, method+" "+route, trace.WithSpanKind(trace.SpanKindServer),
		trace.WithAttributes(attribute.String("http.request.method", method), attribute.String("http.route", route)))
	return ctx, func(status int) {
		span.SetAttributes(attribute.Int("http.response.status_code", status))
		if status >= 500 {
			span.SetStatus(codes.Error, "")
		}
		span.End()
	}
}

// Delivery begins the span of a message that came in; call end with how many recipients were refused it.
func (t *Tracing) Delivery(ctx context.Context, recipients, octets int) (inside context.Context, end func(failed int)) {
	if t == nil {
		return ctx, func(int) {}
	}
	ctx, span := t.tracer.Start(ctx, "deliver", trace.WithSpanKind(trace.SpanKindConsumer),
		trace.WithAttributes(attribute.Int("mail.recipients", recipients), attribute.Int("mail.octets", octets)))
	return ctx, func(failed int) {
		span.SetAttributes(attribute.Int("mail.recipients_failed", failed))
		if failed > 0 {
			span.SetStatus(codes.Error, "")
		}
		span.End()
	}
}

// Job makes the span of background work that has just ended.
func (t *Tracing) Job(kind, outcome string, took time.Duration) {
	if t == nil {
		return
	}
	ended := time.Now()
	_, span := t.tracer.Start(context.Background(), "job "+kind, trace.WithTimestamp(ended.Add(-took)),
		trace.WithAttributes(attribute.String("job.outcome", outcome)))
	if outcome == "failed" {
		span.SetStatus(codes.Error, "")
	}
	span.End(trace.WithTimestamp(ended))
}

// Operation makes spans of the queries and mutations of the API, with the
// first stable code of their errors. Events of a subscription have none: one
// is shown to thousands of sessions at once.
func (t *Tracing) Operation(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	operation := graphql.GetOperationContext(ctx).Operation
	if t == nil || operation == nil || operation.Operation == ast.Subscription {
		return next(ctx)
	}
	kind, name := string(operation.Operation), operation.Name
	if len(name) > maxName {
		name = name[:maxName] // a GraphQL name is ASCII
	}
	ctx, span := t.tracer.Start(ctx, strings.TrimSpace(kind+" "+name), trace.WithAttributes(
		attribute.String("graphql.operation.type", kind), attribute.String("graphql.operation.name", name)))
	defer span.End()
	response := next(ctx)
	if response != nil && len(response.Errors) > 0 {
		code, _ := response.Errors[0].Extensions["code"].(string)
		span.SetAttributes(attribute.String("graphql.error.code", code))
	}
	return response
}
