package graph_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"latchkey/ent"
	"latchkey/ent/member"
	entorganization "latchkey/ent/organization"
	"latchkey/graph"
	"latchkey/graph/generated"
	"latchkey/server/address"
	"latchkey/server/addressclaim"
	"latchkey/server/database"
	"latchkey/server/identity"
	"latchkey/server/mail"
	"latchkey/server/nodeid"
	"latchkey/server/organization"
	"latchkey/server/permission"
	"latchkey/server/refusal"
	"latchkey/server/seal"
	"latchkey/server/sharing"
	"latchkey/server/viewer"
)

const password = "a sentence to remember"

// world is the API of a server, asked without a network.
type world struct {
	t             testing.TB
	store         *database.Store
	identity      *identity.Identity
	organizations *organization.Organizations
	resolver      *graph.Resolver
	schema        graphql.ExecutableSchema
	executor      *executor.Executor
	browser       *browser
}

func newWorld(t testing.TB, s *database.Store) *world {
	t.Helper()
	organizations := organization.New(s)
	w := &world{t: t, store: s, organizations: organizations, browser: &browser{}}
	w.identity = identity.New(identity.Options{
		Store: s, Passwords: seal.NewPasswords(seal.TestCost), Organizations: organizations, SetUpCode: "abcd-efgh",
	})
	box, err := seal.NewBox([]byte(strings.Repeat("k", 32)))
	must(t, box, err)
	share := sharing.New(sharing.Options{Store: s, Box: box, PublicURL: "http://localhost:8080"})
	room, err := mail.Open(s, mail.Options{Authority: share, BlobDir: t.TempDir()})
	t.Cleanup(must(t, room, err).Close)
	w.resolver = &graph.Resolver{
		Client: s.Client(), Clock: s.Clock(), Identity: w.identity, Organizations: organizations, Sharing: share, Mail: room,
	}
	w.schema = generated.NewExecutableSchema(generated.Config{Resolvers: w.resolver, Complexity: graph.Complexity()})
	w.executor = executor.New(w.schema)
	w.executor.Use(graph.Request{Resolver: w.resolver})
	return w
}

// browser keeps the tokens.
type browser struct {
	token  seal.Token
	others []string
}

// Tokens implements graph.SessionCookie.
func (b *browser) Tokens() (string, []string) { return b.token.Reveal(), b.others }

// Renew implements graph.SessionCookie.
func (b *browser) Renew(token seal.Token, _ time.Time) { b.token = token }

// Keep implements graph.SessionCookie.
func (b *browser) Keep(sessions []identity.Held) {
	b.token, b.others = "", nil
	for n, held := range sessions {
		if n == 0 {
			b.token = held.Token
			continue
		}
		b.others = append(b.others, held.Token.Reveal())
	}
}

// answer is what came back; Data is nil when nothing did.
type answer struct {
	Data   map[string]any
	Errors gqlerror.List
}

// at finds what lies under a path such as "viewer.mailboxes.edges.0.node.address".
func (a answer) at(path string) any {
	var here any = a.Data
	for key := range strings.SplitSeq(path, ".") {
		switch value := here.(type) {
		case map[string]any:
			here = value[key]
		case []any:
			var n int
			if _, err := fmt.Sscan(key, &n); err != nil || n >= len(value) {
				return nil
			}
			here = value[n]
		default:
			return nil
		}
	}
	return here
}

// refusedWith is the code of the first error; empty when there is none.
func (a answer) refusedWith() refusal.Code {
	if len(a.Errors) == 0 {
		return ""
	}
	if refused, ok := refusal.As(a.Errors[0].Err); ok {
		return refused.Code
	}
	return refusal.CodeInternal
}

// ask runs an operation with a context.
func (w *world) ask(ctx context.Context, query string, variables ...any) answer {
	w.t.Helper()
	response := w.respond(ctx, query, variables...)
	out := answer{Errors: response.Errors}
	if len(response.Data) > 0 {
		if err := json.Unmarshal(response.Data, &out.Data); err != nil {
			w.t.Fatalf("%v in %s", err, response.Data)
		}
	}
	return out
}

