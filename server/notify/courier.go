package notify

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"strings"
	"time"

	"latchkey/ent"
	"latchkey/ent/user"
	"latchkey/server/clock"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/seal"
	"latchkey/server/viewer"
)

// letters gives what an invitation's e-mail needs, and its link, which is a
// secret. INVITATION_INVALID when it is no longer pending.
type letters interface {
	Letter(ctx context.Context, invitation nodeid.ID) (inv *ent.Invitation, link string, err error)
}

// sender hands a message over, or says for whom it failed.
type sender interface {
	Send(ctx context.Context, from string, to []string, raw []byte) error
}

// Courier sends the mail that the server itself writes. Durable jobs call it:
// they know ids, and it reads what there is to say when it says it. A mail that
// has become needless is no error. Any error is worth another attempt.
type Courier struct {
	// From is our own address.
	From string
	// PublicURL is where people reach the server, such as "https://mail.acme.example".
	PublicURL string
	Store     *database.Store
	// Box opens the codes that were sealed until they are sent.
	Box     *seal.Box
	Letters letters
	Sender  sender
	// Locate says roughly where an address of the internet is: a city and a
	// country as ISO 3166-1 alpha-2, empty where unknown. Nil knows nothing.
	Locate func(address string) (city, country string)
	Clock  *clock.Clock
	Log    *slog.Logger
}

// reader is whom a mail is for.
type reader struct {
	address  string
	language Language
	zone     *time.Location
}

// readerOf is how a user wants to be written to. begun is the language of what
// the mail belongs to; it holds for those who chose none.
func readerOf(u *ent.User, begun Language) reader {
	r := reader{address: u.Email, language: begun}
	if u.Language != nil {
		r.language = languageOf(*u.Language)
	}
	if zone, err := time.LoadLocation(u.TimeZone); err == nil {
		r.zone = zone // UTC for ""
	}
	return r
}

// languageOf reads a column of any of our tables.
func languageOf[L ~string](stored L) Language { return Language(strings.ToLower(string(stored))) }

// user reads whom a mail is for; nil when they are gone.
func (c *Courier) user(ctx context.Context, id nodeid.ID) (*ent.User, error) {
	u, err := c.Store.Client().User.Query().Where(user.ID(id), user.DeletedAtIsNil()).Only(viewer.System(ctx))
	if ent.IsNotFound(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read whom a mail is for: %w", err)
	}
	return u, nil
}

// letter is a mail about to be composed.
type letter struct {
	to      reader
	at      time.Time // when what it tells of happened
	about   string    // what it tells of, such as "session s_…"
	answers *ent.User // to whom an answer goes; nil: nobody
	content Content
}

func (c *Courier) send(ctx context.Context, l letter) error {
	e := Envelope{Language: l.to.language, Zone: l.to.zone, From: c.From, To: l.to.address, SentAt: l.at, Key: l.about}
	if l.answers != nil {
		e.AnswerTo, e.AnswerName = l.answers.Email, l.answers.Name
	}
	raw, err := Compose(e, l.content)
	if err != nil {
		return fmt.Errorf("compose a mail: %w", err)
	}
	return c.Sender.Send(ctx, c.From, []string{l.to.address}, raw)
}

// needless says why a mail is not sent.
func (c *Courier) needless(ctx context.Context, why string, id nodeid.ID) error {
	c.Log.InfoContext(ctx, "a mail is not sent", "why", why, "id", id)
	return nil
}

// secure is where people secure their account.
func (c *Courier) secure() string { return c.link("account", "security") }

// link is an address of the web client.
func (c *Courier) link(path ...string) string {
	for i, step := range path {
		path[i] = strings.ReplaceAll(url.PathEscape(step), "%40", "@")
	}
	return strings.TrimRight(c.PublicURL, "/") + "/" + strings.Join(path, "/")
}

// absent says that a row is gone, which makes a mail about it needless.
func absent(err error) bool { return ent.IsNotFound(err) }

var errUnknownNotice = errors.New("notify: there is no mail for such a notice")
