// Package app is the composition root: the one place where the parts of the
// server are wired, for the binary and for tests alike.
package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"latchkey/graph"
	"latchkey/server/account"
	"latchkey/server/challenge"
	"latchkey/server/clock"
	"latchkey/server/config"
	"latchkey/server/database"
	"latchkey/server/identity"
	"latchkey/server/jobs"
	"latchkey/server/mail"
	"latchkey/server/notify"
	"latchkey/server/organization"
	"latchkey/server/outbound"
	"latchkey/server/place"
	"latchkey/server/push"
	"latchkey/server/push/socket"
	"latchkey/server/push/sse"
	"latchkey/server/seal"
	"latchkey/server/secondfactor"
	"latchkey/server/sharing"
	"latchkey/server/signup"
	"latchkey/server/smtpd"
	"latchkey/server/tracing"
	"latchkey/server/viewer"
)

// App is a whole server. Its parts are opened by New, run by Serve, and closed
// in the reverse order.
type App struct {
	config *config.Config
	log    *slog.Logger
	clock  *clock.Clock
	box    *seal.Box

	store         *database.Store
	broker        *push.Broker
	hub           *push.Hub
	sockets       *socket.Server
	streams       *sse.Server
	sharing       *sharing.Sharing
	mail          *mail.Mail
	identity      *identity.Identity
	accounts      *account.Accounts
	places        *place.Map // nil without a file
	factors       *secondfactor.Factors
	signUps       *signup.SignUps
	organizations *organization.Organizations
	courier       *notify.Courier
	queue         *jobs.Queue
	outbox        *outbound.Capture // nil outside the demonstration
	resolver      *graph.Resolver
	setUpCode     string

	web        *http.Server
	smtp, lmtp *smtpd.Server
	registry   *prometheus.Registry
	jobRuns    *prometheus.HistogramVec
	traces     *tracing.Tracing // nil without an endpoint
	draining   atomic.Bool

	// Where the doors are, once open: ports may have been chosen by the system.
	WebListener, SMTPListener, LMTPListener net.Listener
}

// New opens the database, fills it when the demonstration asks for it, wires
// the parts, and opens the doors; nothing is answered before Serve.
func New(ctx context.Context, cfg *config.Config, log *slog.Logger) (a *App, err error) {
	a = &App{config: cfg, log: log, clock: clock.System(), registry: prometheus.NewRegistry()}
	defer func() {
		if err != nil {
			a.close()
			a = nil
		}
	}()
	for _, open := range []func(context.Context) error{
		a.openTraces, a.openData, a.openPush, a.openDomain, a.openOutbound, a.openQueue, a.fill, a.openDoors, a.listen,
	} {
		if err = open(ctx); err != nil {
			return a, err
		}
	}
	return a, nil
}

func (a *App) openTraces(ctx context.Context) (err error) {
	a.traces, err = tracing.Open(ctx, a.log)
	return err
}

func (a *App) openData(ctx context.Context) (err error) {
	if err := os.MkdirAll(a.config.DataDir, 0o700); err != nil {
		return fmt.Errorf("make the data folder: %w", err)
	}
	if err := a.config.EnsureSecretKey(); err != nil {
		return err
	}
	if a.store, err = database.Open(ctx, a.config.DatabaseURL, a.clock); err != nil {
		return fmt.Errorf("open the database: %w", err)
	}
	return nil
}

func (a *App) openPush(context.Context) (err error) {
	if a.broker, err = push.OpenBroker(a.config.NATSURL, a.log); err != nil {
		return fmt.Errorf("open NATS: %w", err)
	}
	return nil
}