func (w *world) respond(ctx context.Context, query string, variables ...any) *graphql.Response {
	params := &graphql.RawParams{Query: query, Variables: map[string]any{}, ReadTime: graphql.TraceTiming{Start: time.Now(), End: time.Now()}}
	for i := 0; i+1 < len(variables); i += 2 {
		params.Variables[variables[i].(string)] = variables[i+1]
	}
	ctx = graphql.StartOperationTrace(ctx)
	operation, errs := w.executor.CreateOperationContext(ctx, params)
	if len(errs) > 0 {
		return &graphql.Response{Errors: errs}
	}
	next, ctx := w.executor.DispatchOperation(ctx, operation)
	return next(ctx)
}

// as asks for somebody who is signed in.
func (w *world) as(user *ent.User, query string, variables ...any) answer {
	w.t.Helper()
	return w.ask(viewer.NewContext(w.t.Context(), viewer.Viewer{User: user.ID}), query, variables...)
}

// request asks as a browser does, with its cookie.
func (w *world) request(query string, variables ...any) answer {
	w.t.Helper()
	ctx := graph.WithSessionCookie(w.t.Context(), w.browser, identity.Device{RemoteAddress: "192.0.2.1"})
	if v, err := w.identity.Authenticate(ctx, w.browser.token.Reveal()); err == nil {
		ctx = viewer.NewContext(ctx, v)
	}
	return w.ask(ctx, query, variables...)
}

func must[V any](t testing.TB, value V, err error) V {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return value
}

func write[V any](w *world, f func(ctx context.Context, tx *database.Tx) (V, error)) V {
	w.t.Helper()
	value, err := database.InTx(viewer.System(w.t.Context()), w.store, f)
	return must(w.t, value, err)
}

func (w *world) person(name, email string) *ent.User {
	w.t.Helper()
	p, err := w.identity.NewPerson(w.t.Context(), name, email, password)
	must(w.t, p, err)
	return write(w, func(ctx context.Context, tx *database.Tx) (*ent.User, error) {
		return w.identity.CreateUser(ctx, tx, p)
	})
}

func (w *world) organization(name string, owner *ent.User) *ent.Organization {
	w.t.Helper()
	return write(w, func(ctx context.Context, tx *database.Tx) (*ent.Organization, error) {
		return w.organizations.Create(ctx, tx, name, owner.ID)
	})
}

func (w *world) joins(user *ent.User, o *ent.Organization, role member.Role) *ent.Member {
	w.t.Helper()
	return write(w, func(ctx context.Context, tx *database.Tx) (*ent.Member, error) {
		return w.organizations.AddMember(ctx, tx, o.ID, user.ID, role)
	})
}

func (w *world) mailService(o *ent.Organization, name string, domains ...string) *ent.MailService {
	w.t.Helper()
	return write(w, func(ctx context.Context, tx *database.Tx) (*ent.MailService, error) {
		return w.organizations.CreateMailService(ctx, tx, o.ID, name, domains...)
	})
}

func (w *world) mailbox(s *ent.MailService, at string) *ent.Mailbox {
	w.t.Helper()
	parsed, err := address.Parse(at)
	must(w.t, parsed, err)
	return write(w, func(ctx context.Context, tx *database.Tx) (*ent.Mailbox, error) {
		return w.organizations.CreateMailbox(ctx, tx, s, parsed)
	})
}

func id(of nodeid.ID) string { return of.String() }

// guest gives somebody access to a mailbox, as listed under the first organization of theirs.
func (w *world) guest(user *ent.User, box *ent.Mailbox) {
	w.t.Helper()
	write(w, func(ctx context.Context, tx *database.Tx) (*ent.Grant, error) {
		claim, err := addressclaim.Share(ctx, tx, box.Address)
		if err != nil {
			return nil, err
		}
		home, err := tx.Organization.Query().Where(entorganization.HasMembersWith(member.UserID(user.ID))).FirstID(ctx)
		if err != nil {
			return nil, err
		}
		return tx.Grant.Create().SetMailboxID(box.ID).SetUserID(user.ID).SetOrganizationID(home).SetAddress(box.Address).
			SetClaimID(claim).SetPermissions(permission.Organizer.Set()).SetGivenAt(w.store.Clock().Now()).Save(ctx)
	})
}

// statements is how many an operation takes.
func (w *world) statements(user *ent.User, query string, variables ...any) int {
	w.t.Helper()
	ctx, count := database.CountStatements(viewer.NewContext(w.t.Context(), viewer.Viewer{User: user.ID}))
	if a := w.ask(ctx, query, variables...); len(a.Errors) > 0 {
		w.t.Fatal(a.Errors)
	}
	return count()
}
