package board

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"latchkey/server/push/feed"
	"latchkey/server/refusal"
)

// Resolvers is the root of the board's resolvers.
type Resolvers struct{}

type readerKey struct{}

// WithReader returns a context in which the reader asks.
func WithReader(ctx context.Context, name string) context.Context {
	return context.WithValue(ctx, readerKey{}, name)
}

// IsReader tells whether a context value identifies the reader.
func IsReader(key any) bool { return key == readerKey{} }

func reader(ctx context.Context) string {
	name, _ := ctx.Value(readerKey{}).(string)
	return name
}

// Query implements ResolverRoot.
func (Resolvers) Query() QueryResolver { return query{} }

// Mutation implements ResolverRoot.
func (Resolvers) Mutation() MutationResolver { return mutation{} }

// Subscription implements ResolverRoot.
func (Resolvers) Subscription() SubscriptionResolver { return subscription{} }

// Note implements ResolverRoot.
func (Resolvers) Note() NoteResolver { return note{} }

type query struct{}

func (query) Ping(context.Context) (string, error)       { return "pong", nil }
func (query) Whoami(ctx context.Context) (string, error) { return reader(ctx), nil }
func (query) Missing(context.Context) (*string, error)   { return nil, refusal.NotFound() }
func (query) Panics(context.Context) (*string, error)    { panic("a shelf fell") }
func (query) Shelf(context.Context) (*Shelf, error)      { return &Shelf{Name: "top"}, nil }

func (query) Broken(context.Context) (*string, error) {
	return nil, errors.New("the password of the database is hunter2")
}

func (query) Shout(_ context.Context, input ShoutInput) (string, error) {
	times := int32(1)
	if input.Times != nil {
		times = *input.Times
	}
	return strings.Repeat(strings.ToUpper(input.Text), int(times)), nil
}

type mutation struct{}

func (mutation) Pin(_ context.Context, board, text string) (string, error) {
	return fmt.Sprintf("%s: %s", board, text), nil
}

type subscription struct{}

func (subscription) BoardNotes(ctx context.Context, _ string, _ *string) (<-chan *Note, error) {
	return feed.Of(ctx, func(n *Note) *Note { return n })
}

func (subscription) CountTo(ctx context.Context, last int32) (<-chan int32, error) {
	numbers := make(chan int32)
	go func() {
		defer close(numbers)
		for i := int32(1); i <= last; i++ {
			select {
			case numbers <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return numbers, nil
}

type note struct{}

func (note) Rights(ctx context.Context, _ *Note) ([]string, error) {
	class, _ := feed.Class(ctx)
	return strings.Fields(class), nil
}

func (note) Reader(ctx context.Context, _ *Note) (string, error) { return reader(ctx), nil }

func (note) Panics(context.Context, *Note) (string, error) { panic("a note fell") }
