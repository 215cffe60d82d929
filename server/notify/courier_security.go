package notify

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/mileusna/useragent"

	"latchkey/ent/recoverycode"
	"latchkey/ent/session"
	"latchkey/server/nodeid"
	"latchkey/server/viewer"
)

// SendNewSignIn tells the owner of an account of a session in a browser that
// was not known. It is told also when the session has ended meanwhile.
func (c *Courier) SendNewSignIn(ctx context.Context, id nodeid.ID) error {
	s, err := c.Store.Client().Session.Query().Where(session.ID(id)).Only(viewer.System(ctx))
	if absent(err) {
		return c.needless(ctx, "the session is gone", id)
	}
	if err != nil {
		return fmt.Errorf("read a session: %w", err)
	}
	owner, err := c.user(ctx, s.UserID)
	if err != nil {
		return err
	}
	if owner == nil {
		return c.needless(ctx, "the account is gone", id)
	}
	m := NewSignIn{Account: owner.Email, Address: s.RemoteAddress, At: s.CreatedAt, Link: c.secure()}
	m.Browser, m.System = deviceOf(s.UserAgent)
	if c.Locate != nil {
		m.City, m.Country = c.Locate(s.RemoteAddress)
	}
	return c.send(ctx, letter{to: readerOf(owner, English), at: s.CreatedAt, about: "session " + string(id), content: m})
}

// maxDeviceRunes is for the name of a browser or a system.
const maxDeviceRunes = 30

// deviceOf reads which browser and system somebody uses. They say so
// themselves: what looks like a sentence or a link is nothing to repeat.
func deviceOf(userAgent string) (browser, system string) {
	agent := useragent.Parse(userAgent)
	return deviceName(agent.Name), deviceName(agent.OS)
}

func deviceName(name string) string {
	if len([]rune(name)) > maxDeviceRunes || strings.ContainsFunc(name, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != ' ' && r != '-'
	}) {
		return ""
	}
	return name
}

// SendSecurityNotice tells the owner of an account what happened at an instant.
func (c *Courier) SendSecurityNotice(ctx context.Context, id nodeid.ID, what string, at time.Time) error {
	if !IsSecurityNotice(what) {
		return errUnknownNotice
	}
	owner, err := c.user(ctx, id)
	if err != nil {
		return err
	}
	if owner == nil {
		return c.needless(ctx, "the account is gone", id)
	}
	left, err := c.Store.Client().RecoveryCode.Query().
		Where(recoverycode.UserID(id), recoverycode.UsedAtIsNil()).Count(viewer.System(ctx))
	if err != nil {
		return fmt.Errorf("count recovery codes: %w", err)
	}
	return c.send(ctx, letter{
		to: readerOf(owner, English), at: at, about: what + " " + string(id),
		content: SecurityNotice{
			What: what, Account: owner.Email, At: at, Protected: owner.SecondFactor, CodesLeft: left, Link: c.secure(),
		},
	})
}
