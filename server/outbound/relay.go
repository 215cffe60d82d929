package outbound

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/smtp"
	"net/url"
	"time"
)

// How long a relay may take: to be reached, and for one whole message. RFC
// 5321 §4.5.3.2 allows far more, for servers that scan while we wait; a
// message that timed out is tried again.
const (
	DialTimeout = 30 * time.Second
	SendTimeout = 10 * time.Minute
)

// Ports of submission when the URL names none (RFC 6409, RFC 8314).
const (
	submissionPort  = "587"
	submissionsPort = "465"
)

// ErrRelayURL says that a relay's URL is not smtp(s)://[user:password@]host[:port].
var ErrRelayURL = errors.New("the relay must be smtp://user:password@host:port or smtps://…")

// Relay sends mail through a mail server that accepts it from us. One value
// serves all; each Send has a connection of its own.
//
// It encrypts whenever the server can, checks the certificate when it does,
// and never sends the password in the clear to another machine. The client is
// net/smtp because that of go-smtp cannot look whether STARTTLS is offered
// before it decides.
type Relay struct {
	// Hello is our own host name, said to the server; "localhost" when empty.
	Hello string
	// TLS overrides how certificates are checked; tests trust their own.
	TLS *tls.Config

	host, port string
	implicit   bool // TLS from the first byte: smtps
	auth       smtp.Auth
}

// NewRelay reads a relay's URL. Its error never repeats the URL, which may
// hold a password.
func NewRelay(relayURL string) (*Relay, error) {
	u, err := url.Parse(relayURL)
	if err != nil || u.Scheme != "smtp" && u.Scheme != "smtps" || u.Hostname() == "" || u.Path != "" && u.Path != "/" {
		return nil, ErrRelayURL
	}
	r := &Relay{host: u.Hostname(), port: u.Port(), implicit: u.Scheme == "smtps"}
	if r.port == "" {
		r.port = submissionPort
		if r.implicit {
			r.port = submissionsPort
		}
	}
	if password, ok := u.User.Password(); ok {
		r.auth = smtp.PlainAuth("", u.User.Username(), password, r.host)
	}
	return r, nil
}

// Address is the relay's host and port, fit to be shown.
func (r *Relay) Address() string { return net.JoinHostPort(r.host, r.port) }

// Send hands raw to the relay for the recipients to. It returns nil when all
// were taken, and otherwise an *Error naming those who were not.
func (r *Relay) Send(ctx context.Context, from string, to []string, raw []byte) error {
	if len(to) == 0 {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, SendTimeout)
	defer cancel()
	client, err := r.connect(ctx)
	if err != nil {
		return failAll(to, "reaching the relay", err)
	}
	defer func() { _ = client.Close() }()
	if failed := transfer(client, from, to, wireForm(raw)); failed != nil {
		return failed
	}
	return nil
}

// Check connects and signs in without sending anything, for `doctor`.
func (r *Relay) Check(ctx context.Context) error {
	client, err := r.connect(ctx)
	if err != nil {
		return fmt.Errorf("relay %s: %w", r.Address(), err)
	}
	return client.Quit()
}

// connect reaches the relay, encrypts and signs in. The connection dies with ctx.
func (r *Relay) connect(ctx context.Context) (*smtp.Client, error) {
	conn, err := r.dial(ctx)
	if err != nil {
		return nil, err
	}
	context.AfterFunc(ctx, func() { _ = conn.SetDeadline(time.Unix(1, 0)) })
	client, err := smtp.NewClient(conn, r.host)
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	if err := r.introduce(client); err != nil {
		return nil, errors.Join(err, client.Close())
	}
	return client, nil
}

func (r *Relay) dial(ctx context.Context) (net.Conn, error) {
	dialer := &net.Dialer{Timeout: DialTimeout}
	if r.implicit {
		return (&tls.Dialer{NetDialer: dialer, Config: r.tlsConfig()}).DialContext(ctx, "tcp", r.Address())
	}
	return dialer.DialContext(ctx, "tcp", r.Address())
}

func (r *Relay) introduce(client *smtp.Client) error {
	if r.Hello != "" {
		if err := client.Hello(r.Hello); err != nil {
			return err
		}
	}
	if offered, _ := client.Extension("STARTTLS"); offered && !r.implicit {
		if err := client.StartTLS(r.tlsConfig()); err != nil {
			return err
		}
	}
	if r.auth == nil {
		return nil
	}
	return client.Auth(r.auth) // refuses to speak in the clear to another machine
}

func (r *Relay) tlsConfig() *tls.Config {
	config := &tls.Config{MinVersion: tls.VersionTLS12}
	if r.TLS != nil {
		config = r.TLS.Clone()
	}
	if config.ServerName == "" {
		config.ServerName = r.host
	}
	return config
}

// transfer sends one message. Recipients that are refused do not hold up the
// others.
func transfer(client *smtp.Client, from string, to []string, raw []byte) *Error {
	if err := client.Mail(from); err != nil {
		return failAll(to, "naming the sender", err)
	}
	failed := &Error{}
	var accepted []string
	for _, recipient := range to {
		if err := client.Rcpt(recipient); err != nil {
			failed.Failed = append(failed.Failed, failure(recipient, "naming the recipient", err))
			continue
		}
		accepted = append(accepted, recipient)
	}
	if len(accepted) > 0 {
		if err := data(client, raw); err != nil {
			failed.Failed = append(failed.Failed, failAll(accepted, "sending the message", err).Failed...)
			return failed // without QUIT, before which net/smtp would end the torn message
		}
	}
	// The relay has answered for the message; how it says goodbye is no matter.
	_ = client.Quit()
	if len(failed.Failed) > 0 {
		return failed
	}
	return nil
}

func data(client *smtp.Client, raw []byte) error {
	w, err := client.Data()
	if err != nil {
		return err
	}
	if _, err := w.Write(raw); err != nil {
		return err // not closed: that would end the torn message, and send it
	}
	return w.Close()
}
