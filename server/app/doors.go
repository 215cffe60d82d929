package app

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"

	"latchkey/graph"
	"latchkey/graph/generated"
	"latchkey/server/httpd"
	"latchkey/server/httpd/transport"
	"latchkey/server/push"
	"latchkey/server/push/socket"
	"latchkey/server/push/sse"
	"latchkey/server/smtpd"
	"latchkey/server/viewer"
)

// maxComplexity lets a person with 5,000 mailboxes list them with all that a
// switcher shows, and refuses a list of such lists.
const maxComplexity = 150_000

var errDraining = errors.New("stopping")

// openDoors makes the servers; listen opens their ports.
func (a *App) openDoors(context.Context) error {
	a.resolver = &graph.Resolver{
		Client: a.store.Client(), Clock: a.clock, Identity: a.identity, Account: a.accounts, Factors: a.factors, Organizations: a.organizations,
		Sharing: a.sharing, Mail: a.mail, SignUps: a.signUps, Courier: a.courier,
	}
	a.web = httpd.New(httpd.Options{
		Public: a.config.PublicURL, Sessions: a.identity, GraphQL: a.api(), Mail: httpd.MailHandlers(httpd.MailOptions{Messages: a.mail, Secret: a.config.SecretKey, Log: a.log}),
		Demo: a.demoHandlers(), Ready: a.ready, Registry: a.registry, Traces: a.traces, Log: a.log,
	})
	room := mailroom{a.mail, a.clock, a.traces}
	a.smtp = smtpd.New(smtpd.Options{
		Protocol: smtpd.SMTP, Domain: a.hostName(), Mailroom: room, Limits: smtpd.DefaultLimits(), Log: a.log, Now: a.clock.Now,
	})
	a.lmtp = smtpd.New(smtpd.Options{
		Protocol: smtpd.LMTP, Domain: a.hostName(), Mailroom: room, Limits: smtpd.LocalLimits(), Log: a.log, Now: a.clock.Now,
	})
	a.registerMetrics()
	return nil
}

// api serves GraphQL over HTTP, WebSockets and event streams.
func (a *App) api() http.Handler {
	schema := generated.NewExecutableSchema(generated.Config{Resolvers: a.resolver, Complexity: graph.Complexity()})
	executor := transport.NewExecutor(schema, transport.Limits{Complexity: maxComplexity}, a.log)
	executor.Use(graph.Request{Resolver: a.resolver})
	if a.traces != nil {
		executor.AroundResponses(a.traces.Operation)
	}
	origins := transport.Origins(a.config.PublicURL.String())
	a.sockets = socket.New(socket.Options{
		Hub: a.hub, AllowOrigin: origins, Address: httpd.RemoteAddress, Now: a.clock.Now, Log: a.log,
		Authenticate: func(r *http.Request, parameters map[string]any) (context.Context, push.Identity, error) {
			if err := httpd.CheckSocketAccount(r, parameters); err != nil {
				return nil, push.Identity{}, err
			}
			who, err := identify(r)
			return graph.WithoutSessionCookie(r.Context()), who, err
		},
	})
	a.streams = sse.New(sse.Options{Hub: a.hub, Identify: identify, Now: a.clock.Now})
	return transport.New(transport.Options{
		Executor: executor, Sockets: a.sockets, AllowOrigin: origins, Refuse: httpd.CheckAccount, Streams: a.streams,
	})
}

// identify says whose connection it is. Nobody may connect, too: what the
// connection asks for then decides, and most is refused.
func identify(r *http.Request) (push.Identity, error) {
	v, ok := viewer.FromContext(r.Context())
	if !ok {
		return push.Identity{}, nil
	}
	return push.Identity{User: v.User.String(), Session: v.Session.String(), ExpiresAt: v.ExpiresAt}, nil
}

func (a *App) demoHandlers() map[string]http.Handler {
	if a.outbox == nil {
		return nil
	}
	return httpd.DemoHandlers(a.outbox, a.clock, a.log)
}

func (a *App) ready(ctx context.Context) error {
	switch {
	case a.draining.Load():
		return errDraining
	case !a.broker.Connected():
		return errors.New("NATS is not connected")
	}
	if err := a.store.Ping(ctx); err != nil {
		a.log.WarnContext(ctx, "the database does not answer", "error", err)
		return errors.New("the database does not answer")
	}
	return nil
}

func (a *App) listen(ctx context.Context) (err error) {
	if a.WebListener, err = listenOn(ctx, a.config.HTTPAddr); err != nil {
		return fmt.Errorf("open %s for the web (LATCHKEY_HTTP_ADDR): %w", a.config.HTTPAddr, err)
	}
	if a.config.SMTPAddr != "" {
		if a.SMTPListener, err = listenOn(ctx, a.config.SMTPAddr); err != nil {
			return fmt.Errorf("open %s for SMTP (LATCHKEY_SMTP_ADDR): %w", a.config.SMTPAddr, err)
		}
	}
	if a.config.LMTPAddr != "" {
		if a.LMTPListener, err = listenOn(ctx, a.config.LMTPAddr); err != nil {
			return fmt.Errorf("open %s for LMTP (LATCHKEY_LMTP_ADDR): %w", a.config.LMTPAddr, err)
		}
	}
	return nil
}

func listenOn(ctx context.Context, addr string) (net.Listener, error) {
	var lc net.ListenConfig
	if path, isSocket := strings.CutPrefix(addr, "unix:"); isSocket {
		return lc.Listen(ctx, "unix", path)
	}
	return lc.Listen(ctx, "tcp", addr)
}

// drainWithin bounds a graceful stop: what is under way is finished, then cut.
const drainWithin = 30 * time.Second

// Serve runs until ctx ends or a door fails, then drains: no request is cut
// and no mail lost. It closes the App.
func (a *App) Serve(ctx context.Context) error {
	defer a.close()
	background, stopBackground := context.WithCancel(context.Background())
	defer stopBackground()
	if err := a.queue.Start(background); err != nil {
		return fmt.Errorf("start background work: %w", err)
	}
	go a.sharing.RunExpiry(background)
	go a.sharing.RunUses(background)

	failed := make(chan error, 3)
	open := func(serve func(net.Listener) error, l net.Listener) {
		if l != nil {
			go func() { failed <- serve(l) }()
		}
	}
	open(a.web.Serve, a.WebListener)
	open(a.smtp.Serve, a.SMTPListener)
	open(a.lmtp.Serve, a.LMTPListener)

	var err error
	select {
	case <-ctx.Done():
	case err = <-failed:
	}
	a.drain()
	return err
}

func (a *App) drain() {
	a.draining.Store(true)
	ctx, cancel := context.WithTimeout(context.Background(), drainWithin)
	defer cancel()
	a.sockets.Close() // hijacked: the web server knows them no more
	a.streams.Close() // they would never end by themselves
	err := errors.Join(a.web.Shutdown(ctx), a.smtp.Shutdown(ctx), a.lmtp.Shutdown(ctx), a.sharing.FlushUses(ctx))
	if err != nil {
		a.log.Warn("stopping took too long, some connections were cut", "error", err)
	}
}