func (a *App) openDomain(context.Context) (err error) {
	if a.box, err = seal.NewBox(a.config.SecretKey); err != nil {
		return err
	}
	a.setUpCode = identity.NewSetUpCode()
	a.organizations = organization.New(a.store)
	a.identity = identity.New(identity.Options{
		Store: a.store, Passwords: seal.NewPasswords(seal.DefaultCost), Organizations: a.organizations,
		Box: a.box, Postman: postman{a}, Sessions: a.broker, SetUpCode: a.setUpCode, Log: a.log,
	})
	if a.places, err = place.Open(a.config.GeoIPDatabase); err != nil {
		return fmt.Errorf("LATCHKEY_GEOIP_DATABASE: %w", err)
	}
	hints := hinter{a.broker, a.log}
	a.sharing = sharing.New(sharing.Options{
		Store: a.store, Box: a.box, PublicURL: a.config.PublicURL.String(), Hints: hints, Postman: postman{a}, Log: a.log,
	})
	if a.factors, err = secondfactor.New(secondfactor.Options{
		Store: a.store, Box: a.box, Challenges: challenge.New(a.store), PublicURL: a.config.PublicURL,
		Access: a.sharing, Postman: postman{a}, Sessions: a.identity, Log: a.log,
	}); err != nil {
		return err
	}
	a.identity.SetFactors(a.factors)
	a.signUps = signup.New(signup.Options{
		Store: a.store, Box: a.box, Invitations: a.sharing, People: a.identity, Organizations: a.organizations,
		Factors: a.factors, Postman: postman{a},
	})
	a.accounts = account.New(account.Options{Store: a.store, People: a.identity, Access: a.sharing, Places: a.places})
	if a.mail, err = mail.Open(a.store, mail.Options{
		Authority: a.sharing, Hints: hints, BlobDir: a.config.BlobDir, Log: a.log,
	}); err != nil {
		return err
	}
	source := events{a.sharing, a.mail}
	a.hub = push.NewHub(push.Options{
		Source: source, Authority: source, Route: source.route, Individual: viewer.IsContextKey, Cursor: source.cursor, Log: a.log,
	})
	if err := a.broker.Listen(a.hub); err != nil {
		return fmt.Errorf("NATS does not answer (LATCHKEY_NATS_URL): %w", err)
	}
	return nil
}

// openOutbound chooses where mail to others goes: into a folder in the
// demonstration, else to the relay, else nowhere.
func (a *App) openOutbound(context.Context) (err error) {
	var outside outbound.Sender
	switch {
	case a.config.Demo:
		if a.outbox, err = outbound.NewCapture(filepath.Join(a.config.DataDir, "outbox"), a.clock.Now); err != nil {
			return err
		}
		outside = a.outbox
	case a.config.RelayURL != nil:
		if outside, err = outbound.NewRelay(a.config.RelayURL.String()); err != nil {
			return err
		}
	}
	a.courier = &notify.Courier{
		From: "latchkey@" + a.hostName(), PublicURL: a.config.PublicURL.String(),
		Store: a.store, Box: a.box, Letters: a.sharing, Locate: a.locate, Clock: a.clock, Log: a.log,
		Sender: outbound.Route{Local: mailroom{a.mail, a.clock, a.traces}, Outside: outside},
	}
	return nil
}

// hostName is our own name in greetings and addresses.
func (a *App) hostName() string { return a.config.PublicURL.Hostname() }

// Announce says where to go and, in the demonstration, as whom to sign in.
func (a *App) Announce(w io.Writer) {
	announce(w, a)
}

// flushWithin bounds how long a collector that doesn't answer holds up the end.
const flushWithin = 5 * time.Second

// close ends what was opened, the last first, so that nothing loses what it relies on.
func (a *App) close() {
	if a.queue != nil {
		if err := a.queue.Stop(context.Background()); err != nil {
			a.log.Warn("background work was cut, it goes on after the next start", "error", err)
		}
	}
	if a.mail != nil {
		a.mail.Close()
	}
	if a.hub != nil {
		a.hub.Close()
	}
	if a.broker != nil {
		a.broker.Close()
	}
	if err := a.places.Close(); err != nil {
		a.log.Warn("the map of addresses did not close cleanly", "error", err)
	}
	if a.store != nil {
		if err := a.store.Close(); err != nil {
			a.log.Error("the database did not close cleanly", "error", err)
		}
	}
	flush, cancel := context.WithTimeout(context.Background(), flushWithin)
	defer cancel()
	if err := a.traces.Close(flush); err != nil {
		a.log.Warn("the last traces did not arrive", "error", err)
	}
	for _, l := range []net.Listener{a.WebListener, a.SMTPListener, a.LMTPListener} {
		if l != nil {
			if err := l.Close(); err != nil && !errors.Is(err, net.ErrClosed) {
				a.log.Debug("a door did not close cleanly", "error", err)
			}
		}
	}
}
