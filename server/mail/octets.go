package mail

import (
	"context"
	"errors"
	"fmt"

	"latchkey/ent"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
	"latchkey/server/refusal"
)

// errOctetsMissing is a fault: a row without its octets.
var errOctetsMissing = errors.New("a message's octets are missing")

// Octets reads a message that the viewer may read, as it was received, and its
// row. The lines of our own server are in the row's Trace.
func (m *Mail) Octets(ctx context.Context, id nodeid.ID) (*ent.Message, []byte, error) {
	row, err := m.db.Client().Message.Get(ctx, id)
	if ent.IsNotFound(err) {
		return nil, nil, refusal.NotFound()
	}
	if err != nil {
		return nil, nil, fmt.Errorf("find a message: %w", err)
	}
	if !isSystem(ctx) {
		if err := m.authority.Require(ctx, row.MailboxID, permission.Read); err != nil {
			return nil, nil, err
		}
	}
	octets, err := m.octetsOf(ctx, row)
	return row, octets, err
}

// octetsOf reads what a row stands for; whoever calls has checked that it may be read.
func (m *Mail) octetsOf(ctx context.Context, row *ent.Message) ([]byte, error) {
	if row.Size > maxInline {
		octets, err := m.blobs.read(digest(row.Digest))
		if err != nil {
			return nil, fmt.Errorf("%w: %w", errOctetsMissing, err)
		}
		return octets, nil
	}
	var octets []byte
	err := m.db.DB().QueryRowContext(ctx, m.db.Rebind(`SELECT octets FROM raw_messages WHERE digest = ?`), row.Digest).Scan(&octets)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errOctetsMissing, err)
	}
	return octets, nil
}
