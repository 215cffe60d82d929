// Package tracing sends OpenTelemetry traces when an endpoint is set: how long
// requests, operations of the API, deliveries and background work take. A span
// names the kind of thing only, never an address, a path, a token or a body.
package tracing

import (
	"context"
	"fmt"
	"log/slog"
	"os"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

// endpoint is the standard variable that turns traces on; the SDK reads it, and
// those for headers, sampling and limits, by itself.
const endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT"

// Tracing makes spans. Nil is tracing that is off, and costs nothing.
type Tracing struct {
	provider *sdk.TracerProvider
	tracer   trace.Tracer
}

// Open connects to the collector that the environment names; nil when it names none.
func Open(ctx context.Context, log *slog.Logger) (*Tracing, error) {
	if os.Getenv(endpoint) == "" {
		return nil, nil
	}
	otel.SetErrorHandler(otel.ErrorHandlerFunc(func(err error) { log.Warn("traces did not arrive", "error", err) }))
	exporter, err := otlptracehttp.New(ctx)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", endpoint, err)
	}
	// Not the SDK's default resource with the process in it: flags can hold secrets.
	about, err := resource.New(ctx, resource.WithAttributes(attribute.String("service.name", "latchkey")), resource.WithFromEnv())
	if err != nil {
		return nil, fmt.Errorf("read OTEL_RESOURCE_ATTRIBUTES: %w", err)
	}
	provider := sdk.NewTracerProvider(sdk.WithBatcher(exporter), sdk.WithResource(about))
	return &Tracing{provider: provider, tracer: provider.Tracer("latchkey")}, nil
}

// Close sends what is still held.
func (t *Tracing) Close(ctx context.Context) error {
	if t == nil {
		return nil
	}
	return t.provider.Shutdown(ctx)
}
