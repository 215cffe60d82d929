package mail

import (
	"context"
	"time"

	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/viewer"
)

// What is committed at once. The writer takes what waits and never waits for
// more: while one batch is synced the next one gathers.
const (
	maxBatch      = 256
	maxBatchBytes = 16 << 20
	// commitWithin bounds one transaction of deliveries.
	commitWithin = time.Minute
)

// copyFor is an arrival on its way into one mailbox.
type copyFor struct {
	*arrival
	mailbox nodeid.ID
	err     error
}

// write stores arrivals until there are no more.
func (m *Mail) write() {
	for first := range m.arrivals {
		m.store(m.gather(first))
	}
}

// gather takes what else waits.
func (m *Mail) gather(first *arrival) []*arrival {
	batch, size := []*arrival{first}, len(first.octets)
	for len(batch) < m.together && size < maxBatchBytes {
		select {
		case next, open := <-m.arrivals:
			if !open {
				return batch
			}
			batch = append(batch, next)
			size += len(next.octets)
		default:
			return batch
		}
	}
	return batch
}

// store commits a batch, and each message by itself when that fails, so that
// one bad message takes no other along. Then it answers.
func (m *Mail) store(batch []*arrival) {
	var copies []*copyFor
	for _, a := range batch {
		for _, box := range a.mailboxes {
			copies = append(copies, &copyFor{arrival: a, mailbox: box})
		}
	}
	if err := m.commit(copies); err != nil {
		for _, c := range copies {
			if c.err = err; len(copies) > 1 {
				c.err = m.commit([]*copyFor{c})
			}
			if c.err != nil {
				m.log.Error("a message was not delivered", "mailbox", c.mailbox, "octets", len(c.octets), "error", c.err)
			}
		}
	}
	at := 0
	for _, a := range batch {
		answers := make([]error, len(a.mailboxes))
		for i := range answers {
			answers[i] = copies[at].err
			at++
		}
		a.answers <- answers
	}
}

// commit puts the copies into the database in one transaction.
func (m *Mail) commit(copies []*copyFor) error {
	ctx, cancel := context.WithTimeout(viewer.System(context.Background()), commitWithin)
	defer cancel()
	return database.Write(ctx, m.db, func(ctx context.Context, tx *database.Tx) error {
		c, err := m.beginChange(ctx, tx, mailboxesOf(copies)...)
		if err != nil {
			return err
		}
		if err := m.insertAll(ctx, c, copies); err != nil {
			return err
		}
		tx.AfterCommit(m.wakeIndexer)
		return c.finish(ctx)
	})
}

func mailboxesOf(copies []*copyFor) []nodeid.ID {
	var ids []nodeid.ID
	seen := map[nodeid.ID]bool{}
	for _, c := range copies {
		if !seen[c.mailbox] {
			seen[c.mailbox] = true
			ids = append(ids, c.mailbox)
		}
	}
	return ids
}
